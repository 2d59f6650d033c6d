"""The F1 sheet: every key that works today, by where it works."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from absher_desk.views.kit import Keycap, Panel, Text, View
from absher_desk.views.kit.painting import colour, painting

Keys = tuple[tuple[str, str], ...]
Section = tuple[str, Keys]
_COLUMNS = 3


class KeysOverlay(View):
    """Covers the page while it is open; any of Esc, F1 and Enter closes it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._title = Text("", "title")
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._column.addWidget(self._title)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self._title.setText(self.tr("Keys"))
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, (heading, keys) in enumerate(self._sections()):
            self._grid.addWidget(self._panel(heading, keys), place // _COLUMNS, place % _COLUMNS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, or let the key go on."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hide()
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the canvas over the page."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("canvas"))

    def _panel(self, heading: str, keys: Keys) -> Panel:
        panel = Panel(heading)
        panel.body.setSpacing(6)
        for key, words in keys:
            row = QHBoxLayout()
            row.setSpacing(4)
            row.addWidget(Text(words, "table"), 1)
            for cap in key.split():
                row.addWidget(Keycap(cap))
            panel.body.addLayout(row)
        panel.body.addStretch(1)
        return panel

    def _sections(self) -> tuple[Section, ...]:
        return (
            (self.tr("Everywhere"), self._everywhere()),
            (self.tr("Queue"), self._queue()),
            (self.tr("Request"), self._request()),
            (self.tr("Account activation"), self._activation()),
            (
                self.tr("Day report"),
                (
                    ("F7", self.tr("Print the day report")),
                    ("F9", self.tr("Close the day")),
                ),
            ),
        )

    def _everywhere(self) -> Keys:
        return (
            ("F1", self.tr("This sheet")),
            ("F3", self.tr("Search or scan")),
            ("F5", self.tr("Take the next request")),
            ("Esc", self.tr("Back")),
            ("Tab", self.tr("To the next field or button")),
            ("Ctrl+L", self.tr("Lock the screen")),
            ("Alt+1…9", self.tr("Go to a place of the rail")),
        )

    def _queue(self) -> Keys:
        return (
            ("↑ ↓", self.tr("Choose a request")),
            ("Enter", self.tr("Open it; a free one of yours is taken")),
            ("F4", self.tr("Take it and stay in the list")),
            ("F6", self.tr("Return for completion")),
            ("F8", self.tr("Reject, with a reason")),
            ("Shift+F6", self.tr("Hold")),
            ("Ctrl+F", self.tr("Filter the list")),
        )

    def _request(self) -> Keys:
        return (
            ("F4", self.tr("Take it and begin")),
            ("Space", self.tr("Tick or choose")),
            ("F9", self.tr("Approve the step")),
            ("F6", self.tr("Return for completion")),
            ("F8", self.tr("Reject, with a reason")),
            ("F7", self.tr("Print")),
            ("Ctrl+S", self.tr("Save the draft")),
        )

    def _activation(self) -> Keys:
        return (
            ("Space", self.tr("Tick or choose")),
            ("Alt+A", self.tr("Accept the register's value")),
            ("Ctrl+R", self.tr("Send the code, or a new one")),
            ("0…9", self.tr("Type the code")),
            ("F9", self.tr("Approve and activate")),
            ("F7", self.tr("Print the form again")),
            ("F5", self.tr("Next person")),
        )
