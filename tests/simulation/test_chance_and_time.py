"""Seeded chance repeats itself; a manual clock moves only when told, and only forward."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.simulation.clock import ManualClock
from absher_desk.simulation.plan import afternoon_before, hours_ago
from absher_desk.simulation.randomness import SeededRandomness
from absher_desk.standards.working_time import WorkingCalendar

MOMENT = datetime(2026, 11, 23, 7, 40, tzinfo=UTC)


@given(st.text(), st.integers(0, 20))
def test_the_same_seed_gives_the_same_digits(seed, count):
    first, second = SeededRandomness(seed), SeededRandomness(seed)
    digits = first.digits(count)
    assert digits == second.digits(count)
    assert len(digits) == count
    assert digits == "" or digits.isdecimal()


def test_drawing_from_a_branch_does_not_disturb_the_stream():
    calm, busy = SeededRandomness(7), SeededRandomness(7)
    busy.branch_off("carrier").digits(50)
    assert calm.digits(30) == busy.digits(30)
    assert calm.branch_off("a").digits(30) != calm.branch_off("b").digits(30)


def test_chance_is_as_frequent_as_it_says():
    chance = SeededRandomness("frequency")
    assert 230 < sum(chance.chance(25) for _ in range(1000)) < 270 + 20
    assert not any(chance.chance(0) for _ in range(100))
    assert all(chance.chance(100) for _ in range(100))
    assert {chance.weighted("ab", (0, 1)) for _ in range(50)} == {"b"}


def test_a_manual_clock_stands_still_and_goes_forward():
    clock = ManualClock(MOMENT.astimezone(timezone(timedelta(hours=3))))
    assert clock.now() == clock.now() == MOMENT
    assert clock.now().tzinfo is UTC
    clock.forward(timedelta(minutes=5))
    clock.forward_to(MOMENT)
    assert clock.now() == MOMENT + timedelta(minutes=5)
    with pytest.raises(ValueError, match="forward"):
        clock.forward(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="zone"):
        ManualClock(datetime(2026, 11, 23))  # noqa: DTZ001


@given(
    st.floats(0, 39).map(lambda hours: round(hours, 2)),
    st.integers(0, 525_600).map(lambda minutes: MOMENT + timedelta(minutes=minutes)),
)
def test_hours_ago_is_that_much_working_time(hours, now):
    calendar = WorkingCalendar()
    then = hours_ago(calendar, now, hours)
    assert then <= now
    worked = calendar.working_time_between(then, now)
    assert abs(worked - timedelta(hours=hours)) < timedelta(seconds=1)


def test_the_afternoon_before_a_sunday_is_thursdays():
    first, last = afternoon_before(WorkingCalendar(), datetime(2026, 11, 22, 7, tzinfo=UTC))
    assert first.isoformat() == "2026-11-19T12:40:00+03:00"
    assert first < last
