"""The log of acts: chained per sign-in session, numbered per request."""

import hashlib
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from absher_desk.models.base import Base
from absher_desk.models.columns import BigId, canonical

GENESIS = "0" * 64
"""What the first event of a session points back to."""


class Event(Base):
    """One act. `data` is canonical JSON text, hashed as it stands; never secrets or codes in it."""

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("sign_in_id", "session_seq"),
        UniqueConstraint("request_id", "request_seq"),
        Index("ix_event_day", "branch_code", "day", "kind"),
        Index("ix_event_branch", "branch_code", "id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    sign_in_id: Mapped[int] = mapped_column(BigId, ForeignKey("sign_in.id"))
    session_seq: Mapped[int]
    request_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("request.id"))
    request_seq: Mapped[int | None]
    branch_code: Mapped[str] = mapped_column(String(4))
    kind: Mapped[str]
    at: Mapped[datetime]
    day: Mapped[date]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    data: Mapped[str]
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


def event_hash(
    *,
    previous_hash: str,
    sign_in_id: int,
    session_seq: int,
    request_id: int | None,
    request_seq: int | None,
    branch_code: str,
    kind: str,
    at: datetime,
    staff_id: int | None,
    data: str,
) -> str:
    """SHA-256, in hex, over everything an event says and the hash before it; `at` is UTC."""
    text = canonical(
        [
            previous_hash, sign_in_id, session_seq, request_id, request_seq,
            branch_code, kind, at.isoformat(), staff_id, data,
        ]
    )  # fmt: skip
    return hashlib.sha256(text.encode()).hexdigest()


def hashed_around(
    *,
    previous_hash: str,
    sign_in_id: int,
    session_seq: int,
    branch_code: str,
    kind: str,
    at: datetime,
    staff_id: int | None,
    data: str,
) -> tuple[str, str]:
    """The text that `event_hash` hashes, before and after `request_id,request_seq`."""
    before = canonical([previous_hash, sign_in_id, session_seq])
    after = canonical([branch_code, kind, at.isoformat(), staff_id, data])
    return f"{before[:-1]},", f",{after[1:]}"
