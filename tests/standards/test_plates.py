import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.digits import to_arabic_indic
from absher_desk.standards.plates import ARABIC_LETTERS, LATIN_LETTERS, Plate, parse_plate
from tests.standards.refusals import refusal
from tests.standards.vectors import rows

PLATES = st.builds(Plate, st.text(LATIN_LETTERS, min_size=3, max_size=3), st.integers(1, 9999))
FAULTS = {
    "no letters": "plate.letters",
    "no number": "plate.digits",
    "two letters": "plate.letters",
    "four letters": "plate.letters",
    "five digits": "plate.digits",
    "digits on": "plate.form",
    "two scripts": "plate.mixed",
    "zero": "plate.zero",
    "empty": "plate.empty",
}


@pytest.mark.parametrize("vector", rows("plate", "valid"), ids="|".join)
def test_both_scripts_name_one_plate(vector: tuple[str, ...]) -> None:
    plate = parse_plate(vector[0])
    padded = len(vector[0]) == 8
    assert parse_plate(vector[1]) == plate
    assert plate.latin(padded=padded) == vector[0]
    assert plate.arabic(padded=padded) == vector[1]


@pytest.mark.parametrize("vector", rows("plate", "invalid"), ids="|".join)
def test_faults_are_named(vector: tuple[str, ...]) -> None:
    code = next((code for word, code in FAULTS.items() if vector[1].startswith(word)), None)
    assert refusal(parse_plate, vector[0]) == (code or "plate.letter")


@given(PLATES)
def test_a_plate_survives_every_way_of_writing_it(plate: Plate) -> None:
    arabic = plate.arabic(padded=True)
    letters, number = plate.value.split()
    for written in (plate.value, arabic, to_arabic_indic(arabic), f"{number}{letters.lower()}"):
        assert parse_plate(written) == plate


@given(PLATES)
def test_arabic_letters_are_read_the_other_way_round(plate: Plate) -> None:
    first = plate.arabic().split()[0]
    assert LATIN_LETTERS[ARABIC_LETTERS.index(first)] == plate.letters[-1]


@pytest.mark.parametrize("typed", ["أ هـ ي 12", "إ ه ى 12", "آهی١٢", "ا\u0654 ه ى 12"])
def test_common_typing_is_understood(typed: str) -> None:
    assert parse_plate(typed) == Plate("VHA", 12)
