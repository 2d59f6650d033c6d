"""Which printers there are: CUPS queues on Linux, the system's printers on Windows, a folder."""

import sys
from pathlib import Path

from absher_desk.printing.cups_printer import cups_printers
from absher_desk.printing.folder_printer import PdfFolderPrinter
from absher_desk.printing.printer import Printer


def available_printers(pdf_folder: Path) -> tuple[Printer, ...]:
    """Printers of this machine by name, and last the one that saves PDF files in `pdf_folder`.

    Asks the system: may take seconds where a print server does not answer, so call it in the
    background. On Windows a Qt application must be running.
    """
    return (*_system_printers(), PdfFolderPrinter(pdf_folder))


def _system_printers() -> tuple[Printer, ...]:
    if sys.platform == "win32":
        from absher_desk.printing.windows_printer import qt_printers  # noqa: PLC0415  # loads Qt

        return qt_printers()
    return cups_printers()
