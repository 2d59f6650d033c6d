"""What the standards say when they refuse: words in both languages, and nothing personal."""

import ast
import re
from pathlib import Path

import pytest

import absher_desk.standards
from absher_desk.standards.account_names import check_password, check_username
from absher_desk.standards.address import parse_short_address
from absher_desk.standards.dates import parse_hijri
from absher_desk.standards.identity import parse_identity
from absher_desk.standards.mobile import parse_mobile
from absher_desk.standards.mrz import parse_td3
from absher_desk.standards.plates import parse_plate
from absher_desk.standards.problems import Malformed
from absher_desk.standards.s10 import parse_s10
from absher_desk.system.texts import Texts
from tests.standards.standards_hold import SEEN_ON
from tests.standards.vectors import rows

SOURCES = sorted(Path(absher_desk.standards.__file__).parent.glob("*.py"))
CODE = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
NO_CODES = {"branches.toml", "2.23.136.1.1.6.2"}
CHECKS = {
    "nid": parse_identity,
    "mobile": parse_mobile,
    "shortaddr": parse_short_address,
    "s10": parse_s10,
    "plate": parse_plate,
    "hijri": lambda _, day, __: parse_hijri(day),
    "mrz": lambda upper, lower, _: parse_td3(upper + lower, on=SEEN_ON),
    "username": check_username,
    "password": lambda username, password: check_password(password, username),
}
LONGEST_SHOWN = 5
"""Characters of a refused value that a fault may repeat: the range of a mobile, not the number."""


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_every_code_has_words(source):
    tree = ast.parse(source.read_text(encoding="utf-8"))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    codes = {text for text in texts if isinstance(text, str) and CODE.fullmatch(text)} - NO_CODES
    assert {code for code in codes if not Texts().has(code)} == set()


@pytest.mark.parametrize("kind", CHECKS)
def test_a_fault_does_not_repeat_what_was_refused(kind):
    for row in rows(kind, "invalid"):
        given = row if kind in {"hijri", "mrz"} else row[:2] if kind == "password" else row[:1]
        for problem in problems_of(CHECKS[kind], given):
            for said in map(str, problem.values.values()):
                assert longest_shared(said, "|".join(given)) <= LONGEST_SHOWN


def problems_of(check, given):
    try:
        found = check(*given)
    except Malformed as fault:
        return (fault.problem,)
    assert found, "an invalid vector was accepted"
    return found


def longest_shared(said, given):
    parts = (said[a:b] for a in range(len(said)) for b in range(a + 1, len(said) + 1))
    return max((len(part) for part in parts if part in given), default=0)
