"""Printing as jobs, written down before they are sent: no crash leaves their end unasked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, insert, or_, select, update
from sqlalchemy.orm import aliased

from absher_desk.models.branch import SignIn
from absher_desk.models.document import Content, Document, PrintJob
from absher_desk.models.request import Request
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.documents import keep_content
from absher_desk.operations.errors import Conflict, NotFound
from absher_desk.operations.form_facts import with_pictures
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right

OPEN_STATES = frozenset({"sending", "accepted"})
ENDS = frozenset({"printed", "saved", "failed"})

_SENDING_LASTS = timedelta(minutes=2)
"""Handing a page to a printer takes seconds; whoever is at it longer has died or hangs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """A job that was written down and is now to be handed to the printer."""

    job_id: int
    title: str
    pdf: bytes
    copy_number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedJob:
    """A job in a printer's hands; `printer_job` is the printer's own name for it."""

    job_id: int
    printer: str
    printer_job: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownJob:
    """A job of which nobody knows whether paper came out."""

    job_id: int
    request_id: int
    form: str
    printer: str


def start_printing(desk: Desk, officer: Officer, document_id: int, printer: str) -> PrintOrder:
    """Write the job down before anything is sent; a reprint is marked as a copy and counted.

    Raises:
        NotFound: no such document.
        Conflict: `print.outcome-unknown`: somebody must first say what an earlier job brought;
            `print.copied-elsewhere`: another desk is printing it at this moment.
    """
    with desk.read(officer, Right.PRINT) as connection:
        row = _document(connection, officer, document_id)
        states = _states(connection, document_id)
        _refuse_unclear(states)
        original = connection.execute(
            select(Content.data).where(Content.sha256 == row.sha256)
        ).scalar_one()
        is_copy = any(state != "failed" for state in states)
        drawn = with_pictures(connection, row.facts) if is_copy else {}
    copy_number = row.copies + 1 if is_copy else 0
    pdf = (
        desk.outside.composer.compose(row.form, drawn, copy_number) if is_copy else bytes(original)
    )
    with desk.change(officer, Right.PRINT) as act:
        _lock_document(act, document_id)
        if _states(act.connection, document_id) != states:
            raise Conflict("print.copied-elsewhere")
        if is_copy:
            _count_copy(act, document_id, copy_number)
        job_id: int = act.connection.execute(
            insert(PrintJob)
            .values(
                document_id=document_id, copy_number=copy_number, sha256=keep_content(act, pdf),
                printer=printer, state="sending", sign_in_id=officer.sign_in_id,
                staff_id=officer.staff_id, started_at=act.now,
            )
            .returning(PrintJob.id)
        ).scalar_one()  # fmt: skip
        act.record(
            "print-started", request_id=row.request_id,
            document=document_id, job=job_id, copy=copy_number,
        )  # fmt: skip
    title = f"{row.form} {row.request_id:015d}"
    return PrintOrder(job_id=job_id, title=title, pdf=pdf, copy_number=copy_number)


def note_accepted(desk: Desk, officer: Officer, job_id: int, printer_job: str) -> None:
    """The printer has taken the job; whether it prints is yet to be seen."""
    with desk.change(officer, Right.PRINT) as act:
        act.connection.execute(
            update(PrintJob)
            .where(
                PrintJob.id == job_id,
                PrintJob.state == "sending",
                PrintJob.document_id.in_(_documents_of(officer)),
            )
            .values(state="accepted", printer_job=printer_job)
        )


def finish_printing(
    desk: Desk, officer: Officer, job_id: int, state: str, fault: str | None = None
) -> None:
    """How a job ended: printed, saved, failed (with the fault's code).

    A job that was given up as unknown may still say it, until a person has.

    Raises:
        Conflict: `print.already-finished`.
        ValueError: no such end.
    """
    if state not in ENDS:
        raise ValueError(state)
    with desk.change(officer, Right.PRINT) as act:
        row = act.connection.execute(
            update(PrintJob)
            .where(
                PrintJob.id == job_id,
                PrintJob.state.in_(OPEN_STATES | {"unknown"}),
                PrintJob.document_id.in_(_documents_of(officer)),
            )
            .values(state=state, fault=fault, finished_at=act.now)
            .returning(PrintJob.document_id)
        ).first()
        if row is None:
            raise Conflict("print.already-finished")
        _record_end(act, row.document_id, job_id, state, fault)


def accepted_jobs(desk: Desk, officer: Officer) -> tuple[AcceptedJob, ...]:
    """The officer's jobs that a printer has taken and whose end is not known yet."""
    with desk.read(officer, Right.PRINT) as connection:
        rows = connection.execute(
            select(PrintJob.id.label("job_id"), PrintJob.printer, PrintJob.printer_job)
            .where(PrintJob.state == "accepted", PrintJob.sign_in_id == officer.sign_in_id)
            .order_by(PrintJob.id)
        ).mappings()
        return tuple(AcceptedJob(**row) for row in rows)


