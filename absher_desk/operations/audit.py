"""Verifying the log: chains, numbering of requests, seals; the first fault is named."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from absher_desk.models.branch import SignIn
from absher_desk.models.day import DayClose
from absher_desk.models.event import GENESIS, Event, event_hash
from absher_desk.models.request import Request
from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.standards.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditResult:
    """What was checked, and the first fault found (None: the log is whole)."""

    events: int
    sessions: int
    requests: int
    fault: Problem | None

    @property
    def intact(self) -> bool:
        """Whether nothing is missing or altered."""
        return self.fault is None


def verify_log(desk: Desk, officer: Officer) -> AuditResult:
    """Check the whole log of the database, all branches, in one consistent moment."""
    with desk.read(officer, Right.VERIFY_AUDIT) as connection:
        fault = next(_faults(connection), None)
        return AuditResult(
            events=connection.execute(select(func.count(Event.id))).scalar_one(),
            sessions=connection.execute(select(func.count(SignIn.id))).scalar_one(),
            requests=connection.execute(select(func.count(Request.id))).scalar_one(),
            fault=fault,
        )


def _faults(connection: Connection) -> Iterator[Problem]:
    yield from _broken_chains(connection)
    yield from _broken_seals(connection)
    yield from _broken_requests(connection)
    yield from _broken_days(connection)


def _broken_chains(connection: Connection) -> Iterator[Problem]:
    """A session's events count from 1, point back to the one before, hash to what is kept."""
    session, seq, head = 0, 0, GENESIS
    rows = connection.execution_options(stream_results=True, yield_per=2000).execute(
        select(Event.__table__).order_by(Event.sign_in_id, Event.session_seq)
    )
    for row in rows:
        if row.sign_in_id != session:
            session, seq, head = row.sign_in_id, 0, GENESIS
        seq += 1
        where = {"session": session, "seq": seq}
        if row.session_seq != seq:
            yield Problem("audit.event-missing", values=where)
            return
        if row.previous_hash != head:
            yield Problem("audit.chain-broken", values=where)
            return
        head = event_hash(
            previous_hash=row.previous_hash,
            sign_in_id=row.sign_in_id,
            session_seq=row.session_seq,
            request_id=row.request_id,
            request_seq=row.request_seq,
            branch_code=row.branch_code,
            kind=row.kind,
            at=row.at,
            staff_id=row.staff_id,
            data=row.data,
        )
        if row.hash != head:
            yield Problem("audit.event-altered", values=where)
            return


def _broken_seals(connection: Connection) -> Iterator[Problem]:
    """A sealed session ends with the event that was sealed: nothing cut off, nothing added."""
    last = (
        select(Event.sign_in_id, func.max(Event.session_seq).label("seq"))
        .group_by(Event.sign_in_id)
        .subquery()
    )
    rows = connection.execute(
        select(SignIn.id, SignIn.last_seq, SignIn.last_hash, Event.session_seq, Event.hash)
        .outerjoin(last, last.c.sign_in_id == SignIn.id)
        .outerjoin(
            Event, (Event.sign_in_id == last.c.sign_in_id) & (Event.session_seq == last.c.seq)
        )
        .where(SignIn.last_seq.is_not(None))
        .order_by(SignIn.id)
    )
    for row in rows:
        if (row.session_seq or 0) != row.last_seq or (row.hash or GENESIS) != row.last_hash:
            yield Problem("audit.seal-broken", values={"session": row.id})


def _broken_requests(connection: Connection) -> Iterator[Problem]:
    """Each request has as many events as it counted, numbered without a gap."""
    numbered = (
        select(
            Event.request_id,
            func.count().label("events"),
            func.max(Event.request_seq).label("last"),
        )
        .where(Event.request_id.is_not(None))
        .group_by(Event.request_id)
        .subquery()
    )
    rows = connection.execute(
        select(Request.id, Request.event_count, numbered.c.events, numbered.c.last)
        .outerjoin(numbered, numbered.c.request_id == Request.id)
        .where(
            (numbered.c.events.is_(None))
            | (numbered.c.events != Request.event_count)
            | (numbered.c.last != Request.event_count)
        )
        .order_by(Request.id)
        .limit(1)
    )
    for row in rows:
        yield Problem(
            "audit.request-events-missing",
            values={
                "number": f"{row.id:015d}",
                "counted": row.event_count,
                "found": row.events or 0,
            },
        )


def _broken_days(connection: Connection) -> Iterator[Problem]:
    """The heads that a day's close sealed are still in the log."""
    for row in connection.execute(select(DayClose.branch_code, DayClose.day, DayClose.heads)):
        for session, (seq, head) in row.heads.items():
            found = connection.execute(
                select(Event.hash).where(Event.sign_in_id == int(session), Event.session_seq == seq)
            ).scalar()
            if found != head:
                yield Problem(
                    "audit.day-broken", values={"day": row.day.isoformat(), "session": session}
                )
