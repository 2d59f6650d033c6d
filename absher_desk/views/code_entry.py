"""The boxes for the dictated code, left to right in any layout, and the bar of its validity."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from absher_desk.views.fonts import STRONG, font
from absher_desk.views.kit.painting import colour, draw_box, draw_ring, mirrored, painting

_HEIGHT, _GAP, _WIDEST = 44, 8, 48


def is_digit_key(event: QKeyEvent) -> bool:
    """Whether a key is a plain digit, of either script."""
    text = event.text()
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return len(text) == 1 and text.isdecimal() and held == Qt.KeyboardModifier.NoModifier


class CodeEntry(QWidget):
    """One box a digit; the ring is on the box that comes next. What is typed is only told."""

    typed = Signal(str)
    erased = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._length, self._digits, self._wrong = 6, "", False

    def show_code(self, digits: str, length: int, *, wrong: bool) -> None:
        """Show what was dictated so far; `wrong` marks the boxes until the next digit."""
        self._digits, self._length, self._wrong = digits, length, wrong
        self.update()

    def digits(self) -> str:
        """What the boxes show."""
        return self._digits

    def sizeHint(self) -> QSize:
        """Boxes of usual width."""
        return QSize(self._length * (_WIDEST + _GAP) - _GAP, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Narrow panels have narrow boxes."""
        return QSize(self._length * (30 + _GAP), _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and pasted digits go in, Backspace takes one back; the rest is the page's."""
        if is_digit_key(event):
            self.typed.emit(event.text())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.typed.emit(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.erased.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the boxes from the left."""
        width = min((self.width() - _GAP * (self._length - 1)) / self._length, _WIDEST)
        with painting(self) as painter:
            painter.setFont(font(20, STRONG))
            for number in range(self._length):
                box = QRectF(number * (width + _GAP), 0, width, _HEIGHT)
                self._draw_digit(painter, box, number)

    def _draw_digit(self, painter: QPainter, box: QRectF, number: int) -> None:
        fill, border = ("surface", "border2") if self.isEnabled() else ("disabled_bg", "border")
        draw_box(painter, box, fill=colour(fill), border=colour("red" if self._wrong else border))
        if self.hasFocus() and number == min(len(self._digits), self._length - 1):
            draw_ring(painter, box)
            if number == len(self._digits):
                middle = box.center()
                painter.fillRect(QRectF(middle.x(), middle.y() - 10, 1, 20), colour("text"))
        if number < len(self._digits):
            painter.setPen(colour("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._digits[number])


class CountdownBar(QWidget):
    """How much of the validity is left, full at the start edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(4)
        self._share = 0.0

    def set_share(self, share: float) -> None:
        """Show the share that is left, 0 to 1."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the track and what is left."""
        tone = "accent" if self._share > 0.2 else "amber_s"
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill=colour("sunken"), radius=2)
            left = mirrored(self, QRectF(0, 0, self.width() * self._share, 4))
            draw_box(painter, left, fill=colour(tone), radius=2)
