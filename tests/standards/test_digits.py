import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.bidi import CONTROLS, isolate, isolate_rtl, without_controls
from absher_desk.standards.digits import ascii_digits, is_digits, normalise, to_arabic_indic

NUMBERS = st.text("0123456789", min_size=1)


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
        ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
        ("12\u00a034\u202f56", "123456"),
        ("12-34–56−78", "12345678"),
        ("\u200f12\u202a34\u2066\u2069", "1234"),
        ("12ـــ34", "1234"),
        ("12\u200b\ufeff34", "1234"),
        ("+966 50", "+96650"),
        ("AB 12", "AB12"),
        ("", ""),
    ],
)
def test_numbers_are_stored_bare(given_text: str, kept: str) -> None:
    assert normalise(given_text) == kept


@given(NUMBERS)
def test_arabic_digits_and_back(number: str) -> None:
    arabic = to_arabic_indic(number)
    assert normalise(arabic) == ascii_digits(arabic) == number


@given(st.text())
def test_storing_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_storing_any_character_twice_changes_nothing() -> None:
    text = "".join(map(chr, range(0x20000)))
    assert normalise(normalise(text)) == normalise(text)


def test_only_ascii_digits_are_digits() -> None:
    assert is_digits("0123")
    assert not is_digits("٠١٢٣")
    assert not is_digits("12²")
    assert not is_digits("")


@given(st.text())
def test_isolates_are_for_display_only(text: str) -> None:
    bare = without_controls(text)
    assert not CONTROLS.intersection(bare)
    assert without_controls(isolate(bare)) == without_controls(isolate_rtl(bare)) == bare
