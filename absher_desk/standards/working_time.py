"""Working time of a branch: when a request is due, how long is left, how long it has lain.

All moments carry a zone; results are in UTC, as they are stored. Time counts while the branch is
open (`opening_hours`); working days count by the branch's calendar, the start day not included.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Final

from absher_desk.standards.opening_hours import NORMAL_HOURS, RIYADH, OpeningHours
from absher_desk.standards.problems import Malformed

Opening = tuple[datetime, datetime]

LONGEST_CLOSURE: Final = 400
"""Days after which a branch without any opening counts as shut for good."""

_ONE_DAY: Final = timedelta(days=1)
_NOTHING: Final = timedelta()


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """Working time until the due moment, or since it when `overdue`; never negative."""

    time: timedelta
    overdue: bool


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Arithmetic over a branch's opening hours; what it works out for a day, it remembers."""

    hours: OpeningHours = NORMAL_HOURS
    _known: dict[date, tuple[Opening, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def is_open_at(self, moment: datetime) -> bool:
        """Whether the counters are open; at the closing moment they no longer are."""
        return any(opens <= moment < closes for opens, closes in self._around(moment))

    def next_opening(self, moment: datetime) -> datetime:
        """The first moment, from this one on, at which the branch is open.

        Raises:
            Malformed: `working-time.never-open`.
        """
        utc = moment.astimezone(UTC)
        return max(utc, next(self._from(utc))[0])

    def add_working_hours(self, start: datetime, hours: timedelta) -> datetime:
        """The moment at which so much working time has passed; a last minute ends at closing.

        Raises:
            Malformed: `working-time.negative`, `working-time.never-open`.
        """
        if hours < _NOTHING:
            raise Malformed("working-time.negative")
        reached, left = start.astimezone(UTC), hours
        if not left:
            return reached
        openings = self._from(reached)
        opens, closes = next(openings)
        while max(reached, opens) + left > closes:
            reached = max(reached, opens)
            left -= max(closes - reached, _NOTHING)
            reached = max(reached, closes)
            opens, closes = next(openings)
        return max(reached, opens) + left

    def working_time_between(self, start: datetime, end: datetime) -> timedelta:
        """The time for which the branch is open from one moment to the other; never negative."""
        reached, last = start.astimezone(UTC), end.astimezone(UTC)
        total, day = _NOTHING, self._first_day(reached)
        while day <= last.astimezone(RIYADH).date():
            for opens, closes in self._openings(day):
                open_from, open_until = max(opens, reached), min(closes, last)
                if open_from < open_until:
                    total += open_until - open_from
                    reached = open_until
            day += _ONE_DAY
        return total

    def is_working_day(self, day: date) -> bool:
        """Whether a shift begins on the day."""
        return bool(self.hours.shifts(day))

    def add_working_days(self, start: date, days: int) -> date:
        """The working day that many working days after the start day, which does not count.

        Raises:
            Malformed: `working-time.negative`, `working-time.never-open`.
        """
        if days < 0:
            raise Malformed("working-time.negative")
        reached = start
        for _ in range(days):
            reached = self._following_working_day(reached)
        return reached

    def remaining(self, now: datetime, due: datetime) -> TimeLeft:
        """Working time left until the due moment, or lost since."""
        if now >= due:
            return TimeLeft(self.working_time_between(due, now), overdue=now > due)
        return TimeLeft(self.working_time_between(now, due), overdue=False)

    def resume(self, due: datetime, paused_at: datetime, resumed_at: datetime) -> datetime:
        """The due moment after a pause: put off by the working time for which the clock stood.

        A request that was overdue when it was paused stays overdue by as much.
        """
        stood = self.working_time_between(paused_at, resumed_at)
        return self.add_working_hours(due, stood)

    def _openings(self, day: date) -> tuple[Opening, ...]:
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = tuple(
                (opens.astimezone(UTC), closes.astimezone(UTC))
                for opens, closes in self.hours.openings(day)
            )
        return known

    def _around(self, moment: datetime) -> Iterator[Opening]:
        first = self._first_day(moment)
        yield from self._openings(first)
        yield from self._openings(first + _ONE_DAY)

    def _from(self, moment: datetime) -> Iterator[Opening]:
        """Openings that end after the moment, in order, as far as there are any."""
        day, closed_days = self._first_day(moment), -1  # the day before is not waited for
        while closed_days <= LONGEST_CLOSURE:
            openings = [one for one in self._openings(day) if one[1] > moment]
            closed_days = 0 if openings else closed_days + 1
            yield from openings
            day += _ONE_DAY
        raise Malformed("working-time.never-open")

    def _first_day(self, moment: datetime) -> date:
        """The day before: its last shift may still be open after midnight."""
        return moment.astimezone(RIYADH).date() - _ONE_DAY

    def _following_working_day(self, day: date) -> date:
        for ahead in range(1, LONGEST_CLOSURE + 1):
            following = day + ahead * _ONE_DAY
            if self.is_working_day(following):
                return following
        raise Malformed("working-time.never-open")
