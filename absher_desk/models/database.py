"""The database: one engine, two verbs: `read()` sees one moment, `change()` writes all or none."""

import random
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from absher_desk.models.faults import DatabaseFault, fault_code

_DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
_PATIENCE_SECONDS = 10.0
_FIRST_PAUSE_SECONDS = 0.001
_LONGEST_PAUSE_SECONDS = 0.03
_ONE_MOMENT: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


class Database:
    """An opened database. Share it between threads; each transaction takes its own connection."""

    def __init__(self, url: str, *, pool_size: int = 5, durable: bool = True) -> None:
        """Prepare the engine; nothing is touched yet.

        Without `durable` the embedded database does not wait for the disk: only for a file that
        is thrown away when its making is cut off.

        Raises:
            DatabaseFault: `database.bad-url` when the URL is not one of SQLite or PostgreSQL.
        """
        self.url = _parsed(url)
        self.engine = _engine(self.url, pool_size, durable=durable)
        self._single = self.engine if self.is_sqlite else _single_statements(self.url, pool_size)
        if not self.is_sqlite:
            event.listen(self.engine, "handle_error", self._forget_dead)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one consistent moment and writes nothing."""
        with _explained(), self.engine.connect() as plain:
            connection = plain if self.is_sqlite else plain.execution_options(**_ONE_MOMENT)
            yield connection
            connection.rollback()

    @contextmanager
    def change(self, *, one_moment: bool = False) -> Iterator[Connection]:
        """A transaction: committed when the block ends, undone when it raises.

        `one_moment`: all its statements see the same moment, also while others commit; for what is
        counted and kept, not for what others may change too (that is refused as locked).
        """
        with _explained(), self.engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            if one_moment and not self.is_sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    def at_once(self, statement: str, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """First row of one statement, a transaction of its own, on PostgreSQL.

        Handed straight to the driver: what SQLAlchemy does around a statement costs a claim as much
        as the server does. `statement` is in the driver's style (`%(name)s`).
        """
        with _explained():
            driver_error = self._single.dialect.loaded_dbapi.Error
            try:
                borrowed = self._single.raw_connection()
            except driver_error as error:  # a raw connection's own, which nobody has wrapped
                self.close()  # whatever waits in the pools is dead too
                raise DBAPIError.instance(None, None, error, driver_error) from error
            try:
                cursor = borrowed.cursor()
                cursor.execute(statement, values)
                row: tuple[Any, ...] | None = cursor.fetchone()
                return row
            except driver_error as error:
                if getattr(borrowed.driver_connection, "closed", True):
                    borrowed.invalidate(error)
                    self.close()  # the others died with it
                raise DBAPIError.instance(statement, None, error, driver_error) from error
            finally:
                borrowed.close()

    def _forget_dead(self, context: ExceptionContext) -> None:
        """A server that went away took the connections of both pools with it."""
        if context.is_disconnect:
            self._single.dispose()

    def close(self) -> None:
        """Let all connections go."""
        self.engine.dispose()
        self._single.dispose()


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
        driver = _DRIVERS[parsed.get_backend_name()]
    except (ArgumentError, KeyError, ValueError) as error:
        raise DatabaseFault("database.bad-url") from error
    return parsed.set(drivername=driver)


def _engine(url: URL, pool_size: int, *, durable: bool) -> Engine:
    try:
        if url.get_backend_name() == "sqlite":
            return _sqlite_engine(url, "FULL" if durable else "OFF")
        return _postgres_engine(url, pool_size, isolation_level="READ COMMITTED")
    except (ArgumentError, NoSuchModuleError) as error:
        raise DatabaseFault("database.bad-url") from error


def _postgres_engine(url: URL, pool_size: int, **options: Any) -> Engine:
    return create_engine(
        url,
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_recycle=1800,
        hide_parameters=True,
        connect_args={
            "application_name": "absher-desk",
            "connect_timeout": 5,
            "options": f"-c lock_timeout={_PATIENCE_SECONDS * 1000:.0f}ms",
        },
        **options,
    )


def _single_statements(url: URL, pool_size: int) -> Engine:
    """Connections on which each statement is a transaction of its own, so nothing to undo."""
    return _postgres_engine(url, pool_size, isolation_level="AUTOCOMMIT", pool_reset_on_return=None)


def _sqlite_engine(url: URL, synchronous: str) -> Engine:
    engine = create_engine(url, hide_parameters=True, connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        # Transactions are begun by _begin below: the driver's own would defer the write lock.
        connection.isolation_level = None
        for pragma in (
            "busy_timeout = 20",
            "journal_mode = WAL",
            f"synchronous = {synchronous}",
            "foreign_keys = ON",
            "temp_store = MEMORY",
        ):
            _patiently(connection, f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        driver: Any = connection.connection.dbapi_connection
        _patiently(driver, "BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _patiently(connection: sqlite3.Connection, statement: str) -> None:
    """Run it, waiting for other writers in short random pauses.

    SQLite's own busy handler starves somebody for seconds when four desks write; jitter does not.
    """
    deadline = time.monotonic() + _PATIENCE_SECONDS
    pause = _FIRST_PAUSE_SECONDS
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            busy = (error.sqlite_errorcode & 0xFF) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(pause * (0.5 + random.random()))  # noqa: S311  (jitter, not a secret)
            pause = min(pause * 2, _LONGEST_PAUSE_SECONDS)
        else:
            return


@contextmanager
def _explained() -> Iterator[None]:
    """Turn driver errors that a person can act on into `DatabaseFault`."""
    try:
        yield
    except PoolTimeout as error:
        raise DatabaseFault("database.busy") from error
    except (DBAPIError, sqlite3.Error) as error:
        code = fault_code(error)
        if code is None:
            raise
        raise DatabaseFault(code, str(getattr(error, "orig", error))) from error
