"""The dark panel of sign-in and lock: the sign, the time in both calendars, the day's load."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from absher_desk.presenters.sign_in import Fact
from absher_desk.views.kit import Text, View
from absher_desk.views.kit.painting import colour, mirrored, painting
from absher_desk.views.sign import Sign, draw_sign

WIDTH = 560
_EDGE = 64
_MARK = 605.0
_MARK_FOOT = 0.97  # where the dot ends, as a share of the height


class ClockPanel(View):
    """Quiet figures; nothing here can be clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._name = Text("", "hero")
        self._what = Text("", "body", tone="rail_mut")
        self._time = Text("", "clock")
        self._time.setFixedHeight(74)  # figures have no need of the line height of Arabic
        self._hijri = Text("", "calendar", tone="rail_text")
        self._gregorian = Text("", "calendar", tone="rail_mut")
        self._line = QWidget()
        self._line.setFixedHeight(1)
        self._facts = QHBoxLayout()
        self._facts.setSpacing(28)
        self._shown: tuple[Fact, ...] = ()
        self._build()
        self.retranslate()

    def show_time(self, time: str, hijri: str, gregorian: str) -> None:
        """Show the hour and the day, written out."""
        self._time.setText(time)
        self._hijri.setText(hijri)
        self._gregorian.setText(gregorian)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show the figures of the day."""
        if facts == self._shown:
            return
        self._shown = facts
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for fact in facts:
            self._facts.addWidget(_FactLabel(fact))
        self._facts.addStretch(1)
        self.update()

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self._name.setText(self.tr("Absher Desk"))
        self._what.setText(self.tr("The back office of the branches"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the ground, the large mark that runs out of it, and the line over the figures."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("rail"))
            painter.setClipRect(self.rect())
            faint = colour("rail2")
            faint.setAlphaF(0.6)
            top = self.height() * 0.055
            # In a low window the mark shrinks: its dot must not touch the time.
            size = min(_MARK, (self._time.y() - top) / _MARK_FOOT)
            box = QRectF(33, top, size, size)
            draw_sign(painter, mirrored(self, box), faint, colour("rail2"))
            if self._shown:
                line = QRectF(_EDGE, self._line.y(), WIDTH - 2 * _EDGE, 1)
                painter.fillRect(line, colour("rail_b"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 52, _EDGE, 44)
        column.setSpacing(0)
        brand = QHBoxLayout()
        brand.setSpacing(16)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._what)
        brand.addWidget(Sign(60))
        brand.addLayout(names, 1)
        column.addLayout(brand)
        column.addStretch(1)
        for label in (self._time, self._hijri, self._gregorian):
            column.addWidget(label)
        column.addSpacing(20)
        column.addWidget(self._line)
        column.addSpacing(16)
        column.addLayout(self._facts)


class _FactLabel(QWidget):
    """A figure under its name."""

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(fact.title, "note", tone="rail_mut"))
        column.addWidget(Text(fact.value, "strong", tone="on_rail"))
