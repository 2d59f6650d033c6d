"""The painted figures of the day page: movement by hour, ages of queues, officers' load."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from absher_desk.presenters.day_state import AgeBar, HourBar, LoadBar
from absher_desk.views.fonts import MEDIUM, STRONG, font
from absher_desk.views.kit import Text, isolate
from absher_desk.views.kit.painting import colour, draw_box, mirrored, painting, start_aligned

_SOLID, _PALE = "bar1", "bar2"
AGE_COLOURS: Final = (_PALE, _SOLID, "amber_s", "red")
"""Ages from the youngest to the oldest."""
_ROW = 40
_BAR = 10


def _draw_bar(painter: QPainter, box: QRectF, token: str) -> None:
    """A bar; a pale one has an outline, so that it can be seen on white."""
    border = colour("accent") if token == _PALE else None
    draw_box(painter, box, fill=colour(token), border=border, radius=1)


class Legend(QWidget):
    """Squares of colour with their words."""

    def __init__(self, colours: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._words = [Text("", "meta") for _ in colours]
        for token, words in zip(colours, self._words, strict=True):
            row.addWidget(_Swatch(token))
            row.addWidget(words)
            row.addSpacing(6)
        row.addStretch(1)

    def say(self, *words: str) -> None:
        """Name the colours."""
        for label, text in zip(self._words, words, strict=True):
            label.setText(text)


class _Swatch(QWidget):
    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token
        self.setFixedSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        with painting(self) as painter:
            _draw_bar(painter, QRectF(self.rect()), self._token)


class HourChart(QWidget):
    """Two bars an hour along the direction of reading, on lines of round numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hours: tuple[HourBar, ...] = ()
        self.setMinimumHeight(190)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_hours(self, hours: tuple[HourBar, ...]) -> None:
        """Show these hours."""
        self._hours = hours
        said = (f"{h.hour:02d}:00 {h.received} / {h.finished}" for h in hours)
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Eight hours can be told apart."""
        return QSize(320, 190)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the lines with their numbers, then the bars of each hour."""
        if not self._hours:
            return
        step, lines = scale(max(max(h.received, h.finished) for h in self._hours))
        with painting(self) as painter:
            for line in range(lines + 1):
                self._draw_line(painter, line, lines, step)
            for place, hour in enumerate(self._hours):
                self._draw_hour(painter, place, hour, step * lines)

    def _plot(self) -> QRectF:
        return QRectF(34, 16, self.width() - 38, self.height() - 40)

    def _draw_line(self, painter: QPainter, line: int, lines: int, step: int) -> None:
        plot = self._plot()
        y = plot.bottom() - plot.height() * line / lines
        painter.fillRect(
            mirrored(self, QRectF(plot.left(), y, plot.width(), 1)),
            colour("border2" if line == 0 else "border"),
        )
        painter.setFont(font(12))
        painter.setPen(colour("text3"))
        box = mirrored(self, QRectF(0, y - 9, 28, 18))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(line * step))

    def _draw_hour(self, painter: QPainter, place: int, hour: HourBar, top: int) -> None:
        plot = self._plot()
        pitch = plot.width() / len(self._hours)
        middle = plot.left() + pitch * (place + 0.5)
        width = min(max(pitch / 3.4, 4), 18)
        highest = max(max(h.received, h.finished) for h in self._hours)
        bars = ((hour.received, _PALE, middle - width - 1), (hour.finished, _SOLID, middle + 1))
        for value, token, x in bars:
            height = plot.height() * value / top
            box = mirrored(self, QRectF(x, plot.bottom() - height, width, height))
            if value:
                _draw_bar(painter, box, token)
            if value and value == highest:
                self._write(painter, QRectF(box.center().x() - 16, box.top() - 18, 32, 16), value)
        painter.setFont(font(12))
        painter.setPen(colour("text2"))
        label = mirrored(self, QRectF(middle - 16, plot.bottom() + 5, 32, 18))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, f"{hour.hour:02d}")

    def _write(self, painter: QPainter, box: QRectF, value: int) -> None:
        painter.setFont(font(12, STRONG))
        painter.setPen(colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))


