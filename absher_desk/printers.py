"""The desk's printer: the one of the settings, else the system's first, else a folder of PDFs."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.printing.folder_printer import PdfFolderPrinter
from absher_desk.printing.printer import Printer, PrinterState, PrinterStatus
from absher_desk.system.paths import Paths
from absher_desk.system.settings import Settings
from absher_desk.system.task import Task
from absher_desk.system.worker import Worker


class DeskPrinters(QObject):
    """Finds printers in the background; until then documents go to the folder."""

    changed = Signal(str, str, str)

    def __init__(
        self, settings: Settings, paths: Paths, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._wanted = settings.printer
        folder = Path(settings.save_pdf_folder) if settings.save_pdf_folder else paths.documents
        self._folder = folder
        self._worker = worker
        self._printer: Printer = PdfFolderPrinter(folder)
        self._state: PrinterState | None = None

    def current(self) -> Printer:
        """The printer that documents go to now."""
        return self._printer

    def look(self) -> None:
        """Ask the system for its printers and how the chosen one is."""
        self._worker.ask(self._find, owner=self, on_result=self._take, key="printers")

    def follow(self, desk: Desk, officer: Officer) -> None:
        """Note the end of jobs that the printer has finished meanwhile."""
        from absher_desk.printing.print_run import follow_jobs  # noqa: PLC0415

        printer = self._printer
        if officer.may(Right.PRINT):
            self._worker.change(
                lambda _task: follow_jobs(desk, officer, printer),
                owner=self,
                on_result=lambda _ends: None,
            )

    def _find(self, _task: Task) -> tuple[Printer, PrinterState]:
        from absher_desk.printing.spooling import available_printers  # noqa: PLC0415

        found = available_printers(self._folder)
        named = [printer for printer in found if printer.name == self._wanted]
        printer = (named or list(found))[0]
        return printer, printer.state()

    def _take(self, found: tuple[Printer, PrinterState]) -> None:
        self._printer, self._state = found
        self.tell()

    def tell(self) -> None:
        """Say how the printer is, in the language in force."""
        state = self._state
        if state is None:
            return
        if isinstance(self._printer, PdfFolderPrinter):
            self.changed.emit("printer", self.tr("Saves as PDF"), "ok")
        elif state.status in {PrinterStatus.READY, PrinterStatus.PRINTING}:
            self.changed.emit("printer", self.tr("Printer ready"), "ok")
        elif state.status is PrinterStatus.HELD:
            self.changed.emit("printer", self.tr("Printer stopped"), "warning")
        else:
            self.changed.emit("printer", self.tr("No printer"), "off")
