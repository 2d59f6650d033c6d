from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.s10 import (
    PostalItem,
    SerialRange,
    compose,
    grouped,
    may_be_reused,
    parse_s10,
)
from absher_desk.standards.s10_indicators import IndicatorUse, indicator_use
from tests.standards.refusals import refusal
from tests.standards.vectors import rows

SERIALS = st.integers(0, 99_999_999)
ITEMS = st.builds(PostalItem, st.sampled_from(["RR", "EE", "LX", "ZA"]), SERIALS, st.just("SA"))
FAULTS = {
    "check": "s10.checksum",
    "reserved": "s10.indicator",
    "unassigned": "s10.indicator",
    "indicator": "s10.indicator",
    "country": "s10.country",
    "twelve": "s10.length",
    "fourteen": "s10.length",
    "letter": "s10.digits",
    "empty": "s10.empty",
}


@pytest.mark.parametrize("vector", rows("s10", "valid"), ids="|".join)
def test_items_are_read_and_written_alike(vector: tuple[str, ...]) -> None:
    item = parse_s10(vector[0])
    assert item.value == vector[0].replace(" ", "").upper()
    if vector[1].startswith("S="):
        weighted = zip((8, 6, 4, 2, 3, 5, 9, 7), f"{item.serial:08d}", strict=True)
        assert vector[1].split(",")[0] == f"S={sum(w * int(d) for w, d in weighted)}"


@pytest.mark.parametrize("vector", rows("s10", "invalid"), ids="|".join)
def test_faults_are_named(vector: tuple[str, ...]) -> None:
    code = next(code for word, code in FAULTS.items() if vector[1].startswith(word))
    assert refusal(parse_s10, vector[0]) == code


@given(ITEMS)
def test_a_number_is_grouped_for_people_and_read_again(item: PostalItem) -> None:
    shown = grouped(item.value)
    assert [len(part) for part in shown.split()] == [2, 3, 3, 3, 2]
    assert parse_s10(shown.lower()) == item


@given(ITEMS, st.integers(2, 9), st.integers(1, 9))
def test_one_wrong_digit_is_found_unless_both_remainders_share_a_digit(
    item: PostalItem, at: int, shift: int
) -> None:
    value = item.value
    typed = value[:at] + str((int(value[at]) + shift) % 10) + value[at + 1 :]
    right, wrong = (compose("RR", int(v[2:10]))[10] for v in (value, typed))
    if right == wrong:
        # 11 - 0 becomes 5 as 11 - 6 is, and 11 - 1 becomes 0: the standard's own blind spot.
        assert right == "5"
        assert parse_s10(typed).serial != item.serial
    else:
        assert refusal(parse_s10, typed) == "s10.checksum"


@given(ITEMS, st.integers(2, 8))
def test_swapped_neighbours_of_the_serial_are_found_but_for_the_same_blind_spot(
    item: PostalItem, at: int
) -> None:
    value = item.value
    typed = value[:at] + value[at + 1] + value[at] + value[at + 2 :]
    right, wrong = (compose("RR", int(v[2:10]))[10] for v in (value, typed))
    if typed == value:
        assert parse_s10(typed) == item
    elif right == wrong:
        assert right == "5"
        assert parse_s10(typed).serial != item.serial
    else:
        assert refusal(parse_s10, typed) == "s10.checksum"


def test_what_the_check_digit_of_an_item_cannot_see() -> None:
    # One digit, and two neighbours: remainders 0 and 6 both give the digit 5.
    assert compose("RR", 0)[10] == compose("RR", 1_000_000)[10] == "5"
    assert compose("RR", 19)[10] == compose("RR", 91)[10] == "5"
    # The check digit covers neither indicator nor country.
    assert parse_s10("EE473124829SA").serial == parse_s10("RR473124829GB").serial


@pytest.mark.parametrize(
    ("indicator", "use"),
    [
        ("EA", IndicatorUse.EXPRESS),
        ("EW", IndicatorUse.EXPRESS),
        ("EX", IndicatorUse.BILATERAL),
        ("RY", IndicatorUse.REGISTERED),
        ("RZ", IndicatorUse.BILATERAL),
        ("AU", IndicatorUse.UNASSIGNED),
        ("AV", IndicatorUse.DOMESTIC),
        ("GA", IndicatorUse.DOMESTIC),
        ("GB", IndicatorUse.UNASSIGNED),
        ("GC", IndicatorUse.UNASSIGNED),
        ("GD", IndicatorUse.DOMESTIC),
        ("GE", IndicatorUse.UNASSIGNED),
        ("HZ", IndicatorUse.BILATERAL),
        ("JA", IndicatorUse.RESERVED),
        ("XX", IndicatorUse.UNASSIGNED),
        ("R1", IndicatorUse.NOT_AN_INDICATOR),
        ("rr", IndicatorUse.NOT_AN_INDICATOR),
        ("R", IndicatorUse.NOT_AN_INDICATOR),
        ("", IndicatorUse.NOT_AN_INDICATOR),
        ("رر", IndicatorUse.NOT_AN_INDICATOR),
    ],
)
def test_indicators_have_their_use(indicator: str, use: IndicatorUse) -> None:
    assert indicator_use(indicator) is use


def test_a_range_numbers_its_items_in_order() -> None:
    block = SerialRange("RR", 20261123, 20261125)
    numbers = list(block.numbers())
    assert block.size == len(numbers) == 3
    assert numbers[0] == "RR202611235SA"
    assert all(parse_s10(number) in block for number in numbers)
    assert parse_s10("EE202600011SA") not in block
    assert PostalItem("RR", 20261126, "SA") not in block


@given(SERIALS, SERIALS, SERIALS, SERIALS)
def test_ranges_overlap_exactly_when_they_share_a_serial(a: int, b: int, c: int, d: int) -> None:
    one, other = SerialRange("RR", min(a, b), max(a, b)), SerialRange("RR", min(c, d), max(c, d))
    shared = max(one.first, other.first) <= min(one.last, other.last)
    assert one.overlaps(other) is other.overlaps(one) is shared
    assert not one.overlaps(SerialRange("EE", one.first, one.last))


@pytest.mark.parametrize(
    ("indicator", "first", "last", "code"),
    [
        ("JA", 1, 2, "s10.indicator"),
        ("RR", 2, 1, "s10.range"),
        ("RR", -1, 1, "s10.serial"),
        ("RR", 1, 100_000_000, "s10.serial"),
    ],
)
def test_ranges_that_cannot_be_are_refused(
    indicator: str, first: int, last: int, code: str
) -> None:
    assert refusal(SerialRange, indicator, first, last) == code


def test_numbers_of_no_country_are_not_made() -> None:
    assert refusal(compose, "RR", 1, "XX") == "s10.country"


@pytest.mark.parametrize(
    ("today", "allowed"),
    [
        (date(2026, 11, 22), False),
        (date(2026, 11, 23), True),
        (date(2026, 12, 1), True),
        (date(2026, 10, 30), False),
    ],
)
def test_a_serial_comes_again_after_two_years(today: date, allowed: bool) -> None:
    assert may_be_reused(date(2024, 11, 23), today) is allowed
    assert may_be_reused(date(2024, 11, 23), today, months=12)
