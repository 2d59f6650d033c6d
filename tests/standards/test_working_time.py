from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.opening_hours import (
    NORMAL_HOURS,
    RIYADH,
    OpeningHours,
    Season,
    Shift,
)
from absher_desk.standards.working_time import TimeLeft, WorkingCalendar
from tests.standards.refusals import refusal
from tests.standards.vectors import rows

HOUR = timedelta(hours=1)
NORMAL = WorkingCalendar()
DAY_SHIFT = Shift(time(10), time(15))
EVENING = Shift(time(21), time(1))
RAMADAN = WorkingCalendar(
    OpeningHours(
        (
            *NORMAL_HOURS.seasons,
            Season((DAY_SHIFT, EVENING), date(2026, 2, 18), date(2026, 3, 18)),
            Season((Shift(time(8), time(14, 30)),), date(2026, 3, 17), date(2026, 3, 21), True),
        ),
        holidays=frozenset({date(2026, 3, 19)}),
    )
)
SHUT = WorkingCalendar(OpeningHours(()))

MOMENTS = st.integers(0, 364 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
AMOUNTS = st.integers(0, 6000).map(lambda minutes: timedelta(minutes=minutes))
CALENDARS = st.sampled_from([NORMAL, RAMADAN])


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=RIYADH)


@pytest.mark.parametrize("vector", rows("workdays"), ids="|".join)
def test_working_days_do_not_count_the_start(vector: tuple[str, ...]) -> None:
    start, days, holidays, due = vector
    off = frozenset(date.fromisoformat(day) for day in holidays.split(",") if day)
    calendar = WorkingCalendar(OpeningHours(NORMAL_HOURS.seasons, holidays=off))
    assert calendar.add_working_days(date.fromisoformat(start), int(days)) == (
        date.fromisoformat(due)
    )


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        (at(11, 23, 9), 2, at(11, 23, 11)),
        (at(11, 23, 5), 1, at(11, 23, 8, 30)),
        (at(11, 23, 7, 30), 7, at(11, 23, 14, 30)),
        (at(11, 23, 13, 30), 2, at(11, 24, 8, 30)),
        (at(11, 23, 20), 1, at(11, 24, 8, 30)),
        (at(11, 19, 13, 30), 2, at(11, 22, 8, 30)),
        (at(11, 20, 12), 0, at(11, 20, 12)),
        (at(11, 23, 7, 30), 35, at(11, 29, 14, 30)),
    ],
)
def test_working_hours_pass_only_while_open(start: datetime, hours: int, due: datetime) -> None:
    found = NORMAL.add_working_hours(start, hours * HOUR)
    assert found == due
    assert found.tzinfo is UTC


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        (at(3, 1, 14), 2, at(3, 1, 22)),
        (at(3, 1, 23), 3, at(3, 2, 11)),
        (at(3, 2, 0, 30), 1, at(3, 2, 10, 30)),
        (at(3, 5, 21), 5, at(3, 8, 11)),
        (at(3, 16, 23), 3, at(3, 17, 9)),
    ],
)
def test_evening_shifts_run_past_midnight(start: datetime, hours: int, due: datetime) -> None:
    assert RAMADAN.add_working_hours(start, hours * HOUR) == due


def test_a_season_may_be_one_day() -> None:
    day = date(2026, 11, 20)
    duty = OpeningHours((Season((DAY_SHIFT,), day, day, on_days_off=True),))
    around = [day - timedelta(days=1), day, day + timedelta(days=1)]
    assert [bool(duty.shifts(each)) for each in around] == [False, True, False]


def test_a_shift_that_closes_when_it_opened_lasts_a_day() -> None:
    opens, closes = Shift(time(8), time(8)).on(date(2026, 11, 23))
    assert closes - opens == 24 * HOUR


def test_a_shift_that_runs_into_the_next_is_not_counted_twice() -> None:
    long_night = Season((Shift(time(10), time(12)), Shift(time(20), time(11))))
    calendar = WorkingCalendar(OpeningHours((long_night,)))
    # From 20:00 it is open through to noon: the night shift covers the first hour of the day.
    assert calendar.working_time_between(at(11, 23, 20), at(11, 24, 12)) == 16 * HOUR
    assert calendar.add_working_hours(at(11, 23, 20), 16 * HOUR) == at(11, 24, 12)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (at(11, 23, 7, 29), False),
        (at(11, 23, 7, 30), True),
        (at(11, 23, 14, 29), True),
        (at(11, 23, 14, 30), False),
        (at(11, 20, 10), False),
        (at(9, 23, 10), False),
        (at(2, 22, 10), False),
    ],
)
def test_normal_counters_open_and_close(moment: datetime, is_open: bool) -> None:
    assert NORMAL.is_open_at(moment) is is_open


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (at(3, 1, 9), False),
        (at(3, 1, 23), True),
        (at(3, 2, 0, 59), True),
        (at(3, 2, 1), False),
        (at(3, 6, 0, 30), True),
        (at(3, 6, 12), False),
        (at(3, 19, 9), True),
        (at(3, 20, 9), True),
        (at(3, 22, 7, 30), True),
    ],
)
def test_the_last_season_of_a_day_counts(moment: datetime, is_open: bool) -> None:
    assert RAMADAN.is_open_at(moment) is is_open


