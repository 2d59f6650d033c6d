"""Acts that PostgreSQL does in one statement: the claim, and the decision that ends a request.

Such a statement does what the plain way does in a transaction of many, under the same conditions,
in one round trip to the server; with many desks the round trips are what a claim costs. Where it
finds nothing to change it has changed nothing: the caller then goes the plain way, which also says
why. The embedded database has no round trips, so there the plain way is the only one.

The number of the event in its request is known only inside the statement, so the database puts
the hashed text together there. It is `event.event_hash`'s text, and `audit` checks it like any.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    ClauseElement,
    ColumnElement,
    Date,
    DateTime,
    Dialect,
    Integer,
    Select,
    Text,
    bindparam,
    func,
    insert,
    select,
    true,
)

from absher_desk.models.columns import BigId, canonical
from absher_desk.models.event import Event, hashed_around
from absher_desk.operations.desk import Desk, day_of
from absher_desk.operations.errors import Refused
from absher_desk.operations.officer import Officer

STEP = "{step}"
"""Stands in an event's data for the key of the step, where only the statement knows it."""

PERSON = bindparam("person", type_=Integer)
SESSION = bindparam("session", type_=BigId)
BRANCH = bindparam("branch_code", type_=Text)
REQUEST = bindparam("request_id", type_=BigId)
NOW = bindparam("now", type_=DateTime(timezone=True))
DAY = bindparam("day", type_=Date)

Statement = Callable[[], ClauseElement]


def act_at_once(
    desk: Desk,
    officer: Officer,
    statement: Statement,
    kind: str,
    data: Mapping[str, Any],
    **values: Any,
) -> tuple[Any, ...] | None:
    """One act with its event as one statement, which ends in `with_event`.

    The row of what it changed, in the columns given there and the hash; or None.

    None: it found nothing to change, or the head of the session's chain must be read again first,
    or the database is the embedded one.

    Raises:
        Refused: the session has ended.
        Unavailable: the database does not answer.
    """
    if desk.database.is_sqlite:
        return None
    chain = officer.chain
    with chain.lock:
        if chain.ended:
            raise Refused("session.ended")
        if not chain.known:
            return None
        sql, constants = compiled(statement)
        event = _event_values(desk, officer, kind, canonical(data))
        chain.known = False  # until the answer is there
        row = desk.at_once(sql, {**constants, **event, **values})
        if row is not None:
            chain.seq, chain.head = chain.seq + 1, row[-1]
        chain.known = True
        return row


def with_event(
    changed: CTE, step: ColumnElement[str] | None = None, alongside: Sequence[CTE] = ()
) -> Select[Any]:
    """The last part of such a statement: the event of the request that `changed` counted on.

    `changed` has the columns id and event_count, and what the act wants back with the hash. `step`
    is put where the event's data says STEP; `alongside` are changes that nothing else refers to.
    """
    texts: list[ColumnElement[str]] = [
        bindparam(name, type_=Text) for name in ("data", "text_before", "text_after")
    ]
    if step is not None:
        texts = [func.replace(text, STEP, step, type_=Text) for text in texts]
    data, before, after = texts
    number = func.concat(changed.c.id, ",", changed.c.event_count)
    hashed = func.convert_to(func.concat(before, number, after), "UTF8")
    values: dict[str, Any] = {
        "sign_in_id": SESSION,
        "session_seq": bindparam("session_seq", type_=Integer),
        "request_id": changed.c.id,
        "request_seq": changed.c.event_count,
        "branch_code": BRANCH,
        "kind": bindparam("kind", type_=Text),
        "at": NOW,
        "day": DAY,
        "staff_id": PERSON,
        "data": data,
        "previous_hash": bindparam("previous_hash", type_=Text),
        "hash": func.encode(func.sha256(hashed), "hex"),
    }
    source = select(*values.values()).select_from(changed)
    written = insert(Event).from_select(list(values), source).returning(Event.hash).cte("written")
    return select(changed, written.c.hash).join_from(changed, written, true()).add_cte(*alongside)


def _event_values(desk: Desk, officer: Officer, kind: str, data: str) -> dict[str, Any]:
    chain, now = officer.chain, desk.now()
    seq = chain.seq + 1
    before, after = hashed_around(
        previous_hash=chain.head,
        sign_in_id=officer.sign_in_id,
        session_seq=seq,
        branch_code=officer.branch_code,
        kind=kind,
        at=now,
        staff_id=officer.person,
        data=data,
    )
    return {
        "session": officer.sign_in_id,
        "session_seq": seq,
        "branch_code": officer.branch_code,
        "kind": kind,
        "now": now,
        "day": day_of(now),
        "person": officer.person,
        "data": data,
        "previous_hash": chain.head,
        "text_before": before,
        "text_after": after,
    }


@cache
def compiled(statement: Statement) -> tuple[str, dict[str, Any]]:
    """The statement's text and its constants; put together once in a process."""
    # Only a desk on PostgreSQL comes here; the embedded one never imports its dialect.
    from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg  # noqa: PLC0415

    dialect: Dialect = PGDialect_psycopg()  # type: ignore[no-untyped-call]  # SQLAlchemy's
    made = statement().compile(dialect=dialect)
    return str(made), dict(made.params)
