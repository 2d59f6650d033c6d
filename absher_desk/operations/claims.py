"""Taking work from a queue: a lease that expires, so that no crash keeps a request from others."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    DateTime,
    Select,
    Text,
    any_,
    bindparam,
    exists,
    func,
    or_,
    select,
    update,
)

from absher_desk.models.request import Request
from absher_desk.models.work import OpenWork, WorkBar
from absher_desk.operations.acts_at_once import (
    BRANCH,
    NOW,
    PERSON,
    SESSION,
    STEP,
    act_at_once,
    with_event,
)
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import Conflict, NotFound, Refused
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.operations.steps import UNCLAIMED, held_by_officer, restore_state


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A request that an officer holds now, until the lease ends (renewed while he works)."""

    request_id: int
    queue: str
    step: str
    expires_at: datetime


def claim_next(desk: Desk, officer: Officer, queue: str) -> Claim | None:
    """Take the most urgent open work of a queue that this officer may do; None when there is none.

    Urgent first, then by due time. Two desks never get the same: PostgreSQL skips rows that
    another desk has locked, SQLite lets one writer in at a time.
    """
    officer.require(Right.WORK)
    at_once = _claim_at_once(desk, officer, queue)
    if at_once is not None:
        return at_once
    with desk.change(officer, Right.WORK) as act:
        claim = _claim_first(desk, act, queue)
        if claim is None and release_expired(desk, act, queue=queue):
            claim = _claim_first(desk, act, queue)
        return claim


def claim(desk: Desk, officer: Officer, request_id: int) -> Claim:
    """Take one certain request; one that he holds in this session stays his, its lease renewed.

    Raises:
        NotFound: not open in his branch.
        Conflict: somebody else holds it (`claim.taken`), or it is parked.
        Refused: his role does not do this step, or four eyes or his own request bar him.
    """
    with desk.change(officer, Right.WORK) as act:
        row = act.connection.execute(
            select(
                OpenWork.claimed_by, OpenWork.claim_sign_in_id, OpenWork.claim_expires_at,
                OpenWork.role, OpenWork.step, OpenWork.queue, OpenWork.parked,
            )
            .where(OpenWork.request_id == request_id, OpenWork.branch_code == officer.branch_code)
            .with_for_update()
        ).first()  # fmt: skip
        if row is None:
            raise NotFound("request.not-open")
        if row.claimed_by == officer.person and row.claim_sign_in_id == officer.sign_in_id:
            return _renew(desk, act, request_id, row.queue, row.step)
        if row.role not in officer.roles:
            raise Refused("step.other-role", role=row.role)
        refuse_barred(act, request_id)
        if row.parked == "returned":
            raise Conflict("claim.returned")
        others = row.claimed_by not in (None, officer.person)
        if others and row.claim_expires_at > act.now:
            raise Conflict("claim.taken")
        if others:
            act.record(
                "claim-expired", request_id=request_id, step=row.step, held_by=row.claimed_by
            )
        taken = _take(desk, act, OpenWork.request_id == request_id)
        if taken is None:
            raise Conflict("claim.taken")
        return taken


def release(desk: Desk, officer: Officer, request_id: int) -> None:
    """Give a request back to its queue; what was entered stays with it as a draft."""
    with desk.change(officer, Right.WORK) as act:
        held = held_by_officer(act, desk, request_id)
        _unclaim(act, request_id)
        restore_state(desk, act, request_id, held.service.code, held.step.key)
        act.record("claim-released", request_id=request_id, step=held.step.key)


def renew_leases(desk: Desk, officer: Officer) -> tuple[int, ...]:
    """Heartbeat: prolong all that the officer holds in this session; returns their numbers.

    Not an act: nothing is decided, so no event is written.
    """
    with desk.change(officer, Right.WORK) as act:
        held = (
            select(OpenWork.request_id)
            .where(
                OpenWork.claimed_by == officer.person,
                OpenWork.claim_sign_in_id == officer.sign_in_id,
            )
            .order_by(OpenWork.request_id)  # as `assign` does: no deadlock between the two
            .with_for_update()
        )
        renewed = act.connection.execute(
            update(OpenWork)
            .where(OpenWork.request_id.in_(held))
            .values(claim_expires_at=act.now + _lease(desk))
            .returning(OpenWork.request_id)
        )
        return tuple(sorted(renewed.scalars()))


def release_expired(desk: Desk, act: Act, *, queue: str | None = None) -> int:
    """Open claims whose lease has ended, each with its event; returns how many."""
    conditions: list[ColumnElement[bool]] = [
        OpenWork.claimed_by.is_not(None),
        OpenWork.claim_expires_at <= act.now,
        OpenWork.branch_code == act.officer.branch_code,
    ]
    if queue is not None:
        conditions.append(OpenWork.queue == queue)
    expired = act.connection.execute(
        select(OpenWork.request_id, OpenWork.claimed_by, OpenWork.step, Request.service)
        .join(Request, Request.id == OpenWork.request_id)
        .where(*conditions)
        .order_by(OpenWork.request_id)
        .limit(200)
        .with_for_update(of=OpenWork, skip_locked=True)
    ).all()
    for row in expired:
        _unclaim(act, row.request_id)
        restore_state(desk, act, row.request_id, row.service, row.step)
        act.record(
            "claim-expired", request_id=row.request_id, step=row.step, held_by=row.claimed_by
        )
    return len(expired)


