"""The only place that enters and leaves steps: what a step's outcome does to the request."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from absher_desk.catalogue.entries import Service, Step, ends
from absher_desk.models.branch import Staff
from absher_desk.models.request import Request
from absher_desk.models.work import Draft, OpenWork, RequestStep, WorkBar
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import Conflict, NotFound, Refused
from absher_desk.operations.messages import queue_messages

URGENT, NORMAL = 0, 5
"""Priorities of open work; the lower goes first."""

RETURN = "return"
"""The outcome that sends a request back to the applicant; its target is where it comes back to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An open step in the hands of the officer who acts, with the request it belongs to."""

    request_id: int
    service: Service
    step: Step
    identity_number: str
    delivery: str
    state: str
    queue: str
    entered_at: datetime
    claimed_at: datetime | None


def held_by_officer(act: Act, desk: Desk, request_id: int) -> Held:
    """The open step that the officer holds, locked for this act.

    Raises:
        NotFound: no such request in his branch.
        Conflict: the request is closed, or somebody else (or nobody) holds it.
    """
    row = act.connection.execute(
        select(
            OpenWork.step, OpenWork.queue, OpenWork.claimed_by, OpenWork.claimed_at,
            OpenWork.claim_sign_in_id, OpenWork.entered_at, Request.service,
            Request.identity_number, Request.delivery, Request.state,
        )
        .join(Request, Request.id == OpenWork.request_id)
        .where(
            OpenWork.request_id == request_id, OpenWork.branch_code == act.officer.branch_code
        )
        .with_for_update(of=OpenWork)
    ).first()  # fmt: skip
    if row is None:
        raise _not_open(act, request_id)
    if row.claimed_by != act.officer.person:
        raise Conflict("claim.not-yours")
    service = desk.catalogue.service(row.service)
    return Held(
        request_id=request_id,
        service=service,
        step=service.step(row.step),
        identity_number=row.identity_number,
        delivery=row.delivery,
        state=row.state,
        queue=row.queue,
        entered_at=row.entered_at,
        claimed_at=row.claimed_at,
    )


def _not_open(act: Act, request_id: int) -> NotFound | Conflict:
    found = act.connection.execute(
        select(Request.state).where(
            Request.id == request_id, Request.branch_code == act.officer.branch_code
        )
    ).first()
    return NotFound("request.not-found") if found is None else Conflict("request.closed")


def leave_step(
    act: Act,
    held: Held,
    outcome: str,
    *,
    event: str = "step-finished",
    reason: str | None = None,
    **data: Any,
) -> str:
    """Finish the step with an outcome; the request goes to its next step or to its end.

    Returns the next step's key or the end state.

    Raises:
        Refused: the step has no such outcome, or the outcome needs a reason.
    """
    if outcome not in held.step.on:
        raise Refused("step.no-such-outcome", outcome=outcome)
    target = held.step.next(outcome, held.delivery)
    _write_finished(act, held, outcome)
    act.connection.execute(delete(WorkBar).where(WorkBar.request_id == held.request_id))
    act.connection.execute(delete(Draft).where(Draft.request_id == held.request_id))
    if ends(target):
        _close(act, held, target, reason)
    else:
        _move(act, held, held.service.step(target), returned=outcome == RETURN, reason=reason)
    act.record(
        event,
        request_id=held.request_id,
        step=held.step.key,
        outcome=outcome,
        next=target,
        reason=reason,
        **data,
    )
    occasions = [f"{held.step.key}.{outcome}", *([target] if ends(target) else [])]
    queue_messages(act, held.service, held.request_id, occasions)
    return target


def bar_officers(act: Act, request_id: int, step: Step, identity: str) -> None:
    """Write who may not take this step: those who did the steps it is separate from, himself."""
    rows = [
        {"request_id": request_id, "staff_id": staff_id, "cause": "own-request"}
        for staff_id in act.connection.execute(
            select(Staff.id).where(Staff.identity_number == identity)
        ).scalars()
    ]
    own = {row["staff_id"] for row in rows}
    if step.separate_from:
        earlier = act.connection.execute(
            select(RequestStep.staff_id)
            .where(
                RequestStep.request_id == request_id,
                RequestStep.step.in_(step.separate_from),
                RequestStep.staff_id.is_not(None),
            )
            .distinct()
        ).scalars()
        rows += [
            {"request_id": request_id, "staff_id": staff_id, "cause": "four-eyes"}
            for staff_id in earlier
            if staff_id not in own
        ]
    if rows:
        act.connection.execute(insert(WorkBar), rows)


def first_state(service: Service, step_key: str) -> str:
    """State of a request that waits at a step: registered (قيدت) at its first, then in progress."""
    return "registered" if step_key == service.start else "in-progress"


def restore_state(desk: Desk, act: Act, request_id: int, service: str, step: str) -> None:
    """State of an open request that nobody holds any more."""
    state = first_state(desk.catalogue.service(service), step)
    set_state(act, request_id, state)


def set_state(act: Act, request_id: int, state: str) -> None:
    """Write the state of a request."""
    act.connection.execute(update(Request).where(Request.id == request_id).values(state=state))


def _write_finished(act: Act, held: Held, outcome: str) -> None:
    act.connection.execute(
        insert(RequestStep),
        {
            "request_id": held.request_id,
            "branch_code": act.officer.branch_code,
            "queue": held.queue,
            "step": held.step.key,
            "entered_at": held.entered_at,
            "claimed_at": held.claimed_at,
            "finished_at": act.now,
            "outcome": outcome,
            "staff_id": act.officer.staff_id,
        },
    )


def _close(act: Act, held: Held, state: str, reason: str | None) -> None:
    act.connection.execute(delete(OpenWork).where(OpenWork.request_id == held.request_id))
    _set_request(
        act, held.request_id,
        state=state, queue=None, step=None, reason=reason, closed_at=act.now, closed_day=act.day,
    )  # fmt: skip


def _move(act: Act, held: Held, step: Step, *, returned: bool, reason: str | None) -> None:
    act.connection.execute(
        update(OpenWork)
        .where(OpenWork.request_id == held.request_id)
        .values(
            queue=step.queue,
            step=step.key,
            role=step.role,
            entered_at=act.now,
            parked="returned" if returned else None,
            parked_until=None,
            parked_reason=reason if returned else None,
            **UNCLAIMED,
        )
    )
    bar_officers(act, held.request_id, step, held.identity_number)
    state = "returned" if returned else "in-progress"
    _set_request(act, held.request_id, state=state, queue=step.queue, step=step.key, reason=reason)


UNCLAIMED: dict[str, None] = dict.fromkeys(
    ("claimed_by", "claim_sign_in_id", "claimed_at", "claim_expires_at")
)
"""Column values of work that nobody holds."""


def _set_request(act: Act, request_id: int, **values: Any) -> None:
    act.connection.execute(update(Request).where(Request.id == request_id).values(**values))


def required_reason(reason: str | None) -> str:
    """The reason as text; `Refused` when nothing was said."""
    text = (reason or "").strip()
    if not text:
        raise Refused("reason.needed")
    return text


def own_checks(step: Step, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers to this step's checklist and nothing else: what an event may keep."""
    return {check.key: answers[check.key] for check in step.checklist if check.key in answers}


def checks_missing(step: Step, answers: dict[str, Any]) -> Iterable[str]:
    """Keys of the step's required checks that are not answered with an accepted outcome."""
    for check in step.checklist:
        answer = answers.get(check.key)
        accepted = answer in check.accepted if check.accepted else bool(answer)
        if check.required and not accepted:
            yield check.key
