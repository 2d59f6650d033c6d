"""Look at a PDF as a printer would: rendered by QtPdf, barcodes decoded, text read by poppler."""

import re
import subprocess
from dataclasses import dataclass

import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

_EMBEDDING_MARKS = re.compile("[\u202a-\u202e]")


@dataclass(frozen=True)
class Rendered:
    """Every page of a document, as text and as pixels."""

    texts: tuple[str, ...]
    pages: tuple[Image.Image, ...]
    dpi: int

    def crop(self, page: int, box: tuple[float, float, float, float]) -> Image.Image:
        """Part of a page; the box is left, top, right, bottom in points."""
        scale = self.dpi / 72
        left, top, right, bottom = (round(edge * scale) for edge in box)
        return self.pages[page].crop((left, top, right, bottom))


def render(pdf: bytes, dpi: int = 100) -> Rendered:
    """Render every page in shades of grey; needs a running Qt application."""
    data = QByteArray(pdf)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.status() == QPdfDocument.Status.Ready, document.error()
    pages = tuple(_page(document, number, dpi) for number in range(document.pageCount()))
    document.close()
    return Rendered(_texts(pdf), pages, dpi)


def one_bit(image: Image.Image) -> Image.Image:
    """Ink or no ink, as a label printer has it, without dither."""
    return image.point(lambda grey: 255 if grey >= 128 else 0).convert("1").convert("L")


def decoded(image: Image.Image) -> list[str]:
    """Texts of the barcodes in an image."""
    return [found.text for found in zxingcpp.read_barcodes(image)]


def ink(image: Image.Image) -> int:
    """Number of pixels that are rather dark."""
    histogram = image.convert("L").histogram()
    return sum(histogram[:128])


def _texts(pdf: bytes) -> tuple[str, ...]:
    """Text of each page in the order it was drawn, without the marks that poppler adds."""
    done = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return tuple(_EMBEDDING_MARKS.sub("", page) for page in done.stdout.decode().split("\f")[:-1])


def _page(document: QPdfDocument, number: int, dpi: int) -> Image.Image:
    points = document.pagePointSize(number)
    size = QSize(round(points.width() * dpi / 72), round(points.height() * dpi / 72))
    rendered = document.render(number, size)
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, rendered)
    painter.end()
    grey = paper.convertToFormat(QImage.Format.Format_Grayscale8)
    stride = grey.bytesPerLine()
    return Image.frombytes(
        "L", (grey.width(), grey.height()), bytes(grey.constBits()), "raw", "L", stride
    )
