"""Declarative base with predictable constraint names, so that migrations can find them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, MetaData, Text
from sqlalchemy.orm import DeclarativeBase

from absher_desk.models.columns import CanonicalJson, UtcTime


class Base(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012  (SQLAlchemy reads it from the class)
        str: Text(),
        datetime: UtcTime(),
        date: Date(),
        dict[str, Any]: CanonicalJson(),
        list[Any]: CanonicalJson(),
    }
