"""National addresses (العنوان الوطني) as Saudi Post defines their parts.

What cannot be is refused; what two parts say against each other (the digits of the short address
and the building, the postal zone and the region) is a warning, for the rules have exceptions.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from absher_desk.standards.digits import ascii_digits, normalise
from absher_desk.standards.names import clean_name
from absher_desk.standards.problems import Malformed, MalformedMany, Problem
from absher_desk.standards.regions import BY_CODE, POSTAL_ZONES, REGIONS, parse_region

__all__ = ["REGIONS", "NationalAddress", "parse_address", "parse_short_address"]

MAX_TEXT: Final = 100

_SHORT: Final = re.compile(r"[A-Z]{4}[0-9]{4}")
_UNKNOWN: Final = frozenset({"Cs", "Co", "Cn"})


@dataclass(frozen=True, slots=True)
class NationalAddress:
    """A complete national address; `region` is an ISO 3166-2 code, `unit` may be empty."""

    short: str
    building: str
    street: str
    secondary: str
    district: str
    city: str
    postal_code: str
    region: str
    unit: str = ""


def parse_short_address(text: str) -> str:
    """The short address: four Latin letters and four digits, the digits being the building.

    Raises:
        Malformed: `address.short-empty`, `.short-form`.

    >>> parse_short_address("rabc ١٢٣٤")
    'RABC1234'
    """
    value = normalise(text).upper()
    if not value:
        raise Malformed("address.short-empty")
    if not _SHORT.fullmatch(value):
        raise Malformed("address.short-form")
    return value


def parse_address(parts: Mapping[str, object]) -> tuple[NationalAddress, tuple[Problem, ...]]:
    """An address from its parts by name, and the warnings about it.

    Raises:
        MalformedMany: every fault, each with the part as its path: `address.missing`,
            `.not-text`, `.short-form`, `.building`, `.secondary`, `.postal-code`, `.unit`,
            `.too-long`, `.character` (no text in any script), `region.unknown`.
    """
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for part, parse in _PARTS.items():
        try:
            values[part] = _parse_part(part, parts.get(part), parse)
        except Malformed as fault:
            problems.append(fault.problem.at(part))
    if problems:
        raise MalformedMany(problems)
    address = NationalAddress(**values)
    return address, tuple(_doubts(address))


def _parse_part(part: str, given: object, parse: Callable[[str], str]) -> str:
    if given is None or given == "":
        if part == "unit":
            return ""
        raise Malformed("address.missing")
    if not isinstance(given, str):
        raise Malformed("address.not-text")
    return parse(given)


def _of_form(code: str, form: str) -> Callable[[str], str]:
    has_form = re.compile(form).fullmatch

    def parse(text: str) -> str:
        value = normalise(text)
        if not has_form(value):
            raise Malformed(code)
        return value

    return parse


def _text(text: str) -> str:
    value = ascii_digits(clean_name(text))
    if not value:
        raise Malformed("address.missing")
    if len(value) > MAX_TEXT:
        raise Malformed("address.too-long", max=MAX_TEXT)
    if not value.isprintable() and not _UNKNOWN.isdisjoint(map(unicodedata.category, value)):
        raise Malformed("address.character")
    return value


def _region_code(text: str) -> str:
    return parse_region(text).code


_PARTS: Final[Mapping[str, Callable[[str], str]]] = {
    "short": parse_short_address,
    "building": _of_form("address.building", r"[0-9]{4}"),
    "street": _text,
    "secondary": _of_form("address.secondary", r"[0-9]{4}"),
    "district": _text,
    "city": _text,
    "postal_code": _of_form("address.postal-code", r"[0-9]{5}"),
    "region": _region_code,
    "unit": _of_form("address.unit", r"[0-9]{1,6}"),
}


def _doubts(address: NationalAddress) -> Iterator[Problem]:
    if address.short[4:] != address.building:
        yield Problem("address.short-building", "short")
    zone = address.postal_code[0]
    if zone not in POSTAL_ZONES:
        yield Problem("address.postal-zone", "postal_code", {"digit": zone})
    elif zone != BY_CODE[address.region].postal_zone:
        yield Problem("address.postal-region", "postal_code", {"digit": zone})
