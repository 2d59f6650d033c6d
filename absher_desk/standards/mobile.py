"""Saudi mobile numbers, kept as E.164; their ranges come from libphonenumber's metadata.

A one-time code may go to a mobile only, so landlines, toll-free and unified numbers are refused.
"""

import re
from functools import cache
from typing import Any, Final

from absher_desk.standards.digits import is_digits, normalise
from absher_desk.standards.problems import Malformed

COUNTRY_CODE: Final = "966"

_BRACKETS: Final = dict.fromkeys(map(ord, "()./"))


def parse_mobile(text: str) -> str:
    """The number in E.164, from any usual way of writing it, the wrong `+966 05…` included.

    Raises:
        Malformed: `mobile.empty`, `.letter`, `.foreign`, `.not-mobile`, `.leading-digit`,
            `.too-short`, `.too-long`, `.range`.

    >>> parse_mobile("٠٥٠ ١٢٣ ٤٥٦٧")
    '+966501234567'
    """
    national = _national(normalise(text).translate(_BRACKETS))
    if not _ranges().fullmatch(national):
        raise _refusal(national)
    return f"+{COUNTRY_CODE}{national}"


def national_format(mobile: str) -> str:
    """A stored number as people here write it.

    >>> national_format("+966501234567")
    '050 123 4567'
    """
    national = mobile.removeprefix(f"+{COUNTRY_CODE}")
    return f"0{national[:2]} {national[2:5]} {national[5:]}"


def masked_mobile(mobile: str) -> str:
    """A stored number of which only the range and the last two digits can be read.

    >>> masked_mobile("+966501234567")
    '05• ••• ••67'
    """
    return f"05• ••• ••{mobile[-2:]}"


def _national(value: str) -> str:
    """The part after the country code, without the trunk 0."""
    if not value:
        raise Malformed("mobile.empty")
    digits = value.removeprefix("+")
    if not is_digits(digits):
        raise Malformed("mobile.letter")
    if value.startswith(("+", "00", COUNTRY_CODE)):
        digits = digits.removeprefix("00")
        if not digits.startswith(COUNTRY_CODE):
            raise Malformed("mobile.foreign")
        digits = digits.removeprefix(COUNTRY_CODE)
    return digits.removeprefix("0")


@cache
def _ranges() -> re.Pattern[str]:
    from phonenumbers import PhoneMetadata  # noqa: PLC0415  (no window needs it to open)

    # The stubs allow for regions without metadata; this one has it.
    metadata: Any = PhoneMetadata.metadata_for_region("SA")
    return re.compile(metadata.mobile.national_number_pattern)


def _refusal(national: str) -> Malformed:
    """Which fault to tell, the most telling one first."""
    if len(national) > 15:  # of any country (E.164 §6.1); thousands of digits are no integer
        return Malformed("mobile.too-long")
    from phonenumbers import PhoneNumber, PhoneNumberType, number_type  # noqa: PLC0415

    number = PhoneNumber(country_code=int(COUNTRY_CODE), national_number=int(national or "0"))
    if number_type(number) is not PhoneNumberType.UNKNOWN:
        return Malformed("mobile.not-mobile")
    if not national.startswith("5"):
        return Malformed("mobile.leading-digit")
    if len(national) < 9:
        return Malformed("mobile.too-short")
    if len(national) > 9:
        return Malformed("mobile.too-long")
    return Malformed("mobile.range", digits=f"0{national[:4]}")
