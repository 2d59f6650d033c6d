"""The day of a branch in numbers: per queue, service and officer; screen, PDF and sheet show this.

Counted from what is written, never from the clock's present: a day that is over gives the same
numbers whenever it is asked for.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from absher_desk.models.branch import Branch, Staff
from absher_desk.models.event import Event
from absher_desk.models.request import Request
from absher_desk.models.work import OpenWork, RequestStep
from absher_desk.operations.day_figures import (
    AGE_LIMITS,
    Counts,
    DayReport,
    HourLine,
    OfficerLine,
    QueueLine,
    ServiceLine,
)
from absher_desk.operations.desk import BRANCH_ZONE, Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right

__all__ = [
    "AGE_LIMITS",
    "Counts",
    "DayReport",
    "HourLine",
    "OfficerLine",
    "QueueLine",
    "ServiceLine",
    "compute",
    "day_report",
]


def day_report(desk: Desk, officer: Officer, day: date) -> DayReport:
    """The report of the officer's branch for a day; provisional while the day lasts.

    Of a day that is over it is what a look at its end would have shown; only a claim held then and
    given back since is not seen (`in_hand`).
    """
    with desk.read(officer, Right.READ_REPORTS) as connection:
        return compute(desk, connection, officer.branch_code, day)


def compute(desk: Desk, connection: Connection, branch_code: str, day: date) -> DayReport:
    """The report within a transaction that is open already."""
    branch = connection.execute(select(Branch.__table__).where(Branch.code == branch_code)).one()
    start = datetime.combine(day, time(), BRANCH_ZONE)
    end = start + timedelta(days=1)
    as_of = min(end, desk.now().astimezone(BRANCH_ZONE))
    services = _services(desk, connection, branch_code, day, as_of)
    return DayReport(
        branch_code=branch_code,
        branch_ar=branch.name_ar,
        branch_en=branch.name_en,
        day=day,
        as_of=as_of,
        totals=_sum([line.counts for line in services]),
        queues=_queues(desk, connection, branch_code, (start, end), as_of),
        services=services,
        officers=_officers(connection, branch_code, (start, end)),
        hours=_hours(connection, branch_code, day, (start, end)),
        documents=_count_events(connection, branch_code, day, "document-issued"),
        copies=_count_copies(connection, branch_code, day),
    )


def _services(
    desk: Desk, connection: Connection, branch_code: str, day: date, as_of: datetime
) -> tuple[ServiceLine, ...]:
    received = _per_service(connection, branch_code, Request.registered_day == day)
    closed = {
        (row.service, row.state): row.n
        for row in connection.execute(
            select(Request.service, Request.state, func.count().label("n"))
            .where(Request.branch_code == branch_code, Request.closed_day == day)
            .group_by(Request.service, Request.state)
        )
    }
    still_open = and_(
        Request.registered_day <= day, or_(Request.closed_day.is_(None), Request.closed_day > day)
    )
    pending = _per_service(connection, branch_code, still_open)
    overdue = _per_service(connection, branch_code, and_(still_open, Request.due_at < as_of))
    returned = _returned_per_service(connection, branch_code, day)
    lines = []
    for code in desk.catalogue.services:
        done, refused = closed.get((code, "completed"), 0), closed.get((code, "rejected"), 0)
        all_closed = sum(n for (service, _), n in closed.items() if service == code)
        counts = Counts(
            received=received.get(code, 0),
            completed=done,
            rejected=refused,
            closed_otherwise=all_closed - done - refused,
            returned=returned.get(code, 0),
            pending=pending.get(code, 0),
            overdue=overdue.get(code, 0),
        )
        if counts != Counts():
            lines.append(ServiceLine(service=code, counts=counts))
    return tuple(lines)


def _per_service(
    connection: Connection, branch_code: str, condition: ColumnElement[bool]
) -> dict[str, int]:
    rows = connection.execute(
        select(Request.service, func.count().label("n"))
        .where(Request.branch_code == branch_code, condition)
        .group_by(Request.service)
    )
    return {row.service: row.n for row in rows}


def _returned_per_service(connection: Connection, branch_code: str, day: date) -> dict[str, int]:
    start = datetime.combine(day, time(), BRANCH_ZONE)
    rows = connection.execute(
        select(Request.service, func.count().label("n"))
        .join(RequestStep, RequestStep.request_id == Request.id)
        .where(
            RequestStep.branch_code == branch_code,
            RequestStep.outcome == "return",
            RequestStep.finished_at >= start,
            RequestStep.finished_at < start + timedelta(days=1),
        )
        .group_by(Request.service)
    )
    return {row.service: row.n for row in rows}


def _sum(counts: Sequence[Counts]) -> Counts:
    return Counts(
        received=sum(c.received for c in counts),
        completed=sum(c.completed for c in counts),
        rejected=sum(c.rejected for c in counts),
        closed_otherwise=sum(c.closed_otherwise for c in counts),
        returned=sum(c.returned for c in counts),
        pending=sum(c.pending for c in counts),
        overdue=sum(c.overdue for c in counts),
    )


def _queues(
    desk: Desk,
    connection: Connection,
    branch_code: str,
    span: tuple[datetime, datetime],
    as_of: datetime,
) -> tuple[QueueLine, ...]:
    finished = {
        row.queue: row
        for row in connection.execute(
            select(
                RequestStep.queue,
                func.count().label("n"),
                _count(RequestStep.outcome == "return").label("returned"),
            )
            .where(*_within(branch_code, span))
            .group_by(RequestStep.queue)
        )
    }
    standing = _standing(connection, branch_code, span[1], as_of)
    lines = []
    for key in desk.catalogue.queues:
        done, now = finished.get(key), standing.get(key)
        if done is None and now is None:
            continue
        under = [now.under_0, now.under_1, now.under_2, now.n] if now else [0, 0, 0, 0]
        lines.append(
            QueueLine(
                queue=key,
                finished=done.n if done else 0,
                returned=done.returned if done else 0,
                pending=now.n if now else 0,
                ages=(under[0], under[1] - under[0], under[2] - under[1], under[3] - under[2]),
                overdue=now.overdue if now else 0,
                oldest_at=now.oldest_at if now else None,
            )
        )
    return tuple(lines)


def _standing(
    connection: Connection, branch_code: str, end: datetime, as_of: datetime
) -> dict[str, Row[Any]]:
    """What stood in each queue at the end: open still, or finished only after it."""
    open_now = select(OpenWork.queue, OpenWork.entered_at, OpenWork.due_at).where(
        OpenWork.branch_code == branch_code, OpenWork.entered_at < end
    )
    finished_later = (
        select(RequestStep.queue, RequestStep.entered_at, Request.due_at)
        .join(Request, Request.id == RequestStep.request_id)
        .where(
            RequestStep.branch_code == branch_code,
            RequestStep.entered_at < end,
            RequestStep.finished_at >= end,
        )
    )
    stood = open_now.union_all(finished_later).subquery()
    rows = connection.execute(
        select(
            stood.c.queue,
            func.count().label("n"),
            *(
                _count(stood.c.entered_at > as_of - limit).label(f"under_{i}")
                for i, limit in enumerate(AGE_LIMITS)
            ),
            _count(stood.c.due_at < as_of).label("overdue"),
            func.min(stood.c.entered_at).label("oldest_at"),
        ).group_by(stood.c.queue)
    )
    return {row.queue: row for row in rows}


def _held(connection: Connection, branch_code: str, end: datetime) -> dict[int, int]:
    """How much each officer held at the end: still, or until he finished it after."""
    now = select(OpenWork.claimed_by.label("staff_id")).where(
        OpenWork.branch_code == branch_code,
        OpenWork.claimed_by.is_not(None),
        OpenWork.claimed_at < end,
    )
    finished_later = select(RequestStep.staff_id).where(
        RequestStep.branch_code == branch_code,
        RequestStep.staff_id.is_not(None),
        RequestStep.claimed_at < end,
        RequestStep.finished_at >= end,
    )
    held = now.union_all(finished_later).subquery()
    rows = connection.execute(
        select(held.c.staff_id, func.count().label("n")).group_by(held.c.staff_id)
    )
    return {row.staff_id: row.n for row in rows}


def _officers(
    connection: Connection,
    branch_code: str,
    span: tuple[datetime, datetime],
) -> tuple[OfficerLine, ...]:
    held = _held(connection, branch_code, span[1])
    done: dict[int, list[tuple[str, str, timedelta | None]]] = {}
    after = aliased(RequestStep)
    later = exists().where(after.request_id == RequestStep.request_id, after.id > RequestStep.id)
    for row in connection.execute(
        select(
            RequestStep.staff_id, RequestStep.outcome, RequestStep.claimed_at,
            RequestStep.finished_at,
            # The end that this step brought about; not what others made of the request since.
            case((and_(Request.closed_at.is_not(None), ~later), Request.state), else_="")
            .label("end"),
        )
        .join(Request, Request.id == RequestStep.request_id)
        .where(*_within(branch_code, span), RequestStep.staff_id.is_not(None))
    ):  # fmt: skip
        took = row.finished_at - row.claimed_at if row.claimed_at else None
        done.setdefault(row.staff_id, []).append((row.outcome, row.end, took))
    people = connection.execute(
        select(Staff.id, Staff.username, Staff.name_ar, Staff.name_en)
        .where(or_(Staff.id.in_(list(done)), Staff.id.in_(list(held))))
        .order_by(Staff.username)
    ).all()
    return tuple(
        OfficerLine(
            staff_id=person.id,
            username=person.username,
            name_ar=person.name_ar,
            name_en=person.name_en,
            finished=len(done.get(person.id, ())),
            completed=sum(end == "completed" for _, end, _ in done.get(person.id, ())),
            returned=sum(outcome == "return" for outcome, _, _ in done.get(person.id, ())),
            rejected=sum(end == "rejected" for _, end, _ in done.get(person.id, ())),
            in_hand=held.get(person.id, 0),
            average=_average([took for _, _, took in done.get(person.id, ()) if took is not None]),
        )
        for person in people
    )


def _average(times: Sequence[timedelta]) -> timedelta | None:
    """Mean, to the second."""
    if not times:
        return None
    return timedelta(seconds=round(sum(t.total_seconds() for t in times) / len(times)))


def _hours(
    connection: Connection, branch_code: str, day: date, span: tuple[datetime, datetime]
) -> tuple[HourLine, ...]:
    received = [0] * 24
    for at in connection.execute(
        select(Request.registered_at).where(
            Request.branch_code == branch_code, Request.registered_day == day
        )
    ).scalars():
        received[at.astimezone(BRANCH_ZONE).hour] += 1
    finished = [0] * 24
    for at in connection.execute(
        select(RequestStep.finished_at).where(*_within(branch_code, span))
    ).scalars():
        finished[at.astimezone(BRANCH_ZONE).hour] += 1
    return tuple(
        HourLine(hour=hour, received=received[hour], finished=finished[hour])
        for hour in range(24)
        if received[hour] or finished[hour]
    )


def _count_events(connection: Connection, branch_code: str, day: date, kind: str) -> int:
    return connection.execute(
        select(func.count()).where(
            Event.branch_code == branch_code, Event.day == day, Event.kind == kind
        )
    ).scalar_one()


def _count_copies(connection: Connection, branch_code: str, day: date) -> int:
    """Reprints of the day: started jobs whose event says a copy number above 0."""
    return connection.execute(
        select(func.count()).where(
            Event.branch_code == branch_code,
            Event.day == day,
            Event.kind == "print-started",
            ~Event.data.contains('"copy":0'),
        )
    ).scalar_one()


def _within(branch_code: str, span: tuple[datetime, datetime]) -> list[ColumnElement[bool]]:
    return [
        RequestStep.branch_code == branch_code,
        RequestStep.finished_at >= span[0],
        RequestStep.finished_at < span[1],
    ]


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
