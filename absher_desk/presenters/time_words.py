"""Times as a busy person reads them: late 2 h 10 min, in 18 min, today 12:00, tomorrow 09:00."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject

from absher_desk.operations.desk import BRANCH_ZONE, day_of
from absher_desk.standards.bidi import isolate

_SOON: Final = timedelta(hours=1)
_DAY_MINUTES: Final = 24 * 60
_HOURS_ALONE: Final = 10
"""From so many hours on the minutes are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When something is due: words, an icon, and `tone` red (late), amber (today) or text2."""

    words: str
    icon: str
    tone: str

    @property
    def late(self) -> bool:
        """Whether its time has passed."""
        return self.tone == "red"


class TimeWords(QObject):
    """Says moments (aware, any zone) relative to another, in the branch's time."""

    def due(self, at: datetime, now: datetime) -> Due:
        """A due time. Under an hour the minutes left; else the day and hour."""
        if at < now:
            words = self.tr("late {span}").format(span=self.span(now - at))
            return Due(words=words, icon="warning-circle-fill", tone="red")
        days = (day_of(at) - day_of(now)).days
        if at - now < _SOON:
            words = self.tr("in {span}").format(span=self.span(at - now))
            return Due(words=words, icon="clock", tone="amber")
        if days == 0:
            words = self.tr("today {time}").format(time=clock_time(at))
            return Due(words=words, icon="clock", tone="amber")
        return Due(words=self._ahead(at, days), icon="calendar-blank", tone="text2")

    def moment(self, at: datetime, now: datetime) -> str:
        """A past moment in a column: the time of today, yesterday with its time, or the date."""
        days = (day_of(now) - day_of(at)).days
        if days == 0:
            return clock_time(at)
        if days == 1:
            return self.tr("yest. {time}").format(time=clock_time(at))
        return written_day(at)

    def moment_in_full(self, at: datetime, now: datetime) -> str:
        """A past moment in a sentence: always with its time."""
        days = (day_of(now) - day_of(at)).days
        if days == 0:
            return self.tr("today {time}").format(time=clock_time(at))
        if days == 1:
            return self.tr("yesterday {time}").format(time=clock_time(at))
        return f"{written_day(at)} {clock_time(at)}"

    def since(self, at: datetime, now: datetime) -> str:
        """How long something has lasted."""
        return self.tr("for {span}").format(span=self.span(now - at))

    def span(self, length: timedelta) -> str:
        """A length of time: minutes, hours with minutes, or whole days."""
        minutes = max(int(length.total_seconds() // 60), 0)
        if minutes >= _DAY_MINUTES:
            return self.tr("%n day(s)", "", minutes // _DAY_MINUTES)
        hours, rest = divmod(minutes, 60)
        if not hours:
            return self.tr("{minutes} min").format(minutes=rest)
        if not rest or hours >= _HOURS_ALONE:
            return self.tr("{hours} h").format(hours=hours)
        return self.tr("{hours} h {minutes} min").format(hours=hours, minutes=rest)

    def _ahead(self, at: datetime, days: int) -> str:
        if days == 1:
            return self.tr("tomorrow {time}").format(time=clock_time(at))
        return written_day(at)


def clock_time(at: datetime) -> str:
    """Hour and minute at the branch, isolated for display."""
    return isolate(at.astimezone(BRANCH_ZONE).strftime("%H:%M"))


def written_day(at: datetime) -> str:
    """The branch's Gregorian day, year first, isolated for display."""
    return isolate(day_of(at).strftime("%Y/%m/%d"))
