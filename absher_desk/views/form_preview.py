"""The form as it will be printed: a miniature of painted rows, then the real first page."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from absher_desk.presenters.activation_state import Preview
from absher_desk.views.fonts import MEDIUM, STRONG, font
from absher_desk.views.kit.painting import painting
from absher_desk.views.sign import draw_sign

_A4 = 297 / 210
# Paper is white and ink dark in either theme.
_PAPER, _INK, _GREY = QColor("#FFFFFF"), QColor("#15211D"), QColor("#5B6863")
_LINE, _MARK, _DOT = QColor("#D7DFDB"), QColor("#11302A"), QColor("#C97A0A")
_BARS = "1101001011101000110100101100111010"


class FormPreview(QWidget):
    """A sheet in the middle of its space; the drawing scales with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._preview = Preview()
        self._page = QImage()

    def show_preview(self, preview: Preview) -> None:
        """Show other facts; the real page is decoded once."""
        if preview == self._preview:
            return
        if preview.page != self._preview.page:
            self._page = QImage.fromData(preview.page)
        self._preview = preview
        self.setAccessibleName(preview.title)
        self.update()

    def shows_page(self) -> bool:
        """Whether the real page is shown."""
        return not self._page.isNull()

    def sizeHint(self) -> QSize:
        """A small sheet."""
        return QSize(200, 240)

    def minimumSizeHint(self) -> QSize:
        """Low windows make it smaller."""
        return QSize(140, 120)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the sheet with its border."""
        sheet = self._sheet()
        with painting(self) as painter:
            painter.fillRect(sheet, _PAPER)
            if self.shows_page():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(sheet, self._page)
            else:
                self._draw_miniature(painter, sheet)
            painter.setPen(QPen(_LINE, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(sheet)

    def _sheet(self) -> QRectF:
        """The largest A4 sheet that fits."""
        width = min(self.width() - 2.0, (self.height() - 2.0) / _A4)
        sheet = QRectF(0, 0, width, width * _A4)
        sheet.moveCenter(QRectF(self.rect()).center())
        return sheet

    def _draw_miniature(self, painter: QPainter, sheet: QRectF) -> None:
        """Drawn on a sheet of 240 by 339 points, scaled to the room there is."""
        painter.save()
        painter.translate(sheet.topLeft())
        painter.scale(sheet.width() / 240, sheet.width() / 240)
        self._draw_head(painter)
        y = 50.0
        for label, value in self._preview.rows:
            self._line(painter, y, label, value)
            y += 24
        painter.setFont(font(8))
        painter.setPen(_INK)
        words = QRectF(14, y + 8, 212, 70)
        painter.drawText(
            words, int(self._start() | Qt.TextFlag.TextWordWrap), self._preview.declaration
        )
        self._draw_signatures(painter)
        painter.restore()

    def _draw_head(self, painter: QPainter) -> None:
        draw_sign(painter, self._turned(QRectF(14, 11, 20, 20)), _MARK, _DOT)
        painter.setFont(font(9, STRONG))
        painter.setPen(_INK)
        painter.drawText(self._turned(QRectF(38, 10, 130, 15)), self._start(), self._preview.title)
        painter.setFont(font(7))
        painter.setPen(_GREY)
        painter.drawText(self._turned(QRectF(38, 24, 130, 12)), self._start(), self._preview.branch)
        bars = self._turned(QRectF(176, 14, 50, 16))
        step = bars.width() / len(_BARS)
        for place, bar in enumerate(_BARS):
            if bar == "1":
                painter.fillRect(QRectF(bars.left() + place * step, bars.top(), step, 16), _INK)
        painter.fillRect(QRectF(14, 42, 212, 1), _INK)

    def _line(self, painter: QPainter, y: float, label: str, value: str) -> None:
        painter.setFont(font(8))
        painter.setPen(_GREY)
        painter.drawText(self._turned(QRectF(14, y, 74, 22)), self._start(), label)
        painter.setFont(font(8, MEDIUM))
        painter.setPen(_INK)
        painter.drawText(self._turned(QRectF(88, y, 138, 22)), self._start(), value)
        painter.fillRect(QRectF(14, y + 22, 212, 0.8), _LINE)

    def _draw_signatures(self, painter: QPainter) -> None:
        names = (
            self._preview.signatures[0],
            f"{self._preview.signatures[1]}\n{self._preview.officer}",
        )
        painter.setFont(font(8))
        for number, words in enumerate(names):
            box = self._turned(QRectF(14 + number * 116, 296, 96, 30))
            painter.setPen(QPen(_GREY, 0.8, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(box.left(), box.top()), QPointF(box.right(), box.top()))
            painter.setPen(_INK)
            painter.drawText(box.adjusted(0, 4, 0, 0), int(self._start(top=True)), words)

    def _turned(self, box: QRectF) -> QRectF:
        """A box of the sheet in the direction of the language."""
        turned = QRectF(box)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            turned.moveLeft(240 - box.right())
        return turned

    def _start(self, *, top: bool = False) -> Qt.AlignmentFlag:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        upright = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
        return side | Qt.AlignmentFlag.AlignAbsolute | upright
