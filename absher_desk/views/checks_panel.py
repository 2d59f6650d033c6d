"""The middle column of the activation station: what is checked with the person at the desk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from absher_desk.presenters.activation_state import ActivationState
from absher_desk.views.check_section import CheckSection
from absher_desk.views.code_section import CodeSection
from absher_desk.views.kit import Panel, Rule, Text


class ChecksPanel(Panel):
    """The checks one below the other, the code last; low windows scroll, the focus stays seen."""

    answered = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("-", icon="clipboard-text", flush=True, parent=parent)
        self.code = CodeSection()
        self._progress = Text("", "note")
        self.add_to_header(self._progress)
        self._sections: dict[str, CheckSection] = {}
        page = QWidget()
        page.setObjectName("page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 1, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.code)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._scroll)

    def show_checks(self, state: ActivationState) -> None:
        """Show every check and the code; those already shown keep the keyboard."""
        self._progress.setText(state.progress)
        wanted = [item.key for item in state.checks]
        if wanted != list(self._sections):
            self._rebuild(state)
        for item in state.checks:
            self._sections[item.key].show_item(item, enabled=not state.read_only)
        self.code.show_code(state.code, enabled=not state.read_only)

    def target(self, check: str) -> QWidget | None:
        """Where the keyboard answers a check."""
        section = self._sections.get(check)
        return section.answer.target() if section else None

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that `widget` is seen."""
        if self._scroll.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, 40)

    def _rebuild(self, state: ActivationState) -> None:
        while self._column.count() > 2:
            taken = self._column.takeAt(0)
            widget = taken.widget() if taken else None
            if widget is not None:
                widget.deleteLater()
        self._sections = {}
        for place, item in enumerate(state.checks):
            section = CheckSection(item)
            section.answered.connect(self.answered)
            self._sections[item.key] = section
            self._column.insertWidget(2 * place, section)
            self._column.insertWidget(2 * place + 1, Rule())
