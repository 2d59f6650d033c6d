import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.bidi import CONTROLS
from absher_desk.standards.folding import fold
from absher_desk.standards.names import PersonName, clean_name, parse_name, parse_name_part
from tests.standards.refusals import refusal, refusals

FULL = {"first": "نورة", "father": "علي", "grandfather": "محمد", "family": "القحطاني"}


def test_a_whole_name_is_read_and_shown() -> None:
    name = parse_name(FULL)
    assert name == PersonName("نورة", "علي", "محمد", "القحطاني")
    assert name.full == "نورة علي محمد القحطاني"


def test_father_and_grandfather_may_be_unknown() -> None:
    assert parse_name({"first": "Nourah", "family": "Al-Qahtani"}).full == "Nourah Al-Qahtani"
    assert parse_name({**FULL, "grandfather": "", "father": None}).full == "نورة القحطاني"


def test_every_fault_of_a_name_is_told_with_its_part() -> None:
    faulty = {"first": " ", "father": "علي2", "grandfather": 3, "family": None}
    assert refusals(parse_name, faulty) == {
        "first": "name.empty",
        "father": "name.character",
        "grandfather": "name.not-text",
        "family": "name.empty",
    }


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("محـــمّد", "محـــمّد"),
        ("  آل   سعيد ", "آل سعيد"),
        ("\u202bنورة\u202c", "نورة"),
        ("علي\u00a0حسن", "علي حسن"),
        ("\ufeffعلي\x00", "علي"),
        ("عبد\u200cالله", "عبد\u200cالله"),
        ("فاطمة", "فاطمة"),
        ("O'Connor-Smith Jr.", "O'Connor-Smith Jr."),
    ],
)
def test_a_name_keeps_its_look(text: str, kept: str) -> None:
    assert parse_name_part(text) == kept


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "name.empty"),
        ("\u200f", "name.empty"),
        ("علي3", "name.character"),
        ("علي٣", "name.character"),
        ("a@b", "name.character"),
        ("\ud800", "name.character"),
        ("م" * 61, "name.too-long"),
    ],
)
def test_what_is_no_name_is_refused(text: str, code: str) -> None:
    assert refusal(parse_name_part, text) == code


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = clean_name(text)
    assert clean_name(cleaned) == cleaned
    assert not CONTROLS.intersection(cleaned)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إبراهيم", "ابراهيم"),
        ("آمنة", "امنه"),
        ("ٱلله", "الله"),
        ("مصطفى", "مصطفي"),
        ("فاطمة", "فاطمه"),
        ("مؤمن", "مومن"),
        ("رائد", "رايد"),
        ("محـــمّد", "محمد"),
        ("ﻣﺤﻤﺪ", "محمد"),
        ("علی", "علي"),
        ("١٢۳", "123"),
        ("José  STRAẞE", "jose strasse"),
        ("نورة\u200fعلي", "نورهعلي"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_apart() -> None:
    keys = {fold(name) for name in ("سعد", "سعيد", "سعود", "مسعود", "Saad")}
    assert len(keys) == 5


def test_folding_any_character_twice_changes_nothing() -> None:
    for start in range(0, 0x20000, 0x100):
        text = "".join(map(chr, range(start, start + 0x100)))
        assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
