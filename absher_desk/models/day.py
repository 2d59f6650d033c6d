"""Dated settings and closed days."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from absher_desk.models.base import Base
from absher_desk.models.columns import CanonicalJson


class Setting(Base):
    """A value that the law or the branch may change, from a day on."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    effective_from: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(CanonicalJson())
    note: Mapped[str]
    set_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    set_at: Mapped[datetime]


class DayClose(Base):
    """A closed day: the frozen report with its hash and the sealed heads of the sessions."""

    __tablename__ = "day_close"

    branch_code: Mapped[str] = mapped_column(ForeignKey("branch.code"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    closed_at: Mapped[datetime]
    closed_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    report: Mapped[dict[str, Any]]
    sha256: Mapped[str] = mapped_column(String(64))
    heads: Mapped[dict[str, Any]]
