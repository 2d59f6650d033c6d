"""The way of a request so far and what is ahead, from the top down."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from absher_desk.views.fonts import MEDIUM, font
from absher_desk.views.kit.painting import (
    colour,
    draw_rhombus,
    mirrored,
    painting,
    start_aligned,
)
from absher_desk.views.kit.rhombus import STATES

_PITCH = 50
_LAST = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One point of the way: `state` is done, current, ahead or refused."""

    title: str
    note: str = ""
    state: str = "done"


class Timeline(QWidget):
    """The points of a way, each with a rhombus; lines are cut with an ellipsis, never wrapped."""

    def __init__(
        self, entries: Sequence[TimelineEntry] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entries: tuple[TimelineEntry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show another way."""
        self._entries = tuple(entries)
        self.setAccessibleName("; ".join(entry.title for entry in self._entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """50 px a point; the last as high as its lines."""
        if not self._entries:
            return QSize(160, 0)
        last = 42 if self._entries[-1].note else _LAST
        return QSize(160, (len(self._entries) - 1) * _PITCH + last)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the line, then each point over it."""
        with painting(self) as painter:
            if len(self._entries) > 1:
                length = (len(self._entries) - 1) * _PITCH
                painter.fillRect(mirrored(self, QRectF(6, 11, 1, length)), colour("border"))
            for place, entry in enumerate(self._entries):
                self._draw_entry(painter, place * _PITCH, entry)

    def _draw_entry(self, painter: QPainter, top: int, entry: TimelineEntry) -> None:
        fill, border = STATES[entry.state]
        centre = mirrored(self, QRectF(0, top + 4, 13, 13)).center()
        draw_rhombus(
            painter,
            QPointF(centre),
            6,
            fill=colour(fill),
            border=colour(border) if border else None,
        )
        ink = "text3" if entry.state == "ahead" else "text"
        self._draw_line(painter, top, entry.title, (13, ink))
        if entry.note:
            self._draw_line(painter, top + 21, entry.note, (12, "text3"))

    def _draw_line(self, painter: QPainter, top: int, words: str, look: tuple[int, str]) -> None:
        pixels, ink = look
        face = font(pixels, MEDIUM) if pixels == 13 else font(pixels)
        box = mirrored(self, QRectF(21, top, self.width() - 21, 21))
        shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(face)
        painter.setPen(colour(ink))
        painter.drawText(box, start_aligned(self), shown)
