"""A few exclusive choices side by side; the chosen one has a check mark."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from absher_desk.views.fonts import MEDIUM, STRONG, font
from absher_desk.views.icons import paint_icon
from absher_desk.views.kit.painting import (
    CONTROL_RADIUS,
    colour,
    draw_box,
    draw_ring,
    mirrored,
    painting,
)


class _Segment(QAbstractButton):
    """One choice; fills its part of the box that `Segments` draws."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.first = self.last = False

    def sizeHint(self) -> QSize:
        """Room for the words at their heaviest with the check mark, so that nothing jumps."""
        words = QFontMetricsF(font(13, STRONG)).horizontalAdvance(self.text())
        return QSize(round(words) + 22 + 24, 34)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the fill, the line to the next choice, the ring, then check mark and words."""
        with painting(self) as painter:
            self._draw_fill(painter)
            if not self.last:
                line = mirrored(self, QRectF(self.width() - 1, 0, 1, self.height()))
                painter.fillRect(line, colour("border"))
            if self.hasFocus():
                draw_ring(painter, self.rect(), radius=CONTROL_RADIUS - 1)
            self._draw_words(painter)

    def _fill(self) -> str:
        if not self.isEnabled():
            return "disabled_bg"
        if self.isChecked():
            return "accent_t"
        if self.isDown():
            return "sunken"
        return "surface2" if self.underMouse() else "surface"

    def _draw_fill(self, painter: QPainter) -> None:
        """Round only the outer corners: the ends of the row, whichever side they are on."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        box = QRectF(self.rect())
        radius = CONTROL_RADIUS - 1
        path.addRoundedRect(box, radius, radius)
        if not self.first:
            path.addRect(mirrored(self, QRectF(0, 0, radius, box.height())))
        if not self.last:
            path.addRect(mirrored(self, QRectF(box.width() - radius, 0, radius, box.height())))
        painter.fillPath(path, colour(self._fill()))

    def _draw_words(self, painter: QPainter) -> None:
        checked = self.isChecked()
        ink = "accent_x" if checked else "text2"
        if not self.isEnabled():
            ink = "disabled_tx"
        face: QFont = font(13, STRONG if checked else MEDIUM)
        width = QFontMetricsF(face).horizontalAdvance(self.text()) + 2
        x = (self.width() - width - (24 if checked else 0)) / 2
        if checked:
            box = mirrored(self, QRectF(x, self.height() / 2 - 8, 16, 16))
            paint_icon(painter, box, "check", colour(ink))
            x += 24
        painter.setFont(face)
        painter.setPen(colour(ink))
        words = mirrored(self, QRectF(x, 0, width, self.height()))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())


class Segments(QWidget):
    """Exclusive choices by key; arrow keys move between them, Tab enters and leaves the row."""

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]] = (),
        *,
        height: int = 36,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(height)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._by_key: dict[str, _Segment] = {}
        self._group.buttonToggled.connect(self._tell)
        self._shown = ""
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer `choices`, pairs of key and words; the same keys only change their words."""
        if tuple(self._by_key) == tuple(key for key, _ in choices):
            for key, words in choices:
                self._by_key[key].setText(words)
                self._by_key[key].setAccessibleName(words)
                self._by_key[key].updateGeometry()
            return
        for segment in self._by_key.values():
            self._group.removeButton(segment)
            self._row.removeWidget(segment)
            segment.deleteLater()
        self._by_key = {}
        for place, (key, words) in enumerate(choices):
            segment = _Segment(words, self)
            segment.first, segment.last = place == 0, place == len(choices) - 1
            self._group.addButton(segment)
            self._row.addWidget(segment)
            self._by_key[key] = segment

    def value(self) -> str:
        """Key of the choice made, empty for none."""
        return next((key for key, item in self._by_key.items() if item.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Show `key` as chosen without telling; an unknown or empty key shows none."""
        self._shown = key
        self._group.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self._group.setExclusive(False)
        for name, segment in self._by_key.items():
            segment.setChecked(name == key)
        self._group.setExclusive(True)
        self._group.blockSignals(False)  # noqa: FBT003 (Qt's signature)

    def set_name(self, name: str) -> None:
        """What the row of choices is called for a screen reader."""
        self.setAccessibleName(name)

    def segment(self, key: str) -> QAbstractButton:
        """The button of the choice `key`, for the focus order."""
        return self._by_key[key]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the box round the choices."""
        border = "border2" if self.isEnabled() else "border"
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill=colour("surface"), border=colour(border))

    def _tell(self) -> None:
        value = self.value()
        if value and value != self._shown:
            self._shown = value
            self.chosen.emit(value)
