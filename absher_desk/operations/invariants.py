"""What must hold after every act, asked of the whole database: work, claims, accounts, messages.

Used by simulated days and by tests; the log's own rules are in `log_invariants`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select
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
    rules = (
        ("one-step", _not_in_one_step(connection)),
        ("step-known", _in_unknown_step(desk, connection)),
        ("state", _in_wrong_state(connection)),
        ("claim", _wrongly_claimed(connection)),
        ("four-eyes", _done_by_one_person(desk, connection)),
        ("account", _active_without_event(connection)),
        ("mobile", _mobile_held_twice(connection)),
        ("message", _sent_twice(connection)),
    )
    for which, found in rules:
        for detail in found:
            yield which, detail
    yield from broken_in_log(connection, branch_code, seen)


def _not_in_one_step(connection: Connection) -> Iterator[str]:
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
    yield from _requests(
        connection, or_(and_(closed, still_somewhere), and_(~closed, not_there)), outer=True
    )


def _in_unknown_step(desk: Desk, connection: Connection) -> Iterator[str]:
    """The step is one of the service's, and stands in its queue for its role."""
    places = connection.execute(
        select(Request.service, OpenWork.step, OpenWork.queue, OpenWork.role)
        .join(OpenWork, OpenWork.request_id == Request.id)
        .distinct()
        .order_by(Request.service, OpenWork.step)
    )
    for place in places:
        step = desk.catalogue.service(place.service).steps.get(place.step)
        if step is None or (step.queue, step.role) != (place.queue, place.role):
            yield f"{place.service} {place.step}"


def _in_wrong_state(connection: Connection) -> Iterator[str]:
    """State, parking and claim of open work tell the same story."""
    wrong = or_(
        and_(OpenWork.parked == "held", Request.state != "awaiting-applicant"),
        and_(OpenWork.parked == "returned", Request.state != "returned"),
        and_(OpenWork.claimed_by.is_not(None), Request.state != "in-progress"),
        and_(OpenWork.parked.is_(None), Request.state.in_(("awaiting-applicant", "returned"))),
        and_(OpenWork.parked.is_not(None), OpenWork.claimed_by.is_not(None)),
    )
    yield from _requests(connection, wrong)


def _wrongly_claimed(connection: Connection) -> Iterator[str]:
    """A holder has the role, is of the branch and not barred; a claim is whole or not there."""
    rows = connection.execute(
        select(OpenWork.request_id)
        .outerjoin(Staff, Staff.id == OpenWork.claimed_by)
        .outerjoin(
            StaffRole,
            and_(StaffRole.staff_id == OpenWork.claimed_by, StaffRole.role == OpenWork.role),
        )
        .outerjoin(
            WorkBar,
            and_(
                WorkBar.request_id == OpenWork.request_id,
                WorkBar.staff_id == OpenWork.claimed_by,
            ),
        )
        .where(
            or_(
                and_(
                    OpenWork.claimed_by.is_not(None),
                    or_(
                        StaffRole.staff_id.is_(None),
                        WorkBar.staff_id.is_not(None),
                        Staff.active.is_(False),
                        Staff.branch_code != OpenWork.branch_code,
                        OpenWork.claimed_at.is_(None),
                        OpenWork.claim_expires_at.is_(None),
                    ),
                ),
                and_(
                    OpenWork.claimed_by.is_(None),
                    or_(
                        OpenWork.claim_sign_in_id.is_not(None),
                        OpenWork.claim_expires_at.is_not(None),
                    ),
                ),
            )
        )
        .order_by(OpenWork.request_id)
    ).scalars()
    yield from (_number(request_id) for request_id in rows)


def _done_by_one_person(desk: Desk, connection: Connection) -> Iterator[str]:
    """Nobody finished a step that must be done by another than who finished the earlier one."""
    earlier, later = aliased(RequestStep), aliased(RequestStep)
    apart = [
        and_(Request.service == service.code, later.step == step.key, earlier.step == other)
        for service in desk.catalogue.services.values()
        for step in service.steps.values()
        for other in step.separate_from
    ]
    if not apart:
        return
    rows = connection.execute(
        select(later.request_id, later.step)
        .join(earlier, and_(earlier.request_id == later.request_id, earlier.id < later.id))
        .join(Request, Request.id == later.request_id)
        .where(earlier.staff_id == later.staff_id, or_(*apart))
        .order_by(later.request_id, later.id)
    )
    yield from (f"{_number(row.request_id)} {row.step}" for row in rows)


def _active_without_event(connection: Connection) -> Iterator[str]:
    """Behind every active account stands the event of its activation."""
    rows = connection.execute(
        select(Account.id)
        .outerjoin(
            Event,
            and_(Event.request_id == Account.request_id, Event.kind == "account-activated"),
        )
        .where(Account.state == "active", Event.id.is_(None))
        .order_by(Account.id)
    ).scalars()
    yield from (f"account {account}" for account in rows)


def _mobile_held_twice(connection: Connection) -> Iterator[str]:
    """A mobile belongs to one active account only."""
    rows = connection.execute(
        select(func.min(Account.id))
        .where(Account.state == "active", Account.mobile != "")
        .group_by(Account.mobile)
        .having(func.count() > 1)
    ).scalars()
    yield from (f"account {account}" for account in sorted(rows))


def _sent_twice(connection: Connection) -> Iterator[str]:
    """As many messages of a request are marked as sent as there are events of sending."""
    events = (
        select(func.count())
        .where(Event.request_id == Message.request_id, Event.kind == "message-sent")
        .correlate(Message)
        .scalar_subquery()
    )
    marked = func.count().filter(Message.state == "sent")
    rows = connection.execute(
        select(Message.request_id)
        .group_by(Message.request_id)
        .having(marked != events)
        .order_by(Message.request_id)
    ).scalars()
    yield from (_number(request_id) for request_id in rows)


def _requests(
    connection: Connection, wrong: ColumnElement[bool], *, outer: bool = False
) -> Iterator[str]:
    rows = connection.execute(
        select(Request.id)
        .join(OpenWork, OpenWork.request_id == Request.id, isouter=outer)
        .where(wrong)
        .order_by(Request.id)
        .limit(3)
    ).scalars()
    yield from (_number(request_id) for request_id in rows)


def _number(request_id: int) -> str:
    return f"{request_id:015d}"