def test_the_next_opening_is_now_or_after_the_weekend() -> None:
    assert NORMAL.next_opening(at(11, 23, 9)) == at(11, 23, 9)
    assert NORMAL.next_opening(at(11, 19, 14, 30)) == at(11, 22, 7, 30)


def test_time_left_is_working_time_and_lateness_is_told() -> None:
    due = at(11, 24, 8, 30)
    assert NORMAL.remaining(at(11, 23, 13, 30), due) == TimeLeft(2 * HOUR, overdue=False)
    assert NORMAL.remaining(due, due) == TimeLeft(timedelta(), overdue=False)
    assert NORMAL.remaining(at(11, 24, 10), due) == TimeLeft(1.5 * HOUR, overdue=True)
    at_closing = at(11, 23, 14, 30)
    assert NORMAL.remaining(at(11, 23, 20), at_closing) == TimeLeft(timedelta(), overdue=True)


def test_a_pause_puts_off_the_due_moment_by_working_time() -> None:
    due = at(11, 23, 12)
    assert NORMAL.resume(due, at(11, 23, 10), at(11, 24, 10)) == at(11, 24, 12)
    assert NORMAL.resume(due, at(11, 19, 20), at(11, 21, 20)) == due


def test_who_was_late_before_the_pause_stays_as_late() -> None:
    due = NORMAL.resume(at(11, 23, 8, 30), at(11, 23, 10), at(11, 24, 10))
    assert NORMAL.remaining(at(11, 24, 10), due) == TimeLeft(1.5 * HOUR, overdue=True)


@given(CALENDARS, MOMENTS, AMOUNTS)
def test_the_time_to_the_due_moment_is_what_was_added(
    calendar: WorkingCalendar, start: datetime, amount: timedelta
) -> None:
    due = calendar.add_working_hours(start, amount)
    assert due >= start
    assert calendar.working_time_between(start, due) == amount


@given(CALENDARS, MOMENTS, AMOUNTS.filter(bool))
def test_a_due_moment_is_reached_while_the_branch_is_open(
    calendar: WorkingCalendar, start: datetime, amount: timedelta
) -> None:
    due = calendar.add_working_hours(start, amount)
    assert calendar.is_open_at(due - timedelta(microseconds=1))


@given(CALENDARS, MOMENTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_a_pause_leaves_as_much_time_as_there_was(
    calendar: WorkingCalendar,
    start: datetime,
    target: timedelta,
    worked: timedelta,
    stood: timedelta,
) -> None:
    due = calendar.add_working_hours(start, max(target, worked))
    paused_at = calendar.add_working_hours(start, worked)
    resumed_at = paused_at + stood
    resumed = calendar.resume(due, paused_at, resumed_at)
    left = calendar.remaining(paused_at, due)
    assert calendar.remaining(resumed_at, resumed).time == left.time


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_shift_is_as_long_on_every_day_of_the_year(day: date) -> None:
    opens, closes = EVENING.on(day)
    assert (closes - opens, opens.utcoffset()) == (4 * HOUR, 3 * HOUR)
    assert closes.astimezone(UTC) - opens.astimezone(UTC) == 4 * HOUR


@given(CALENDARS, MOMENTS, MOMENTS, MOMENTS)
def test_working_time_adds_up(
    calendar: WorkingCalendar, one: datetime, two: datetime, three: datetime
) -> None:
    first, middle, last = sorted([one, two, three])
    whole = calendar.working_time_between(first, last)
    parts = (
        calendar.working_time_between(first, middle),
        calendar.working_time_between(middle, last),
    )
    assert whole == sum(parts, timedelta())
    assert calendar.working_time_between(last, first) == timedelta()


def test_what_cannot_be_counted_is_refused() -> None:
    assert refusal(NORMAL.add_working_hours, at(11, 23, 9), -HOUR) == "working-time.negative"
    assert refusal(NORMAL.add_working_days, date(2026, 11, 23), -1) == "working-time.negative"
    assert refusal(SHUT.add_working_hours, at(11, 23, 9), HOUR) == "working-time.never-open"
    assert refusal(SHUT.add_working_days, date(2026, 11, 23), 1) == "working-time.never-open"
    assert refusal(SHUT.next_opening, at(11, 23, 9)) == "working-time.never-open"
    assert not SHUT.is_open_at(at(11, 23, 9))


def test_seasons_that_cannot_be_are_refused() -> None:
    backwards = (date(2026, 3, 2), date(2026, 3, 1))
    assert refusal(Season, (DAY_SHIFT,), *backwards) == "opening-hours.range"
    assert refusal(Season, (EVENING, DAY_SHIFT)) == "opening-hours.shifts"
    overlapping = (DAY_SHIFT, Shift(time(14), time(16)))
    assert refusal(Season, overlapping) == "opening-hours.shifts"
    assert Season((DAY_SHIFT, Shift(time(15), time(16)))).shifts[0].closes == time(15)


def test_calendars_of_the_same_hours_are_equal() -> None:
    assert WorkingCalendar() == NORMAL
    assert hash(WorkingCalendar()) == hash(NORMAL)
    assert WorkingCalendar() != RAMADAN
