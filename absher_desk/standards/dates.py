"""Dates in both calendars. The Hijri one is Umm al-Qura, and hijridate alone converts it.

Other calendars (ICU, Java, Qt) differ from it on most days before 1999 and many after 2029.
Stored dates are Gregorian; a Hijri date stated by a document is kept beside it as entered.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from hijridate import Gregorian, Hijri

from absher_desk.standards.bidi import without_controls
from absher_desk.standards.digits import ascii_digits
from absher_desk.standards.problems import Malformed

FIRST_DAY: Final = date(1924, 8, 1)
LAST_DAY: Final = date(2077, 11, 16)
FIRST_YEAR: Final = 1343
LAST_YEAR: Final = 1500

Agreement = Literal["same", "near", "different"]

_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})")


@dataclass(frozen=True, slots=True, order=True)
class HijriDate:
    """A day of the Umm al-Qura calendar, 1343-01-01 to 1500-12-30.

    Raises:
        Malformed: `date.hijri-range`, `date.month`, `date.hijri-day`.
    """

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise Malformed("date.hijri-range", first=FIRST_YEAR, last=LAST_YEAR)
        if not 1 <= self.month <= 12:
            raise Malformed("date.month", month=self.month)
        days = month_length(self.year, self.month)
        if not 1 <= self.day <= days:
            raise Malformed("date.hijri-day", days=days)

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d}-{self.day:02d}"


def month_length(year: int, month: int) -> int:
    """Days of a Hijri month, 29 or 30, for a year and month in range.

    >>> month_length(1447, 2), month_length(1448, 2)
    (29, 30)
    """
    return int(Hijri(year, month, 1, validate=False).month_length())


def parse_gregorian(text: str) -> date:
    """A Gregorian date written year first, with dashes or strokes, in either script.

    Raises:
        Malformed: `date.empty`, `date.form`, `date.month`, `date.day`, `date.year`.

    >>> parse_gregorian("٢٠٢٦/١١/٢٣")
    datetime.date(2026, 11, 23)
    """
    year, month, day = _numbers(text)
    if not year:
        raise Malformed("date.year")
    if not 1 <= month <= 12:
        raise Malformed("date.month", month=month)
    try:
        return date(year, month, day)
    except ValueError:
        raise Malformed("date.day") from None


def parse_hijri(text: str) -> HijriDate:
    """A Hijri date written year first, with dashes or strokes, in either script.

    Raises:
        Malformed: `date.empty`, `date.form`, and those of `HijriDate`.

    >>> str(parse_hijri("1448/6/13"))
    '1448-06-13'
    """
    return HijriDate(*_numbers(text))


def to_hijri(day: date) -> HijriDate:
    """The Umm al-Qura date of a Gregorian day.

    Raises:
        Malformed: `date.gregorian-range`.

    >>> str(to_hijri(date(2026, 11, 23)))
    '1448-06-13'
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Malformed("date.gregorian-range", first=str(FIRST_DAY), last=str(LAST_DAY))
    return HijriDate(*Gregorian(day.year, day.month, day.day).to_hijri().datetuple())


def to_gregorian(day: HijriDate) -> date:
    """The Gregorian day of an Umm al-Qura date.

    >>> to_gregorian(HijriDate(1446, 1, 1))
    datetime.date(2024, 7, 7)
    """
    return date(*Hijri(day.year, day.month, day.day, validate=False).to_gregorian().datetuple())


def agrees(gregorian: date, hijri: HijriDate) -> Agreement:
    """Whether two stated dates are one day; one day apart is `near`: a warning, not a fault.

    >>> agrees(date(2024, 7, 7), HijriDate(1446, 1, 2))
    'near'
    """
    apart = abs(to_gregorian(hijri) - gregorian)
    if not apart:
        return "same"
    return "near" if apart == timedelta(days=1) else "different"


def hijri_birthday(born: date, years: int) -> date:
    """The day somebody becomes that many Hijri years old.

    Same Hijri day and month, or the month's last day where it is shorter.

    Raises:
        Malformed: `date.gregorian-range`, `date.hijri-range`.

    >>> hijri_birthday(date(2005, 4, 9), 21)
    datetime.date(2025, 8, 23)
    """
    birth = to_hijri(born)
    year = birth.year + years
    if year > LAST_YEAR:
        raise Malformed("date.hijri-range", first=FIRST_YEAR, last=LAST_YEAR)
    day = min(birth.day, month_length(year, birth.month))
    return to_gregorian(HijriDate(year, birth.month, day))


def hijri_age(born: date, today: date) -> int:
    """Completed Hijri years on a day.

    Raises:
        Malformed: `date.before-birth`, `date.gregorian-range`.

    >>> hijri_age(date(2005, 4, 9), date(2025, 8, 22))
    20
    """
    if today < born:
        raise Malformed("date.before-birth")
    years = to_hijri(today).year - to_hijri(born).year
    return years if hijri_birthday(born, years) <= today else years - 1


def _numbers(text: str) -> tuple[int, int, int]:
    value = ascii_digits(without_controls(text)).strip()
    if not value:
        raise Malformed("date.empty")
    found = _YEAR_FIRST.fullmatch(value)
    if found is None:
        raise Malformed("date.form")
    return int(found[1]), int(found[3]), int(found[4])
