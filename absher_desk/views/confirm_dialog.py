"""Asks once more before something that cannot be taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from absher_desk.views.kit import PrimaryButton, SecondaryButton, Text
from absher_desk.views.kit.painting import PANEL_RADIUS, colour, draw_box, painting


class ConfirmDialog(QDialog):
    """A question with its consequence; Enter confirms, Esc leaves. Open it with `open()`."""

    confirmed = Signal()

    def __init__(
        self, title: str, sentence: str, confirm: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(460)
        self.confirm = PrimaryButton(confirm, key="Enter", bind=False)
        self.back = SecondaryButton(self.tr("Back"), key="Esc", bind=False)
        self.confirm.clicked.connect(self._agree)
        self.back.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Text(title, "subject", wrap=True))
        column.addWidget(Text(sentence, "note", wrap=True))
        column.addSpacing(8)
        actions = QHBoxLayout()
        actions.addWidget(self.back)
        actions.addStretch(1)
        actions.addWidget(self.confirm)
        column.addLayout(actions)
        self.confirm.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus, the confirming one unless Tab moved on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.back if self.back.hasFocus() else self.confirm).click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the sheet."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("canvas"))
            draw_box(
                painter,
                self.rect(),
                fill=colour("surface"),
                border=colour("border2"),
                radius=PANEL_RADIUS,
            )

    def _agree(self) -> None:
        self.accept()
        self.confirmed.emit()
