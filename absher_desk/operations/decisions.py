"""Deciding a step that needs no station of its own: the outcome the catalogue offers, a reason."""

from collections.abc import Mapping
from typing import Any

from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import Refused
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.operations.steps import (
    RETURN,
    checks_missing,
    held_by_officer,
    leave_step,
    required_reason,
)

NEEDS_REASON = frozenset(
    {RETURN, "reject", "failed", "cancelled", "file", "refer-back", "not-found", "returned"}
)
"""Outcomes that the applicant or a colleague will ask about."""

STATION_ONLY = frozenset({"activate"})
"""Outcomes that only their own operation may reach, because more than the step changes."""


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

    `answers` are the checklist's; an outcome that goes on needs all required ones.

    Raises:
        Conflict: he does not hold it. NotFound: no such request.
        Refused: no such outcome, a reason is needed, checks are missing, or the outcome belongs to
            a station (`step.own-station`).
    """
    if outcome in STATION_ONLY:
        raise Refused("step.own-station")
    with desk.change(officer, Right.WORK) as act:
        held = held_by_officer(act, desk, request_id)
        text = required_reason(reason) if outcome in NEEDS_REASON else (reason or None)
        given = dict(answers or {})
        if outcome not in NEEDS_REASON:
            missing = list(checks_missing(held.step, given))
            if missing:
                raise Refused("step.checks-missing", count=len(missing))
        return leave_step(act, held, outcome, reason=text, checks=given)