def _claim_first(desk: Desk, act: Act, queue: str) -> Claim | None:
    officer = act.officer
    role = OpenWork.role.in_(sorted(officer.roles))
    first = _first_claimable(officer.branch_code, queue, officer.person, role)
    return _take(desk, act, OpenWork.request_id == first.scalar_subquery())


def _first_claimable(
    branch: Any, queue: Any, person: Any, role: ColumnElement[bool]
) -> Select[Any]:
    """The work that is next in its queue for this person, locked; values or parameters."""
    barred = exists().where(WorkBar.request_id == OpenWork.request_id, WorkBar.staff_id == person)
    return (
        select(OpenWork.request_id)
        .where(
            OpenWork.branch_code == branch,
            OpenWork.queue == queue,
            OpenWork.claimed_by.is_(None),
            OpenWork.parked.is_(None),
            role,
            ~barred,
        )
        .order_by(OpenWork.priority, OpenWork.due_at, OpenWork.request_id)
        .limit(1)
        .with_for_update(of=OpenWork, skip_locked=True)
    )


def _claim_at_once(desk: Desk, officer: Officer, queue: str) -> Claim | None:
    """What `_claim_first` does, where the database can do it in one statement."""
    expires_at = desk.now() + _lease(desk)
    row = act_at_once(
        desk, officer, _claiming, "work-claimed", {"step": STEP},
        queue=queue, roles=sorted(officer.roles), expires_at=expires_at,
    )  # fmt: skip
    if row is None:
        return None
    request_id, _, step, _ = row
    return Claim(request_id=request_id, queue=queue, step=step, expires_at=expires_at)


def _claiming() -> Select[Any]:
    role = OpenWork.role == any_(bindparam("roles", type_=ARRAY(Text)))
    first = _first_claimable(BRANCH, bindparam("queue", type_=Text), PERSON, role).cte("first")
    taken = (
        update(OpenWork)
        .where(OpenWork.request_id == first.c.request_id)
        .values(
            claimed_by=PERSON,
            claim_sign_in_id=SESSION,
            claimed_at=NOW,
            claim_expires_at=bindparam("expires_at", type_=DateTime(timezone=True)),
        )
        .returning(OpenWork.request_id, OpenWork.step)
        .cte("taken")
    )
    counted = (
        update(Request)
        .where(Request.id == taken.c.request_id)
        .values(state="in-progress", event_count=Request.event_count + 1)
        .returning(Request.id, Request.event_count, taken.c.step)
        .cte("counted")
    )
    return with_event(counted, counted.c.step)


def _take(desk: Desk, act: Act, which: ColumnElement[bool]) -> Claim | None:
    expires_at = act.now + _lease(desk)
    row = act.connection.execute(
        update(OpenWork)
        .where(
            which,
            or_(
                OpenWork.claimed_by.is_(None),
                OpenWork.claimed_by == act.officer.person,
                OpenWork.claim_expires_at <= act.now,
            ),
        )
        .values(
            claimed_by=act.officer.person,
            claim_sign_in_id=act.officer.sign_in_id,
            claimed_at=act.now,
            claim_expires_at=expires_at,
            parked=None,
            parked_until=None,
            parked_reason=None,
        )
        .returning(OpenWork.request_id, OpenWork.queue, OpenWork.step)
    ).first()
    if row is None:
        return None
    seq = act.connection.execute(
        update(Request)
        .where(Request.id == row.request_id)
        .values(state="in-progress", event_count=Request.event_count + 1)
        .returning(Request.event_count)
    ).scalar_one()
    act.record("work-claimed", request_id=row.request_id, request_seq=seq, step=row.step)
    return Claim(request_id=row.request_id, queue=row.queue, step=row.step, expires_at=expires_at)


def _renew(desk: Desk, act: Act, request_id: int, queue: str, step: str) -> Claim:
    expires_at = act.now + _lease(desk)
    act.connection.execute(
        update(OpenWork)
        .where(OpenWork.request_id == request_id)
        .values(claim_expires_at=expires_at)
    )
    return Claim(request_id=request_id, queue=queue, step=step, expires_at=expires_at)


def _lease(desk: Desk) -> timedelta:
    return timedelta(minutes=desk.setting("lease.minutes"))


def _unclaim(act: Act, request_id: int) -> None:
    act.connection.execute(
        update(OpenWork).where(OpenWork.request_id == request_id).values(**UNCLAIMED)
    )


def refuse_barred(act: Act, request_id: int, staff_id: int | None = None) -> None:
    """Raise `Refused` (`bar.four-eyes`, `bar.own-request`) when he may not take this step."""
    cause = act.connection.execute(
        select(WorkBar.cause).where(
            WorkBar.request_id == request_id,
            WorkBar.staff_id == (act.officer.person if staff_id is None else staff_id),
        )
    ).scalar()
    if cause is not None:
        raise Refused(f"bar.{cause}")


def claimed_count(desk: Desk, officer: Officer) -> int:
    """How many requests the officer holds now."""
    with desk.read(officer, Right.WORK) as connection:
        return connection.execute(
            select(func.count()).where(OpenWork.claimed_by == officer.person)
        ).scalar_one()
