"""The two pictures of a person side by side, for the eye to compare."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from absher_desk.presenters.activation_state import Portrait
from absher_desk.views.fonts import STRONG, font
from absher_desk.views.kit.painting import colour, draw_box, mirrored, painting

_WIDTH, _GAP, _CAPTION = 92, 12, 20
_TALLEST = 116


class Portraits(QWidget):
    """Each picture fills its frame, cut to shape; without one, the initials stand there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._portraits: tuple[Portrait, ...] = ()
        self._images: list[QImage | None] = []

    def show_portraits(self, portraits: Sequence[Portrait]) -> None:
        """Show other pictures; the same ones are not decoded again."""
        if tuple(portraits) == self._portraits:
            return
        self._portraits = tuple(portraits)
        self._images = [_decoded(portrait.picture) for portrait in portraits]
        self.setAccessibleName(", ".join(portrait.caption for portrait in portraits))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two frames with their captions."""
        count = max(len(self._portraits), 2)
        return QSize(count * _WIDTH + (count - 1) * _GAP, _TALLEST + _CAPTION)

    def minimumSizeHint(self) -> QSize:
        """Low windows make them smaller."""
        return QSize(self.sizeHint().width(), 72 + _CAPTION)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the frames from the start edge."""
        height = min(self.height() - _CAPTION, _TALLEST)
        with painting(self) as painter:
            for number, portrait in enumerate(self._portraits):
                x = number * (_WIDTH + _GAP)
                frame = mirrored(self, QRectF(x, 0, _WIDTH, height))
                self._draw(painter, frame, portrait, self._images[number])

    def _draw(
        self, painter: QPainter, frame: QRectF, portrait: Portrait, image: QImage | None
    ) -> None:
        draw_box(painter, frame, fill=colour("sunken"), border=colour("border"))
        if image is None:
            painter.setFont(font(24, STRONG))
            painter.setPen(colour("text3"))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, portrait.initials)
        else:
            _draw_image(painter, frame.adjusted(1, 1, -1, -1), image)
        caption = QRectF(frame.left() - _GAP / 2, frame.bottom(), _WIDTH + _GAP, _CAPTION)
        painter.setFont(font(12))
        painter.setPen(colour("text2"))
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, portrait.caption)


def _draw_image(painter: QPainter, frame: QRectF, image: QImage) -> None:
    """The middle of the picture, filling the frame without being stretched."""
    scale = max(frame.width() / image.width(), frame.height() / image.height())
    part = QRectF(0, 0, frame.width() / scale, frame.height() / scale)
    part.moveCenter(QPointF(image.width() / 2, image.height() / 2))
    path = QPainterPath()
    path.addRoundedRect(frame, 5, 5)
    painter.save()
    painter.setClipPath(path)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(frame, image, part)
    painter.restore()


def _decoded(picture: bytes | None) -> QImage | None:
    image = QImage.fromData(picture) if picture else QImage()
    return None if image.isNull() else image
