"""What must hold after every act, asked of the whole database: work, claims, accounts, messages.

Used by simulated days and by tests; the log's own rules are in `log_invariants`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from absher_desk.catalogue.kinds import END_STATES
from absher_desk.models.account import Account, Message
from absher_desk.models.branch import Staff, StaffRole
from absher_desk.models.event import Event
from absher_desk.models.request import Request
from absher_desk.models.work import OpenWork, RequestStep, WorkBar
from absher_desk.operations.desk import Desk
from absher_desk.operations.log_invariants import Seen, broken_in_log
from absher_desk.operations.queue_invariants import broken_totals
from absher_desk.operations.sign_in import program_reader

Statement = Select[Any]
"""Finds the rows that break a rule; their first column is the request."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that does not hold, and where it was seen."""

    which: str
    detail: str


def first_broken(desk: Desk, branch_code: str, seen: Seen) -> Broken | None:
    """The first rule that does not hold now; None when all do.

    What only grows (events, documents) is checked from where `seen` left off, and `seen` moves on;
    a fresh `Seen()` checks everything.
    """
    with desk.database.read() as connection:
        for which, detail in _all_broken(desk, connection, branch_code, seen):
            return Broken(which, detail)
    for detail in broken_totals(desk, program_reader(branch_code), seen.take_touched_queues()):
        return Broken("totals", detail)
    return None


def _all_broken(
    desk: Desk, connection: Connection, branch_code: str, seen: Seen
) -> Iterator[tuple[str, str]]:
    for which, statement in _RULES:
        for row in connection.execute(statement):
            yield which, str(row[0])
    for detail in _in_unknown_step(desk, connection):
        yield "step-known", detail
    for detail in _done_by_one_person(desk, connection):
        yield "four-eyes", detail
    yield from broken_in_log(connection, branch_code, seen)


def _in_unknown_step(desk: Desk, connection: Connection) -> Iterator[str]:
    """The step is one of the service's, and stands in its queue for its role."""
    for place in connection.execute(_PLACES):
        step = desk.catalogue.service(place.service).steps.get(place.step)
        if step is None or (step.queue, step.role) != (place.queue, place.role):
            yield f"{place.service} {place.step}"


def _done_by_one_person(desk: Desk, connection: Connection) -> Iterator[str]:
    """Nobody finished a step that must be done by another than who finished the earlier one."""
    for row in connection.execute(_SAME_HANDS):
        if row.before in desk.catalogue.service(row.service).step(row.after).separate_from:
            yield f"{row.request_id} {row.after}"


def _not_in_one_step() -> Statement:
    """A closed request is in no step; an open one is in the same single step in both tables."""
    closed = Request.state.in_(sorted(END_STATES))
    still_somewhere = or_(
        Request.queue.is_not(None),
        Request.step.is_not(None),
        Request.closed_at.is_(None),
        OpenWork.request_id.is_not(None),
    )
    not_there = or_(
        OpenWork.request_id.is_(None),
        Request.closed_at.is_not(None),
        *(
            column.is_distinct_from(twin)
            for column, twin in (
                (Request.queue, OpenWork.queue),
                (Request.step, OpenWork.step),
                (Request.branch_code, OpenWork.branch_code),
                (Request.due_at, OpenWork.due_at),
            )
        ),
    )
    return (
        select(Request.id)
        .outerjoin(OpenWork, OpenWork.request_id == Request.id)
        .where(or_(and_(closed, still_somewhere), and_(~closed, not_there)))
        .order_by(Request.id)
    )


def _in_wrong_state() -> Statement:
    """State, parking and claim of open work tell the same story."""
    return (
        select(Request.id)
        .join(OpenWork, OpenWork.request_id == Request.id)
        .where(
            or_(
                and_(OpenWork.parked == "held", Request.state != "awaiting-applicant"),
                and_(OpenWork.parked == "returned", Request.state != "returned"),
                and_(OpenWork.claimed_by.is_not(None), Request.state != "in-progress"),
                and_(
                    OpenWork.parked.is_(None),
                    Request.state.in_(("awaiting-applicant", "returned")),
                ),
                and_(OpenWork.parked.is_not(None), OpenWork.claimed_by.is_not(None)),
            )
        )
        .order_by(Request.id)
    )


