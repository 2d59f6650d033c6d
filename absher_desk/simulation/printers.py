"""A printer for simulated days: keeps what came out, and jams as often as the seed says."""

from absher_desk.printing.printer import (
    JobState,
    Printer,
    PrinterFault,
    PrinterState,
    PrinterStatus,
)
from absher_desk.simulation.randomness import SeededRandomness


class MemoryPrinter:
    """Keeps every sheet that came out, as (title, PDF)."""

    def __init__(self, name: str = "PDF") -> None:
        """Start with an empty tray."""
        self._name = name
        self.tray: list[tuple[str, bytes]] = []

    @property
    def name(self) -> str:
        """Name shown to staff."""
        return self._name

    def state(self) -> PrinterState:
        """Always ready."""
        return PrinterState(PrinterStatus.READY)

    def submit(self, pdf: bytes, title: str, copies: int = 1) -> str:
        """Print at once; the job is the number of the sheet."""
        self.tray.extend([(title, pdf)] * copies)
        return str(len(self.tray))

    def job_state(self, job_id: str) -> JobState:
        """Printed when the sheet is in the tray."""
        printed = job_id.isdecimal() and 0 < int(job_id) <= len(self.tray)
        return JobState.PRINTED if printed else JobState.UNKNOWN


class JammingPrinter:
    """Any printer, jamming now and then."""

    def __init__(self, printer: Printer, chance: SeededRandomness, percent: int = 3) -> None:
        """Jams `percent` times in a hundred."""
        self._printer = printer
        self._chance = chance
        self._percent = percent

    @property
    def name(self) -> str:
        """Name of the printer behind."""
        return self._printer.name

    def state(self) -> PrinterState:
        """State of the printer behind."""
        return self._printer.state()

    def submit(self, pdf: bytes, title: str, copies: int = 1) -> str:
        """Print, or jam. Raises PrinterFault (`printing.printer-silent`)."""
        if self._chance.chance(self._percent):
            raise PrinterFault("printing.printer-silent", printer=self.name)
        return self._printer.submit(pdf, title, copies)

    def job_state(self, job_id: str) -> JobState:
        """What the printer behind says of the job."""
        return self._printer.job_state(job_id)
