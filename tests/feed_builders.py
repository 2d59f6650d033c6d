"""Makers of feed lines and feeds."""

import json
import os
from pathlib import Path

from absher_desk.operations.branch_setup import NewBranch, found_branches
from absher_desk.operations.intake import read_feed
from absher_desk.operations.sign_in import open_program_session
from absher_desk.system.texts import Texts
from tests.builders import BRANCH, identity

_SHELF = os.environ.get("ABSHER_DESK_SHELF") or Path(__file__).resolve().parents[2] / "shared"
EXAMPLE = Path(_SHELF) / "intake" / "feed-branch-day.jsonl"
"""The feed of the reference shelf, where that is at hand."""


def feed_line(index=1, **changes):
    """A sound line as an object; `changes` by dotted path with `__` for the dot, None removes."""
    line = {
        "reference": f"POR-T-{index:07d}",
        "source": "portal",
        "service": "account-activation",
        "submitted_at": f"2026-11-22T{7 + index % 9:02d}:{index % 60:02d}:16+03:00",
        "branch": BRANCH,
        "audience": "individual",
        "applicant": {
            "id_number": identity(index),
            "id_type": "citizen",
            "name_ar": {
                "first": "فهد", "father": "سعد", "grandfather": "عبدالله", "family": "الدوسري",
            },
            "birth_date": "1999-08-15",
            "birth_date_hijri": "1420-05-04",
            "sex": "M",
            "nationality": "SAU",
            "mobile": f"+9665{index % 10**8:08d}" if index > 10**7 else f"+96650{index:07d}",
            "email": f"user{index}@example.sa",
            "language": "ar",
            "address": {
                "short": "RABC1234", "building": "1234", "street": "شارع التجربة",
                "secondary": "5678", "district": "المثال", "city": "الرياض",
                "postal_code": "12345", "region": "منطقة الرياض",
            },
        },
        "details": {
            "username": f"fahad{index:07d}",
            "preferred_language": "ar",
            "activation_channel": "officer",
        },
        "delivery": "counter",
    }  # fmt: skip
    for way, value in changes.items():
        *steps, last = way.split("__")
        part = line
        for step in steps:
            part = part[step]
        if value is None:
            part.pop(last, None)
        else:
            part[last] = value
    return line


def write_feed(path, lines):
    """A feed of objects, or of bytes for lines that are none; returns its path."""
    with path.open("wb") as file:
        for line in lines:
            data = (
                line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode()
            )
            file.write(data + b"\n")
    return path


def take_in(desk, path, **options):
    """Read a feed in a session of the program."""
    session = open_program_session(desk, BRANCH, purpose="intake")
    return read_feed(desk, session, path, words=Texts().both, **options)


def rejected(path):
    """The lines of a rejects file."""
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def codes(line):
    """What is wrong with a rejected line: (path, code) of every error."""
    return [(error["path"], error["code"]) for error in line["errors"]]


def found_example_branches(desk):
    """The branches of the example feed that the test desk lacks."""
    found_branches(
        desk,
        [
            NewBranch(
                code=code, name_ar="فرع", name_en="Branch",
                city_ar="الرياض", city_en="Riyadh", region="SA-01",
            )
            for code in ("1102", "1301", "1401", "1601")
        ],
    )  # fmt: skip
