"""Papers: archived bytes, what arrived with a request, and every attempt to print."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from absher_desk.models.base import Base
from absher_desk.models.columns import BigId


class Content(Base):
    """Bytes, kept once for each SHA-256."""

    __tablename__ = "content"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str]
    data: Mapped[bytes] = mapped_column(LargeBinary)


class Attachment(Base):
    """Evidence that came with a request."""

    __tablename__ = "attachment"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    request_id: Mapped[int] = mapped_column(BigId, ForeignKey("request.id"), index=True)
    name: Mapped[str]
    kind: Mapped[str]
    sha256: Mapped[str] = mapped_column(ForeignKey("content.sha256"))


class Document(Base):
    """A paper that the desk made. `facts` made its bytes; `copies` counts the reprints."""

    __tablename__ = "document"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    request_id: Mapped[int] = mapped_column(BigId, ForeignKey("request.id"), index=True)
    form: Mapped[str]
    facts: Mapped[dict[str, Any]]
    sha256: Mapped[str] = mapped_column(ForeignKey("content.sha256"))
    created_at: Mapped[datetime]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    copies: Mapped[int] = mapped_column(default=0)


class PrintJob(Base):
    """One attempt to put a document on paper.

    `state`: sending, accepted, printed, failed, saved (as a file), unknown (the program ended while
    it was sending; a person must say what came out).
    """

    __tablename__ = "print_job"
    __table_args__ = (Index("ix_print_job_state", "state", "sign_in_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    document_id: Mapped[int] = mapped_column(BigId, ForeignKey("document.id"), index=True)
    copy_number: Mapped[int]
    sha256: Mapped[str] = mapped_column(ForeignKey("content.sha256"))
    printer: Mapped[str]
    state: Mapped[str]
    printer_job: Mapped[str | None]
    fault: Mapped[str | None]
    sign_in_id: Mapped[int] = mapped_column(BigId, ForeignKey("sign_in.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
