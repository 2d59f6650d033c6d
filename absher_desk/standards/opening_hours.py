"""When a branch's counters are open: seasons of shifts, the weekend, and holidays.

Hours vary by branch and season and may pass midnight (Ramadan evenings); holidays and Ramadan go
by announcement, so they are entered, never computed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from absher_desk.standards.problems import Malformed

RIYADH: Final = ZoneInfo("Asia/Riyadh")
FRIDAY_AND_SATURDAY: Final = frozenset({4, 5})
"""The weekend since 2013-06-29, as `date.weekday()` counts."""

YEARLY_HOLIDAYS: Final = frozenset({(2, 22), (9, 23)})
"""Founding Day and National Day: month and day of the Gregorian calendar."""

_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """Opening and closing time of one shift; closing at or before opening is on the next day."""

    opens: time
    closes: time

    @property
    def passes_midnight(self) -> bool:
        """Whether the shift ends on the day after it began."""
        return self.closes <= self.opens

    def on(self, day: date) -> tuple[datetime, datetime]:
        """Opening and closing of the shift that begins on that day."""
        closing_day = day + _ONE_DAY if self.passes_midnight else day
        opens = datetime.combine(day, self.opens, RIYADH)
        return opens, datetime.combine(closing_day, self.closes, RIYADH)


@dataclass(frozen=True, slots=True)
class Season:
    """Shifts of the days from `first` to `last`; `on_days_off` keeps them on weekends and holidays.

    Raises:
        Malformed: `opening-hours.range` (ends before it begins), `opening-hours.shifts` (out of
            order or overlapping).
    """

    shifts: tuple[Shift, ...]
    first: date = date.min
    last: date = date.max
    on_days_off: bool = False

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Malformed("opening-hours.range")
        for one, following in zip(self.shifts, self.shifts[1:], strict=False):
            if one.passes_midnight or following.opens < one.closes:
                raise Malformed("opening-hours.shifts")


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """All seasons of a branch; of those that cover a day, the last in the list counts."""

    seasons: tuple[Season, ...]
    weekend: frozenset[int] = FRIDAY_AND_SATURDAY
    holidays: frozenset[date] = frozenset()
    yearly_holidays: frozenset[tuple[int, int]] = YEARLY_HOLIDAYS

    def is_day_off(self, day: date) -> bool:
        """Whether the day is a weekend day or a holiday, whatever the season says."""
        off = day.weekday() in self.weekend or day in self.holidays
        return off or (day.month, day.day) in self.yearly_holidays

    def shifts(self, day: date) -> tuple[Shift, ...]:
        """The shifts that begin on the day; none on a day on which the branch is shut."""
        covering = (s for s in reversed(self.seasons) if s.first <= day <= s.last)
        season = next(covering, None)
        if season is None or (self.is_day_off(day) and not season.on_days_off):
            return ()
        return season.shifts

    def openings(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """Opening and closing of each shift that begins on the day, in order."""
        return (shift.on(day) for shift in self.shifts(day))


NORMAL_HOURS: Final = OpeningHours((Season((Shift(time(7, 30), time(14, 30)),)),))
"""Sunday to Thursday, 07:30–14:30: where a branch has entered nothing else."""
