"""Closing a day: the report is frozen with its hash, and the heads of all sessions are sealed."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, or_, select, tuple_
from sqlalchemy.exc import IntegrityError

from absher_desk.models.branch import SignIn
from absher_desk.models.columns import canonical
from absher_desk.models.day import DayClose
from absher_desk.models.event import Event
from absher_desk.operations.day_report import (
    Counts,
    DayReport,
    HourLine,
    OfficerLine,
    QueueLine,
    ServiceLine,
    compute,
)
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import Conflict, Refused
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDay:
    """A closed day: its report as frozen, as a JSON document, and its SHA-256."""

    day: date
    closed_at: datetime
    closed_by: int
    report: dict[str, Any]
    sha256: str


def report_document(report: DayReport) -> dict[str, Any]:
    """The report as a JSON document: times ISO, spans in seconds."""
    document: dict[str, Any] = _plain(asdict(report))
    return document


def report_from_document(document: Mapping[str, Any]) -> DayReport:
    """The report that a document was made of: what a closed day shows.

    Raises KeyError or TypeError for a document that `report_document` did not make.
    """
    return DayReport(
        **{
            **document,
            "day": date.fromisoformat(document["day"]),
            "as_of": datetime.fromisoformat(document["as_of"]),
            "totals": Counts(**document["totals"]),
            "queues": tuple(_queue_line(line) for line in document["queues"]),
            "services": tuple(
                ServiceLine(service=line["service"], counts=Counts(**line["counts"]))
                for line in document["services"]
            ),
            "officers": tuple(_officer_line(line) for line in document["officers"]),
            "hours": tuple(HourLine(**line) for line in document["hours"]),
        }
    )


def close_day(desk: Desk, officer: Officer, day: date) -> ClosedDay:
    """Freeze the day's report and seal the log as it stands.

    Raises:
        Refused: the day has not begun yet.
        Conflict: it is closed already.
    """
    with desk.change(officer, Right.CLOSE_DAY, one_moment=True) as act:
        if day > act.day:
            raise Refused("day.not-begun")
        if _closed(act.connection, officer.branch_code, day) is not None:
            raise Conflict("day.already-closed")
        report = report_document(compute(desk, act.connection, officer.branch_code, day))
        sha256 = document_hash(report)
        heads = _heads(act)
        act.record("day-closed", day=day.isoformat(), sha256=sha256, heads=document_hash(heads))
        _keep(
            act,
            branch_code=officer.branch_code, day=day, closed_at=act.now,
            closed_by=officer.person, report=report, sha256=sha256, heads=heads,
        )  # fmt: skip
        return ClosedDay(
            day=day, closed_at=act.now, closed_by=officer.person, report=report, sha256=sha256
        )


def document_hash(document: Mapping[str, Any]) -> str:
    """SHA-256, in hex, over the canonical JSON of a document."""
    return hashlib.sha256(canonical(document).encode()).hexdigest()


def _keep(act: Act, **values: Any) -> None:
    try:
        act.connection.execute(insert(DayClose).values(**values))
    except IntegrityError as error:
        # Somebody closed it after this act's moment.
        raise Conflict("day.already-closed") from error


def closed_day(desk: Desk, officer: Officer, day: date) -> ClosedDay | None:
    """The closed day, or None while it is open."""
    with desk.read(officer, Right.READ_REPORTS) as connection:
        return _closed(connection, officer.branch_code, day)


def _closed(connection: Connection, branch_code: str, day: date) -> ClosedDay | None:
    row = connection.execute(
        select(DayClose.closed_at, DayClose.closed_by, DayClose.report, DayClose.sha256).where(
            DayClose.branch_code == branch_code, DayClose.day == day
        )
    ).first()
    return None if row is None else ClosedDay(day=day, **row._asdict())


def _heads(act: Act) -> dict[str, list[Any]]:
    """Number and hash of the last event of the branch's sessions, as written so far.

    Sessions that were silent since the branch's last close are sealed by that one.
    """
    branch = act.officer.branch_code
    closed_last = (
        select(func.max(DayClose.closed_at)).where(DayClose.branch_code == branch).scalar_subquery()
    )
    last = (
        select(Event.sign_in_id, func.max(Event.session_seq))
        .join(SignIn, SignIn.id == Event.sign_in_id)
        .where(SignIn.branch_code == branch)
        .where(or_(closed_last.is_(None), Event.at >= closed_last))
        .group_by(Event.sign_in_id)
    )
    rows = act.connection.execute(
        select(Event.sign_in_id, Event.session_seq, Event.hash).where(
            tuple_(Event.sign_in_id, Event.session_seq).in_(last)
        )
    )
    return {str(row.sign_in_id): [row.session_seq, row.hash] for row in rows}


def _queue_line(line: Mapping[str, Any]) -> QueueLine:
    oldest_at = line["oldest_at"] and datetime.fromisoformat(line["oldest_at"])
    return QueueLine(**{**line, "ages": tuple(line["ages"]), "oldest_at": oldest_at})


def _officer_line(line: Mapping[str, Any]) -> OfficerLine:
    average = None if line["average"] is None else timedelta(seconds=line["average"])
    return OfficerLine(**{**line, "average": average})


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if hasattr(value, "total_seconds"):
        return int(value.total_seconds())
    return value
