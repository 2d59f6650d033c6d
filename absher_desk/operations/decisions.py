"""Deciding a step that needs no station of its own: the outcome the catalogue offers, a reason."""

from collections.abc import Mapping
from typing import Any

from absher_desk.catalogue.entries import Catalogue, Step
from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import Refused
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.operations.steps import (
    RETURN,
    Held,
    checks_missing,
    close_at_once,
    held_by_officer,
    leave_step,
    own_checks,
    required_reason,
)

NEEDS_REASON = frozenset(
    {RETURN, "reject", "failed", "cancelled", "file", "refer-back", "not-found", "returned"}
)
"""Outcomes that the applicant or a colleague will ask about."""

STATION_ONLY = frozenset({"activate"})
"""Outcomes that only their own operation may reach, because more than the step changes."""


def needs_checks(catalogue: Catalogue, step: Step, outcome: str) -> bool:
    """Whether an outcome needs the checklist: the usual one of the step's kind does, no other.

    What nobody collected is filed without ticking that its receiver was identified.
    """
    return outcome == next(iter(catalogue.kinds[step.kind].outcomes))


def decide(
    desk: Desk,
    officer: Officer,
    request_id: int,
    outcome: str,
    *,
    reason: str | None = None,
    answers: Mapping[str, Any] | None = None,
) -> str:
    """Finish the open step with an outcome; returns the next step or the end state.

    `answers` are the checklist's; the step's usual outcome needs all required ones.

    Raises:
        Conflict: he does not hold it. NotFound: no such request.
        Refused: no such outcome, a reason is needed, checks are missing, or the outcome belongs to
            a station (`step.own-station`).
    """
    if outcome in STATION_ONLY:
        raise Refused("step.own-station")
    officer.require(Right.WORK)

    def settle(held: Held) -> tuple[str | None, dict[str, Any]]:
        return _settled(desk, held.step, outcome, reason, answers or {})

    ended = close_at_once(desk, officer, request_id, outcome, settle)
    if ended is not None:
        return ended
    with desk.change(officer, Right.WORK) as act:
        held = held_by_officer(act, desk, request_id)
        text, checks = settle(held)
        return leave_step(act, held, outcome, reason=text, checks=checks)


def _settled(
    desk: Desk, step: Step, outcome: str, reason: str | None, answers: Mapping[str, Any]
) -> tuple[str | None, dict[str, Any]]:
    """The reason as text and the step's own checks, when the outcome may be taken so."""
    if outcome not in step.on:
        raise Refused("step.no-such-outcome", outcome=outcome)
    text = required_reason(reason) if outcome in NEEDS_REASON else (reason or None)
    given = own_checks(step, answers)
    if needs_checks(desk.catalogue, step, outcome):
        missing = list(checks_missing(step, given))
        if missing:
            raise Refused("step.checks-missing", count=len(missing))
    return text, given
