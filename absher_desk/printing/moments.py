"""Moments and days as documents show them: Riyadh time, both calendars, digits in isolates."""

from datetime import date, datetime
from functools import lru_cache

from absher_desk.standards.bidi import isolate
from absher_desk.standards.dates import FIRST_DAY, LAST_DAY, parse_hijri, to_hijri
from absher_desk.standards.opening_hours import RIYADH
from absher_desk.standards.shown_dates import both_calendars, shown_gregorian, shown_hijri

NOT_STATED = "—"


@lru_cache(maxsize=4096)
def hijri(day: date | None, stated: str | None = None) -> str:
    """Show the Hijri date that the document states, else the converted one, else a dash."""
    if stated:
        return shown_hijri(parse_hijri(stated), "ar")
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        return NOT_STATED
    return shown_hijri(to_hijri(day), "ar")


@lru_cache(maxsize=4096)
def gregorian(day: date | None) -> str:
    """Show as `2026/11/23 م`, or a dash."""
    return NOT_STATED if day is None else shown_gregorian(day, "ar")


def riyadh_day(moment: datetime) -> date:
    """Day of a moment (with time zone) on the branch's wall."""
    return moment.astimezone(RIYADH).date()


def clock(moment: datetime) -> str:
    """Riyadh time of day as `10:41`."""
    return isolate(f"{moment.astimezone(RIYADH):%H:%M}")


def moment_in_both(moment: datetime) -> str:
    """Both dates and the Riyadh time of a moment."""
    return f"{both_calendars(riyadh_day(moment), 'ar')}، {clock(moment)}"
