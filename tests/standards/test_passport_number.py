"""Passport numbers as typed or scanned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.passport_number import DEFAULT_PATTERN, parse_passport_number
from absher_desk.standards.problems import Malformed


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("M640001", "M640001"),
        ("a12345678", "A12345678"),
        ("\u200fA ١٢٣-٤٥٦٧\u200f", "A1234567"),
        ("B۱۲۳۴۵۶", "B123456"),
    ],
)
def test_numbers_are_read_from_any_keyboard(text, number):
    assert parse_passport_number(text) == number


@given(st.from_regex(DEFAULT_PATTERN, fullmatch=True))
def test_a_stored_number_is_read_as_itself(number):
    assert parse_passport_number(number) == number


@pytest.mark.parametrize("text", ["A12345", "A123456789", "1234567", "AB123456", "A123456X"])
def test_another_form_is_refused(text):
    with pytest.raises(Malformed) as raised:
        parse_passport_number(text)
    assert raised.value.code == "passport-number.form"


def test_nothing_is_refused_as_empty():
    with pytest.raises(Malformed) as raised:
        parse_passport_number(" - ")
    assert raised.value.code == "passport-number.empty"


def test_the_pattern_is_a_setting():
    assert parse_passport_number("ab123", pattern="[A-Z]{2}[0-9]{3}") == "AB123"
    with pytest.raises(Malformed):
        parse_passport_number("M640001", pattern="[A-Z]{2}[0-9]{3}")
