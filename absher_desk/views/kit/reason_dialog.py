"""Asks for the reason before something is refused, returned, spoiled or cancelled."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from absher_desk.views.kit.buttons import Button, DangerButton, PrimaryButton, SecondaryButton
from absher_desk.views.kit.check_row import ChoiceRow
from absher_desk.views.kit.line_field import AreaField
from absher_desk.views.kit.painting import PANEL_RADIUS, colour, draw_box, painting
from absher_desk.views.kit.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason offered; `needs_note` when its words alone say too little ("other")."""

    key: str
    text: str
    needs_note: bool = False


class ReasonDialog(QDialog):
    """A list of reasons with room for words; `decided(key, note)` once both suffice.

    Arrow keys choose, Enter confirms, Esc leaves. Open it with `open()`: nothing waits for it.
    """

    decided = Signal(str, str)

    def __init__(
        self,
        title: str,
        reasons: Sequence[Reason],
        confirm: str,
        *,
        explanation: str = "",
        destructive: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setFixedWidth(460)
        self._reasons = tuple(reasons)
        self._rows = [ChoiceRow(reason.text) for reason in reasons]
        self._note = AreaField(lines=3)
        kind: type[Button] = DangerButton if destructive else PrimaryButton
        self._confirm = kind(confirm, key="Enter", bind=False)
        self._cancel = SecondaryButton("", key="Esc", bind=False)
        self._build(title, explanation)
        for row in self._rows:
            row.toggled.connect(self._review)
        self._note.changed.connect(self._review)
        self._confirm.clicked.connect(self._decide)
        self._cancel.clicked.connect(self.reject)
        self._retranslate()
        self._review()
        if self._rows:
            self._rows[0].setFocus()

    def chosen(self) -> Reason | None:
        """The reason chosen so far."""
        pairs = zip(self._reasons, self._rows, strict=True)
        return next((reason for reason, row in pairs if row.isChecked()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms from anywhere; a digit chooses the reason at that place."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._confirm.isEnabled():
                self._decide()
            return
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self._rows):
            self._rows[place].setChecked(True)
            self._rows[place].setFocus()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a language change without a restart."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

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

    def _build(self, title: str, explanation: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Text(title, "subject", wrap=True))
        if explanation:
            column.addWidget(Text(explanation, "note", wrap=True))
        for row in self._rows:
            column.addWidget(row)
        column.addWidget(self._note)
        column.addSpacing(8)
        actions = QHBoxLayout()
        actions.setSpacing(10)
        actions.addWidget(self._cancel)
        actions.addStretch(1)
        actions.addWidget(self._confirm)
        column.addLayout(actions)

    def _review(self) -> None:
        reason = self.chosen()
        written = bool(self._note.text().strip())
        needs_note = reason is not None and reason.needs_note
        self._confirm.setEnabled(reason is not None and (written or not needs_note))
        if needs_note and not written:
            self._note.set_warning(self.tr("Write the reason in your own words."))
        else:
            self._note.clear_mark()

    def _decide(self) -> None:
        reason = self.chosen()
        if reason is not None:
            self.accept()
            self.decided.emit(reason.key, self._note.text().strip())

    def _retranslate(self) -> None:
        self._note.set_label(self.tr("Note for the record"))
        self._cancel.set_text(self.tr("Back"))
        self._review()
