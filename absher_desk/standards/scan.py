"""What was scanned: a wedge scanner's text is turned back to Latin and recognised by its shape.

Lengths tell numbers apart: identity 10 digits, bag 13, manifest 14, request 15; a postal item has
13 characters, a blank a letter and 8 digits, a machine-readable zone lines of 44 or 30, a visible
digital seal begins with DC 02 or DC 03 (ICAO 9303-13). Everything else is text to search for.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from absher_desk.standards import identity, postal_numbers, request_number, s10
from absher_desk.standards.bidi import without_controls
from absher_desk.standards.digits import normalise
from absher_desk.standards.keyboard_layout import readings
from absher_desk.standards.problems import Malformed, Problem


class ScanKind(StrEnum):
    """What a scan is; `TEXT` is all that is no code of ours."""

    IDENTITY = "identity"
    REQUEST = "request"
    POSTAL_ITEM = "postal-item"
    BLANK = "blank"
    BAG = "bag"
    MANIFEST = "manifest"
    MRZ = "mrz"
    SEAL = "seal"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Scan:
    """A recognised scan: `value` as it is stored; zone lines are parted by a newline, seals in hex.

    `problem` is set on text that has the shape of a code but breaks its rule, such as a wrong
    check digit: the scan was misread, or the number mistyped.
    """

    kind: ScanKind
    value: str
    problem: Problem | None = None


def recognise(text: str) -> Scan:
    """What a scanner or a hand put into the scan field; never raises.

    >>> recognise("٤٨-١١٠١-٠٠٠٠١٢٣-٨٤")
    Scan(kind=<ScanKind.REQUEST: 'request'>, value='481101000012384', problem=None)
    >>> recognise("نورة علي").kind
    <ScanKind.TEXT: 'text'>
    """
    problem: Problem | None = None
    for reading in readings(_hex_of_bytes(text)):
        compact = normalise(reading).upper()
        for kind, shape, value_of in _SHAPES:
            if not shape.fullmatch(compact):
                continue
            try:
                return Scan(kind, value_of(compact))
            except Malformed as fault:
                problem = problem or fault.problem
    return Scan(ScanKind.TEXT, " ".join(without_controls(text).split()), problem)


def _hex_of_bytes(text: str) -> str:
    """A seal sent byte by byte, as a serial scanner does, in the form of the others."""
    if text[:2] in {"\xdc\x02", "\xdc\x03"} and all(ord(byte) < 256 for byte in text):
        return text.encode("latin-1").hex()
    return text


def _zone_lines(width: int) -> Callable[[str], str]:
    return lambda zone: "\n".join(zone[at : at + width] for at in range(0, len(zone), width))


_TD3_FIRST: Final = r"P[A-Z<][A-Z<]{3}[A-Z0-9<]{39}"
_TD3_SECOND: Final = (
    r"[A-Z0-9<]{9}[0-9][A-Z<]{3}[0-9<]{6}[0-9][MF<][0-9<]{6}[0-9][A-Z0-9<]{14}[0-9<][0-9]"
)
_TD1: Final = r"[AIC][A-Z<][A-Z<]{3}[A-Z0-9<]{25}[0-9<]{6}[0-9][MF<][0-9<]{6}[0-9][A-Z0-9<]{45}"

_Shape = tuple[ScanKind, re.Pattern[str], Callable[[str], str]]
_SHAPES: Final[tuple[_Shape, ...]] = (
    (ScanKind.IDENTITY, re.compile(r"[12347][0-9]{9}"), lambda v: identity.parse_identity(v).value),
    (ScanKind.REQUEST, re.compile(r"[0-9]{15}"), lambda v: request_number.parse(v).value),
    (
        ScanKind.POSTAL_ITEM,
        re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}"),
        lambda v: s10.parse_s10(v).value,
    ),
    (ScanKind.BLANK, re.compile(r"[A-Z][0-9]{8}"), str),
    (ScanKind.BAG, re.compile(r"[0-9]{13}"), lambda v: postal_numbers.parse(v).value),
    (ScanKind.MANIFEST, re.compile(r"[0-9]{14}"), lambda v: postal_numbers.parse(v).value),
    (ScanKind.MRZ, re.compile(f"{_TD3_FIRST}(?:{_TD3_SECOND})?|{_TD3_SECOND}"), _zone_lines(44)),
    (ScanKind.MRZ, re.compile(_TD1), _zone_lines(30)),
    (ScanKind.SEAL, re.compile(r"DC0[23](?:[0-9A-F]{2}){16,}"), str),
)
