"""The F1 sheet: every key of the desk, by where it works."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from absher_desk.views.kit import Keycap, Panel, Text, View
from absher_desk.views.kit.painting import colour, painting


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
            # The first section is as long as the others below each other.
            spot = ((place - 1) // 2, 1 + (place - 1) % 2, 1, 1) if place else (0, 0, 3, 1)
            self._grid.addWidget(self._panel(heading, keys), *spot)

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

    def _panel(self, heading: str, keys: tuple[tuple[str, str], ...]) -> Panel:
        panel = Panel(heading)
        panel.body.setSpacing(6)
        for key, words in keys:
            row = QHBoxLayout()
            row.addWidget(Text(words, "table"), 1)
            row.addWidget(Keycap(key))
            panel.body.addLayout(row)
        panel.body.addStretch(1)
        return panel

    def _sections(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        return (
            (self.tr("Everywhere"), self._everywhere()),
            (
                self.tr("Queue"),
                (
                    ("F4", self.tr("Claim the marked request")),
                    ("Enter", self.tr("Open the request")),
                    ("Ctrl+F", self.tr("Filter the list")),
                ),
            ),
            (
                self.tr("Account activation"),
                (
                    ("0…9", self.tr("Type the code")),
                    ("Ctrl+R", self.tr("Send the code again")),
                    ("Alt+A", self.tr("Accept the register's value")),
                    ("F9", self.tr("Approve and activate")),
                ),
            ),
            (
                self.tr("Lost document"),
                (
                    ("F7", self.tr("Print the receipt of the report")),
                    ("F9", self.tr("Approve the step")),
                    ("Ctrl+PgUp", self.tr("Step before")),
                    ("Ctrl+PgDown", self.tr("Step after")),
                ),
            ),
            (
                self.tr("Passport printing"),
                (
                    ("F7", self.tr("Print the booklet")),
                    ("F9", self.tr("Accept and take the next")),
                    ("F8", self.tr("Spoil the booklet")),
                ),
            ),
            (
                self.tr("Postal dispatch"),
                (
                    ("F5", self.tr("New bag")),
                    ("Delete", self.tr("Take the item out of the bag")),
                    ("F7", self.tr("Close the bag and print the manifest")),
                    ("F9", self.tr("Hand over to the carrier")),
                    ("F8", self.tr("Cancel the bag")),
                ),
            ),
        )

    def _everywhere(self) -> tuple[tuple[str, str], ...]:
        return (
            ("F1", self.tr("This sheet")),
            ("F2", self.tr("New request")),
            ("F3", self.tr("Search or scan")),
            ("F5", self.tr("Take the next request")),
            ("F6", self.tr("Return for completion")),
            ("F7", self.tr("Print")),
            ("F8", self.tr("Reject or cancel, with a reason")),
            ("F9", self.tr("Approve")),
            ("Esc", self.tr("Back")),
            ("Ctrl+S", self.tr("Save the draft")),
            ("Ctrl+L", self.tr("Lock the screen")),
            ("Alt+1…9", self.tr("Go to a place of the rail")),
            ("Alt+↓", self.tr("Next error")),
        )
