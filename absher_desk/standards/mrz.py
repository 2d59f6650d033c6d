"""Machine-readable zone of passports, TD3: two lines of 44 (ICAO 9303-4 §4.2.2)."""

from datetime import date

from absher_desk.standards.mrz_check_digits import FILLER
from absher_desk.standards.mrz_content import MrzContent, content_of, mark_of
from absher_desk.standards.mrz_dates import write_birth, write_expiry
from absher_desk.standards.mrz_document_codes import kind_of_document
from absher_desk.standards.mrz_lines import (
    Check,
    Span,
    check_digit_problems,
    require_check_digits,
    split_lines,
)
from absher_desk.standards.mrz_names import write_name
from absher_desk.standards.problems import Malformed, Problem

WIDTH = 44
NUMBER_WIDTH = 9
OPTIONAL_WIDTH = 14

FIELDS: dict[str, Span] = {
    "document_code": Span(1, 1, 2),
    "issuing_state": Span(1, 3, 5),
    "name": Span(1, 6, 44),
    "number": Span(2, 1, 9),
    "nationality": Span(2, 11, 13),
    "birth": Span(2, 14, 19),
    "sex": Span(2, 21, 21),
    "expiry": Span(2, 22, 27),
    "optional": Span(2, 29, 42),
}

CHECKS: dict[str, Check] = {
    "number": Check((Span(2, 1, 9),), 2, 10),
    "birth": Check((Span(2, 14, 19),), 2, 20),
    "expiry": Check((Span(2, 22, 27),), 2, 28),
    "optional": Check((Span(2, 29, 42),), 2, 43),
    "composite": Check((Span(2, 1, 10), Span(2, 14, 20), Span(2, 22, 43)), 2, 44),
}
"""Check digits of TD3; neither sex nor nationality is under any of them."""


def compose_td3(content: MrzContent, *, filler_when_no_optional: bool = False) -> tuple[str, str]:
    """The two lines of a passport (ICAO 9303-4 §4.2.2).

    An empty optional field gets the check digit 0, or the filler on wish; both are allowed.
    Raises `document-code.not-passport`, `mrz.number-too-long` (no overflow in TD3),
    `mrz.optional-too-long` and what `write_name` raises. Whether the document code may be issued
    is for `require_document_code`.

    >>> seen_on = date(2026, 11, 23)
    >>> lines = (
    ...     "PPUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    ...     "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ... )
    >>> compose_td3(parse_td3("".join(lines), on=seen_on)) == lines
    True
    """
    kind_of_document(content.document_code)
    _require_room(content)
    first = _filled(content.document_code, 2) + _filled(content.issuing_state, 3)
    number = _filled(content.number, NUMBER_WIDTH)
    optional = _filled(content.optional, OPTIONAL_WIDTH)
    # Check digits are filled in below, the composite last as it covers the others.
    second = (
        f"{number}0{_filled(content.nationality, 3)}{write_birth(content.birth)}0"
        f"{mark_of(content.sex)}{write_expiry(content.expiry)}0{optional}00"
    )
    lines = [first + write_name(content.primary, content.secondary), second]
    for name, check in CHECKS.items():
        is_filler = name == "optional" and filler_when_no_optional and not content.optional
        digit = FILLER if is_filler else check.expected(lines)
        lines[1] = lines[1][: check.column - 1] + digit + lines[1][check.column :]
    return lines[0], lines[1]


def parse_td3(text: str, *, on: date) -> MrzContent:
    """What the two lines of a passport say; `on` is the day that two-digit years are seen from.

    Raises `mrz.lines`, `mrz.characters`, `document-code.not-passport`,
    `mrz.check-digit.<name>` for the first digit that fails, `mrz.name.field`, `mrz.birth`,
    `mrz.sex`, `mrz.expiry` and `mrz.<field>`. Matching digits prove neither sex nor nationality:
    see `mrz_comparison`.

    >>> passport = parse_td3(
    ...     "PPUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
    ...     "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ...     on=date(2026, 11, 23),
    ... )
    >>> passport.number, passport.primary, passport.birth.as_date()
    ('L898902C3', 'ERIKSSON', datetime.date(1974, 8, 12))
    """
    lines = split_lines(text, count=2, width=WIDTH)
    fields = {name: span.of(lines) for name, span in FIELDS.items()}
    kind_of_document(fields["document_code"].rstrip(FILLER))
    require_check_digits(_problems(lines))
    return content_of(fields, on=on)


def td3_problems(text: str) -> tuple[Problem, ...]:
    """Every check digit that fails, to point at the fields to read again.

    Raises `mrz.lines` and `mrz.characters`, as then there are no fields.

    >>> upper = "PPUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
    >>> wrong = "L898902C36UTO7408112F1204159ZE184226B<<<<<10"
    >>> [problem.path for problem in td3_problems(upper + wrong)]
    ['birth', 'composite']
    """
    return _problems(split_lines(text, count=2, width=WIDTH))


def _problems(lines: list[str]) -> tuple[Problem, ...]:
    return check_digit_problems(lines, CHECKS, filler_allowed="optional")


def _require_room(content: MrzContent) -> None:
    if len(content.number) > NUMBER_WIDTH:
        raise Malformed("mrz.number-too-long", width=NUMBER_WIDTH)
    if len(content.optional) > OPTIONAL_WIDTH:
        raise Malformed("mrz.optional-too-long", width=OPTIONAL_WIDTH)


def _filled(value: str, width: int) -> str:
    return value.ljust(width, FILLER)
