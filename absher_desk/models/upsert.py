"""An insert that knows ON CONFLICT, the same call on both databases."""

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from absher_desk.models.base import Base


def insert_or(connection: Connection, table: type[Base]) -> Any:
    """The dialect's insert, with `on_conflict_do_update` and `on_conflict_do_nothing`."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    # Where the embedded database serves, PostgreSQL's dialect is never imported.
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415

    return postgresql.insert(table)
