"""Printers of a CUPS server, spoken to through `lp` and `lpstat` (Linux), jobs followed by IPP.

The document goes in as it is: CUPS renders PDF itself, so embedded fonts stay fonts. Every call
has a time limit, no shell, and the C locale, whose words are parsed here.
"""

import os
import re
import shutil
import subprocess
from functools import cache

from absher_desk.printing import ipp
from absher_desk.printing.printer import JobState, PrinterFault, PrinterState, PrinterStatus

_TIMEOUT = 10.0
_JOB = re.compile(r"request id is (\S+-\d+) ")
_JOB_STATES: dict[int | None, JobState] = {
    ipp.PENDING: JobState.WAITING,
    ipp.HELD: JobState.HELD,
    ipp.PROCESSING: JobState.PRINTING,
    ipp.STOPPED: JobState.HELD,
    ipp.CANCELLED: JobState.FAILED,
    ipp.ABORTED: JobState.FAILED,
    ipp.COMPLETED: JobState.PRINTED,
}
_PRINTER = re.compile(r"printer (\S+) (is idle|now printing|disabled)(.*)", re.DOTALL)


class CupsPrinter:
    """One queue; `server` is host:port, empty for the one that the system is set up for."""

    def __init__(self, name: str, server: str = "") -> None:
        self._name = name
        self._server = server

    @property
    def name(self) -> str:
        """Name of the queue."""
        return self._name

    def state(self) -> PrinterState:
        """Ask the server; a stopped queue is `HELD` with its reason."""
        try:
            answer = _ask("lpstat", self._server, "-p", self._name)
        except PrinterFault:
            return PrinterState(PrinterStatus.UNREACHABLE)
        found = _PRINTER.search(answer)
        if found is None:
            return PrinterState(PrinterStatus.UNREACHABLE)
        reason = found.group(3).partition("\n")[2].strip()
        match found.group(2):
            case "is idle":
                return PrinterState(PrinterStatus.READY, reason)
            case "now printing":
                return PrinterState(PrinterStatus.PRINTING, reason)
        return PrinterState(PrinterStatus.HELD, reason)

    def submit(self, pdf: bytes, title: str, copies: int = 1) -> str:
        """Queue a document. Raises `PrinterFault` if the server is silent or refuses it."""
        answer = _ask(
            "lp", self._server, "-d", self._name, "-t", title, "-n", str(copies), "-", document=pdf
        )
        found = _JOB.search(answer)
        if found is None:
            raise PrinterFault("printing.job-refused", printer=self._name)
        return found.group(1)

    def job_state(self, job_id: str) -> JobState:
        """Ask the server; a job behind a stopped queue is `HELD`."""
        _queue, _, number = job_id.rpartition("-")
        if not number.isdecimal():
            return JobState.UNKNOWN
        state = ipp.job_state(self._server, self._name, int(number))
        if state == ipp.PENDING and self.state().status is PrinterStatus.HELD:
            return JobState.HELD
        return _JOB_STATES.get(state, JobState.UNKNOWN)


def cups_printers(server: str = "") -> tuple[CupsPrinter, ...]:
    """Queues of the server, by name; none where CUPS is missing or silent."""
    try:
        names = _ask("lpstat", server, "-e").split()
    except PrinterFault:
        return ()
    return tuple(CupsPrinter(name, server) for name in sorted(names))


def _ask(command: str, server: str, *arguments: str, document: bytes | None = None) -> str:
    place = ("-h", server) if server else ()
    try:
        done = subprocess.run(  # noqa: S603  # argument list, no shell, program found by name once
            [_program(command), *place, *arguments],
            input=document if document is not None else b"",
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
            env={**os.environ, "LC_ALL": "C", "LANGUAGE": "C"},
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise PrinterFault("printing.server-silent") from fault
    if done.returncode != 0:
        code = "printing.job-refused" if document is not None else "printing.server-silent"
        raise PrinterFault(code, printer=arguments[1] if len(arguments) > 1 else "")
    return done.stdout.decode("utf-8", "replace")


@cache
def _program(command: str) -> str:
    return shutil.which(command) or command
