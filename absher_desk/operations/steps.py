"""The only place that enters and leaves steps: what a step's outcome does to the request."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ClauseElement, Select, Text, bindparam, delete, insert, select, update

from absher_desk.catalogue.entries import Service, Step, ends
from absher_desk.models.branch import Staff
from absher_desk.models.request import Request
from absher_desk.models.work import Draft, OpenWork, RequestStep, WorkBar
from absher_desk.operations.acts_at_once import (
    BRANCH,
    DAY,
    NOW,
    PERSON,
    REQUEST,
    act_at_once,
    compiled,
    with_event,
)
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import Conflict, NotFound, Refused
from absher_desk.operations.messages import queue_messages
from absher_desk.operations.officer import Officer

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


Settle = Callable[[Held], tuple[str | None, dict[str, Any]]]
"""What a decision about the held step needs: its reason and its checks; it may refuse."""


def held_by_officer(act: Act, desk: Desk, request_id: int) -> Held:
    """The open step that the officer holds, locked for this act.

    Raises:
        NotFound: no such request in his branch.
        Conflict: the request is closed, or somebody else (or nobody) holds it.
    """
    row = act.connection.execute(
        _HELD.with_for_update(of=OpenWork),
        {"request_id": request_id, "branch_code": act.officer.branch_code},
    ).first()
    if row is None:
        raise _not_open(act, request_id)
    if row.claimed_by != act.officer.person:
        raise Conflict("claim.not-yours")
    return _held(desk, request_id, _HeldRow(*row))


class _HeldRow(NamedTuple):
    step: str
    queue: str
    claimed_by: int | None
    claimed_at: datetime | None
    entered_at: datetime
    service: str
    identity_number: str
    delivery: str
    state: str


_HELD = (
    select(
        OpenWork.step, OpenWork.queue, OpenWork.claimed_by, OpenWork.claimed_at,
        OpenWork.entered_at, Request.service, Request.identity_number, Request.delivery,
        Request.state,
    )
    .join(Request, Request.id == OpenWork.request_id)
    .where(OpenWork.request_id == REQUEST, OpenWork.branch_code == BRANCH)
)  # fmt: skip


def _held(desk: Desk, request_id: int, row: _HeldRow) -> Held:
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
    queue_messages(act, held.service, held.request_id, _occasions(held, outcome, target))
    return target


def close_at_once(
    desk: Desk, officer: Officer, request_id: int, outcome: str, settle: Settle
) -> str | None:
    """`leave_step` in one statement, where the outcome ends the request and sends no message.

    `settle` gives reason and checks for what is held, or refuses. None: go the plain way.
    """
    if desk.database.is_sqlite:
        return None
    held = _seen_as_held(desk, officer, request_id)
    if held is None:
        return None
    reason, checks = settle(held)
    target = held.step.next(outcome, held.delivery)
    occasions = _occasions(held, outcome, target)
    if not ends(target) or any(map(held.service.messages_on, occasions)):
        return None
    step = held.step.key
    done = act_at_once(
        desk, officer, _closing, "step-finished",
        {"step": step, "outcome": outcome, "next": target, "reason": reason, "checks": checks},
        request_id=request_id, step=step, outcome=outcome, state=target, reason=reason,
    )  # fmt: skip
    return None if done is None else target


def _seen_as_held(desk: Desk, officer: Officer, request_id: int) -> Held | None:
    """What the officer holds, not locked: the statement that follows looks again."""
    sql, constants = compiled(_seeing)
    values = {"request_id": request_id, "branch_code": officer.branch_code}
    found = desk.at_once(sql, constants | values)
    if found is None:
        return None
    row = _HeldRow(*found)
    return _held(desk, request_id, row) if row.claimed_by == officer.person else None


def _seeing() -> ClauseElement:
    return _HELD


def _closing() -> Select[Any]:
    gone = (
        delete(OpenWork)
        .where(
            OpenWork.request_id == REQUEST,
            OpenWork.branch_code == BRANCH,
            OpenWork.claimed_by == PERSON,
            OpenWork.step == bindparam("step", type_=Text),
        )
        .returning(
            OpenWork.request_id, OpenWork.branch_code, OpenWork.queue, OpenWork.step,
            OpenWork.entered_at, OpenWork.claimed_at,
        )
        .cte("gone")
    )  # fmt: skip
    # Its draft goes by the database's own rule: one saved at this moment is not seen from here.
    unbarred = delete(WorkBar).where(WorkBar.request_id == gone.c.request_id).cte("unbarred")
    closed = (
        update(Request)
        .where(Request.id == gone.c.request_id)
        .values(
            state=bindparam("state", type_=Text), queue=None, step=None,
            reason=bindparam("reason", type_=Text), closed_at=NOW, closed_day=DAY,
            event_count=Request.event_count + 1,
        )
        .returning(Request.id, Request.event_count)
        .cte("closed")
    )  # fmt: skip
    outcome = bindparam("outcome", type_=Text)
    finished = (
        insert(RequestStep)
        .from_select(
            [*gone.c.keys(), "finished_at", "outcome", "staff_id"],
            select(*gone.c, NOW, outcome, PERSON),
        )
        .cte("finished")
    )
    return with_event(closed, alongside=(unbarred, finished))


def _occasions(held: Held, outcome: str, target: str) -> list[str]:
    """What a service's messages may be sent on."""
    return [f"{held.step.key}.{outcome}", *([target] if ends(target) else [])]


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
