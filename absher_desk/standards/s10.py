"""Postal item numbers (UPU S10): indicator, eight-digit serial, check digit, operator's country.

The check digit covers the serial alone; indicator and country are checked by themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from absher_desk.standards.countries import ALPHA_3
from absher_desk.standards.digits import is_digits, normalise
from absher_desk.standards.problems import Malformed
from absher_desk.standards.s10_indicators import REFUSED, indicator_use

LENGTH: Final = 13
MAX_SERIAL: Final = 99_999_999
REUSE_MONTHS: Final = 24
"""Months in which a serial must not come again: 12 by the standard, 24 advised."""

_WEIGHTS: Final = (8, 6, 4, 2, 3, 5, 9, 7)
_CHECK_DIGITS: Final = "50987654321"


@dataclass(frozen=True, slots=True)
class PostalItem:
    """The parts of an S10 number."""

    indicator: str
    serial: int
    country: str

    @property
    def value(self) -> str:
        """The thirteen characters, as the barcode holds them."""
        return compose(self.indicator, self.serial, self.country)


@dataclass(frozen=True, slots=True)
class SerialRange:
    """Serials allotted to a branch by the operator, `first` to `last`, both included.

    Raises:
        Malformed: `s10.indicator`, `s10.serial`, `s10.range` (ends before it begins).
    """

    indicator: str
    first: int
    last: int

    def __post_init__(self) -> None:
        _check_indicator(self.indicator)
        _check_serial(self.first)
        _check_serial(self.last)
        if self.last < self.first:
            raise Malformed("s10.range")

    @property
    def size(self) -> int:
        """How many items the range can number."""
        return self.last - self.first + 1

    def __contains__(self, item: PostalItem) -> bool:
        return item.indicator == self.indicator and self.first <= item.serial <= self.last

    def overlaps(self, other: "SerialRange") -> bool:
        """Whether a number could be given out by both.

        >>> SerialRange("RR", 1, 10).overlaps(SerialRange("RR", 10, 20))
        True
        """
        same = self.indicator == other.indicator
        return same and self.first <= other.last and other.first <= self.last

    def numbers(self, country: str = "SA") -> Iterator[str]:
        """Every number of the range in order.

        >>> list(SerialRange("EE", 0, 1).numbers())
        ['EE000000005SA', 'EE000000014SA']
        """
        return (compose(self.indicator, n, country) for n in range(self.first, self.last + 1))


def parse_s10(text: str) -> PostalItem:
    """The parts of a number as typed or scanned, grouped or not, in either case.

    Raises:
        Malformed: `s10.empty`, `.length`, `.indicator`, `.digits`, `.checksum`, `.country`.

    >>> parse_s10("rr 473 124 829 gb")
    PostalItem(indicator='RR', serial=47312482, country='GB')
    """
    value = normalise(text).upper()
    if not value:
        raise Malformed("s10.empty")
    if len(value) != LENGTH:
        raise Malformed("s10.length", length=len(value))
    indicator, digits, country = value[:2], value[2:11], value[11:]
    _check_indicator(indicator)
    if not is_digits(digits):
        raise Malformed("s10.digits")
    serial = int(digits[:8])
    if check_digit(serial) != digits[8]:
        raise Malformed("s10.checksum")
    _check_country(country)
    return PostalItem(indicator, serial, country)


def compose(indicator: str, serial: int, country: str = "SA") -> str:
    """The thirteen characters of an item's number.

    Raises:
        Malformed: `s10.indicator`, `.serial`, `.country`.

    >>> compose("RR", 47312482, "GB")
    'RR473124829GB'
    """
    _check_indicator(indicator)
    _check_serial(serial)
    _check_country(country)
    return f"{indicator}{serial:08d}{check_digit(serial)}{country}"


def check_digit(serial: int) -> str:
    """The check digit of a serial: weighted sum modulo 11, where 10 becomes 0 and 11 becomes 5.

    >>> check_digit(47312482), check_digit(8), check_digit(15)
    ('9', '0', '5')
    """
    total = sum(w * int(digit) for w, digit in zip(_WEIGHTS, f"{serial:08d}", strict=True))
    return _CHECK_DIGITS[total % 11]


def grouped(value: str) -> str:
    """A stored number as it is shown and printed beneath the bars (2-3-3-3-2).

    >>> grouped("EE471108151FR")
    'EE 471 108 151 FR'
    """
    return f"{value[:2]} {value[2:5]} {value[5:8]} {value[8:11]} {value[11:]}"


def may_be_reused(last_used: date, today: date, months: int = REUSE_MONTHS) -> bool:
    """Whether a serial last given to an item on that day may be given out again.

    >>> may_be_reused(date(2024, 11, 30), date(2026, 11, 30))
    True
    """
    apart = (today.year - last_used.year) * 12 + today.month - last_used.month
    return apart > months or (apart == months and today.day >= last_used.day)


def _check_indicator(indicator: str) -> None:
    use = indicator_use(indicator)
    if use in REFUSED:
        raise Malformed("s10.indicator")


def _check_serial(serial: int) -> None:
    if not 0 <= serial <= MAX_SERIAL:
        raise Malformed("s10.serial", max=MAX_SERIAL)


def _check_country(country: str) -> None:
    if country not in ALPHA_3:
        raise Malformed("s10.country")
