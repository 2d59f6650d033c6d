"""Machine-readable zone of identity cards, TD1: three lines of 30 (ICAO 9303-5 §4.2.2)."""

import re
from datetime import date

from absher_desk.standards.mrz_check_digits import FILLER, check_digit
from absher_desk.standards.mrz_content import MrzContent, content_of
from absher_desk.standards.mrz_lines import (
    Check,
    Span,
    check_digit_problems,
    require_check_digits,
    split_lines,
)
from absher_desk.standards.problems import Malformed, Problem

WIDTH = 30

FIELDS: dict[str, Span] = {
    "document_code": Span(1, 1, 2),
    "issuing_state": Span(1, 3, 5),
    "number": Span(1, 6, 14),
    "first_optional": Span(1, 16, 30),
    "birth": Span(2, 1, 6),
    "sex": Span(2, 8, 8),
    "expiry": Span(2, 9, 14),
    "nationality": Span(2, 16, 18),
    "second_optional": Span(2, 19, 29),
    "name": Span(3, 1, 30),
}

CHECKS: dict[str, Check] = {
    "birth": Check((Span(2, 1, 6),), 2, 7),
    "expiry": Check((Span(2, 9, 14),), 2, 15),
    "composite": Check((Span(1, 6, 30), Span(2, 1, 7), Span(2, 9, 15), Span(2, 19, 29)), 2, 30),
}
"""Check digits of TD1 at fixed places; that of the number moves when the number overflows."""

_NUMBER_DIGIT = Span(1, 15, 15)
_OVERFLOW = re.compile(r"([A-Z0-9]+)([0-9])(?:<(.*))?")
_CARD = re.compile(r"[ACI][A-Z]?")


def parse_td1(text: str, *, on: date) -> MrzContent:
    """What the three lines of an identity card say; `on` is the day two-digit years are seen from.

    A number longer than nine goes on in the optional field. `optional` holds the rest of that
    field and the one of line 2, parted by a filler if both are used. Raises as `parse_td3`, and
    `mrz.not-card` for a document code that no card has.

    >>> card = parse_td1(
    ...     "I<UTOD231458907<<<<<<<<<<<<<<<"
    ...     "7408122F1204159UTO<<<<<<<<<<<6"
    ...     "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    ...     on=date(2026, 11, 23),
    ... )
    >>> card.number, card.expiry
    ('D23145890', datetime.date(2012, 4, 15))
    """
    lines = split_lines(text, count=3, width=WIDTH)
    fields = {name: span.of(lines) for name, span in FIELDS.items()}
    if not _CARD.fullmatch(fields["document_code"].rstrip(FILLER)):
        raise Malformed("mrz.not-card")
    require_check_digits(_problems(lines))
    number, _, first_optional = _number(lines)
    parts = (first_optional, fields["second_optional"])
    optional = FILLER.join(part.rstrip(FILLER) for part in parts if part.strip(FILLER))
    return content_of({**fields, "number": number, "optional": optional}, on=on)


def td1_problems(text: str) -> tuple[Problem, ...]:
    """Every check digit that fails; raises `mrz.lines` and `mrz.characters`.

    >>> lines = ("I<UTOD231458907".ljust(30, "<"), "7408122F1204159UTO<<<<<<<<<<<5", "A" * 30)
    >>> [problem.path for problem in td1_problems("".join(lines))]
    ['composite']
    """
    return _problems(split_lines(text, count=3, width=WIDTH))


def _problems(lines: list[str]) -> tuple[Problem, ...]:
    number, digit, _ = _number(lines)
    fixed = check_digit_problems(lines, CHECKS)
    if digit == check_digit(number):
        return fixed
    return (Problem("mrz.check-digit.number", "number"), *fixed)


def _number(lines: list[str]) -> tuple[str, str, str]:
    """The number, its check digit and what is left of the first optional field.

    A filler in the digit's place says that the number goes on in the optional field, up to its
    check digit before the next filler (ICAO 9303-5 §4.2.2.2 note j).
    """
    number, digit = FIELDS["number"].of(lines), _NUMBER_DIGIT.of(lines)
    optional = FIELDS["first_optional"].of(lines).rstrip(FILLER)
    overflow = _OVERFLOW.fullmatch(optional) if digit == FILLER else None
    if overflow is None:
        return number, digit, optional
    return number + overflow[1], overflow[2], overflow[3] or ""
