"""The mark of the program: a geometric ب, drawn at any size and colour."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from absher_desk.views.kit.painting import colour, draw_box, draw_rhombus, painting

# The counter of resources/icons/sign.svg, in its 40 × 40 box.
_START = QPointF(35, 8)
_STROKE = 4.6
_DOT = QPointF(20, 33)
_DOT_HALF = 5.37


def _counter() -> QPainterPath:
    path = QPainterPath(_START)
    path.lineTo(35, 17.5)
    path.arcTo(QRectF(20, 10, 15, 15), 0, -90)
    path.lineTo(12.5, 25)
    path.arcTo(QRectF(5, 10, 15, 15), 270, -90)
    path.lineTo(5, 13.5)
    return path


def draw_sign(painter: QPainter, rect: QRectF, ink: QColor, dot: QColor) -> None:
    """Draw the mark to fill the square `rect`: the counter in `ink`, its dot in `dot`."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 40, rect.height() / 40)
    pen = QPen(ink, _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_counter())
    draw_rhombus(painter, _DOT, _DOT_HALF, fill=dot)
    painter.restore()


def window_icon() -> QIcon:
    """The mark on its dark ground, for the window and the task bar."""
    icon = QIcon()
    for size in (16, 32, 48, 256):
        canvas = QPixmap(size, size)
        canvas.fill(Qt.GlobalColor.transparent)
        with painting(canvas) as painter:
            ground = QRectF(0, 0, size, size)
            draw_box(painter, ground, fill=colour("rail"), radius=size / 6)
            inset = size * 0.14
            inner = ground.adjusted(inset, inset, -inset, -inset)
            draw_sign(painter, inner, colour("sign"), colour("nuqta"))
        icon.addPixmap(canvas)
    return icon


class Sign(QWidget):
    """The mark as a widget on the dark rail."""

    def __init__(self, size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setFixedSize(size, size)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the mark."""
        with painting(self) as painter:
            draw_sign(painter, QRectF(self.rect()), colour("sign"), colour("nuqta"))
