"""Two-digit years and unknown parts in the zone (ICAO 9303-3 §4.8)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.mrz_dates import (
    EXPIRY_YEARS_AHEAD,
    BirthDate,
    read_birth,
    read_expiry,
    write_birth,
    write_expiry,
)
from absher_desk.standards.problems import Malformed

days = st.dates(date(1950, 1, 1), date(2080, 12, 31))


@given(days, st.integers(0, 36_500))
def test_a_birth_of_the_last_hundred_years_comes_back(on, age_in_days):
    birth = BirthDate.of(on - timedelta(days=age_in_days))
    assert read_birth(write_birth(birth), on=on) == birth


@given(days, st.data())
def test_an_expiry_in_the_window_comes_back(on, data):
    latest = on.year + EXPIRY_YEARS_AHEAD
    expiry = data.draw(st.dates(date(latest - 99, 1, 1), date(latest, 12, 31)))
    assert read_expiry(write_expiry(expiry), on=on) == expiry


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("261123", BirthDate(2026, 11, 23)),
        ("261124", BirthDate(1926, 11, 24)),
        ("26<<<<", BirthDate(2026)),
        ("2612<<", BirthDate(1926, 12)),
        ("27<<<<", BirthDate(1927)),
        ("<<0229", BirthDate(None, 2, 29)),
        ("85<<31", BirthDate(1985, None, 31)),
        ("<<<<<<", BirthDate()),
    ],
)
def test_births_seen_on_a_day(text, expected):
    assert read_birth(text, on=date(2026, 11, 23)) == expected
    assert write_birth(expected) == text


@pytest.mark.parametrize("text", ["", "98022", "9802288", "98<228", "980230", "981301", "000000"])
def test_impossible_births_are_refused(text):
    with pytest.raises(Malformed) as raised:
        read_birth(text, on=date(2026, 11, 23))
    assert raised.value.code == "mrz.birth"


@pytest.mark.parametrize("parts", [(0, 1, 1), (2000, 0, 1), (2000, 1, 0), (2001, 2, 29)])
def test_impossible_births_cannot_be_built(parts):
    with pytest.raises(Malformed) as raised:
        BirthDate(*parts)
    assert raised.value.code == "mrz.birth"


def test_only_a_birth_known_to_the_day_is_a_date():
    assert BirthDate(1990, 1, 15).as_date() == date(1990, 1, 15)
    assert [BirthDate(1990, 1).as_date(), BirthDate(None, 1, 15).as_date()] == [None, None]
    assert BirthDate(1990, None, 15).as_date() is None


@pytest.mark.parametrize("text", ["", "33030", "3303<<", "<<<<<<", "330230", "33O301"])
def test_impossible_expiries_are_refused(text):
    with pytest.raises(Malformed) as raised:
        read_expiry(text, on=date(2026, 11, 23))
    assert raised.value.code == "mrz.expiry"


@pytest.mark.parametrize(
    ("text", "year"), [("261122", 2026), ("461231", 2046), ("470101", 1947), ("991231", 1999)]
)
def test_expiries_lie_in_the_near_future_or_the_past(text, year):
    assert read_expiry(text, on=date(2026, 11, 23)).year == year
