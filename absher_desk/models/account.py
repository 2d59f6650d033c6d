"""Portal accounts, codes that confirm a mobile, messages sent, the civil register's copy."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from absher_desk.models.base import Base
from absher_desk.models.columns import BigId


class Account(Base):
    """A portal account: registered → active → suspended; any → cancelled. No password here."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    username: Mapped[str] = mapped_column(unique=True)
    identity_number: Mapped[str] = mapped_column(String(10), index=True)
    state: Mapped[str]
    mobile: Mapped[str] = mapped_column(index=True)
    email: Mapped[str]
    language: Mapped[str] = mapped_column(String(2))
    channel: Mapped[str]
    request_id: Mapped[int] = mapped_column(BigId, ForeignKey("request.id"), index=True)
    activated_at: Mapped[datetime | None]
    activated_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class OneTimeCode(Base):
    """A verification code that was sent; only its keyed hash is kept.

    `state`: sent, confirmed, replaced, exhausted.
    """

    __tablename__ = "one_time_code"
    __table_args__ = (Index("ix_one_time_code_request", "request_id", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    request_id: Mapped[int] = mapped_column(BigId, ForeignKey("request.id"))
    digest: Mapped[str] = mapped_column(String(64))
    mobile: Mapped[str]
    sent_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    wrong_tries: Mapped[int] = mapped_column(default=0)
    state: Mapped[str]
    confirmed_at: Mapped[datetime | None]


class Message(Base):
    """The outbox: a message that the desk owes to somebody. One bad item never blocks the rest."""

    __tablename__ = "message"
    __table_args__ = (Index("ix_message_state", "state", "next_try_at"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    request_id: Mapped[int] = mapped_column(BigId, ForeignKey("request.id"), index=True)
    channel: Mapped[str]
    recipient: Mapped[str]
    template: Mapped[str]
    language: Mapped[str] = mapped_column(String(2))
    values: Mapped[dict[str, Any]]
    state: Mapped[str]
    tries: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    next_try_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]


class RegisterRecord(Base):
    """What the civil register says about a person: the embedded copy that checks read."""

    __tablename__ = "register_record"

    identity_number: Mapped[str] = mapped_column(String(10), primary_key=True)
    data: Mapped[dict[str, Any]]
    portrait_sha256: Mapped[str | None] = mapped_column(ForeignKey("content.sha256"))
