"""Verifying the log: chains, numbering of requests, seals; the first fault is named."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Connection, Row, func, select, tuple_

from absher_desk.models.branch import SignIn
from absher_desk.models.day import DayClose
from absher_desk.models.event import GENESIS, Event, event_hash
from absher_desk.models.request import Request
from absher_desk.operations.day_close import document_hash
from absher_desk.operations.desk import Desk, day_of
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
        with closing(_faults(connection)) as faults:
            fault = next(faults, None)
        return AuditResult(
            events=connection.execute(select(func.count(Event.id))).scalar_one(),
            sessions=connection.execute(select(func.count(SignIn.id))).scalar_one(),
            requests=connection.execute(select(func.count(Request.id))).scalar_one(),
            fault=fault,
        )


def _faults(connection: Connection) -> Generator[Problem]:
    yield from _broken_chains(connection)
    yield from _broken_seals(connection)
    yield from _broken_requests(connection)
    yield from _broken_days(connection)


def _broken_chains(connection: Connection) -> Iterator[Problem]:
    """A session's events count from 1, point back to the one before, hash to what is kept."""
    session, seq, head = 0, 0, GENESIS
    in_order = select(Event.__table__).order_by(Event.sign_in_id, Event.session_seq)
    # A long log is read in pieces; the first fault ends the reading, and must let go of it.
    with connection.execute(in_order.execution_options(yield_per=2000)) as rows:
        for row in rows:
            if row.sign_in_id != session:
                session, seq, head = row.sign_in_id, 0, GENESIS
            seq += 1
            code = _broken_link(row, seq, head)
            if code is not None:
                yield Problem(code, values={"session": session, "seq": seq})
                return
            head = row.hash


def _broken_link(row: Row[Any], seq: int, head: str) -> str | None:
    """What is wrong with an event that should be number `seq` and follow `head`."""
    if row.session_seq != seq:
        return "audit.event-missing"
    if row.previous_hash != head:
        return "audit.chain-broken"
    computed = event_hash(
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
    unaltered = row.hash == computed and row.day == day_of(row.at)
    return None if unaltered else "audit.event-altered"


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
    """A close's report is what was frozen, and the heads that it sealed are still in the log."""
    said = _said_of_days(connection)
    for row in connection.execute(select(DayClose.__table__).order_by(DayClose.day)).all():
        day = row.day.isoformat()
        hashes = (document_hash(row.report), document_hash(row.heads))
        if hashes[0] != row.sha256 or hashes not in said.get((row.branch_code, day), ()):
            yield Problem("audit.report-altered", values={"day": day})
        for session in _lost_heads(connection, row.heads):
            yield Problem("audit.day-broken", values={"day": day, "session": session})


def _said_of_days(connection: Connection) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Hashes of report and heads by branch and day, as the chained events say them."""
    said: dict[tuple[str, str], list[tuple[str, str]]] = {}
    rows = connection.execute(
        select(Event.branch_code, Event.data).where(Event.kind == "day-closed")
    )
    for row in rows:
        data = orjson.loads(row.data)
        key = (row.branch_code, data["day"])
        said.setdefault(key, []).append((data["sha256"], data["heads"]))
    return said


def _lost_heads(connection: Connection, heads: Mapping[str, Sequence[Any]]) -> Iterator[str]:
    """Sessions whose sealed event is not in the log as it was."""
    sealed = {(int(session), seq): head for session, (seq, head) in heads.items()}
    for some in _batched(sealed):
        rows = connection.execute(
            select(Event.sign_in_id, Event.session_seq, Event.hash).where(
                tuple_(Event.sign_in_id, Event.session_seq).in_(some)
            )
        )
        found = {(row.sign_in_id, row.session_seq): row.hash for row in rows}
        yield from (str(key[0]) for key in some if found.get(key) != sealed[key])


def _batched(keys: Iterable[tuple[int, int]], size: int = 400) -> Iterator[list[tuple[int, int]]]:
    """Some keys at a time: a statement has room for so many values."""
    rest = iter(keys)
    while some := list(islice(rest, size)):
        yield some
