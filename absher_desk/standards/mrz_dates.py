"""Dates of the machine-readable zone: two-digit years, unknown parts (ICAO 9303-3 §4.8).

The year is resolved by a window that slides with the date of the transaction, passed in.
"""

import re
from dataclasses import dataclass
from datetime import date

from absher_desk.standards.problems import Malformed

EXPIRY_YEARS_AHEAD = 20
"""An expiry lies at most this many years after the transaction, so 79 before it at most."""

_LEAP_YEAR = 2000
_LONGEST_MONTH = 1
_PARTS = re.compile(r"([0-9]{2}|<<)([0-9]{2}|<<)([0-9]{2}|<<)")


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A date of birth whose parts may be unknown (`None`); raises `mrz.birth` if it cannot exist.

    >>> BirthDate(1990, 1, 15).as_date()
    datetime.date(1990, 1, 15)
    >>> BirthDate(1990).as_date() is None
    True
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        year, month = self.year or _LEAP_YEAR, self.month or _LONGEST_MONTH
        if 0 in (self.year, self.month, self.day):
            raise Malformed("mrz.birth")
        _date(year, month, self.day or 1, "mrz.birth")

    @classmethod
    def of(cls, known: date) -> "BirthDate":
        """A date of birth known to the day."""
        return cls(known.year, known.month, known.day)

    def as_date(self) -> date | None:
        """The calendar day, or nothing when a part is unknown."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def write_birth(birth: BirthDate) -> str:
    """YYMMDD, fillers for the unknown parts (ICAO 9303-3 §4.8).

    >>> write_birth(BirthDate(1990, 1))
    '9001<<'
    """
    year = None if birth.year is None else birth.year % 100
    return "".join(
        "<<" if part is None else f"{part:02}" for part in (year, birth.month, birth.day)
    )


def read_birth(text: str, *, on: date) -> BirthDate:
    """The birth that YYMMDD means on a day: the latest that is not in the future.

    Raises `mrz.birth`.

    >>> read_birth("900115", on=date(2026, 11, 23))
    BirthDate(year=1990, month=1, day=15)
    >>> read_birth("261124", on=date(2026, 11, 23)).year
    1926
    >>> read_birth("<<<<<<", on=date(2026, 11, 23))
    BirthDate(year=None, month=None, day=None)
    """
    matched = _PARTS.fullmatch(text)
    if matched is None:
        raise Malformed("mrz.birth")
    year, month, day = (None if part == "<<" else int(part) for part in matched.groups())
    if year is None:
        return BirthDate(None, month, day)
    full_year = _latest_year(year, on.year)
    if (full_year, month or 1, day or 1) > (on.year, on.month, on.day):
        full_year -= 100
    return BirthDate(full_year, month, day)


def write_expiry(expiry: date) -> str:
    """YYMMDD of a date of expiry.

    >>> write_expiry(date(2036, 1, 14))
    '360114'
    """
    return f"{expiry.year % 100:02}{expiry.month:02}{expiry.day:02}"


def read_expiry(text: str, *, on: date) -> date:
    """The expiry that YYMMDD means on a day: in the near future, else in the past.

    Raises `mrz.expiry`. The window ends `EXPIRY_YEARS_AHEAD` years after `on`.

    >>> read_expiry("360114", on=date(2026, 11, 23))
    datetime.date(2036, 1, 14)
    >>> read_expiry("940623", on=date(2026, 11, 23))
    datetime.date(1994, 6, 23)
    """
    matched = _PARTS.fullmatch(text)
    if matched is None or "<" in text:
        raise Malformed("mrz.expiry")
    year, month, day = map(int, matched.groups())
    return _date(_latest_year(year, on.year + EXPIRY_YEARS_AHEAD), month, day, "mrz.expiry")


def _latest_year(two_digits: int, latest: int) -> int:
    """The last year up to `latest` that ends with the two digits."""
    return latest - (latest - two_digits) % 100


def _date(year: int, month: int, day: int, code: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Malformed(code) from None
