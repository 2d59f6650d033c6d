"""What a machine-readable zone says, in the terms of the record (ICAO 9303-3 §4)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from absher_desk.standards.mrz_check_digits import FILLER
from absher_desk.standards.mrz_dates import BirthDate, read_birth, read_expiry
from absher_desk.standards.mrz_names import MrzName, read_name
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


def content_of(fields: Mapping[str, str], *, on: date) -> MrzContent:
    """What the fields of a zone say, fillers and all; years of two digits are seen from `on`.

    Raises `mrz.name.field`, `mrz.birth`, `mrz.sex`, `mrz.expiry` and `mrz.<field>`.
    """
    name = read_name(fields["name"])
    return MrzContent(
        primary=name.primary,
        secondary=name.secondary,
        birth=read_birth(fields["birth"], on=on),
        sex=sex_of(fields["sex"]),
        expiry=read_expiry(fields["expiry"], on=on),
        **{field: fields[field].rstrip(FILLER) for field in _PATTERNS},
    )


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
