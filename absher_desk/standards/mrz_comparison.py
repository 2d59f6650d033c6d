"""A scanned machine-readable zone against the record, field by field.

Check digits do not cover sex and nationality, and letters ten apart (A/K/U) look alike to them;
only the record shows such a change (ICAO 9303-3 §4.9, 9303-4 §4.2.4).
"""

from collections.abc import Callable

from absher_desk.standards.mrz_check_digits import check_digit
from absher_desk.standards.mrz_content import MrzContent, name_of
from absher_desk.standards.mrz_names import TD3_WIDTH, name_agrees
from absher_desk.standards.problems import Problem

_Agreement = Callable[[MrzContent, MrzContent], bool]


def differences(
    scanned: MrzContent, record: MrzContent, *, name_width: int = TD3_WIDTH
) -> tuple[Problem, ...]:
    """Where a scanned zone differs from the record, as `mrz.differs.<field>` at path `<field>`.

    A number that differs under the same check digit is `mrz.differs.number-unseen`. Names agree
    when the scanned one is a possible truncation of the record's; a document code without second
    letter agrees with any of its kind; optional data are compared when the record has some.

    >>> from datetime import date
    >>> from absher_desk.standards.mrz import parse_td3
    >>> upper = "PPUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
    >>> book = "L898902C36UTO7408122{}1204159ZE184226B<<<<<10"
    >>> female, male = (
    ...     parse_td3(upper + book.format(sex), on=date(2026, 11, 23)) for sex in ("F", "M")
    ... )
    >>> [problem.code for problem in differences(male, female)]
    ['mrz.differs.sex']
    """
    found = [
        Problem(_code(name, scanned, record), name)
        for name, agrees in AGREEMENTS.items()
        if not agrees(scanned, record)
    ]
    if not name_agrees(
        name_of(scanned, name_width), record.primary, record.secondary, width=name_width
    ):
        found.append(Problem("mrz.differs.name", "name"))
    return tuple(found)


def _same(name: str) -> _Agreement:
    return lambda scanned, record: bool(getattr(scanned, name) == getattr(record, name))


def _codes_agree(scanned: MrzContent, record: MrzContent) -> bool:
    codes = scanned.document_code, record.document_code
    shortest = min(map(len, codes))
    return codes[0][:shortest] == codes[1][:shortest]


def _optional_agrees(scanned: MrzContent, record: MrzContent) -> bool:
    return not record.optional or scanned.optional == record.optional


def _code(name: str, scanned: MrzContent, record: MrzContent) -> str:
    if name == "number" and _digits_agree(scanned.number, record.number):
        return "mrz.differs.number-unseen"
    return f"mrz.differs.{name.replace('_', '-')}"


def _digits_agree(scanned: str, record: str) -> bool:
    return check_digit(scanned) == check_digit(record)


AGREEMENTS: dict[str, _Agreement] = {
    "document_code": _codes_agree,
    "issuing_state": _same("issuing_state"),
    "number": _same("number"),
    "nationality": _same("nationality"),
    "birth": _same("birth"),
    "sex": _same("sex"),
    "expiry": _same("expiry"),
    "optional": _optional_agrees,
}
"""How each field but the name is compared."""
