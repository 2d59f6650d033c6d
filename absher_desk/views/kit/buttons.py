"""Buttons: primary, secondary, danger, quiet and icon-only, with their key printed inside."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from absher_desk.views.fonts import MEDIUM, STRONG, font
from absher_desk.views.icons import paint_icon
from absher_desk.views.kit.keycap import draw_keycap, keycap_width
from absher_desk.views.kit.painting import colour, draw_box, draw_ring, mirrored, painting


class Size(Enum):
    """Height in px of a button."""

    SMALL = 28
    CONTROL = 36
    ACTION = 44


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one kind of button in its states; empty means nothing is drawn."""

    ink: str
    fill: str
    hover: str
    pressed: str
    border: str


_PRIMARY = Look("on_accent", "accent", "accent_h", "accent_p", "")
_SECONDARY = Look("text", "surface", "surface2", "sunken", "border2")
_DANGER = Look("red", "surface", "red_t", "red_b", "red")
_QUIET = Look("accent", "", "surface2", "sunken", "")


class Button(QAbstractButton):
    """A button with words, an icon at the start and its key at the end.

    `key` is drawn and bound in the window (`F9`, `Ctrl+S`); with `bind=False` it is only drawn,
    for keys that the field or table in focus answers (Enter). `gated` shows a lock while a
    condition is unmet.
    """

    look = _SECONDARY

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        key: str = "",
        bind: bool = True,
        size: Size = Size.CONTROL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._key = key
        self._size = size
        self._gated = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if key and bind:
            # A shortcut of the button itself would animate for 100 ms before it acts.
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.click)

    def set_text(self, text: str) -> None:
        """Change the words, on the screen and for a screen reader."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Change the icon at the start."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_gated(self, *, on: bool) -> None:
        """Disable the button and show a lock, or open it again."""
        self._gated = on
        self.setEnabled(not on)
        self.updateGeometry()
        self.update()

    def key(self) -> str:
        """The key printed on the button, empty for none."""
        return self._key

    def sizeHint(self) -> QSize:
        """As wide as its words, icon and key with the padding of its size."""
        padding = {Size.SMALL: 10, Size.CONTROL: 14, Size.ACTION: 22}[self._size]
        narrowest = {Size.SMALL: 28, Size.CONTROL: 36, Size.ACTION: 104}[self._size]
        width = round(self._content_width()) + 2 * padding
        return QSize(max(width, narrowest), self._size.value)

    def minimumSizeHint(self) -> QSize:
        """Words and keys are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the box, the ring when focused, then icon, words and key as one group."""
        with painting(self) as painter:
            self._draw_box(painter)
            self._draw_content(painter)

    def _font(self) -> QFont:
        if self._size is Size.ACTION:
            return font(15, STRONG)
        weight = STRONG if self.look is _PRIMARY else MEDIUM
        return font(14 if self._size is Size.CONTROL else 13, weight)

    def _shown_icon(self) -> str:
        return "lock-simple" if self._gated else self._icon

    def _content_width(self) -> float:
        parts = []
        if self._shown_icon():
            parts.append(18.0)
        if self.text():
            parts.append(QFontMetricsF(self._font()).horizontalAdvance(self.text()))
        if self._key:
            parts.append(keycap_width(self._key))
        return sum(parts) + 8.0 * max(len(parts) - 1, 0)

    def _ink(self) -> str:
        return self.look.ink if self.isEnabled() else "disabled_tx"

    def _fill(self) -> str:
        if not self.isEnabled():
            return "disabled_bg" if self.look.fill else ""
        if self.isDown():
            return self.look.pressed
        return self.look.hover if self.underMouse() else self.look.fill

    def _draw_box(self, painter: QPainter) -> None:
        fill, border = self._fill(), self.look.border
        if not self.isEnabled():
            border = "border" if self.look.fill else ""
        if self.hasFocus():
            self._draw_focused(painter, fill)
            return
        draw_box(
            painter,
            self.rect(),
            fill=colour(fill) if fill else None,
            border=colour(border) if border else None,
        )

    def _draw_focused(self, painter: QPainter, fill: str) -> None:
        """The ring inside the rectangle; a filled button leaves a 2 px gap of surface."""
        draw_box(painter, self.rect(), fill=colour("surface"))
        draw_ring(painter, self.rect())
        if fill:
            inset = 4 if not self.look.border else 2
            inner = self.rect().adjusted(inset, inset, -inset, -inset)
            draw_box(painter, inner, fill=colour(fill), radius=3 if inset == 4 else 4)

    def _draw_content(self, painter: QPainter) -> None:
        ink = colour(self._ink())
        middle = self.height() / 2
        x = (self.width() - self._content_width()) / 2
        if self._shown_icon():
            box = mirrored(self, QRectF(x, middle - 9, 18, 18))
            paint_icon(painter, box, self._shown_icon(), ink)
            x += 26
        if self.text():
            painter.setFont(self._font())
            painter.setPen(ink)
            width = QFontMetricsF(self._font()).horizontalAdvance(self.text())
            box = mirrored(self, QRectF(x - 1, 0, width + 2, self.height()))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
            x += width + 8
        if self._key:
            box = mirrored(self, QRectF(x, 0, keycap_width(self._key), 1))
            draw_keycap(painter, QPointF(box.left(), middle), self._key, ink, line=self._cap_line())

    def _cap_line(self) -> QColor:
        token = "border2" if self.look is _SECONDARY and self.isEnabled() else self._ink()
        return colour(token)


class PrimaryButton(Button):
    """The one action the page is for."""

    look = _PRIMARY


class SecondaryButton(Button):
    """Any other action."""


class DangerButton(Button):
    """An action that ends or destroys something; a reason is asked for after it."""

    look = _DANGER


class QuietButton(Button):
    """Words in the accent colour without a box, for an action inside a panel."""

    look = _QUIET


class IconButton(Button):
    """A square button with only an icon; `name` is what a screen reader and tooltip say."""

    def __init__(
        self,
        icon: str,
        name: str = "",
        *,
        quiet: bool = False,
        size: Size = Size.CONTROL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon=icon, size=size, parent=parent)
        if quiet:
            self.look = Look("text2", "", "surface2", "sunken", "")
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What the button is called, since it has no words."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size.value, self._size.value)
