"""What must hold of the log and of archived papers; checked as they grow, not from the start."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
from sqlalchemy import Connection, Row, Select, bindparam, func, select

from absher_desk.models.account import Account
from absher_desk.models.document import Content, Document, PrintJob
from absher_desk.models.event import GENESIS, Event, event_hash
from absher_desk.models.request import Request
from absher_desk.operations.desk import Desk


@dataclass(slots=True)
class Seen:
    """How far the log and the papers were checked; `touched` are queues to be counted next."""

    event: int = 0
    document: int = 0
    print_job: int = 0
    heads: dict[int, tuple[int, str]] = field(default_factory=dict)
    touched: set[str] | None = None

    def take_touched_queues(self) -> frozenset[str] | None:
        """Queues whose lists changed since; None: look at all of them."""
        touched = None if self.touched is None else frozenset(self.touched)
        self.touched = set()
        return touched


def broken_in_log(
    connection: Connection, branch_code: str, seen: Seen
) -> Iterator[tuple[str, str]]:
    """Faults of what was written since `seen`, as (rule, detail); `seen` moves on behind them."""
    new = connection.execute(
        select(Event.__table__).where(Event.id > seen.event).order_by(Event.id)
    ).all()
    for detail in _broken_chain(new, seen):
        yield "event-chain", detail
    for detail in _miscounted(connection, new):
        yield "event-count", detail
    for detail in _activated_without_account(connection, new):
        yield "account", detail
    for detail in _broken_papers(connection, seen):
        yield "document", detail
    for document_id in connection.execute(_MISCOUNTED_COPIES).scalars():
        yield "copies", f"document {document_id}"
    if seen.touched is not None:
        seen.touched |= _queues_of(connection, new, branch_code)


def log_digest(desk: Desk) -> str:
    """SHA-256, in hex, over the whole log by session: equal days have equal digests."""
    digest = hashlib.sha256()
    with desk.database.read() as connection:
        rows = connection.execute(
            select(Event.hash).order_by(Event.sign_in_id, Event.session_seq)
        ).scalars()
        for one in rows:
            digest.update(one.encode())
    return digest.hexdigest()


def _broken_chain(new: Sequence[Row[Any]], seen: Seen) -> Iterator[str]:
    """Each new event follows the last of its session and hashes to what is kept."""
    for row in new:
        seq, head = seen.heads.get(row.sign_in_id, (0, GENESIS))
        where = f"session {row.sign_in_id} event {row.session_seq}"
        if (row.session_seq, row.previous_hash) != (seq + 1, head):
            yield where
        said = {name: getattr(row, name) for name in _HASHED}
        if event_hash(**said) != row.hash:
            yield where
        seen.heads[row.sign_in_id] = (row.session_seq, row.hash)
        seen.event = max(seen.event, row.id)


_HASHED = (
    "previous_hash", "sign_in_id", "session_seq", "request_id", "request_seq", "branch_code",
    "kind", "at", "staff_id", "data",
)  # fmt: skip


def _miscounted(connection: Connection, new: Sequence[Row[Any]]) -> Iterator[str]:
    """A request counts its events, numbered without a gap; all counts together make the log."""
    rows = connection.execute(_MISCOUNTED, {"touched": _touched(new)}).scalars()
    yield from (f"{request_id:015d}" for request_id in rows)
    counted, written = connection.execute(_TOTALS).one()
    if counted != written:
        yield f"{counted} counted, {written} written"


def _activated_without_account(connection: Connection, new: Sequence[Row[Any]]) -> Iterator[str]:
    """Each activation just written made exactly its account active."""
    for row in new:
        if row.kind != "account-activated":
            continue
        account = connection.execute(
            select(Account.state, Account.request_id).where(
                Account.id == orjson.loads(row.data)["account"]
            )
        ).first()
        if account is None or (account.state, account.request_id) != ("active", row.request_id):
            yield f"{row.request_id:015d}"


def _broken_papers(connection: Connection, seen: Seen) -> Iterator[str]:
    """Archived and printed bytes are those of their hash."""
    for name, table in (("document", Document), ("print_job", PrintJob)):
        rows = connection.execute(
            select(table.id, table.sha256, Content.data)
            .outerjoin(Content, Content.sha256 == table.sha256)
            .where(table.id > getattr(seen, name))
            .order_by(table.id)
        )
        for row in rows:
            if row.data is None or hashlib.sha256(row.data).hexdigest() != row.sha256:
                yield f"{name} {row.id}"
            setattr(seen, name, row.id)


def _queues_of(connection: Connection, new: Sequence[Row[Any]], branch_code: str) -> set[str]:
    given = {"touched": _touched(new), "branch": branch_code}
    return {queue for queue in connection.execute(_QUEUES, given).scalars() if queue}


def _touched(new: Sequence[Row[Any]]) -> list[int]:
    return sorted({row.request_id for row in new if row.request_id is not None})


def _miscounted_statement() -> Select[Any]:
    numbered = (
        select(Event.request_id, func.count().label("n"), func.max(Event.request_seq).label("last"))
        .where(Event.request_id.in_(bindparam("touched", expanding=True)))
        .group_by(Event.request_id)
        .subquery()
    )
    wrong = (numbered.c.n != Request.event_count) | (numbered.c.last != Request.event_count)
    return (
        select(Request.id)
        .join(numbered, numbered.c.request_id == Request.id)
        .where(wrong)
        .order_by(Request.id)
    )


# Built once: they are asked after every act of a simulated day.
_MISCOUNTED: Final = _miscounted_statement()
_TOTALS: Final = select(
    select(func.coalesce(func.sum(Request.event_count), 0)).scalar_subquery(),
    select(func.count(Event.request_id)).scalar_subquery(),
)
_QUEUES: Final = (
    select(Request.queue)
    .where(
        Request.id.in_(bindparam("touched", expanding=True)),
        Request.branch_code == bindparam("branch"),
        Request.queue.is_not(None),
    )
    .distinct()
)
_MISCOUNTED_COPIES: Final = (
    select(Document.id)
    .outerjoin(PrintJob, PrintJob.document_id == Document.id)
    .group_by(Document.id, Document.copies)
    .having(func.coalesce(func.max(PrintJob.copy_number), 0) != Document.copies)
    .order_by(Document.id)
)
"""A document counts the reprints that were started."""
