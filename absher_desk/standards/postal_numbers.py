"""Numbers of mail bags and of manifests (بيان الإرسالية): digits only, ISO 7064 MOD 97-10 check.

Hijri year (2) · branch (4) · serial in branch and year · check (2). A bag's serial has 5 digits,
a manifest's 6, so that a scan is known by its length: identity 10, bag 13, manifest 14,
request 15.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from absher_desk.standards import mod97
from absher_desk.standards.digits import is_digits, normalise
from absher_desk.standards.problems import Malformed


class PostalKind(IntEnum):
    """What the number stands on; its value is the number's length."""

    BAG = 13
    MANIFEST = 14

    @property
    def serial_digits(self) -> int:
        """Width of the serial: what year, branch and check leave."""
        return self.value - 8


MAX_SERIAL: Final = {kind: 10**kind.serial_digits - 1 for kind in PostalKind}


@dataclass(frozen=True, slots=True)
class PostalNumber:
    """The parts of a bag's or manifest's number; `hijri_year` has two digits, `branch` four."""

    kind: PostalKind
    hijri_year: int
    branch: str
    serial: int

    @property
    def value(self) -> str:
        """The digits as printed in the barcode."""
        return compose(self.kind, self.hijri_year, self.branch, self.serial)


def compose(kind: PostalKind, hijri_year: int, branch: str, serial: int) -> str:
    """The digits of a bag or manifest: two-digit Hijri year, branch code, serial from 1.

    Raises:
        Malformed: `postal-number.year`, `.branch`, `.serial` (the branch's year is used up).

    >>> compose(PostalKind.BAG, 48, "1101", 7)
    '4811010000766'
    """
    if not 0 <= hijri_year <= 99:
        raise Malformed("postal-number.year")
    if len(branch) != 4 or not is_digits(branch):
        raise Malformed("postal-number.branch")
    if not 1 <= serial <= MAX_SERIAL[kind]:
        raise Malformed("postal-number.serial", max=MAX_SERIAL[kind])
    body = f"{hijri_year:02d}{branch}{serial:0{kind.serial_digits}d}"
    return f"{mod97.with_check(int(body)):0{kind.value}d}"


def parse(text: str) -> PostalNumber:
    """The parts of a bag or manifest number as typed or scanned; its length says which it is.

    Raises:
        Malformed: `postal-number.empty`, `.letter`, `.length`, `.checksum`, `.serial`.
    """
    value = normalise(text)
    if not value:
        raise Malformed("postal-number.empty")
    if not is_digits(value):
        raise Malformed("postal-number.letter")
    if len(value) not in set(PostalKind):
        raise Malformed("postal-number.length", length=len(value))
    if not mod97.holds(int(value)):
        raise Malformed("postal-number.checksum")
    kind, serial = PostalKind(len(value)), int(value[6:-2])
    if not serial:
        raise Malformed("postal-number.serial", max=MAX_SERIAL[kind])
    return PostalNumber(kind, int(value[:2]), value[2:6], serial)


def grouped(value: str) -> str:
    """A stored number as it is shown: year, branch, serial, check.

    >>> grouped("4811010000766")
    '48-1101-00007-66'
    """
    return f"{value[:2]}-{value[2:6]}-{value[6:-2]}-{value[-2:]}"
