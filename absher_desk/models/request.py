"""Requests, the people who make them, and the numbers they get."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from absher_desk.models.base import Base
from absher_desk.models.columns import BigId

_QUEUED = text("queue IS NOT NULL")


def _queue_order(name: str, *columns: str) -> Index:
    """An index in the order of one sort of the queue page, over open requests only."""
    return Index(
        f"ix_request_queue_{name}", "branch_code", "queue", *columns, "id",
        sqlite_where=_QUEUED, postgresql_where=_QUEUED,
    )  # fmt: skip


class Person(Base):
    """Somebody who asks; known by identity number. Holds what was last stated."""

    __tablename__ = "person"

    identity_number: Mapped[str] = mapped_column(String(10), primary_key=True)
    identity_type: Mapped[str]
    name_ar: Mapped[str]
    name_en: Mapped[str]
    name_key: Mapped[str] = mapped_column(index=True)
    birth_date: Mapped[date | None]
    birth_date_hijri: Mapped[str | None]
    sex: Mapped[str] = mapped_column(String(1))
    nationality: Mapped[str] = mapped_column(String(3))
    mobile: Mapped[str]
    email: Mapped[str]
    language: Mapped[str] = mapped_column(String(2))


class Request(Base):
    """A request (معاملة). `applicant` and `details` are what was stated when it was registered.

    `id` is the request number itself (15 digits, `standards.request_number`) as an integer. `queue`
    and `step` are empty once it is closed; `event_count` numbers its events.
    """

    __tablename__ = "request"
    __table_args__ = (
        UniqueConstraint("source", "reference"),
        _queue_order("due", "due_at"),
        _queue_order("number"),
        _queue_order("name", "name_key"),
        _queue_order("identity", "identity_number"),
        _queue_order("received", "registered_at"),
        _queue_order("service", "service"),
        Index("ix_request_registered_day", "branch_code", "registered_day"),
        Index("ix_request_closed_day", "branch_code", "closed_day"),
        Index("ix_request_identity", "identity_number"),
        # Room in each page for the claim's update, which then touches none of these indexes.
        {"postgresql_with": {"fillfactor": 75}},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    source: Mapped[str]
    reference: Mapped[str]
    content_hash: Mapped[str] = mapped_column(String(64))
    service: Mapped[str]
    branch_code: Mapped[str] = mapped_column(ForeignKey("branch.code"))
    audience: Mapped[str]
    urgent: Mapped[bool]
    delivery: Mapped[str]
    state: Mapped[str]
    queue: Mapped[str | None]
    step: Mapped[str | None]
    identity_number: Mapped[str] = mapped_column(String(10), ForeignKey("person.identity_number"))
    applicant_name: Mapped[str]
    name_key: Mapped[str]
    applicant: Mapped[dict[str, Any]]
    details: Mapped[dict[str, Any]]
    warnings: Mapped[list[Any]]
    submitted_at: Mapped[datetime]
    registered_at: Mapped[datetime]
    registered_day: Mapped[date]
    due_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closed_day: Mapped[date | None]
    reason: Mapped[str | None]
    event_count: Mapped[int]


class NumberRange(Base):
    """Per branch and Hijri year the next serial not yet given to a block."""

    __tablename__ = "number_range"

    branch_code: Mapped[str] = mapped_column(ForeignKey("branch.code"), primary_key=True)
    hijri_year: Mapped[int] = mapped_column(primary_key=True)
    next_serial: Mapped[int]


class NumberBlock(Base):
    """Serials `next_serial` … `last_serial` that one session may use; free when it has ended."""

    __tablename__ = "number_block"
    __table_args__ = (Index("ix_number_block_free", "branch_code", "hijri_year", "sign_in_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    branch_code: Mapped[str] = mapped_column(ForeignKey("branch.code"))
    hijri_year: Mapped[int]
    sign_in_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("sign_in.id"))
    next_serial: Mapped[int]
    last_serial: Mapped[int]


class FeedProgress(Base):
    """How far a feed was read, so that an interrupted run goes on where it stopped.

    `offset` is the byte at which the next line begins; the feed's refused lines lie in
    `rejects_file` from `rejects_start` to `rejects_end`.
    """

    __tablename__ = "feed_progress"

    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    offset: Mapped[int] = mapped_column(BigId)
    lines: Mapped[int]
    accepted: Mapped[int]
    duplicates: Mapped[int]
    rejected: Mapped[int]
    finished: Mapped[bool]
    rejects_file: Mapped[str | None]
    rejects_start: Mapped[int] = mapped_column(BigId)
    rejects_end: Mapped[int] = mapped_column(BigId)
    updated_at: Mapped[datetime]
