"""Work that waits for the applicant: held until a time, or returned until somebody resumes it."""

from datetime import datetime

from sqlalchemy import ColumnElement, select, update

from absher_desk.models.request import Request
from absher_desk.models.work import OpenWork
from absher_desk.operations.claims import release_expired
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import Conflict, NotFound, Refused
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.operations.steps import (
    UNCLAIMED,
    held_by_officer,
    required_reason,
    restore_state,
    set_state,
)


def hold(
    desk: Desk, officer: Officer, request_id: int, reason: str, until: datetime | None
) -> None:
    """Park a request that waits for the applicant, until a time or until somebody resumes it."""
    with desk.change(officer, Right.WORK) as act:
        held = held_by_officer(act, desk, request_id)
        if until is not None and until <= act.now:
            raise Refused("hold.in-the-past")
        text = required_reason(reason)
        act.connection.execute(
            update(OpenWork)
            .where(OpenWork.request_id == request_id)
            .values(parked="held", parked_until=until, parked_reason=text, **UNCLAIMED)
        )
        set_state(act, request_id, "awaiting-applicant")
        act.record("work-held", request_id=request_id, step=held.step.key, reason=text, until=until)


def resume(desk: Desk, officer: Officer, request_id: int) -> None:
    """Put a held or returned request back into its queue: what was missing has come."""
    with desk.change(officer, Right.WORK) as act:
        row = act.connection.execute(
            select(OpenWork.parked, OpenWork.step, Request.service)
            .join(Request, Request.id == OpenWork.request_id)
            .where(OpenWork.request_id == request_id, OpenWork.branch_code == officer.branch_code)
            .with_for_update(of=OpenWork)
        ).first()
        if row is None:
            raise NotFound("request.not-open")
        if row.parked is None:
            raise Conflict("hold.not-parked")
        _unpark(act, OpenWork.request_id == request_id)
        restore_state(desk, act, request_id, row.service, row.step)
        act.record("work-resumed", request_id=request_id, step=row.step, was=row.parked)


def sweep(desk: Desk, program: Officer) -> int:
    """Open what expired and what was held until now, in this branch; returns how many."""
    with desk.change(program) as act:
        return release_expired(desk, act) + _wake_held(desk, act)


def _wake_held(desk: Desk, act: Act) -> int:
    due = act.connection.execute(
        select(OpenWork.request_id, OpenWork.step, Request.service)
        .join(Request, Request.id == OpenWork.request_id)
        .where(
            OpenWork.parked == "held",
            OpenWork.parked_until <= act.now,
            OpenWork.branch_code == act.officer.branch_code,
        )
        .order_by(OpenWork.request_id)
        .limit(200)
        .with_for_update(of=OpenWork, skip_locked=True)
    ).all()
    for row in due:
        _unpark(act, OpenWork.request_id == row.request_id)
        restore_state(desk, act, row.request_id, row.service, row.step)
        act.record("work-resumed", request_id=row.request_id, step=row.step, was="held")
    return len(due)


def _unpark(act: Act, which: ColumnElement[bool]) -> None:
    act.connection.execute(
        update(OpenWork).where(which).values(parked=None, parked_until=None, parked_reason=None)
    )
