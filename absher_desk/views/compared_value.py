"""One value of the comparison as it is painted: wrapped, never cut, what differs underlined."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextLine, QTextOption

from absher_desk.presenters.activation_state import Spans
from absher_desk.views.kit.painting import colour


class ComparedValue:
    """Lays out `text` within `width` px; `height` says what it takes.

    The differing characters are coloured by painting the same glyphs again through a clip:
    a change of format within a word would break the joining of Arabic letters.
    """

    def __init__(self, text: str, face: QFont, width: float, *, rtl: bool) -> None:
        self._layout = QTextLayout(text, face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(direction)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._layout.setTextOption(option)
        self.height = self._lay_out(width)

    @property
    def lines(self) -> int:
        """How many lines the value takes."""
        return self._layout.lineCount()

    def paint(
        self, painter: QPainter, origin: QPointF, *, ink: str, spans: Spans = (), mark: str = ""
    ) -> None:
        """Paint at `origin` in the colour `ink`; the `spans` in `mark` with a line beneath."""
        painter.setPen(colour(ink))
        self._layout.draw(painter, origin)
        for start, end in spans:
            for number in range(self._layout.lineCount()):
                for box in _boxes(self._layout.lineAt(number), start, end):
                    self._paint_mark(painter, origin, box.translated(origin), mark)

    def _paint_mark(self, painter: QPainter, origin: QPointF, box: QRectF, mark: str) -> None:
        painter.save()
        painter.setClipRect(box)
        painter.setPen(colour(mark))
        self._layout.draw(painter, origin)
        painter.restore()
        line = QRectF(box.left(), box.bottom() - 2, max(box.width(), 4), 2)
        painter.fillRect(line, colour(mark))

    def _lay_out(self, width: float) -> float:
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return height


def _boxes(line: QTextLine, start: int, end: int) -> list[QRectF]:
    """Where the characters from `start` to `end` stand on a line; one box for each direction."""
    start = max(start, line.textStart())
    end = min(end, line.textStart() + line.textLength())
    runs = line.glyphRuns(start, end - start) if start < end else []
    boxes = [run.boundingRect() for run in runs]
    return [
        QRectF(box.left(), line.y(), box.width(), line.height() + 1)
        for box in boxes
        if box.width() > 0
    ] or _edges(line, start, end)


def _edges(line: QTextLine, start: int, end: int) -> list[QRectF]:
    """The place of characters without glyphs of their own, as a space has."""
    if start >= end:
        return []
    first, last = _x(line, start), _x(line, end)
    return [QRectF(min(first, last), line.y(), abs(last - first), line.height() + 1)]


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # the binding gives a pair, its stub says otherwise
    return float(found[0] if isinstance(found, tuple) else found)
