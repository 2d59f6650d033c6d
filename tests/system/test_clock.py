from datetime import UTC, date, datetime, timedelta

import pytest

from absher_desk.system.clock import SystemClock, in_riyadh, riyadh_date


def test_the_clock_gives_the_present_in_utc():
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now <= datetime.now(UTC)
    assert now.utcoffset() == timedelta(0)


def test_the_working_day_turns_at_midnight_in_riyadh():
    assert riyadh_date(datetime(2026, 11, 23, 20, 59, tzinfo=UTC)) == date(2026, 11, 23)
    assert riyadh_date(datetime(2026, 11, 23, 21, 0, tzinfo=UTC)) == date(2026, 11, 24)
    assert in_riyadh(datetime(2026, 7, 1, 9, 0, tzinfo=UTC)).hour == 12


def test_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        in_riyadh(datetime(2026, 11, 23))  # noqa: DTZ001  # that is the fault
