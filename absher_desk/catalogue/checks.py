"""The named checks of fields and services: each name of the catalogue bound to its function.

A check looks at one cleaned value; whether what it finds refuses the request or only warns is
said here, in one table. A rule looks across fields and only ever warns.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from absher_desk.standards.account_names import USERNAME_MAX
from absher_desk.standards.problems import Problem

PASSPORT_NUMBER: Final = r"[A-Z][0-9]{6,8}"  # the old form; that of newer books is unconfirmed
_OWN_NUMBER: Final = frozenset({"national-id", "iqama"})
_MOST: Final = 99
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a check may know besides the value: the day, the applicant's number, dated settings."""

    today: date
    applicant_id: str | None = None
    username_max: int = USERNAME_MAX
    passport_number: str = PASSPORT_NUMBER


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


def _passport_number(value: object, situation: Situation) -> tuple[Problem, ...]:
    if re.fullmatch(situation.passport_number, str(value)):
        return ()
    return (Problem("details.passport-number"),)


def _own_identity_document(
    details: Mapping[str, object], situation: Situation
) -> tuple[Problem, ...]:
    """An ID card or iqama bears its holder's number; another number may be a dependant's."""
    if situation.applicant_id is None or details.get("document_type") not in _OWN_NUMBER:
        return ()
    if details.get("document_number") in {None, situation.applicant_id}:
        return ()
    return (Problem("details.other-holder", "document_number"),)


CHECKS: Final[Mapping[str, NamedCheck]] = {
    "not-future": NamedCheck(_not_future),
    "accepted": NamedCheck(_accepted),
    "count": NamedCheck(_count),
    "passport-number": NamedCheck(_passport_number, warns=True),
}

Rule = Callable[[Mapping[str, object], Situation], tuple[Problem, ...]]
RULES: Final[Mapping[str, Rule]] = {"own-identity-document": _own_identity_document}
