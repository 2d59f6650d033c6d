"""Opening a database: refuse a newer one, back it up, upgrade it, hand it over."""

import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, inspect, text

from absher_desk.models.database import Database
from absher_desk.models.faults import DatabaseFault, fault_code
from absher_desk.models.schema import REVISION


def revision_of(connection: Connection) -> str | None:
    """Revision that the database says it has; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def open_database(url: str, *, now: datetime, durable: bool = True) -> Database:
    """Open and bring to this program's revision.

    `now` names the backup that is made before an upgrade (SQLite); `durable` as in `Database`.

    Raises:
        DatabaseFault: unreachable, damaged, locked, or `database.newer` than this program.
    """
    database = Database(url, durable=durable)
    try:
        if database.is_sqlite and database.url.database:
            _make_folder(Path(database.url.database))
        with database.read() as connection:
            found = revision_of(connection)
        if found != REVISION:
            upgrade(database, found=found, now=now)
    except BaseException:
        database.close()
        raise
    return database


def upgrade(database: Database, *, found: str | None, now: datetime) -> None:
    """Back up (an embedded database that holds something) and migrate in one transaction."""
    # Alembic costs a quarter of a second to import: only when there is something to migrate.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise DatabaseFault("database.newer")
    if found is not None and database.is_sqlite:
        back_up(database, _backup_path(database, now))
    with database.change() as connection:
        if not database.is_sqlite:
            # Two desks starting at once: one migrates, the other waits and finds it done.
            connection.execute(text("SELECT pg_advisory_xact_lock(4811)"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def back_up(database: Database, target: Path) -> None:
    """Copy the embedded database, consistent even while desks work, to a new file.

    Raises:
        DatabaseFault: `database.backup-not-embedded` for PostgreSQL (its own tools do that);
            `database.backup-exists` rather than overwrite; `database.cannot-open` for the target.
    """
    if not database.is_sqlite:
        raise DatabaseFault("database.backup-not-embedded")
    if target.exists():
        raise DatabaseFault("database.backup-exists")
    with database.read() as connection:
        source = cast("sqlite3.Connection", connection.connection.dbapi_connection)
        try:
            with closing(sqlite3.connect(target)) as copy:
                source.backup(copy)
        except sqlite3.Error as error:
            target.unlink(missing_ok=True)
            raise DatabaseFault(fault_code(error) or "database.failed", str(error)) from error


def _backup_path(database: Database, now: datetime) -> Path:
    """A name that is free: an upgrade that failed may be tried again within the second."""
    path = Path(str(database.url.database))
    stem = f"{path.stem}-before-{REVISION}-{now:%Y%m%dT%H%M%S}"
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(
        free for name in names if not (free := path.with_name(f"{name}{path.suffix}")).exists()
    )


def _make_folder(path: Path) -> None:
    if str(path) == ":memory:":
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseFault("database.cannot-open", str(error)) from error
