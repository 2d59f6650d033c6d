"""Printers of Windows: pages are rendered by QtPdf and painted to a `QPrinter`.

Imported only where it is used: it loads Qt's print support, and needs a running application.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from absher_desk.printing.printer import JobState, PrinterFault, PrinterState, PrinterStatus

_LEAST_DPI = 300


class QtPrinter:
    """One printer that the operating system knows."""

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def name(self) -> str:
        """Name that the system gives the printer."""
        return self._name

    def state(self) -> PrinterState:
        """Ask the system; a printer in error is `HELD`."""
        info = QPrinterInfo.printerInfo(self._name)
        if info.isNull():
            return PrinterState(PrinterStatus.UNREACHABLE)
        match info.state():
            case QPrinter.PrinterState.Error | QPrinter.PrinterState.Aborted:
                return PrinterState(PrinterStatus.HELD)
            case QPrinter.PrinterState.Active:
                return PrinterState(PrinterStatus.PRINTING)
        return PrinterState(PrinterStatus.READY)

    def submit(self, pdf: bytes, title: str, copies: int = 1) -> str:
        """Paint the document to the printer. Raises `PrinterFault`."""
        info = QPrinterInfo.printerInfo(self._name)
        if info.isNull():
            raise PrinterFault("printing.printer-missing", printer=self._name)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setCopyCount(copies)
        paint(pdf, printer)
        return title

    def job_state(self, job_id: str) -> JobState:  # noqa: ARG002  # Qt follows no jobs
        """Windows does not tell Qt what became of a job."""
        return JobState.SENT


def qt_printers() -> tuple[QtPrinter, ...]:
    """Printers that the system knows, by name."""
    return tuple(QtPrinter(name) for name in sorted(QPrinterInfo.availablePrinterNames()))


def paint(pdf: bytes, printer: QPrinter) -> None:
    """Paint every page of a PDF at the printer's resolution, true to size.

    Raises `PrinterFault` where the file cannot be read or the printer does not begin.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready:
        raise PrinterFault("printing.document-unreadable")
    printer.setFullPage(True)
    _set_page(printer, document, 0)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterFault("printing.printer-silent", printer=printer.printerName())
    try:
        for page in range(document.pageCount()):
            if page:
                _set_page(printer, document, page)
                printer.newPage()
            _paint_page(painter, printer, document, page)
    finally:
        painter.end()
        document.close()


def _set_page(printer: QPrinter, document: QPdfDocument, page: int) -> None:
    size = QPageSize(document.pagePointSize(page), QPageSize.Unit.Point)
    printer.setPageSize(size)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)


def _paint_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    dots = max(_LEAST_DPI, printer.resolution()) / 72
    image = document.render(
        page, QSize(round(points.width() * dots), round(points.height() * dots))
    )
    scale = printer.resolution() / 72
    target = QRectF(0, 0, points.width() * scale, points.height() * scale)
    painter.drawImage(target, image, QRectF(image.rect()))
