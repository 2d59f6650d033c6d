"""The desk: what every operation works with, and the one way to write: an act with its events."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from absher_desk.catalogue.entries import Catalogue
from absher_desk.models.columns import canonical
from absher_desk.models.database import Database
from absher_desk.models.event import GENESIS, Event, event_hash
from absher_desk.models.faults import DatabaseFault
from absher_desk.models.request import Request
from absher_desk.operations.dated_settings import DatedSettings
from absher_desk.operations.errors import Refused, Unavailable
from absher_desk.operations.many_rows import insert_many
from absher_desk.operations.officer import Officer
from absher_desk.operations.outside import Outside
from absher_desk.operations.rights import Right
from absher_desk.standards.opening_hours import RIYADH
from absher_desk.standards.working_time import WorkingCalendar

BRANCH_ZONE = RIYADH
"""The zone in which a branch's days begin and end."""


def day_of(moment: datetime) -> date:
    """The branch's calendar day of a moment."""
    return moment.astimezone(BRANCH_ZONE).date()


class Act:
    """One transaction of one officer. Events recorded here are written with the change, or not."""

    def __init__(self, connection: Connection, officer: Officer, now: datetime) -> None:
        """Start with the officer's chain as it stands."""
        self.connection = connection
        self.officer = officer
        self.now = now
        self.day = day_of(now)
        self.seq = officer.chain.seq
        self.head = officer.chain.head
        self.ends_session = False
        self._events: list[dict[str, Any]] = []

    def record(
        self,
        kind: str,
        *,
        request_id: int | None = None,
        request_seq: int | None = None,
        branch_code: str | None = None,
        **data: Any,
    ) -> None:
        """Add an event. Without `request_seq` the request's counter is moved on here."""
        if request_id is not None and request_seq is None:
            request_seq = self._next_in_request(request_id)
        self.seq += 1
        values: dict[str, Any] = {
            "sign_in_id": self.officer.sign_in_id,
            "session_seq": self.seq,
            "request_id": request_id,
            "request_seq": request_seq,
            "branch_code": branch_code or self.officer.branch_code,
            "kind": kind,
            "at": self.now,
            "staff_id": self.officer.staff_id,
            "data": canonical(data),
            "previous_hash": self.head,
        }
        self.head = event_hash(**values)
        self._events.append(values | {"hash": self.head, "day": self.day})

    def lock_value(self, kind: str, value: str) -> None:
        """Wait until nobody else works on this value, and keep it until the act ends.

        For values that no row stands for yet. On SQLite an act is alone anyhow.
        """
        if self.connection.dialect.name == "postgresql":
            key = func.hashtextextended(f"{kind}:{value}", 0)
            self.connection.execute(select(func.pg_advisory_xact_lock(key)))

    def write_events(self) -> None:
        """Write what was recorded; called once, at the end of the transaction."""
        if self._events:
            insert_many(self.connection, insert(Event), self._events)

    def _next_in_request(self, request_id: int) -> int:
        return self.connection.execute(
            update(Request)
            .where(Request.id == request_id)
            .values(event_count=Request.event_count + 1)
            .returning(Request.event_count)
        ).scalar_one()


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What operations need: the database, the catalogue, dated settings and the outside."""

    database: Database
    catalogue: Catalogue
    settings: DatedSettings
    outside: Outside
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)

    def now(self) -> datetime:
        """The present moment, from the clock that was passed in."""
        return self.outside.clock.now()

    def setting(self, key: str) -> Any:
        """Value of a dated setting today."""
        return self.settings.value(key, day_of(self.now()))

    @contextmanager
    def read(self, officer: Officer, right: Right) -> Iterator[Connection]:
        """A look at the database, for somebody who may.

        Raises:
            Refused: the right is missing.
            Unavailable: the database does not answer.
        """
        officer.require(right)
        try:
            with self.database.read() as connection:
                yield connection
        except DatabaseFault as fault:
            raise Unavailable(fault.code) from fault

    def at_once(self, statement: str, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """First row of one statement (`Database.at_once`); who may do that is asked before.

        Raises:
            Unavailable: the database does not answer.
        """
        try:
            return self.database.at_once(statement, values)
        except DatabaseFault as fault:
            raise Unavailable(fault.code) from fault

    @contextmanager
    def change(
        self, officer: Officer, right: Right | None = None, *, one_moment: bool = False
    ) -> Iterator[Act]:
        """One act: the block's changes and its events are committed together, or nothing is.

        `one_moment` as in `Database.change`.

        Raises:
            Refused: the right is missing, or the session has ended.
            Unavailable: the database does not answer; nothing was written.
        """
        if right is not None:
            officer.require(right)
        chain = officer.chain
        with chain.lock:
            if chain.ended:
                raise Refused("session.ended")
            try:
                with self.database.change(one_moment=one_moment) as connection:
                    if not chain.known:
                        chain.seq, chain.head = read_head(connection, officer.sign_in_id)
                    act = Act(connection, officer, self.now())
                    yield act
                    act.write_events()
                    chain.known = False
                chain.seq, chain.head, chain.known = act.seq, act.head, True
                chain.ended = act.ends_session
            except DatabaseFault as fault:
                raise Unavailable(fault.code) from fault


def read_head(connection: Connection, sign_in_id: int) -> tuple[int, str]:
    """Number and hash of the last event of a session."""
    row = connection.execute(
        select(Event.session_seq, Event.hash)
        .where(Event.sign_in_id == sign_in_id)
        .order_by(Event.session_seq.desc())
        .limit(1)
    ).first()
    return (row.session_seq, row.hash) if row else (0, GENESIS)
