"""The named checks of fields and services: each name of the catalogue bound to its function.

A check of a field raises `Malformed`; whether that refuses the request or only warns is said
here, in one table. A rule looks across fields and only ever warns.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from absher_desk.standards.problems import Malformed, Problem

_PASSPORT_NUMBER: Final = re.compile(r"[A-Z][0-9]{6,8}")  # old form; newer books unconfirmed
_OWN_NUMBER: Final = frozenset({"national-id", "iqama"})
_MOST: Final = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a check may know besides the value: the day, and the applicant's number if known."""

    today: date
    applicant_id: str | None = None


@dataclass(frozen=True, slots=True)
class NamedCheck:
    """A check of one cleaned value; `warns` makes its fault a warning."""

    apply: Callable[[object, Situation], None]
    warns: bool = False


def _not_future(value: object, situation: Situation) -> None:
    """A day or moment that has come; a moment may be ahead by a time zone."""
    text = str(value)
    if "T" in text:
        late = datetime.fromisoformat(text).date() > situation.today + timedelta(days=1)
    else:
        late = date.fromisoformat(text) > situation.today
    if late:
        raise Malformed("details.in-future")


def _accepted(value: object, _situation: Situation) -> None:
    if value is not True:
        raise Malformed("details.not-accepted")


def _count(value: object, _situation: Situation) -> None:
    if not isinstance(value, int) or not 0 <= value <= _MOST:
        raise Malformed("details.count", max=_MOST)


def _passport_number(value: object, _situation: Situation) -> None:
    if not _PASSPORT_NUMBER.fullmatch(str(value)):
        raise Malformed("details.passport-number")


def own_identity_document(
    details: Mapping[str, object], situation: Situation
) -> tuple[Problem, ...]:
    """An ID card or iqama bears its holder's number: another one may be a dependant's."""
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
RULES: Final[Mapping[str, Rule]] = {"own-identity-document": own_identity_document}
