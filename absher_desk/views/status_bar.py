"""The status bar: both calendars, the time, the session, what is saved and synchronised."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from absher_desk.presenters.frame import FrameState
from absher_desk.views.kit import Band, IconLabel, Rule, Text
from absher_desk.views.kit.painting import colour, draw_rhombus, painting

HEIGHT = 28


class _Unsaved(QWidget):
    """The amber rhombus beside an unsaved draft."""

    def sizeHint(self) -> QSize:
        return QSize(12, 12)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        with painting(self) as painter:
            centre = QPointF(self.width() / 2, self.height() / 2)
            draw_rhombus(painter, centre, 5, fill=colour("amber_s"))


class StatusBar(Band):
    """One quiet line at the foot of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, line="top", parent=parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 1, 16, 0)
        self._row.setSpacing(10)
        self._hijri, self._gregorian, self._time, self._session = self._words(4)
        self._row.addStretch(1)
        self._saved = IconLabel("check", "text3", 14)
        self._unsaved = _Unsaved()
        self._unsaved.setFixedSize(12, 12)
        self._row.addWidget(self._saved)
        self._row.addWidget(self._unsaved)
        self._drafts, self._synced = self._words(2)

    def show_frame(self, state: FrameState) -> None:
        """Show the line."""
        shown = (
            (self._hijri, state.hijri),
            (self._gregorian, state.gregorian),
            (self._time, state.time),
            (self._session, state.session),
            (self._drafts, state.drafts),
            (self._synced, state.synced),
        )
        for label, words in shown:
            if label.text() != words:
                label.setText(words)
        self._drafts.set_tone("amber" if state.unsaved else "text2")
        self._unsaved.setVisible(state.unsaved)
        self._saved.set("" if state.unsaved or not state.drafts else "check", "text3")

    def _words(self, count: int) -> tuple[Text, ...]:
        labels = tuple(Text("", "meta", tone="text2") for _ in range(count))
        for place, label in enumerate(labels):
            if place:
                line = Rule(upright=True)
                line.setFixedHeight(13)
                self._row.addWidget(line)
            self._row.addWidget(label)
        return labels