def find_unknown_jobs(
    desk: Desk, program: Officer, *, nobody_works: bool = False
) -> tuple[UnknownJob, ...]:
    """Jobs whose desk went away while it was sending them, now marked as unknown.

    Another desk may be printing at this moment, so a job counts as left alone only when its session
    has ended, somebody has signed in anew at its counter, or it has been sending for minutes.
    `nobody_works` says that no desk of the branch was running: after a power cut all are left.
    """
    with desk.change(program) as act:
        left = [PrintJob.state == "sending", PrintJob.sign_in_id.in_(_sessions_of(program))]
        if not nobody_works:
            left.append(_left_alone(act))
        found = act.connection.execute(
            select(PrintJob.id, Document.request_id)
            .join(Document, Document.id == PrintJob.document_id)
            .where(*left)
            .order_by(PrintJob.id)
            .with_for_update(of=PrintJob, skip_locked=True)
        ).all()
        for row in found:
            act.connection.execute(
                update(PrintJob).where(PrintJob.id == row.id).values(state="unknown")
            )
            act.record("print-outcome-unknown", request_id=row.request_id, job=row.id)
        rows = act.connection.execute(
            select(
                PrintJob.id.label("job_id"), Document.request_id, Document.form, PrintJob.printer
            )
            .join(Document, Document.id == PrintJob.document_id)
            .join(Request, Request.id == Document.request_id)
            .where(PrintJob.state == "unknown", Request.branch_code == program.branch_code)
            .order_by(PrintJob.id)
        ).mappings()
        return tuple(UnknownJob(**row) for row in rows)


def say_what_came_out(desk: Desk, officer: Officer, job_id: int, *, came_out: bool) -> None:
    """A person has looked at the tray: the unknown job printed, or it did not."""
    with desk.change(officer, Right.PRINT) as act:
        state = "printed" if came_out else "failed"
        row = act.connection.execute(
            update(PrintJob)
            .where(
                PrintJob.id == job_id,
                PrintJob.state == "unknown",
                PrintJob.document_id.in_(_documents_of(officer)),
            )
            .values(state=state, finished_at=act.now)
            .returning(PrintJob.document_id)
        ).first()
        if row is None:
            raise Conflict("print.already-finished")
        _record_end(act, row.document_id, job_id, state, None)


def _left_alone(act: Act) -> ColumnElement[bool]:
    """The desk that was sending the job is gone, as far as the database can tell."""
    own, later = aliased(SignIn), aliased(SignIn)
    gone = or_(
        own.ended_at.is_not(None),
        exists().where(
            later.branch_code == own.branch_code, later.counter == own.counter, later.id > own.id
        ),
    )
    return or_(
        PrintJob.started_at <= act.now - _SENDING_LASTS,
        exists().where(own.id == PrintJob.sign_in_id, gone),
    )


def _sessions_of(officer: Officer) -> Select[int]:
    return select(SignIn.id).where(SignIn.branch_code == officer.branch_code)


def _documents_of(officer: Officer) -> Select[int]:
    """Documents of the officer's branch."""
    return (
        select(Document.id)
        .join(Request, Request.id == Document.request_id)
        .where(Request.branch_code == officer.branch_code)
    )


def _refuse_unclear(states: Sequence[str]) -> None:
    if "unknown" in states:
        raise Conflict("print.outcome-unknown")
    if "sending" in states:
        raise Conflict("print.copied-elsewhere")


def _lock_document(act: Act, document_id: int) -> None:
    act.connection.execute(select(Document.id).where(Document.id == document_id).with_for_update())


def _document(connection: Connection, officer: Officer, document_id: int) -> Any:
    row = connection.execute(
        select(Document.request_id, Document.form, Document.facts, Document.sha256, Document.copies)
        .join(Request, Request.id == Document.request_id)
        .where(Document.id == document_id, Request.branch_code == officer.branch_code)
    ).first()
    if row is None:
        raise NotFound("document.not-found")
    return row


def _states(connection: Connection, document_id: int) -> list[str]:
    return list(
        connection.execute(
            select(PrintJob.state).where(PrintJob.document_id == document_id).order_by(PrintJob.id)
        ).scalars()
    )


def _count_copy(act: Act, document_id: int, copy_number: int) -> None:
    counted = act.connection.execute(
        update(Document)
        .where(Document.id == document_id, Document.copies == copy_number - 1)
        .values(copies=copy_number)
        .returning(Document.id)
    ).first()
    if counted is None:
        raise Conflict("print.copied-elsewhere")


def _record_end(act: Act, document_id: int, job_id: int, state: str, fault: str | None) -> None:
    request_id = act.connection.execute(
        select(Document.request_id).where(Document.id == document_id)
    ).scalar_one()
    act.record(
        f"print-{state}", request_id=request_id, document=document_id, job=job_id, fault=fault
    )
