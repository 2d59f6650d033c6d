"""Writing many rows at once: bound by column type, then handed straight to the driver.

SQLAlchemy builds a parameter set per row with every default and name considered; for a feed that
costs as much as the database itself.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Insert
from sqlalchemy.types import TypeEngine


def insert_many(connection: Connection, statement: Insert, rows: Sequence[dict[str, Any]]) -> None:
    """Run an insert for rows that all have the same columns, every one without default given.

    Errors are those of the driver as SQLAlchemy wraps them (IntegrityError and so on).
    """
    if not rows:
        return
    dialect = connection.dialect
    columns = list(rows[0])
    compiled = statement.compile(dialect=dialect, column_keys=columns)
    bound = {
        name: _bound([row[name] for row in rows], compiled.binds[name].type, dialect)
        for name in columns
    }
    placed = compiled.positiontup
    given = zip(*(bound[name] for name in placed or columns), strict=True)
    parameters = given if placed else (dict(zip(columns, one, strict=True)) for one in given)
    connection.exec_driver_sql(str(compiled), list(parameters))


def _bound(values: list[Any], kind: TypeEngine[Any], dialect: Dialect) -> list[Any]:
    """The values as the driver wants them; what is the same object is bound once."""
    bind = kind.dialect_impl(dialect).bind_processor(dialect)
    if bind is None:
        return values
    found: list[Any] = []
    before, made = values[0], bind(values[0])
    for value in values:
        if value is not before:
            before, made = value, bind(value)
        found.append(made)
    return found
