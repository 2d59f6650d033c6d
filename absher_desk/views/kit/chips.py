"""Chips: a word of state in its tone, and the chips that filter a list."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from absher_desk.views.fonts import MEDIUM, STRONG, font
from absher_desk.views.icons import paint_icon
from absher_desk.views.kit.painting import colour, draw_box, draw_ring, mirrored, painting
from absher_desk.views.kit.showing import show_when
from absher_desk.views.kit.text import isolate

# Ink, fill and border of each tone.
TONES = {
    "neutral": ("text2", "sunken", "border"),
    "plain": ("text2", "surface", "border"),
    "info": ("info", "info_t", "info_b"),
    "amber": ("amber", "amber_t", "amber_b"),
    "red": ("red", "red_t", "red_b"),
    "green": ("accent_x", "accent_t", "accent_b"),
}
HEIGHT = 22


def chip_width(text: str, icon: str = "") -> float:
    """Width in px of a chip."""
    words = QFontMetricsF(font(12, MEDIUM)).horizontalAdvance(text)
    return words + 16 + (19 if icon else 0)


def draw_chip(
    painter: QPainter, rect: QRectF, text: str, tone: str, icon: str = "", *, rtl: bool
) -> None:
    """Draw a chip that fills `rect`; also used by the item delegates."""
    ink, fill, _ = (colour(token) for token in TONES[tone])
    draw_box(painter, rect, fill=fill, radius=4)
    words = rect.adjusted(8, 0, -8, 0)
    if icon:
        x = words.right() - 14 if rtl else words.left()
        paint_icon(painter, QRectF(x, rect.center().y() - 7, 14, 14), icon, ink)
        words = words.adjusted(0, 0, -19, 0) if rtl else words.adjusted(19, 0, 0, 0)
    painter.setFont(font(12, MEDIUM))
    painter.setPen(ink)
    painter.drawText(words.adjusted(-1, 0, 1, 0), Qt.AlignmentFlag.AlignCenter, text)


class Chip(QWidget):
    """A word of state: `tone` is one of `TONES`."""

    def __init__(
        self,
        text: str = "",
        tone: str = "neutral",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set(self, text: str, tone: str = "neutral", *, icon: str = "") -> None:
        """Show another word; an empty word hides the chip."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        show_when(self, wanted=bool(text))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return QSize(round(chip_width(self._text, self._icon)), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the chip."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        with painting(self) as painter:
            draw_chip(painter, QRectF(self.rect()), self._text, self._tone, self._icon, rtl=rtl)


class FilterChip(QAbstractButton):
    """A chip of 28 px that filters a list: words with a count, checked while it filters."""

    def __init__(
        self,
        text: str = "",
        *,
        count: int | None = None,
        tone: str = "plain",
        icon: str = "",
        menu: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone, self._icon, self._menu = tone, icon, menu
        self._count = count
        self.setCheckable(not menu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # A check changes the weight of the words, so the width as well.
        self.toggled.connect(self.updateGeometry)
        self.set(text, count)

    def set(self, text: str, count: int | None = None) -> None:
        """Show other words and another count."""
        self._count = count
        self.setText(text)
        self.setAccessibleName(text if count is None else f"{text} {count}")
        self.updateGeometry()
        self.update()

    def count_first(self) -> bool:
        """Whether the count is the subject and stands before the words."""
        return False

    def sizeHint(self) -> QSize:
        """As wide as its parts."""
        width = 22 + self._words_width() + self._count_width()
        width += (22 if self._icon else 0) + (18 if self._menu else 0)
        return QSize(round(width), 28)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the box, then icon, words and count from the start."""
        ink_name, fill_name, border_name = TONES[self._tone]
        if self.isChecked():
            ink_name, fill_name, border_name = "accent_x", "accent_t", "accent"
        elif self.isDown():
            fill_name = "sunken"
        elif self.underMouse() and self._tone == "plain":
            fill_name = "surface2"
        with painting(self) as painter:
            draw_box(
                painter, self.rect(), fill=colour(fill_name), border=colour(border_name), radius=5
            )
            if self.hasFocus():
                draw_ring(painter, self.rect(), radius=5)
            self._draw_parts(painter, ink_name)

    def _draw_parts(self, painter: QPainter, ink_name: str) -> None:
        ink, x = colour(ink_name), 11.0
        if self._icon:
            icon_box = mirrored(self, QRectF(x, self.height() / 2 - 8, 16, 16))
            paint_icon(painter, icon_box, self._icon, ink)
            x += 22
        painter.setPen(ink)
        parts = [(self.text(), self.isChecked(), self._words_width())]
        if self._count is not None:
            counted = (isolate(str(self._count)), True, self._count_width())
            parts.insert(0 if self.count_first() else 1, counted)
        for words, strong, width in parts:
            painter.setFont(font(13, STRONG if strong else MEDIUM))
            painter.drawText(
                mirrored(self, QRectF(x, 0, width, self.height())),
                Qt.AlignmentFlag.AlignCenter,
                words,
            )
            x += width
        if self._menu:
            box = mirrored(self, QRectF(x + 6, self.height() / 2 - 6, 12, 12))
            paint_icon(painter, box, "caret-down", ink)

    def _words_width(self) -> float:
        face = font(13, STRONG if self.isChecked() else MEDIUM)
        return QFontMetricsF(face).horizontalAdvance(self.text()) + 2

    def _count_width(self) -> float:
        if self._count is None:
            return 0.0
        return QFontMetricsF(font(13, STRONG)).horizontalAdvance(str(self._count)) + 6


class CountChip(FilterChip):
    """A toned filter chip whose figure leads: "4 late"."""

    def count_first(self) -> bool:
        """The figure is the subject."""
        return True
