"""Request numbers (رقم المعاملة): 15 digits, so that any scanner on any keyboard reads them.

Hijri year (2) · branch (4) · serial in branch and year (7) · ISO 7064 MOD 97-10 check (2).
"""

from dataclasses import dataclass
from typing import Final

from absher_desk.standards import mod97
from absher_desk.standards.digits import is_digits, normalise
from absher_desk.standards.problems import Malformed

LENGTH: Final = 15
MAX_SERIAL: Final = 9_999_999


@dataclass(frozen=True, slots=True)
class RequestNumber:
    """The parts of a request number; `hijri_year` has two digits, `branch` four."""

    hijri_year: int
    branch: str
    serial: int

    @property
    def value(self) -> str:
        """The fifteen digits."""
        return compose(self.hijri_year, self.branch, self.serial)


def compose(hijri_year: int, branch: str, serial: int) -> str:
    """The fifteen digits of a request: two-digit Hijri year, branch code, serial from 1.

    Raises:
        Malformed: `request-number.year`, `.branch`, `.serial` (the branch's year is used up).

    >>> compose(48, "1101", 123)
    '481101000012384'
    """
    if not 0 <= hijri_year <= 99:
        raise Malformed("request-number.year")
    if len(branch) != 4 or not is_digits(branch):
        raise Malformed("request-number.branch")
    if not 1 <= serial <= MAX_SERIAL:
        raise Malformed("request-number.serial", max=MAX_SERIAL)
    body = hijri_year * 10**11 + int(branch) * 10**7 + serial
    return f"{mod97.with_check(body):015d}"


def parse(text: str) -> RequestNumber:
    """The parts of a number as typed or scanned, grouped or not, in either script.

    Raises:
        Malformed: `request-number.empty`, `.letter`, `.length`, `.checksum`, `.serial`.

    >>> parse("٤٨-١١٠١-٠٠٠٠١٢٣-٨٤").serial
    123
    """
    value = normalise(text)
    _check_form(value)
    if not mod97.holds(int(value)):
        raise Malformed("request-number.checksum")
    serial = int(value[6:13])
    if not serial:
        raise Malformed("request-number.serial", max=MAX_SERIAL)
    return RequestNumber(int(value[:2]), value[2:6], serial)


def grouped(value: str) -> str:
    """A stored number as it is shown: year, branch, serial, check.

    >>> grouped("481101000012384")
    '48-1101-0000123-84'
    """
    return f"{value[:2]}-{value[2:6]}-{value[6:13]}-{value[13:]}"


def _check_form(value: str) -> None:
    if not value:
        raise Malformed("request-number.empty")
    if not is_digits(value):
        raise Malformed("request-number.letter")
    if len(value) != LENGTH:
        raise Malformed("request-number.length", length=len(value))
