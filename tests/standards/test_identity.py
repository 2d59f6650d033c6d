import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.digits import to_arabic_indic
from absher_desk.standards.identity import (
    IdentityType,
    check_digit,
    guess_type,
    masked,
    parse_identity,
)
from absher_desk.standards.problems import Malformed
from tests.standards.refusals import refusal
from tests.standards.vectors import rows

FAULTS = {
    "checksum": "identity.checksum",
    "leading": "identity.leading-digit",
    "nine": "identity.length",
    "eleven": "identity.length",
    "letter": "identity.letter",
    "a stop": "identity.letter",
    "empty": "identity.empty",
    "nothing": "identity.empty",
}

PERSONS = st.builds(
    lambda lead, rest: (body := lead + rest) + check_digit(body),
    st.sampled_from("1234"),
    st.text("0123456789", min_size=8, max_size=8),
)


@pytest.mark.parametrize("vector", rows("nid", "valid"), ids="|".join)
def test_well_formed_numbers_tell_their_holder(vector: tuple[str, ...]) -> None:
    number = parse_identity(vector[0])
    assert len(number.value) == 10
    assert number.value.isascii()
    assert not number.warnings
    assert vector[1].startswith(number.type.value)


@pytest.mark.parametrize("vector", rows("nid", "invalid"), ids="|".join)
def test_faults_are_named(vector: tuple[str, ...]) -> None:
    code = next(code for word, code in FAULTS.items() if vector[1].startswith(word))
    assert refusal(parse_identity, vector[0]) == code


def test_digits_of_the_length_fault_are_counted() -> None:
    with pytest.raises(Malformed) as caught:
        parse_identity("12 34")
    assert caught.value.problem.values == {"length": 4}


@given(PERSONS)
def test_any_script_gives_the_same_number(value: str) -> None:
    assert parse_identity(to_arabic_indic(value)) == parse_identity(value)


@given(PERSONS, st.integers(1, 9), st.integers(1, 9))
def test_one_wrong_digit_never_passes(value: str, at: int, shift: int) -> None:
    wrong = str((int(value[at]) + shift) % 10)
    assert refusal(parse_identity, value[:at] + wrong + value[at + 1 :]) == "identity.checksum"


@given(PERSONS, st.integers(1, 8))
def test_swapped_neighbours_pass_only_as_0_and_9(value: str, at: int) -> None:
    pair = value[at : at + 2]
    swapped = value[:at] + pair[::-1] + value[at + 2 :]
    if pair[0] == pair[1] or set(pair) == {"0", "9"}:
        assert parse_identity(swapped).value == swapped
    else:
        assert refusal(parse_identity, swapped) == "identity.checksum"


def test_an_establishment_with_a_strange_check_digit_is_a_warning() -> None:
    number = parse_identity("7001122330", IdentityType.ESTABLISHMENT)
    assert number.value == "7001122330"
    assert [warning.code for warning in number.warnings] == ["identity.establishment-checksum"]


def test_a_sole_establishment_carries_its_owners_number() -> None:
    assert parse_identity("1048576001", IdentityType.ESTABLISHMENT).type == "establishment"
    assert refusal(parse_identity, "1048576002", IdentityType.ESTABLISHMENT) == "identity.checksum"


@pytest.mark.parametrize(
    ("value", "asked"),
    [
        ("1048576001", IdentityType.RESIDENT),
        ("2718281823", IdentityType.CITIZEN),
        ("2718281823", IdentityType.ESTABLISHMENT),
        ("7001122337", IdentityType.CITIZEN),
    ],
)
def test_a_number_of_another_type_is_refused(value: str, asked: IdentityType) -> None:
    assert refusal(parse_identity, value, asked) == "identity.type-mismatch"


def test_leading_digits_are_a_setting() -> None:
    narrower = {"1": IdentityType.CITIZEN}
    assert refusal(parse_identity, "4357911132", leading_digits=narrower) == (
        "identity.leading-digit"
    )


def test_the_type_is_guessed_from_what_is_there() -> None:
    assert guess_type("٢٧") is IdentityType.RESIDENT
    assert guess_type("7") is IdentityType.ESTABLISHMENT
    assert guess_type("") is None
    assert guess_type("9") is None


@given(st.text("0123456789", max_size=12))
def test_a_mask_leaves_three_digits_at_most(value: str) -> None:
    shown = masked(value)
    assert len(shown) == len(value)
    assert sum(character.isdigit() for character in shown) == (3 if len(value) == 10 else 0)
