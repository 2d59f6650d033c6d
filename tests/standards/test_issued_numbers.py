"""Request, bag and manifest numbers: what the product issues."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards import postal_numbers, request_number
from absher_desk.standards.digits import to_arabic_indic
from absher_desk.standards.postal_numbers import MAX_SERIAL, PostalKind, PostalNumber
from absher_desk.standards.request_number import RequestNumber
from tests.standards.refusals import refusal
from tests.standards.vectors import rows

YEARS = st.integers(0, 99)
BRANCHES = st.text("0123456789", min_size=4, max_size=4)
REQUESTS = st.builds(RequestNumber, YEARS, BRANCHES, st.integers(1, 9_999_999))
PARSE: dict[type, Callable[[str], object]] = {
    RequestNumber: request_number.parse,
    PostalNumber: postal_numbers.parse,
}
POSTAL = st.one_of(
    st.builds(PostalNumber, st.just(kind), YEARS, BRANCHES, st.integers(1, MAX_SERIAL[kind]))
    for kind in PostalKind
)


@pytest.mark.parametrize("vector", rows("request"), ids="|".join)
def test_request_numbers_have_the_agreed_layout(vector: tuple[str, ...]) -> None:
    year, branch, serial, value = vector
    assert request_number.compose(int(year), branch, int(serial)) == value
    assert request_number.parse(value) == RequestNumber(int(year), branch, int(serial))


@pytest.mark.parametrize("vector", rows("postal"), ids="|".join)
def test_bag_and_manifest_numbers_have_their_lengths(vector: tuple[str, ...]) -> None:
    kind, year, branch, serial, value = vector
    number = PostalNumber(PostalKind[kind], int(year), branch, int(serial))
    assert number.value == value
    assert postal_numbers.parse(value) == number


@given(REQUESTS)
def test_a_request_number_survives_grouping_and_the_other_digits(number: RequestNumber) -> None:
    shown = request_number.grouped(number.value)
    assert [len(part) for part in shown.split("-")] == [2, 4, 7, 2]
    assert request_number.parse(to_arabic_indic(shown)) == number


@given(POSTAL)
def test_a_postal_number_survives_grouping_and_the_other_digits(number: PostalNumber) -> None:
    assert len(number.value) == number.kind
    assert postal_numbers.parse(to_arabic_indic(postal_numbers.grouped(number.value))) == number


@given(REQUESTS | POSTAL)
def test_every_wrong_digit_is_found(number: RequestNumber | PostalNumber) -> None:
    value, parse = number.value, PARSE[type(number)]
    for at, right in enumerate(value):
        for wrong in set("0123456789") - {right}:
            typed = value[:at] + wrong + value[at + 1 :]
            assert refusal(parse, typed).endswith("-number.checksum")


@given(REQUESTS | POSTAL)
def test_every_swap_of_two_digits_near_each_other_is_found(
    number: RequestNumber | PostalNumber,
) -> None:
    value, parse = number.value, PARSE[type(number)]
    for at in range(len(value) - 2):
        one, two, three = value[at : at + 3]
        for swapped in (two + one + three, three + two + one, one + three + two):
            typed = value[:at] + swapped + value[at + 3 :]
            assert typed == value or refusal(parse, typed).endswith("-number.checksum")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "request-number.empty"),
        ("48A101000000162", "request-number.letter"),
        ("48110100000016", "request-number.length"),
        ("481101000000163", "request-number.checksum"),
        ("481101000000065", "request-number.serial"),
    ],
)
def test_faults_of_request_numbers_are_named(text: str, code: str) -> None:
    assert refusal(request_number.parse, text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "postal-number.empty"),
        ("481101000018A", "postal-number.letter"),
        ("481101000018", "postal-number.length"),
        ("4811010000185", "postal-number.checksum"),
        ("4811010000087", "postal-number.serial"),
    ],
)
def test_faults_of_postal_numbers_are_named(text: str, code: str) -> None:
    assert refusal(postal_numbers.parse, text) == code


@pytest.mark.parametrize(
    ("year", "branch", "serial", "fault"),
    [
        (100, "1101", 1, "year"),
        (-1, "1101", 1, "year"),
        (48, "101", 1, "branch"),
        (48, "١١٠١", 1, "branch"),
        (48, "1101", 0, "serial"),
        (48, "1101", 10_000_000, "serial"),
    ],
)
def test_parts_that_do_not_fit_are_refused(year: int, branch: str, serial: int, fault: str) -> None:
    assert refusal(request_number.compose, year, branch, serial) == f"request-number.{fault}"
    for kind in PostalKind:
        found = refusal(postal_numbers.compose, kind, year, branch, serial)
        assert found == f"postal-number.{fault}"


def test_lengths_of_issued_numbers_tell_them_apart() -> None:
    lengths = [10, request_number.LENGTH, *PostalKind]
    assert len(lengths) == len(set(lengths))
