"""What a machine-readable zone says, in the terms of the record (ICAO 9303-3 §4)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from absher_desk.standards.mrz_dates import BirthDate
from absher_desk.standards.mrz_names import MrzName
from absher_desk.standards.problems import Malformed

Sex = Literal["M", "F", "X"]

SEXES: dict[str, Sex] = {"M": "M", "F": "F", "<": "X"}
"""Sex by its mark; the page shows X where the zone has the filler (ICAO 9303-4 §4.1.1.1)."""

_INNER_FILLERS = r"[A-Z0-9](?:[A-Z0-9<]*[A-Z0-9])?"
_PATTERNS = {
    "document_code": re.compile(r"[A-Z]{1,2}"),
    "issuing_state": re.compile(r"[A-Z]{1,3}"),
    "nationality": re.compile(r"[A-Z]{1,3}"),
    "number": re.compile(_INNER_FILLERS),
    "optional": re.compile(r"(?:[A-Z0-9<]*[A-Z0-9])?"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MrzContent:
    """One holder and one document, without fillers around the values.

    Names are components parted by spaces, States their codes of one to three letters. Raises
    `mrz.<field>` for a value that no zone can hold, as `mrz.number`.
    """

    document_code: str
    issuing_state: str
    primary: str
    secondary: str
    number: str
    nationality: str
    birth: BirthDate
    sex: Sex
    expiry: date
    optional: str = ""

    def __post_init__(self) -> None:
        for name, pattern in _PATTERNS.items():
            if not pattern.fullmatch(getattr(self, name)):
                raise Malformed(f"mrz.{name.replace('_', '-')}")
        if self.sex not in SEXES.values():
            raise Malformed("mrz.sex")


def sex_of(mark: str) -> Sex:
    """The sex that a mark of the zone means; raises `mrz.sex`.

    >>> sex_of("<")
    'X'
    """
    if mark not in SEXES:
        raise Malformed("mrz.sex")
    return SEXES[mark]


def mark_of(sex: Sex) -> str:
    """The mark of a sex in the zone.

    >>> mark_of("X")
    '<'
    """
    return next(mark for mark, meaning in SEXES.items() if meaning == sex)


def name_of(content: MrzContent, width: int) -> MrzName:
    """The name of a read zone, with whether it filled its field of `width`."""
    joined = f"{content.primary}  {content.secondary}".rstrip()
    return MrzName(content.primary, content.secondary, len(joined) >= width)
