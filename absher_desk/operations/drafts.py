"""What is entered and not yet decided: saved at every change, kept through release and crash."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from absher_desk.models.upsert import insert_or
from absher_desk.models.work import Draft, OpenWork
from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import Conflict
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right


def save_draft(desk: Desk, officer: Officer, request_id: int, data: Mapping[str, Any]) -> None:
    """Keep what the officer has entered at the open step that he holds.

    A draft decides nothing, so it is no event; the act that uses it is.

    Raises:
        Conflict: he does not hold the request any more (`claim.not-yours`).
    """
    with desk.change(officer, Right.WORK) as act:
        step = act.connection.execute(
            select(OpenWork.step)
            .where(OpenWork.request_id == request_id, OpenWork.claimed_by == officer.person)
            # Who decides the step at this moment takes the draft along, or comes after it.
            .with_for_update()
        ).scalar()
        if step is None:
            raise Conflict("claim.not-yours")
        values = {
            "step": step,
            "data": dict(data),
            "staff_id": officer.person,
            "saved_at": act.now,
        }
        act.connection.execute(
            insert_or(act.connection, Draft)
            .values(request_id=request_id, **values)
            .on_conflict_do_update(index_elements=["request_id"], set_=values)
        )
