"""Everything about one request in one look: what the request page, follow-up and CLI show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, func, select

from absher_desk.models.branch import Staff
from absher_desk.models.document import Attachment, Content, Document, PrintJob
from absher_desk.models.event import Event
from absher_desk.models.request import Request
from absher_desk.models.work import Draft, OpenWork, WorkBar
from absher_desk.operations.codes import CodeStatus, code_status
from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import NotFound
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """An event as people read it; the chain's fields stay in the log."""

    kind: str
    at: datetime
    staff_id: int | None
    name_ar: str | None
    name_en: str | None
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentInfo:
    """Evidence that came with the request; `size` in bytes."""

    id: int
    name: str
    kind: str
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentInfo:
    """A paper made for the request, and what became of its latest printing (`print_job`)."""

    id: int
    form: str
    created_at: datetime
    sha256: str
    copies: int
    print_job: int | None
    print_state: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenStep:
    """Where an open request stands; `barred` is why this officer may not take it."""

    step: str
    queue: str
    role: str
    claimed_by: int | None
    holder_ar: str | None
    holder_en: str | None
    claimed_at: datetime | None
    claim_expires_at: datetime | None
    parked: str | None
    parked_until: datetime | None
    parked_reason: str | None
    barred: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFile:
    """One request, whole."""

    request_id: int
    reference: str
    source: str
    service: str
    branch_code: str
    audience: str
    urgent: bool
    delivery: str
    state: str
    reason: str | None
    submitted_at: datetime
    registered_at: datetime
    due_at: datetime
    closed_at: datetime | None
    applicant: Mapping[str, Any]
    details: Mapping[str, Any]
    warnings: Sequence[Mapping[str, Any]]
    open_step: OpenStep | None
    draft: Mapping[str, Any]
    timeline: tuple[TimelineEntry, ...]
    attachments: tuple[AttachmentInfo, ...]
    documents: tuple[DocumentInfo, ...]
    code: CodeStatus

    @property
    def number(self) -> str:
        """The request number, 15 digits."""
        return f"{self.request_id:015d}"


def open_request(desk: Desk, officer: Officer, request_id: int) -> RequestFile:
    """The request of the officer's branch.

    Raises:
        NotFound: `request.not-found`.
    """
    with desk.read(officer, Right.READ_REQUESTS) as connection:
        row = connection.execute(
            select(Request.__table__).where(
                Request.id == request_id, Request.branch_code == officer.branch_code
            )
        ).first()
        if row is None:
            raise NotFound("request.not-found")
        return RequestFile(
            request_id=row.id,
            reference=row.reference,
            source=row.source,
            service=row.service,
            branch_code=row.branch_code,
            audience=row.audience,
            urgent=row.urgent,
            delivery=row.delivery,
            state=row.state,
            reason=row.reason,
            submitted_at=row.submitted_at,
            registered_at=row.registered_at,
            due_at=row.due_at,
            closed_at=row.closed_at,
            applicant=row.applicant,
            details=row.details,
            warnings=row.warnings,
            open_step=_open_step(connection, request_id, officer),
            draft=_draft(connection, request_id),
            timeline=_timeline(connection, request_id),
            attachments=_attachments(connection, request_id),
            documents=_documents(connection, request_id),
            code=code_status(desk, connection, request_id),
        )


def read_attachment(desk: Desk, officer: Officer, attachment_id: int) -> bytes:
    """The bytes of a piece of evidence of the officer's branch. Raises NotFound."""
    with desk.read(officer, Right.READ_REQUESTS) as connection:
        data = connection.execute(
            select(Content.data)
            .join(Attachment, Attachment.sha256 == Content.sha256)
            .join(Request, Request.id == Attachment.request_id)
            .where(Attachment.id == attachment_id, Request.branch_code == officer.branch_code)
        ).scalar()
    if data is None:
        raise NotFound("attachment.not-found")
    return bytes(data)


def _open_step(connection: Connection, request_id: int, officer: Officer) -> OpenStep | None:
    row = connection.execute(
        select(
            OpenWork.step, OpenWork.queue, OpenWork.role, OpenWork.claimed_by, OpenWork.claimed_at,
            OpenWork.claim_expires_at, OpenWork.parked, OpenWork.parked_until,
            OpenWork.parked_reason, Staff.name_ar.label("holder_ar"),
            Staff.name_en.label("holder_en"), WorkBar.cause.label("barred"),
        )
        .outerjoin(Staff, Staff.id == OpenWork.claimed_by)
        .outerjoin(
            WorkBar,
            (WorkBar.request_id == OpenWork.request_id) & (WorkBar.staff_id == officer.staff_id),
        )
        .where(OpenWork.request_id == request_id)
    ).mappings().first()  # fmt: skip
    return None if row is None else OpenStep(**row)


def _draft(connection: Connection, request_id: int) -> Mapping[str, Any]:
    data = connection.execute(select(Draft.data).where(Draft.request_id == request_id)).scalar()
    return data or {}


def _timeline(connection: Connection, request_id: int) -> tuple[TimelineEntry, ...]:
    rows = connection.execute(
        select(Event.kind, Event.at, Event.staff_id, Event.data, Staff.name_ar, Staff.name_en)
        .outerjoin(Staff, Staff.id == Event.staff_id)
        .where(Event.request_id == request_id)
        .order_by(Event.request_seq)
    )
    return tuple(
        TimelineEntry(
            kind=row.kind,
            at=row.at,
            staff_id=row.staff_id,
            name_ar=row.name_ar,
            name_en=row.name_en,
            data=orjson.loads(row.data),
        )
        for row in rows
    )


def _attachments(connection: Connection, request_id: int) -> tuple[AttachmentInfo, ...]:
    rows = connection.execute(
        select(
            Attachment.id, Attachment.name, Attachment.kind, Attachment.sha256, Content.media_type
        )
        .join(Content, Content.sha256 == Attachment.sha256)
        .where(Attachment.request_id == request_id)
        .order_by(Attachment.id)
    ).mappings()
    return tuple(AttachmentInfo(**row) for row in rows)


def _documents(connection: Connection, request_id: int) -> tuple[DocumentInfo, ...]:
    latest = (
        select(func.max(PrintJob.id))
        .where(PrintJob.document_id == Document.id)
        .scalar_subquery()
        .correlate(Document)
    )
    rows = connection.execute(
        select(
            Document.id, Document.form, Document.created_at, Document.sha256, Document.copies,
            PrintJob.id.label("print_job"), PrintJob.state.label("print_state"),
        )
        .outerjoin(PrintJob, PrintJob.id == latest)
        .where(Document.request_id == request_id)
        .order_by(Document.id)
    ).mappings()  # fmt: skip
    return tuple(DocumentInfo(**row) for row in rows)
