"""The steps of a page flow in one row, with the rhombus at the present one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from absher_desk.views.fonts import MEDIUM, STRONG, font
from absher_desk.views.icons import paint_icon
from absher_desk.views.kit.painting import colour, draw_rhombus, mirrored, painting

_MARK = 24.0
_GAP = 10.0


class Steps(QWidget):
    """Numbered steps by title; those before `current` are done, those after it ahead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: tuple[str, ...] = ()
        self._current = 0
        self.setFixedHeight(48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, titles: Sequence[str], current: int) -> None:
        """Show `titles` with the rhombus at index `current`."""
        self._titles, self._current = tuple(titles), current
        here = titles[current] if titles else ""
        self.setAccessibleName(f"{current + 1}/{len(titles)} {here}")
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Words and marks with 16 px of line between them."""
        words = sum(map(self._width, range(len(self._titles))))
        lines = (16 + 2 * _GAP) * max(len(self._titles) - 1, 0)
        return QSize(round(words + lines), 48)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw each step and the line to the next, along the direction of reading."""
        count = len(self._titles)
        if not count:
            return
        taken = sum(map(self._width, range(count)))
        line = (self.width() - taken - 2 * _GAP * (count - 1)) / max(count - 1, 1)
        x = 0.0
        with painting(self) as painter:
            for place in range(count):
                self._draw_step(painter, place, x)
                x += self._width(place) + _GAP
                if place < count - 1:
                    token = "accent" if place < self._current else "border2"
                    bar = QRectF(x, self.height() / 2 - 0.5, line, 1)
                    painter.fillRect(mirrored(self, bar), colour(token))
                x += line + _GAP

    def _face(self, place: int) -> QFont:
        return font(14, STRONG if place == self._current else MEDIUM)

    def _width(self, place: int) -> float:
        words = QFontMetricsF(self._face(place)).horizontalAdvance(self._titles[place])
        return _MARK + 8 + words + 2

    def _draw_step(self, painter: QPainter, place: int, x: float) -> None:
        mark = mirrored(self, QRectF(x, self.height() / 2 - _MARK / 2, _MARK, _MARK))
        self._draw_mark(painter, place, mark)
        ink = "accent_x" if place == self._current else "text2"
        words = QRectF(x + _MARK + 8, 0, self._width(place) - _MARK - 8, self.height())
        painter.setFont(self._face(place))
        painter.setPen(colour(ink))
        painter.drawText(mirrored(self, words), Qt.AlignmentFlag.AlignCenter, self._titles[place])

    def _draw_mark(self, painter: QPainter, place: int, box: QRectF) -> None:
        centre = box.center()
        if place == self._current:
            draw_rhombus(painter, centre, 11.5, fill=colour("accent"))
        elif place < self._current:
            draw_rhombus(painter, centre, 11, fill=colour("accent_t"), border=colour("accent"))
            icon_box = QRectF(centre.x() - 6, centre.y() - 6, 12, 12)
            paint_icon(painter, icon_box, "check", colour("accent"))
            return
        else:
            draw_rhombus(painter, centre, 11, fill=colour("surface"), border=colour("border2"))
        painter.setFont(font(12, STRONG))
        painter.setPen(colour("on_accent" if place == self._current else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place + 1))
