"""The named checks of fields: each name of the catalogue bound to its function.

A check looks at one cleaned value; whether what it finds refuses the request or only warns is
said here, in one table. What looks across fields is a rule (`rules.named`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from absher_desk.catalogue.situation import Situation
from absher_desk.standards import request_number
from absher_desk.standards.dates import FIRST_YEAR, LAST_YEAR
from absher_desk.standards.names import parse_name_part
from absher_desk.standards.problems import Malformed, Problem

_MOST: Final = 99
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NamedCheck:
    """A check of one cleaned value; `warns` makes what it finds a warning."""

    find: Callable[[object, Situation], tuple[Problem, ...]]
    warns: bool = False


def _not_future(value: object, situation: Situation) -> tuple[Problem, ...]:
    """A day that has come; a moment may be a day ahead, for its zone and the clocks of others."""
    text = str(value)
    if "T" in text:
        late = datetime.fromisoformat(text).date() > situation.today + _DAY
    else:
        late = date.fromisoformat(text) > situation.today
    return (Problem("details.in-future"),) if late else ()


def _accepted(value: object, _situation: Situation) -> tuple[Problem, ...]:
    return () if value is True else (Problem("details.not-accepted"),)


def _count(value: object, _situation: Situation) -> tuple[Problem, ...]:
    if isinstance(value, int) and 0 <= value <= _MOST:
        return ()
    return (Problem("details.count", values={"max": _MOST}),)


def _positive(value: object, _situation: Situation) -> tuple[Problem, ...]:
    return (Problem("details.at-least-one"),) if value == 0 else ()


def _at_least_one(value: object, situation: Situation) -> tuple[Problem, ...]:
    return _positive(value, situation) or _count(value, situation)


def _digits(value: object, _situation: Situation) -> tuple[Problem, ...]:
    return () if str(value).isdecimal() else (Problem("details.digits"),)


def _establishment(value: object, _situation: Situation) -> tuple[Problem, ...]:
    return () if str(value).startswith("7") else (Problem("details.establishment"),)


def _hijri_year(value: object, _situation: Situation) -> tuple[Problem, ...]:
    if isinstance(value, int) and FIRST_YEAR <= value <= LAST_YEAR:
        return ()
    return (Problem("details.hijri-year", values={"first": FIRST_YEAR, "last": LAST_YEAR}),)


def _arabic_name(value: object, _situation: Situation) -> tuple[Problem, ...]:
    if any(sign.isascii() and sign.isalpha() for sign in str(value)):
        return (Problem("details.not-arabic"),)
    return _faults_of(parse_name_part, value)


def _request_number(value: object, _situation: Situation) -> tuple[Problem, ...]:
    return _faults_of(request_number.parse, value)


def _faults_of(parse: Callable[[str], object], value: object) -> tuple[Problem, ...]:
    try:
        parse(str(value))
    except Malformed as fault:
        return (fault.problem,)
    return ()


def _passport_number(value: object, situation: Situation) -> tuple[Problem, ...]:
    if re.fullmatch(situation.passport_number, str(value)):
        return ()
    return (Problem("details.passport-number"),)


CHECKS: Final[Mapping[str, NamedCheck]] = {
    "not-future": NamedCheck(_not_future),
    "accepted": NamedCheck(_accepted),
    "count": NamedCheck(_count),
    "at-least-one": NamedCheck(_at_least_one),
    "positive": NamedCheck(_positive),
    "digits": NamedCheck(_digits),
    "establishment": NamedCheck(_establishment),
    "hijri-year": NamedCheck(_hijri_year),
    "arabic-name": NamedCheck(_arabic_name),
    "request-number": NamedCheck(_request_number),
    "passport-number": NamedCheck(_passport_number, warns=True),
}
