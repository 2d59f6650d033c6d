"""The key that does the same as the control, drawn as a small key."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from absher_desk.views.fonts import MEDIUM, font
from absher_desk.views.kit.painting import colour, draw_box, painting
from absher_desk.views.kit.text import isolate

HEIGHT = 19.0
_PADDING = 5.0
_NARROWEST = 20.0


def keycap_width(key: str) -> float:
    """Width in px of the cap for `key`."""
    words = QFontMetricsF(font(11, MEDIUM)).horizontalAdvance(key)
    return max(words + 2 * _PADDING, _NARROWEST)


def draw_keycap(
    painter: QPainter,
    centre_left: QPointF,
    key: str,
    ink: QColor,
    *,
    line: QColor | None = None,
    fill: QColor | None = None,
) -> None:
    """Draw the cap for `key` with its left edge's middle at `centre_left`."""
    rect = QRectF(centre_left.x(), round(centre_left.y() - HEIGHT / 2), keycap_width(key), HEIGHT)
    draw_box(painter, rect, border=line or ink, fill=fill, radius=4)
    painter.setPen(ink)
    painter.setFont(font(11, MEDIUM))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, isolate(key))


class Keycap(QWidget):
    """A key drawn beside a hint."""

    def __init__(
        self, key: str, *, ink: str = "text2", line: str = "border2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._ink = ink
        self._line = line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setAccessibleName(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words, one line high."""
        return QSize(round(keycap_width(self._key)) + 1, round(HEIGHT) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the cap in the middle of the height."""
        with painting(self) as painter:
            centre = QPointF(0, self.height() / 2)
            draw_keycap(painter, centre, self._key, colour(self._ink), line=colour(self._line))
