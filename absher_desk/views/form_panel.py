"""The last column of the activation station: the form, its printing, the officer's note."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from absher_desk.presenters.activation_state import ActivationState
from absher_desk.views.form_preview import FormPreview
from absher_desk.views.kit import AreaField, Panel, Rule, SecondaryButton, Text


class FormPanel(QWidget):
    """The preview in a panel with F7 below it, and the note in a panel of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = Panel("-", icon="file-text", flush=True)
        self.preview = FormPreview()
        self.print = SecondaryButton("", icon="printer", key="F7")
        self._when = Text("", "meta", wrap=True)
        self.note = AreaField(lines=3)
        self._build()

    def set_title(self, title: str) -> None:
        """Name the panel of the form."""
        self._panel.set_title(title)

    def show_form(self, state: ActivationState) -> None:
        """Show the form as it stands, and the note."""
        self.preview.show_preview(state.preview)
        self.print.setEnabled(state.preview.can_print)
        self._when.setText(state.preview.note)
        self.note.set_text(state.note)
        self.note.set_read_only(on=state.read_only)

    def _build(self) -> None:
        sheet = QVBoxLayout()
        sheet.setContentsMargins(14, 14, 14, 14)
        sheet.addWidget(self.preview)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 8)
        foot.setSpacing(8)
        foot.addWidget(self._when, 1)
        foot.addWidget(self.print)
        self._panel.body.addLayout(sheet, 1)
        self._panel.body.addWidget(Rule())
        self._panel.body.addLayout(foot)
        notes = Panel()
        notes.body.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._panel, 1)
        column.addWidget(notes)