def _wrongly_claimed() -> Statement:
    """A holder has the role, is of the branch and not barred; a claim is whole or not there."""
    has_role = and_(StaffRole.staff_id == OpenWork.claimed_by, StaffRole.role == OpenWork.role)
    barred = and_(
        WorkBar.request_id == OpenWork.request_id, WorkBar.staff_id == OpenWork.claimed_by
    )
    not_his = or_(
        StaffRole.staff_id.is_(None),
        WorkBar.staff_id.is_not(None),
        Staff.active.is_(False),
        Staff.branch_code != OpenWork.branch_code,
        OpenWork.claimed_at.is_(None),
        OpenWork.claim_expires_at.is_(None),
    )
    left_over = or_(OpenWork.claim_sign_in_id.is_not(None), OpenWork.claim_expires_at.is_not(None))
    claimed = OpenWork.claimed_by.is_not(None)
    return (
        select(OpenWork.request_id)
        .outerjoin(Staff, Staff.id == OpenWork.claimed_by)
        .outerjoin(StaffRole, has_role)
        .outerjoin(WorkBar, barred)
        .where(or_(and_(claimed, not_his), and_(~claimed, left_over)))
        .order_by(OpenWork.request_id)
    )


def _active_without_event() -> Statement:
    """Behind every active account stands the event of its activation."""
    activated = and_(Event.request_id == Account.request_id, Event.kind == "account-activated")
    return (
        select(Account.request_id)
        .outerjoin(Event, activated)
        .where(Account.state == "active", Event.id.is_(None))
        .order_by(Account.id)
    )


def _mobile_held_twice() -> Statement:
    """A mobile belongs to one active account only."""
    return (
        select(func.min(Account.request_id))
        .where(Account.state == "active", Account.mobile != "")
        .group_by(Account.mobile)
        .having(func.count() > 1)
        .order_by(func.min(Account.request_id))
    )


def _sent_twice() -> Statement:
    """As many messages of a request are marked as sent as there are events of sending."""
    events = (
        select(func.count())
        .where(Event.request_id == Message.request_id, Event.kind == "message-sent")
        .correlate(Message)
        .scalar_subquery()
    )
    return (
        select(Message.request_id)
        .group_by(Message.request_id)
        .having(func.count().filter(Message.state == "sent") != events)
        .order_by(Message.request_id)
    )


def _same_hands() -> Select[int, str, str, str]:
    """Two steps of a request that one person finished, the earlier and the later."""
    earlier, later = aliased(RequestStep), aliased(RequestStep)
    return (
        select(
            later.request_id,
            Request.service,
            earlier.step.label("before"),
            later.step.label("after"),
        )
        .join(earlier, and_(earlier.request_id == later.request_id, earlier.id < later.id))
        .join(Request, Request.id == later.request_id)
        .where(earlier.staff_id == later.staff_id, earlier.step != later.step)
        .order_by(later.request_id, later.id)
    )


# Built once: they are asked after every act of a simulated day.
_RULES: Final = (
    ("one-step", _not_in_one_step()),
    ("state", _in_wrong_state()),
    ("claim", _wrongly_claimed()),
    ("account", _active_without_event()),
    ("mobile", _mobile_held_twice()),
    ("message", _sent_twice()),
)
_SAME_HANDS: Final = _same_hands()
_PLACES: Final = (
    select(Request.service, OpenWork.step, OpenWork.queue, OpenWork.role)
    .join(OpenWork, OpenWork.request_id == Request.id)
    .distinct()
    .order_by(Request.service, OpenWork.step)
)
