"""Painted parts that every control shares: boxes, the focus ring, the rhombus, the start bar."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from absher_desk.views import theme

CONTROL_RADIUS = 6.0
PANEL_RADIUS = 8.0
RING = 2.0


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter with smooth edges that always ends, even when drawing raises."""
    painter = QPainter(device)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    try:
        yield painter
    finally:
        painter.end()


def colour(token: str) -> QColor:
    """The colour `token` of the theme in force."""
    return theme.current().colour(token)


def draw_box(
    painter: QPainter,
    rect: QRect | QRectF,
    *,
    fill: QColor | None = None,
    border: QColor | None = None,
    radius: float = CONTROL_RADIUS,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose border of `width` px lies inside `rect`."""
    half = width / 2 if border is not None else 0.0
    pen = QPen(Qt.PenStyle.NoPen)
    if border is not None:
        pen = QPen(border, width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inner = QRectF(rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, max(radius - half, 0.0), max(radius - half, 0.0))


def draw_ring(painter: QPainter, rect: QRect | QRectF, *, radius: float = CONTROL_RADIUS) -> None:
    """The 2 px focus ring, inside `rect`: blue means keyboard focus and nothing else."""
    draw_box(painter, rect, border=colour("focus"), radius=radius, width=RING)


def draw_rhombus(
    painter: QPainter,
    centre: QPointF,
    half: float,
    *,
    fill: QColor | None = None,
    border: QColor | None = None,
) -> None:
    """The dot of the sign, `half` px from its centre to each point."""
    points = QPolygonF(
        [
            centre + QPointF(0, -half),
            centre + QPointF(half, 0),
            centre + QPointF(0, half),
            centre + QPointF(-half, 0),
        ]
    )
    painter.setPen(QPen(border, 1.2) if border is not None else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(points)


def mirrored(widget: QWidget, rect: QRect | QRectF) -> QRectF:
    """`rect`, thought out from left to right, in the widget's own direction of layout."""
    box = QRectF(rect)
    if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        box.moveLeft(widget.width() - box.right())
    return box


def start_aligned(widget: QWidget) -> Qt.AlignmentFlag:
    """Vertically centred text at the start edge of `widget`; exact, whatever the text holds."""
    right = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def draw_start_bar(painter: QPainter, widget: QWidget, rect: QRect | QRectF) -> None:
    """The 3 px accent bar at the start edge of a selected row."""
    box = QRectF(rect)
    if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        box.setLeft(box.right() - 3)
    else:
        box.setRight(box.left() + 3)
    painter.fillRect(box, colour("accent"))
