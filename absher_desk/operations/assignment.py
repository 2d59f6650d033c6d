"""A supervisor's bulk assignment of work to a colleague."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, select, update

from absher_desk.models.branch import Staff, StaffRole
from absher_desk.models.work import OpenWork
from absher_desk.operations.claims import refuse_barred
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import Conflict, NotFound, Refused
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.operations.steps import set_state


def assign(desk: Desk, officer: Officer, request_ids: Sequence[int], staff_id: int) -> int:
    """Give requests to a colleague, taking them from whoever holds them; drafts stay.

    One act for all of them. Returns how many changed hands.

    Raises:
        NotFound: the colleague is not of this branch.
        Conflict: one of them waits for the applicant (`claim.returned`).
        Refused: he may not do one of them (role, four eyes, own request); then none is assigned.
    """
    with desk.change(officer, Right.ASSIGN) as act:
        roles = _roles_of(act, staff_id)
        # Longer than a claim: the colleague may be at lunch; opening it starts an ordinary lease.
        expires_at = act.now + timedelta(minutes=desk.setting("lease.assigned_minutes"))
        done = 0
        for request_id in sorted(set(request_ids)):  # in one order, so that two never deadlock
            row = act.connection.execute(
                select(OpenWork.role, OpenWork.step, OpenWork.claimed_by, OpenWork.parked)
                .where(
                    OpenWork.request_id == request_id, OpenWork.branch_code == officer.branch_code
                )
                .with_for_update()
            ).first()
            if row is None:
                raise NotFound("request.not-open")
            if row.role not in roles:
                raise Refused("step.other-role", role=row.role)
            refuse_barred(act, request_id, staff_id)
            if row.parked == "returned":
                raise Conflict("claim.returned")
            if row.claimed_by == staff_id:
                continue
            _write_claim(act, request_id, staff_id, expires_at)
            act.record(
                "work-assigned", request_id=request_id, step=row.step,
                to=staff_id, taken_from=row.claimed_by,
            )  # fmt: skip
            done += 1
        return done


def _write_claim(act: Act, request_id: int, staff_id: int, expires_at: datetime) -> None:
    act.connection.execute(
        update(OpenWork)
        .where(OpenWork.request_id == request_id)
        .values(
            claimed_by=staff_id,
            claim_sign_in_id=None,
            claimed_at=act.now,
            claim_expires_at=expires_at,
            parked=None,
            parked_until=None,
            parked_reason=None,
        )
    )
    set_state(act, request_id, "in-progress")


def _roles_of(act: Act, staff_id: int) -> frozenset[str]:
    roles = act.connection.execute(
        select(StaffRole.role)
        .join(Staff, and_(Staff.id == StaffRole.staff_id, Staff.active))
        .where(StaffRole.staff_id == staff_id, Staff.branch_code == act.officer.branch_code)
    ).scalars()
    found = frozenset(roles)
    if not found:
        raise NotFound("staff.not-found")
    return found
