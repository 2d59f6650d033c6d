"""Putting a document on paper: the job is written down, handed over, and its end is noted."""

from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import Unavailable
from absher_desk.operations.officer import Officer
from absher_desk.operations.print_jobs import (
    accepted_jobs,
    finish_printing,
    note_accepted,
    start_printing,
)
from absher_desk.printing.printer import JobState, Printer, PrinterFault

_ENDS = {JobState.PRINTED: "printed", JobState.SENT: "printed", JobState.FAILED: "failed"}


def print_document(desk: Desk, officer: Officer, document_id: int, printer: Printer) -> str:
    """Print a document; returns the job's state as far as it is known now.

    A crash between the lines leaves the job as `sending`, which the next start turns into
    "outcome unknown" until somebody says what came out.

    Raises:
        Unavailable: the printer refused or is not there; the job is noted as failed.
    """
    order = start_printing(desk, officer, document_id, printer.name)
    try:
        printer_job = printer.submit(order.pdf, order.title)
    except PrinterFault as fault:
        finish_printing(desk, officer, order.job_id, "failed", fault.code)
        raise Unavailable(fault.code, **fault.problem.values) from fault
    note_accepted(desk, officer, order.job_id, printer_job)
    return follow_job(desk, officer, order.job_id, printer, printer_job)


def follow_job(
    desk: Desk, officer: Officer, job_id: int, printer: Printer, printer_job: str
) -> str:
    """Ask the printer what became of a job, and note it when that is the end."""
    end = _ENDS.get(printer.job_state(printer_job))
    if end is None:
        return "accepted"
    finish_printing(desk, officer, job_id, end)
    return end


def follow_jobs(desk: Desk, officer: Officer, printer: Printer) -> tuple[str, ...]:
    """Ask the printer about every job it has not finished; returns the ends that are known now."""
    return tuple(
        follow_job(desk, officer, job.job_id, printer, job.printer_job)
        for job in accepted_jobs(desk, officer)
        if job.printer == printer.name
    )
