"""Ten-digit numbers of persons and establishments (SAMA rulebook, appendix on the MOI number).

The leading digit hints at the holder, the last is a Luhn check digit. Luhn misses the swap of 0
and 9, and a tax number also begins with 3: a number that passes is well formed, not proved.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from absher_desk.standards.digits import is_digits, normalise
from absher_desk.standards.problems import Malformed, Problem

LENGTH: Final = 10


class IdentityType(StrEnum):
    """Who holds the number."""

    CITIZEN = "citizen"
    RESIDENT = "resident"
    BORDER = "border"
    ESTABLISHMENT = "establishment"


LEADING_DIGITS: Final[Mapping[str, IdentityType]] = {
    "1": IdentityType.CITIZEN,
    "2": IdentityType.RESIDENT,
    "3": IdentityType.BORDER,
    "4": IdentityType.BORDER,
    "7": IdentityType.ESTABLISHMENT,
}


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """A well-formed number: ten ASCII digits, whose it is, and what to look at twice."""

    value: str
    type: IdentityType
    warnings: tuple[Problem, ...] = ()


def parse_identity(
    text: str,
    type: IdentityType | None = None,  # noqa: A002 - the field's own word, and the feed's
    *,
    leading_digits: Mapping[str, IdentityType] = LEADING_DIGITS,
) -> IdentityNumber:
    """Read a number as typed, scanned or received, of the type that was asked for or stated.

    Without `type`, that of the result is no more than the leading digit's hint (`guess_type`).
    A sole establishment carries its Saudi owner's number, so `establishment` also accepts a
    leading 1. For numbers that begin with 7 the checksum only warns (8 of 9 samples hold it).

    Raises:
        Malformed: `identity.empty`, `.letter`, `.length`, `.leading-digit`, `.type-mismatch`,
            `.checksum`.

    >>> parse_identity("١٢٣٤-٥٦٧ 897").type
    <IdentityType.CITIZEN: 'citizen'>
    """
    value = normalise(text)
    _check_form(value)
    holder = leading_digits.get(value[0])
    if holder is None:
        raise Malformed("identity.leading-digit", allowed=", ".join(leading_digits))
    if type is not None and not _may_hold(type, holder):
        raise Malformed("identity.type-mismatch", digit=value[0])
    warnings: tuple[Problem, ...] = ()
    if check_digit(value[:-1]) != value[-1]:
        if holder is not IdentityType.ESTABLISHMENT:
            raise Malformed("identity.checksum")
        warnings = (Problem("identity.establishment-checksum"),)
    return IdentityNumber(value, type or holder, warnings)


def guess_type(text: str) -> IdentityType | None:
    """Whose number the leading digit suggests; a hint for a form, never a fact.

    >>> guess_type("2"), guess_type("9")
    (<IdentityType.RESIDENT: 'resident'>, None)
    """
    return LEADING_DIGITS.get(normalise(text)[:1])


def check_digit(body: str) -> str:
    """The Luhn digit for the first nine digits (ISO/IEC 7812-1 annex B).

    >>> check_digit("123456789")
    '7'
    """
    total = sum(map(int, body[1::2])) + sum(_DOUBLED[int(digit)] for digit in body[::2])
    return str(-total % 10)


def masked(value: str) -> str:
    """The number for lists and logs of work: kind and last two digits stay readable.

    >>> masked("1234567897")
    '1•••••••97'
    """
    if len(value) != LENGTH:
        return "•" * len(value)
    return f"{value[0]}{'•' * 7}{value[-2:]}"


_DOUBLED: Final = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def _check_form(value: str) -> None:
    if not value:
        raise Malformed("identity.empty")
    if not is_digits(value):
        raise Malformed("identity.letter")
    if len(value) != LENGTH:
        raise Malformed("identity.length", length=len(value))


def _may_hold(asked: IdentityType, holder: IdentityType) -> bool:
    sole = asked is IdentityType.ESTABLISHMENT and holder is IdentityType.CITIZEN
    return asked is holder or sole
