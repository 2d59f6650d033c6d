"""Arabic names in the letters of the zone (ICAO 9303-3 §6.C)."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.mrz_names import write_name
from absher_desk.standards.problems import Malformed
from absher_desk.standards.transliteration import SHADDA, search_key, transliterate
from absher_desk.standards.transliteration_table import CODES
from tests.standards.vectors import rows

LETTERS = sorted(letter for letter, code in CODES.items() if code)
MARKS = sorted(mark for mark, code in CODES.items() if not code)
words = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=8).map("".join)


@pytest.mark.parametrize("row", rows("ar2mrz-doc") + rows("ar2mrz"))
def test_names_are_written_by_the_table(row):
    assert transliterate(row[0]) == row[1]


@given(st.lists(words, min_size=1, max_size=5))
def test_components_are_written_one_by_one(components):
    written = transliterate(" ".join(components))
    assert written == "<".join(map(transliterate, components))
    assert set(written) <= set(string.ascii_uppercase + "<")
    assert write_name(written.replace("<", " "))


@given(st.lists(st.sampled_from(LETTERS), min_size=1, max_size=8), st.data())
def test_marks_change_nothing(letters, data):
    marked = "".join(
        letter + "".join(data.draw(st.lists(st.sampled_from(MARKS), max_size=2)))
        for letter in letters
    )
    assert transliterate(marked) == transliterate("".join(letters))


@given(words.filter(lambda word: not word.endswith("ة")), st.sampled_from(["", *MARKS]))
def test_a_shadda_at_the_end_repeats_the_last_code(word, mark):
    plain = transliterate(word)
    assert transliterate(word + mark + SHADDA) == plain + CODES[word[-1]]


@pytest.mark.parametrize(
    ("text", "position"),
    [("فهد1", 4), ("Fahd", 1), ("ف\u069c", 2), ("\u06a2", 1), ("\u06a7", 1), ("\u06a8", 1)],
)
def test_letters_that_the_standard_does_not_encode_are_named(text, position):
    with pytest.raises(Malformed) as raised:
        transliterate(text)
    assert raised.value.code == "transliteration.letter"
    assert raised.value.problem.values == {"position": position}


@pytest.mark.parametrize("text", ["ّفهد", "فهد ّسعد", "َّ"])
def test_a_shadda_needs_a_letter(text):
    with pytest.raises(Malformed) as raised:
        transliterate(text)
    assert raised.value.code == "transliteration.shadda"


@pytest.mark.parametrize("text", ["", "  ", "ـ", "َ", "-"])
def test_a_name_needs_a_letter(text):
    with pytest.raises(Malformed) as raised:
        transliterate(text)
    assert raised.value.code == "transliteration.empty"


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("EBD<ALLXH", "EBD<ALLH"),
        ("EBDALLXH<SALM", "EBDALLH<SALM"),
        ("EBD<ALLH", "EBD<ALLH"),
        ("ALLXHM", "ALLXHM"),
        ("FTXHALLXH", "FTXHALLH"),
    ],
)
def test_both_spellings_of_allah_are_found_as_one(printed, key):
    assert search_key(printed) == key


def test_other_names_stay_apart():
    assert search_key(transliterate("صالح")) != search_key(transliterate("صاله"))
