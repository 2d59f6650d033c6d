"""Months and years between days of the Gregorian calendar, as deadlines and fines count them."""

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the month's last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_since(first: date, day: date, *, started: bool) -> int:
    """Years from `first` to the day: completed ones, or with `started` also the one begun."""
    months = (day.year - first.year) * 12 + day.month - first.month
    years = max(0, months // 12 - (months_after(first, months // 12 * 12) > day))
    if started and day > first and months_after(first, years * 12) < day:
        years += 1
    return years
