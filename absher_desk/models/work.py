"""Open work: what stands in a queue, who holds it, who may not, and its draft."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from absher_desk.models.base import Base
from absher_desk.models.columns import BigId

_CLAIMABLE = text("claimed_by IS NULL AND parked IS NULL")
_CLAIMED = text("claimed_by IS NOT NULL")
_PARKED = text("parked IS NOT NULL")


class OpenWork(Base):
    """The one open step of an open request: a narrow row, so that claims stay quick.

    `parked` is why nobody can take it now: `held` (until `parked_until`) or `returned`.
    """

    __tablename__ = "open_work"
    __table_args__ = (
        Index(
            "ix_open_work_claim", "branch_code", "queue", "priority", "due_at", "request_id",
            sqlite_where=_CLAIMABLE, postgresql_where=_CLAIMABLE,
        ),
        Index(
            "ix_open_work_lease", "claim_expires_at",
            sqlite_where=_CLAIMED, postgresql_where=_CLAIMED,
        ),
        Index(
            "ix_open_work_holder", "claimed_by", "queue",
            sqlite_where=_CLAIMED, postgresql_where=_CLAIMED,
        ),
        Index(
            "ix_open_work_parked", "parked_until",
            sqlite_where=_PARKED, postgresql_where=_PARKED,
        ),
    )  # fmt: skip

    request_id: Mapped[int] = mapped_column(BigId, ForeignKey("request.id"), primary_key=True)
    branch_code: Mapped[str] = mapped_column(String(4))
    queue: Mapped[str]
    step: Mapped[str]
    role: Mapped[str]
    priority: Mapped[int]
    due_at: Mapped[datetime]
    entered_at: Mapped[datetime]
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    claim_sign_in_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("sign_in.id"))
    claimed_at: Mapped[datetime | None]
    claim_expires_at: Mapped[datetime | None]
    parked: Mapped[str | None]
    parked_until: Mapped[datetime | None]
    parked_reason: Mapped[str | None]


class WorkBar(Base):
    """Somebody who may not take this step: four eyes, or it is his own request."""

    __tablename__ = "work_bar"

    request_id: Mapped[int] = mapped_column(BigId, ForeignKey("request.id"), primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    cause: Mapped[str]


class RequestStep(Base):
    """A step that was finished: by whom, when, with what outcome."""

    __tablename__ = "request_step"
    __table_args__ = (
        Index("ix_request_step_request", "request_id", "id"),
        Index("ix_request_step_staff", "staff_id", "finished_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    request_id: Mapped[int] = mapped_column(BigId, ForeignKey("request.id"))
    branch_code: Mapped[str] = mapped_column(String(4))
    queue: Mapped[str]
    step: Mapped[str]
    entered_at: Mapped[datetime]
    claimed_at: Mapped[datetime | None]
    finished_at: Mapped[datetime]
    outcome: Mapped[str]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class Draft(Base):
    """What was entered at the open step and not yet decided; outlives claim, lock and crash.

    It goes with the open work, also when it is saved at the moment in which that is decided.
    """

    __tablename__ = "draft"

    request_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("open_work.request_id", ondelete="CASCADE"), primary_key=True
    )
    step: Mapped[str]
    data: Mapped[dict[str, Any]]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    saved_at: Mapped[datetime]
