"""What tests of the request, search and day pages share: a lost document on its way, printers."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from absher_desk.operations.claims import claim
from absher_desk.operations.decisions import decide
from absher_desk.operations.registering import Evidence
from absher_desk.printing.folder_printer import PdfFolderPrinter
from absher_desk.printing.printer import PrinterFault
from tests.builders import register, signed_in

LOST = {
    "document_type": "passport",
    "document_number": "B00000001",
    "loss_type": "stolen",
    "lost_on": "2026-11-20",
    "place": "حي النخيل، الرياض",
    "circumstances": "فُقد الجواز في حي النخيل.",
    "previous_losses": 1,
}
REPLACEMENT = "lost-document-replacement"


def picture(width=60, height=40):
    """A PNG file."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x3366AA)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def portrait():
    return Evidence(name="me.png", kind="portrait", media_type="image/png", data=picture())


def lost_document(desk, index=7, **changes):
    """A replacement that waits at its first step; its id."""
    values = {"service": REPLACEMENT, "details": LOST, "evidence": [portrait()]} | changes
    [request_id] = register(desk, first=index, **values)
    return request_id


def reported(desk, index=7, **changes):
    """A replacement that `clerk` reported and that waits for its review; its id."""
    request_id = lost_document(desk, index, **changes)
    clerk = signed_in(desk, "clerk")
    claim(desk, clerk, request_id)
    desk.outside.clock.forward(minutes=7)
    decide(desk, clerk, request_id, "report", answers={"declaration-signed": True})
    return request_id


class NoPrinter(PdfFolderPrinter):
    """A printer that refuses everything."""

    def submit(self, *_given, **_named):
        raise PrinterFault("printing.folder-not-writable")
