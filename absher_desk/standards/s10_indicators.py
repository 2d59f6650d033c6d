"""Service indicators of postal items: the first two letters of a number (UPU S10-12)."""

from enum import StrEnum
from typing import Final


class IndicatorUse(StrEnum):
    """What an indicator stands for; the last three can not be given to an item."""

    EXPRESS = "express"
    REGISTERED = "registered"
    TRACKED = "tracked"
    INSURED = "insured"
    PARCEL = "parcel"
    CUSTOMS_LETTER = "customs-letter"
    ECOMMERCE = "ecommerce"
    M_BAG = "m-bag"
    BUSINESS_REPLY = "business-reply"
    BILATERAL = "bilateral"
    DOMESTIC = "domestic"
    UNASSIGNED = "unassigned"
    RESERVED = "reserved"
    NOT_AN_INDICATOR = "not-an-indicator"


REFUSED: Final = frozenset(
    {IndicatorUse.UNASSIGNED, IndicatorUse.RESERVED, IndicatorUse.NOT_AN_INDICATOR}
)

# First letter, range of the second, use.
_TABLE: Final = (
    ("E", "AW", IndicatorUse.EXPRESS),
    ("E", "XZ", IndicatorUse.BILATERAL),
    ("R", "AY", IndicatorUse.REGISTERED),
    ("R", "ZZ", IndicatorUse.BILATERAL),
    ("L", "AY", IndicatorUse.TRACKED),
    ("L", "ZZ", IndicatorUse.BILATERAL),
    ("V", "AY", IndicatorUse.INSURED),
    ("V", "ZZ", IndicatorUse.BILATERAL),
    ("C", "AY", IndicatorUse.PARCEL),
    ("C", "ZZ", IndicatorUse.BILATERAL),
    ("U", "AZ", IndicatorUse.CUSTOMS_LETTER),
    ("H", "AW", IndicatorUse.ECOMMERCE),
    ("H", "XZ", IndicatorUse.BILATERAL),
    ("M", "AZ", IndicatorUse.M_BAG),
    ("Q", "AZ", IndicatorUse.BUSINESS_REPLY),
    ("A", "VZ", IndicatorUse.DOMESTIC),
    ("B", "AZ", IndicatorUse.DOMESTIC),
    ("D", "AZ", IndicatorUse.DOMESTIC),
    ("G", "AA", IndicatorUse.DOMESTIC),
    ("G", "DD", IndicatorUse.DOMESTIC),
    ("N", "AZ", IndicatorUse.DOMESTIC),
    ("P", "AZ", IndicatorUse.DOMESTIC),
    ("Z", "AZ", IndicatorUse.DOMESTIC),
    ("J", "AZ", IndicatorUse.RESERVED),
    ("K", "AZ", IndicatorUse.RESERVED),
    ("S", "AZ", IndicatorUse.RESERVED),
    ("T", "AZ", IndicatorUse.RESERVED),
    ("W", "AZ", IndicatorUse.RESERVED),
)


def indicator_use(indicator: str) -> IndicatorUse:
    """What an indicator is for; whatever the standard does not give out is unassigned.

    >>> indicator_use("RR").value, indicator_use("JA").value, indicator_use("R1").value
    ('registered', 'reserved', 'not-an-indicator')
    """
    if len(indicator) != 2 or not (indicator.isascii() and indicator.isupper()):
        return IndicatorUse.NOT_AN_INDICATOR
    if not indicator.isalpha():
        return IndicatorUse.NOT_AN_INDICATOR
    for first, (low, high), use in _TABLE:
        if indicator[0] == first and low <= indicator[1] <= high:
            return use
    return IndicatorUse.UNASSIGNED
