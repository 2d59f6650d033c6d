"""What every printer can be asked, whatever stands behind it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from absher_desk.standards.problems import Problem


class PrinterStatus(StrEnum):
    """Whether a printer takes work now."""

    READY = "ready"
    PRINTING = "printing"
    HELD = "held"
    """Stopped: out of paper, jammed, paused. Jobs wait until somebody sees to it."""
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class PrinterState:
    """Status of a printer, and the printer's own words for it where it has any."""

    status: PrinterStatus
    reason: str = ""


class JobState(StrEnum):
    """Where a job is. Accepted is not printed: only `PRINTED` says that paper came out."""

    WAITING = "waiting"
    PRINTING = "printing"
    HELD = "held"
    PRINTED = "printed"
    FAILED = "failed"
    SENT = "sent"
    """Handed to a system that does not tell what became of it."""
    UNKNOWN = "unknown"


class PrinterFault(Exception):  # "fault" is the word of this product for it
    """A printer or its server did not do what was asked. Carries one `Problem`."""

    def __init__(self, code: str, **values: str | int) -> None:
        self.problem = Problem(code, values=values)
        super().__init__(code)

    @property
    def code(self) -> str:
        """Code of the text that explains the fault."""
        return self.problem.code


class Printer(Protocol):
    """A place where documents come out."""

    @property
    def name(self) -> str:
        """Name under which the printer is known to staff."""
        ...

    def state(self) -> PrinterState:
        """Ask the printer how it is; never raises, an answer may take seconds."""
        ...

    def submit(self, pdf: bytes, title: str, copies: int = 1) -> str:
        """Hand over a document; returns the job's identifier. Raises `PrinterFault`."""
        ...

    def job_state(self, job_id: str) -> JobState:
        """Ask what became of a job; never raises."""
        ...
