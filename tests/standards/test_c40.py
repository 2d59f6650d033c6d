"""C40 text in seals (ICAO 9303-13 §2.6)."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards import c40
from absher_desk.standards.problems import Malformed
from tests.standards.vectors import rows

texts = st.text(string.ascii_uppercase + string.digits + " ")


@pytest.mark.parametrize("row", rows("c40"))
def test_texts_are_written_and_read_by_the_table(row):
    text, expected = row[:2]
    assert c40.encode(text).hex().upper() == expected
    assert c40.decode(bytes.fromhex(expected)) == text.replace("<", " ")


@given(texts)
def test_what_is_written_is_read_again(text):
    data = c40.encode(text)
    assert c40.decode(data) == text
    assert len(data) == c40.encoded_length(len(text))


@given(st.binary(max_size=12))
def test_bytes_have_one_reading_or_none(data):
    try:
        text = c40.decode(data)
    except Malformed as fault:
        text = fault.code
    assert text == "c40.bytes" or c40.encode(text) == data


@pytest.mark.parametrize(("text", "position"), [("AB-", 3), ("a", 1), ("A\u0660", 2)])
def test_characters_outside_the_table_are_named(text, position):
    with pytest.raises(Malformed) as raised:
        c40.encode(text)
    assert raised.value.code == "c40.character"
    assert raised.value.problem.values == {"position": position}


@pytest.mark.parametrize(
    "data",
    [
        "59",  # half a pair
        "0000",  # below the first value
        "0001",  # only shifts
        "FFFF",  # above the last value
        "FE4559E9",  # a single character that is not the last
        "FE00",  # no ASCII + 1
        "FE2B",  # a character outside the table
        "59D959E9",  # padding that is not the last
    ],
)
def test_bytes_that_no_text_gives_are_refused(data):
    with pytest.raises(Malformed) as raised:
        c40.decode(bytes.fromhex(data))
    assert raised.value.code == "c40.bytes"
