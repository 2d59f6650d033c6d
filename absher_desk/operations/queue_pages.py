"""Reading a queue: pages in any of its sorts, totals over all of it, marks that tell of news."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    false,
    func,
    literal,
    select,
    tuple_,
)

from absher_desk.models.branch import Staff
from absher_desk.models.event import Event
from absher_desk.models.request import Request
from absher_desk.models.work import OpenWork
from absher_desk.operations.desk import BRANCH_ZONE, Desk, day_of
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.standards.digits import is_digits, normalise
from absher_desk.standards.folding import fold


class QueueSort(StrEnum):
    """Columns that a queue can be sorted by, all of it, in the database."""

    DUE = "due"
    NUMBER = "number"
    NAME = "name"
    IDENTITY = "identity"
    RECEIVED = "received"
    SERVICE = "service"


class QueueTab(StrEnum):
    """The filters that stand above a queue."""

    ALL = "all"
    UNCLAIMED = "unclaimed"
    MINE = "mine"
    RETURNED = "returned"
    URGENT = "urgent"


_SORT_COLUMNS: dict[QueueSort, Any] = {
    QueueSort.DUE: Request.due_at,
    QueueSort.NUMBER: Request.id,
    QueueSort.NAME: Request.name_key,
    QueueSort.IDENTITY: Request.identity_number,
    QueueSort.RECEIVED: Request.registered_at,
    QueueSort.SERVICE: Request.service,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueQuery:
    """What is listed and how: `source` and `service` narrow it, `text` is typed by the user."""

    queue: str
    sort: QueueSort = QueueSort.DUE
    descending: bool = False
    tab: QueueTab = QueueTab.ALL
    source: str | None = None
    service: str | None = None
    text: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether anything beyond the queue itself limits the list."""
        return self.tab is not QueueTab.ALL or bool(self.source or self.service or self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One request as a queue shows it. `holder` is who has claimed it; times are UTC."""

    request_id: int
    service: str
    name: str
    identity_number: str
    received_at: datetime
    due_at: datetime
    source: str
    state: str
    urgent: bool
    holder_id: int | None
    holder_ar: str | None
    holder_en: str | None
    parked: str | None

    @property
    def number(self) -> str:
        """The request number, 15 digits."""
        return f"{self.request_id:015d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueTotals:
    """Counts over the whole queue; `matching` over what the query lists."""

    all: int
    overdue: int
    due_today: int
    unclaimed: int
    mine: int
    returned: int
    urgent: int
    matching: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueCount:
    """One queue of the branch at a glance."""

    queue: str
    open: int
    claimed: int
    overdue: int
    oldest_at: datetime | None


@dataclass(frozen=True, slots=True)
class Mark:
    """Changes whenever an event was written in the branch, also one that committed late."""

    last_event: int
    recent: int


_RECENT = 1000
"""Events looked back for commits that arrived out of order."""


def visible_queues(desk: Desk, officer: Officer) -> tuple[str, ...]:
    """Queues with steps of his roles; all of them for who oversees the branch."""
    keys = desk.catalogue.queues
    if Right.READ_REPORTS in officer.rights:
        return tuple(keys)
    own = {
        step.queue
        for service in desk.catalogue.services.values()
        for step in service.steps.values()
        if step.role in officer.roles
    }
    return tuple(key for key in keys if key in own)


def queue_counts(desk: Desk, officer: Officer) -> tuple[QueueCount, ...]:
    """All queues that the officer sees, in the order of the rail."""
    now = desk.now()
    with desk.read(officer, Right.READ_QUEUES) as connection:
        rows = connection.execute(
            select(
                OpenWork.queue,
                func.count().label("open"),
                func.count(OpenWork.claimed_by).label("claimed"),
                func.sum(case((OpenWork.due_at < now, 1), else_=0)).label("overdue"),
                func.min(OpenWork.entered_at).label("oldest_at"),
            )
            .where(OpenWork.branch_code == officer.branch_code)
            .group_by(OpenWork.queue)
        ).all()
    found = {row.queue: row for row in rows}
    return tuple(
        QueueCount(
            queue=key,
            open=found[key].open if key in found else 0,
            claimed=found[key].claimed if key in found else 0,
            overdue=int(found[key].overdue) if key in found else 0,
            oldest_at=found[key].oldest_at if key in found else None,
        )
        for key in visible_queues(desk, officer)
    )


def queue_rows(
    desk: Desk, officer: Officer, query: QueueQuery, *, offset: int, limit: int, total: int
) -> tuple[QueueRow, ...]:
    """Rows `offset` … `offset + limit` of the list, found from the nearer end.

    `total` is the length of the list as last counted: beyond its middle the index is read
    backwards, so that the last page costs what the first does.
    """
    with desk.read(officer, Right.READ_QUEUES) as connection:
        conditions = _conditions(query, officer)
        backwards = offset > total // 2
        start = max(0, total - offset - limit) if backwards else offset
        length = max(0, min(limit, total - offset)) if backwards else limit
        ids = _ids(connection, query, conditions, backwards=backwards, start=start, length=length)
        return _rows(connection, ids)


def queue_rows_beside(
    desk: Desk, officer: Officer, query: QueueQuery, row: QueueRow, *, after: bool, limit: int
) -> tuple[QueueRow, ...]:
    """The rows right after (or before) a known one: keyset paging, whatever its position."""
    with desk.read(officer, Right.READ_QUEUES) as connection:
        # Compared as a pair, so that the index is entered at the row: an OR would scan up to it.
        column = _SORT_COLUMNS[query.sort]
        here = tuple_(column, Request.id)
        value = literal(_sort_value(query.sort, row), column.type)
        there = tuple_(value, literal(row.request_id, Request.id.type))
        beyond = here > there if after != query.descending else here < there
        conditions = [*_conditions(query, officer), beyond]
        ids = _ids(connection, query, conditions, backwards=not after, start=0, length=limit)
        return _rows(connection, ids)


def queue_totals(desk: Desk, officer: Officer, query: QueueQuery) -> QueueTotals:
    """Counts for the page's header and tabs."""
    now = desk.now()
    midnight = datetime.combine(day_of(now) + timedelta(days=1), time(), BRANCH_ZONE)
    with desk.read(officer, Right.READ_QUEUES) as connection:
        row = connection.execute(
            select(
                func.count().label("all"),
                _count(OpenWork.due_at < now).label("overdue"),
                _count(and_(OpenWork.due_at >= now, OpenWork.due_at < midnight)).label("today"),
                _count(OpenWork.claimed_by.is_(None)).label("unclaimed"),
                _count(OpenWork.claimed_by == officer.staff_id).label("mine"),
                _count(OpenWork.parked == "returned").label("returned"),
                _count(OpenWork.priority == 0).label("urgent"),
            ).where(OpenWork.branch_code == officer.branch_code, OpenWork.queue == query.queue)
        ).one()
        matching = (
            connection.execute(
                _listed(select(func.count()), query).where(*_conditions(query, officer))
            ).scalar_one()
            if query.narrowed
            else row.all
        )
    return QueueTotals(
        all=row.all,
        overdue=row.overdue,
        due_today=row.today,
        unclaimed=row.unclaimed,
        mine=row.mine,
        returned=row.returned,
        urgent=row.urgent,
        matching=matching,
    )


def latest_mark(desk: Desk, officer: Officer) -> Mark:
    """What to compare with an earlier mark: different means that something happened."""
    with desk.read(officer, Right.READ_QUEUES) as connection:
        last = connection.execute(
            select(func.max(Event.id)).where(Event.branch_code == officer.branch_code)
        ).scalar()
        recent = connection.execute(
            select(func.count()).where(
                Event.branch_code == officer.branch_code, Event.id > (last or 0) - _RECENT
            )
        ).scalar_one()
    return Mark(last or 0, recent)


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _listed(statement: Select[Any], query: QueueQuery) -> Select[Any]:
    """From requests; with their open work only where the query asks about it."""
    if query.tab in {QueueTab.UNCLAIMED, QueueTab.MINE}:
        return statement.select_from(Request).join(OpenWork, OpenWork.request_id == Request.id)
    return statement.select_from(Request)


def _conditions(query: QueueQuery, officer: Officer) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [
        Request.branch_code == officer.branch_code,
        Request.queue == query.queue,
    ]
    if query.tab is QueueTab.UNCLAIMED:
        found.append(OpenWork.claimed_by.is_(None))
    elif query.tab is QueueTab.MINE:
        found.append(OpenWork.claimed_by == officer.staff_id)
    elif query.tab is QueueTab.RETURNED:
        found.append(Request.state == "returned")
    elif query.tab is QueueTab.URGENT:
        found.append(Request.urgent.is_(True))
    if query.source:
        found.append(Request.source == query.source)
    if query.service:
        found.append(Request.service == query.service)
    if query.text.strip():
        found.append(_matches(query.text))
    return found


def _matches(text: str) -> ColumnElement[bool]:
    digits = normalise(text)
    if is_digits(digits) and len(digits) == 15:
        return Request.id == int(digits)
    if is_digits(digits):
        return Request.identity_number.startswith(digits, autoescape=True)
    words = fold(text).split()
    if not words:  # signs alone: nobody's name
        return false()
    return and_(*(Request.name_key.contains(word, autoescape=True) for word in words))


def _ids(
    connection: Connection,
    query: QueueQuery,
    conditions: list[ColumnElement[bool]],
    *,
    backwards: bool,
    start: int,
    length: int,
) -> list[int]:
    """Request ids in the order of the list, read along the sort's index alone."""
    column = _SORT_COLUMNS[query.sort]
    down = query.descending != backwards
    order = [column.desc(), Request.id.desc()] if down else [column, Request.id]
    statement = (
        _listed(select(Request.id), query)
        .where(*conditions)
        .order_by(*order)
        .limit(length)
        .offset(start)
    )
    ids = list(connection.execute(statement).scalars())
    return ids[::-1] if backwards else ids


def _rows(connection: Connection, ids: Sequence[int]) -> tuple[QueueRow, ...]:
    found = connection.execute(
        select(
            Request.id, Request.service, Request.applicant_name, Request.identity_number,
            Request.registered_at, Request.due_at, Request.source, Request.state, Request.urgent,
            OpenWork.claimed_by, OpenWork.parked, Staff.name_ar, Staff.name_en,
        )
        .join(OpenWork, OpenWork.request_id == Request.id)
        .outerjoin(Staff, Staff.id == OpenWork.claimed_by)
        .where(Request.id.in_(ids))
    ).all()  # fmt: skip
    by_id = {
        row.id: QueueRow(
            request_id=row.id,
            service=row.service,
            name=row.applicant_name,
            identity_number=row.identity_number,
            received_at=row.registered_at,
            due_at=row.due_at,
            source=row.source,
            state=row.state,
            urgent=row.urgent,
            holder_id=row.claimed_by,
            holder_ar=row.name_ar,
            holder_en=row.name_en,
            parked=row.parked,
        )
        for row in found
    }
    return tuple(by_id[i] for i in ids if i in by_id)


def _sort_value(sort: QueueSort, row: QueueRow) -> object:
    values: dict[QueueSort, object] = {
        QueueSort.DUE: row.due_at,
        QueueSort.NUMBER: row.request_id,
        QueueSort.NAME: fold(row.name),
        QueueSort.IDENTITY: row.identity_number,
        QueueSort.RECEIVED: row.received_at,
        QueueSort.SERVICE: row.service,
    }
    return values[sort]