def scale(highest: int) -> tuple[int, int]:
    """Distance between lines and how many, so that `highest` lies within; round numbers.

    >>> scale(46), scale(0), scale(7)
    ((10, 5), (1, 2), (2, 4))
    """
    step, factors = 1, (2, 2.5, 2)
    place = 0
    while highest > step * 5:
        step = int(step * factors[place % 3])
        place += 1
    return step, max(-(-highest // step), 2)


class _BarRows(QWidget):
    """Rows of a title, a value at the end and a bar under both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """40 px a row."""
        return QSize(220, max(self._count, 1) * _ROW)

    def minimumSizeHint(self) -> QSize:
        """Rows are never cut."""
        return self.sizeHint()

    def _set_count(self, count: int) -> None:
        self._count = count
        self.updateGeometry()
        self.update()

    def _draw_words(self, painter: QPainter, top: int, title: str, count: str, note: str) -> None:
        """Title and its number at the start, the note at the end; the title gives way."""
        note_width = QFontMetricsF(font(12)).horizontalAdvance(note) + 2
        count_width = QFontMetricsF(font(13, STRONG)).horizontalAdvance(count) + 2
        room = self.width() - note_width - count_width - 16
        shown = QFontMetricsF(font(13, MEDIUM)).elidedText(title, Qt.TextElideMode.ElideRight, room)
        taken = QFontMetricsF(font(13, MEDIUM)).horizontalAdvance(shown) + 2
        parts = (
            (shown, font(13, MEDIUM), "text", 0.0, taken),
            (count, font(13, STRONG), "text", taken + 6, count_width),
            (note, font(12), "text3", self.width() - note_width, note_width),
        )
        for words, face, ink, x, width in parts:
            painter.setFont(face)
            painter.setPen(colour(ink))
            box = mirrored(self, QRectF(x, top, width, 22))
            painter.drawText(box, start_aligned(self), words)


class AgeBars(_BarRows):
    """Each queue's open work by age, the whole width being all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[AgeBar, ...] = ()

    def show_bars(self, bars: tuple[AgeBar, ...]) -> None:
        """Show these queues."""
        self._bars = bars
        said = (f"{b.title} {b.count}: {' / '.join(map(str, b.ages))}" for b in bars)
        self.setAccessibleDescription("; ".join(said))
        self._set_count(len(bars))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the queues one under the other."""
        with painting(self) as painter:
            for place, bar in enumerate(self._bars):
                top = place * _ROW
                self._draw_words(painter, top, bar.title, isolate(str(bar.count)), bar.oldest)
                self._draw_ages(painter, top + 23, bar)

    def _draw_ages(self, painter: QPainter, top: int, bar: AgeBar) -> None:
        if not bar.count:
            box = QRectF(0, top, self.width(), _BAR)
            draw_box(painter, box, fill=colour("bar0"), radius=1)
            return
        x = 0.0
        for count, token in zip(bar.ages, AGE_COLOURS, strict=True):
            width = self.width() * count / bar.count
            if count:
                _draw_bar(painter, mirrored(self, QRectF(x, top, max(width - 1, 2), _BAR)), token)
            x += width


class LoadBars(_BarRows):
    """What each officer finished and holds, measured by the busiest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[LoadBar, ...] = ()

    def show_bars(self, bars: tuple[LoadBar, ...]) -> None:
        """Show these officers."""
        self._bars = bars
        said = (f"{b.name}: {b.finished} + {b.in_hand}, {b.average}" for b in bars)
        self.setAccessibleDescription("; ".join(said))
        self._set_count(len(bars))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the officers one under the other."""
        most = max((bar.finished + bar.in_hand for bar in self._bars), default=1) or 1
        with painting(self) as painter:
            for place, bar in enumerate(self._bars):
                top = place * _ROW
                count = isolate(f"{bar.finished} + {bar.in_hand}")
                self._draw_words(painter, top, bar.name, count, bar.average)
                self._draw_load(painter, top + 23, bar, most)

    def _draw_load(self, painter: QPainter, top: int, bar: LoadBar, most: int) -> None:
        draw_box(painter, QRectF(0, top, self.width(), _BAR), fill=colour("bar0"), radius=1)
        x = 0.0
        for value, token in ((bar.finished, _SOLID), (bar.in_hand, _PALE)):
            width = self.width() * value / most
            if value:
                _draw_bar(painter, mirrored(self, QRectF(x, top, width, _BAR)), token)
            x += width
