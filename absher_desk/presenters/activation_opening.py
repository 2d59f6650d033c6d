"""What the activation station reads and does in the background, off the screen's thread."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from absher_desk.catalogue.entries import Service, Step
from absher_desk.operations.activation import activate_account
from absher_desk.operations.claims import release
from absher_desk.operations.comparison import Comparison, compare
from absher_desk.operations.decisions import decide
from absher_desk.operations.desk import Desk
from absher_desk.operations.documents import issue_document, read_document
from absher_desk.operations.errors import DeskError
from absher_desk.operations.officer import Officer
from absher_desk.operations.parking import hold
from absher_desk.operations.request_file import (
    DocumentInfo,
    RequestFile,
    open_request,
    read_attachment,
)
from absher_desk.operations.sign_in import BranchChoice, list_branches
from absher_desk.printing.page_picture import first_page
from absher_desk.printing.print_run import print_document
from absher_desk.printing.printer import Printer
from absher_desk.system.task import Task

PrinterOf = Callable[[], Printer]

_PORTRAIT = "portrait"
_PAGE_WIDTH = 700
"""Pixels: sharp in the preview on a screen of double density."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """All that the station shows of one request; `page` is the form's first page once made."""

    file: RequestFile
    comparison: Comparison
    service: Service
    step: Step
    portrait: bytes | None
    page: bytes
    branch: BranchChoice | None = None

    @property
    def form(self) -> DocumentInfo | None:
        """The form of this step, once it is made."""
        found = (d for d in self.file.documents if d.form in self.step.documents)
        return next(found, None)

    @property
    def activated(self) -> bool:
        """Whether the account of this request is active."""
        return any(entry.kind == "account-activated" for entry in self.file.timeline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """How printing ended: the job's state, or the fault for which nothing came out.

    `copy_number` is 0 for the original.
    """

    state: str = ""
    copy_number: int = 0
    fault: DeskError | None = None


def read_station(desk: Desk, officer: Officer, request_id: int, _task: Task) -> Opened:
    """Read everything in one go.

    Raises:
        NotFound: no such request in the officer's branch. Unavailable: no answer.
    """
    file = open_request(desk, officer, request_id)
    service = desk.catalogue.service(file.service)
    step = _activating_step(service)
    return Opened(
        file=file,
        comparison=compare(desk, officer, request_id),
        service=service,
        step=step,
        portrait=_portrait(desk, officer, file),
        page=_page(desk, officer, file, step),
        branch=next((b for b in list_branches(desk) if b.code == file.branch_code), None),
    )


def activate_and_print(
    desk: Desk,
    officer: Officer,
    request_id: int,
    printer_of: PrinterOf,
    task: Task,
    *,
    step: Step,
    answers: Mapping[str, Any],
    accepted: Collection[str],
    note: str,
) -> Printed:
    """Activate, make the form, print it. What fails after the activation leaves the account active.

    Raises:
        DeskError: the account was not activated, and nothing was changed.
    """
    task.progress(1, 3, "activating")
    activate_account(desk, officer, request_id, answers=answers, accepted=accepted, note=note)
    task.progress(2, 3, "form")
    return print_form(desk, officer, request_id, printer_of, task, step=step)


def print_form(
    desk: Desk,
    officer: Officer,
    request_id: int,
    printer_of: PrinterOf,
    task: Task,
    *,
    step: Step,
) -> Printed:
    """Print the step's forms, made if they are not yet; a reprint is marked as a copy.

    Never raises for a known fault: it is part of the answer.
    """
    state = ""
    try:
        for form in step.documents:
            document = issue_document(desk, officer, request_id, form)
            task.progress(3, 3, "printing")
            state = print_document(desk, officer, document, printer_of())
        made = open_request(desk, officer, request_id).documents
    except DeskError as fault:
        return Printed(fault=fault)
    copies = max((d.copies for d in made if d.form in step.documents), default=0)
    return Printed(state=state, copy_number=copies)


def end_step(
    desk: Desk,
    officer: Officer,
    request_id: int,
    _task: Task,
    *,
    outcome: str,
    reason: str,
    answers: Mapping[str, Any],
) -> None:
    """Return or reject the request; raises what `decide` raises."""
    decide(desk, officer, request_id, outcome, reason=reason, answers=answers)


def park(desk: Desk, officer: Officer, request_id: int, reason: str, _task: Task) -> None:
    """Hold the request until somebody resumes it; raises what `hold` raises."""
    hold(desk, officer, request_id, reason, None)


def give_back(desk: Desk, officer: Officer, request_id: int, _task: Task) -> None:
    """Put the request back into its queue; raises what `release` raises."""
    release(desk, officer, request_id)


def _activating_step(service: Service) -> Step:
    """The step that this station is for, also once the request has left it."""
    return next(step for step in service.steps.values() if "activate" in step.on)


def _portrait(desk: Desk, officer: Officer, file: RequestFile) -> bytes | None:
    found = next((a for a in file.attachments if a.kind == _PORTRAIT), None)
    return read_attachment(desk, officer, found.id) if found else None


def _page(desk: Desk, officer: Officer, file: RequestFile, step: Step) -> bytes:
    made = next((d for d in file.documents if d.form in step.documents), None)
    return first_page(read_document(desk, officer, made.id), _PAGE_WIDTH) if made else b""
