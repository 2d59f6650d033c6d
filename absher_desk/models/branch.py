"""Branches, their staff, and who sat at a desk when."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from absher_desk.models.base import Base
from absher_desk.models.columns import BigId


class Branch(Base):
    """A branch office; `code` is the four digits in every request number."""

    __tablename__ = "branch"

    code: Mapped[str] = mapped_column(String(4), primary_key=True)
    name_ar: Mapped[str]
    name_en: Mapped[str]
    city_ar: Mapped[str]
    city_en: Mapped[str]
    region: Mapped[str] = mapped_column(String(5))


class Staff(Base):
    """A person who works at a branch. `identity_number` bars him from his own requests."""

    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(unique=True)
    branch_code: Mapped[str] = mapped_column(ForeignKey("branch.code"))
    name_ar: Mapped[str]
    name_en: Mapped[str]
    identity_number: Mapped[str | None] = mapped_column(index=True)
    password_hash: Mapped[str]
    language: Mapped[str] = mapped_column(String(2), default="ar")
    active: Mapped[bool] = mapped_column(default=True)
    failed_attempts: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]


class StaffRole(Base):
    """A role that a member of staff holds (`product.md`: activation-officer, supervisor, …)."""

    __tablename__ = "staff_role"

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)


class SignIn(Base):
    """One session of one person (or of the program itself) at one desk; events are chained in it.

    `last_seq` and `last_hash` seal the chain when the session ends or a day is closed.
    """

    __tablename__ = "sign_in"
    __table_args__ = (Index("ix_sign_in_open", "branch_code", "ended_at"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    branch_code: Mapped[str] = mapped_column(ForeignKey("branch.code"))
    purpose: Mapped[str]
    counter: Mapped[str | None]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None]
    last_seq: Mapped[int | None]
    last_hash: Mapped[str | None] = mapped_column(String(64))
