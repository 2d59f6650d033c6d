"""A statement to tick: "the original was seen"; and one choice of a list."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from absher_desk.views.fonts import font
from absher_desk.views.icons import paint_icon
from absher_desk.views.kit.painting import colour, draw_box, draw_ring, mirrored, painting

_BOX = 18
_GAP = 8
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class CheckRow(QAbstractButton):
    """A box with words that wrap, and an optional note in small grey below them."""

    def __init__(self, text: str = "", *, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = note
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set(text, note)

    def set(self, text: str, note: str = "") -> None:
        """Show other words and another note."""
        self._note = note
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(note)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another number of lines."""
        super().resizeEvent(event)
        if self.height() != self.heightForWidth(self.width()):
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped words and note at `width` px."""
        return max(self._lines(self.text(), 14, width) + self._note_height(width), _BOX + 6)

    def sizeHint(self) -> QSize:
        """Wide enough for about one sentence; as high as the words need at the width there is."""
        words = QFontMetrics(font(14)).horizontalAdvance(self.text())
        width = min(words + _BOX + _GAP + 6, 360)
        is_laid_out = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        return QSize(width, self.heightForWidth(self.width() if is_laid_out else width))

    def minimumSizeHint(self) -> QSize:
        """Narrow panels wrap the words."""
        return QSize(80, _BOX + 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the box with its check mark, then the words."""
        with painting(self) as painter:
            self._draw_mark(painter, mirrored(self, QRectF(0, 2, _BOX, _BOX)))
            used = self._draw_words(painter, self.text(), 0, (14, self._ink()))
            if self._note:
                self._draw_words(painter, self._note, used, (12, "text3"))

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        checked = self.isChecked()
        fill, border = ("accent", "accent") if checked else ("surface", "border2")
        if not self.isEnabled():
            fill, border = "disabled_bg", "border"
        draw_box(painter, box, fill=colour(fill), border=colour(border), radius=4)
        if checked:
            ink = "on_accent" if self.isEnabled() else "disabled_tx"
            paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", colour(ink))
        if self.hasFocus():
            self._draw_focus(painter, box, checked=checked)

    def _draw_focus(self, painter: QPainter, box: QRectF, *, checked: bool) -> None:
        """The ring lies inside the box; a filled box keeps a gap of surface to it."""
        draw_ring(painter, box, radius=4)
        if checked:
            draw_box(painter, box.adjusted(2, 2, -2, -2), border=colour("surface"), radius=2)

    def _ink(self) -> str:
        return "text" if self.isEnabled() else "disabled_tx"

    def _draw_words(self, painter: QPainter, words: str, top: int, look: tuple[int, str]) -> int:
        pixels, ink = look
        height = self._lines(words, pixels, self.width())
        start = _BOX + _GAP
        box = mirrored(self, QRectF(start, top, self.width() - start, height))
        painter.setFont(font(pixels))
        painter.setPen(colour(ink))
        painter.drawText(box, int(_WRAP | self._side()), words)
        return top + height

    def _side(self) -> Qt.AlignmentFlag:
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _note_height(self, width: int) -> int:
        return self._lines(self._note, 12, width) if self._note else 0

    def _lines(self, words: str, pixels: int, width: int) -> int:
        room = max(width - _BOX - _GAP, 40)
        metrics = QFontMetrics(font(pixels))
        return metrics.boundingRect(0, 0, room, 10_000, int(_WRAP), words).height()


class ChoiceRow(CheckRow):
    """One of several exclusive choices under the same parent: a round mark instead of a box."""

    def __init__(self, text: str = "", *, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, note=note, parent=parent)
        self.setAutoExclusive(True)

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        border = "accent" if self.isChecked() else "border2"
        round_box = box.adjusted(1, 1, -1, -1)
        draw_box(painter, round_box, fill=colour("surface"), border=colour(border), radius=8)
        if self.hasFocus():
            draw_ring(painter, round_box, radius=8)
        if self.isChecked():
            draw_box(painter, box.adjusted(5, 5, -5, -5), fill=colour("accent"), radius=4)
