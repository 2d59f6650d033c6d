import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from absher_desk.models import faults
from absher_desk.operations.errors import Invalid, Refused
from absher_desk.standards.problems import Malformed, Problem
from absher_desk.system.texts import Texts, isolated

PROGRAM = Path(__file__).resolve().parents[2] / "absher_desk"
CARRIERS = {
    "Malformed", "Problem", "Refused", "Conflict", "NotFound", "Unavailable", "Invalid",
    "DeskError", "DatabaseFault",
}  # fmt: skip

# Codes put together at run time, which the scan of the source cannot see.
COMPUTED = (
    {f"bar.{cause}" for cause in ("four-eyes", "own-request")}
    | {f"code.{cause}" for cause in ("none", "expired", "exhausted", "already-confirmed")}
    | {"database.failed", "database.unreachable"}
    | {"audit.event-missing", "audit.chain-broken", "audit.event-altered"}
    | set(faults._SQLITE.values())
    | set(faults._POSTGRES.values())
)


class Use(NamedTuple):
    place: str
    code: str
    values: frozenset[str] | None  # None: not readable from the source


@pytest.fixture
def texts(tmp_path):
    (tmp_path / "a.toml").write_text(
        '["text.unknown"]\nar = "خطأ {code}"\nen = "Error {code}"\n'
        '["date.late"]\nar = "التاريخ {date} بعد {name}"\nen = "{date} is after {name}"\n',
        encoding="utf-8",
    )
    return Texts(tmp_path)


def test_a_sentence_is_filled_in_both_languages(texts):
    said = texts.both(Problem("date.late", values={"date": "2026-11-23", "name": "الميلاد"}))
    assert said.ar == "التاريخ \u20662026-11-23\u2069 بعد الميلاد"
    assert said.en == "2026-11-23 is after \u2067الميلاد\u2069"


def test_errors_say_what_they_carry(texts):
    assert texts.both(Refused("date.late", date=1, name="x")).en == "1 is after x"
    assert texts.both(Malformed("date.late", date=1, name="x")).en == "1 is after x"
    many = Invalid([Problem("date.late", "birth", {"date": 1, "name": "x"}), Problem("none")])
    assert [each.en for each in texts.each(many)] == ["1 is after x", "Error none"]


def test_a_code_without_text_is_named(texts):
    assert texts.of("no.such", "en") == "Error no.such"
    assert texts.of("no.such", "ar") == "خطأ \u2066no.such\u2069"
    assert not texts.has("no.such")


def test_a_value_that_was_not_given_leaves_a_gap(texts):
    assert texts.of("date.late", "en", date="1") == "1 is after …"


def test_values_with_braces_are_shown_as_they_are(texts):
    assert texts.of("date.late", "en", date="{name}", name="x") == "{name} is after x"


@pytest.mark.parametrize(
    ("value", "language", "shown"),
    [
        ("AB 12", "ar", "\u2066AB 12\u2069"),
        ("١٢", "ar", "\u2066١٢\u2069"),
        ("\u2066AB\u2069", "ar", "\u2066AB\u2069"),
        ("فرع 3", "ar", "فرع 3"),
        ("—", "ar", "—"),
        ("AB", "en", "AB"),
    ],
)
def test_only_what_runs_the_other_way_is_isolated(value, language, shown):
    assert isolated(value, language) == shown


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('["x"]\nar = "نص"', "needs ar and en"),
        ('[x.y]\nar = "نص"\nen = "text"', "is the code quoted"),
        ('["x"]\nar = "نص {a}"\nen = "text {b}"', "placeholders differ: ['a', 'b']"),
        ('["x"]\nar = "نص {a"\nen = "text"', "braces"),
        ('["x"]\nar = ""\nen = "text"', "empty"),
        ('["x"]\nar = "text"\nen = "text"', "no Arabic letters"),
        ('["x"]\nar = 1\nen = "text"', "not text"),
        ('["text.unknown"]\nar = "نص"\nen = "text"', "also in a.toml"),
    ],
)
def test_faults_in_a_file_are_found(texts, tmp_path, entry, fault):
    (tmp_path / "b.toml").write_text(entry, encoding="utf-8")
    assert any(fault in line for line in texts.faults())


def test_our_own_files_have_no_fault():
    assert Texts().faults() == []


# What the program says, against what has words.


def _carriers(trees: dict[Path, ast.Module]) -> set[str]:
    """Names of the classes that carry a code, with those derived from them in the tree."""
    found = set(CARRIERS)
    for tree in [*trees.values(), *trees.values()]:  # twice: a child may be read before its parent
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and found & {_name(base) for base in node.bases}:
                found.add(node.name)
    return found


def _name(node: ast.expr) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def _codes(node: ast.expr) -> list[str]:
    branches = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]
    return [
        each.value
        for each in branches
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]


def _values(call: ast.Call) -> frozenset[str] | None:
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    if None in given:
        return None
    if _name(call.func) != "Problem":
        return frozenset(name for name in given if name)
    table = call.args[2] if len(call.args) > 2 else given.get("values")
    if table is None:
        return frozenset()
    if not isinstance(table, ast.Dict) or not all(
        isinstance(key, ast.Constant) for key in table.keys
    ):
        return None
    return frozenset(str(key.value) for key in table.keys if isinstance(key, ast.Constant))


def _uses(program: Path) -> Iterator[Use]:
    trees = {
        file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(program.rglob("*.py"))
    }
    carriers = _carriers(trees)
    for file, tree in trees.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            for code in _codes_of(node, carriers):
                place = f"{file.relative_to(program)}:{node.lineno}"
                yield Use(place, code, _values(node))


def _codes_of(call: ast.Call, carriers: set[str]) -> list[str]:
    inherits = isinstance(call.func, ast.Attribute) and call.func.attr == "__init__"
    if _name(call.func) not in carriers and not inherits:
        return []
    first = call.args[:1] or [each.value for each in call.keywords if each.arg == "code"]
    return [code for each in first for code in _codes(each) if not inherits or "." in code]


def test_every_code_in_the_program_has_words_in_both_languages():
    words = Texts()
    assert [f"{use.place} {use.code}" for use in _uses(PROGRAM) if not words.has(use.code)] == []


def test_codes_put_together_at_run_time_have_words_too():
    words = Texts()
    assert [code for code in sorted(COMPUTED) if not words.has(code)] == []


def test_every_placeholder_is_given_where_the_code_is_used():
    words = Texts()
    gaps = [
        f"{use.place} {use.code}: {sorted(words.placeholders(use.code) - use.values)}"
        for use in _uses(PROGRAM)
        if use.values is not None
        and words.has(use.code)
        and words.placeholders(use.code) - use.values
    ]
    assert gaps == []


def test_the_scan_sees_every_way_of_saying_a_code(tmp_path):
    (tmp_path / "a.py").write_text(
        "class Mine(Later): ...\nclass Later(Refused): ...\n"
        "Mine('a.one', n=1)\nerrors.Conflict('a.two' if x else 'a.three')\n"
        "Problem('a.four', 'path', {'n': 1})\nProblem(code='a.five', values=known)\n"
        "super().__init__('a.six')\nOther('a.seven')\nMalformed('a.eight', **more)\n",
        encoding="utf-8",
    )
    found = {use.code: use.values for use in _uses(tmp_path)}
    assert found == {
        "a.one": {"n"},
        "a.two": set(),
        "a.three": set(),
        "a.four": {"n"},
        "a.five": None,
        "a.six": set(),
        "a.eight": None,
    }
