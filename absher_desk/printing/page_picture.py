"""A page of a PDF as a picture for the screen."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImageWriter
from PySide6.QtPdf import QPdfDocument


def first_page(pdf: bytes, width: int) -> bytes:
    """The first page as PNG, `width` px wide; empty for bytes that are no PDF.

    May be called on any thread: the document lives and ends within the call.
    """
    source = QBuffer()
    source.setData(QByteArray(pdf))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    try:
        if document.status() is not QPdfDocument.Status.Ready or not document.pageCount():
            return b""
        points = document.pagePointSize(0)
        size = QSize(width, round(width * points.height() / points.width()))
        return _png(document, size)
    finally:
        document.close()


def _png(document: QPdfDocument, size: QSize) -> bytes:
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(target, QByteArray(b"png")).write(document.render(0, size))
    return bytes(target.data().data())
