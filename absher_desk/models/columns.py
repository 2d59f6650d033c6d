"""Column types that mean the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

BigId = BigInteger().with_variant(Integer(), "sqlite")
"""64-bit key. SQLite counts up by itself only for INTEGER PRIMARY KEY."""


class UtcTime(TypeDecorator[datetime]):
    """A moment, stored in UTC; refuses a time without zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC for storage; SQLite keeps it without the zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("a moment needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Always aware, always UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def canonical(value: object) -> str:
    """The one JSON text of a value: keys sorted, no spaces, so that hashes agree."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


class CanonicalJson(TypeDecorator[Any]):
    """A JSON document kept as its canonical text, the same bytes on both databases."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object | None, dialect: Dialect) -> str | None:
        """Canonical text."""
        return None if value is None else canonical(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object | None:
        """The document again."""
        return None if value is None else orjson.loads(value)
