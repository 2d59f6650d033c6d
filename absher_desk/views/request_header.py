"""The head of the request page: whose it is, how it stands, and its steps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from absher_desk.presenters.request_state import Choice, RequestPageState, Word
from absher_desk.views.kit import Band, Chip, IconButton, SecondaryButton, Steps, Text, View
from absher_desk.views.request_panels import emptied

_HEIGHT = 60
_STEPS = 50


class RequestHeader(View):
    """Back at the start; name, service and numbers; chips and the menu of other acts at the end."""

    back_requested = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu: tuple[Choice, ...] = ()
        self._words: tuple[Word, ...] | None = None
        self.back = IconButton("arrow-right")
        self._name = Text("", "subject")
        self._service = Text("", "lead")
        self._numbers = Text("", "note")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        self.more = SecondaryButton("", icon="dots-three")
        self.steps = Steps()
        self._build()
        self.back.clicked.connect(self.back_requested)
        self.more.clicked.connect(self._open_menu)
        self.retranslate()

    def show_state(self, state: RequestPageState) -> None:
        """Show whose request it is and how it stands."""
        self._name.setText(state.name)
        self._service.setText(state.service)
        # A label takes its direction from its letters, and numbers alone have none.
        side = "\u200f" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else ""
        self._numbers.setText(side + "  •  ".join((state.number, *state.identifiers)))
        if state.words != self._words:
            self._words = state.words
            emptied(self._chips)
            for word in state.words:
                self._chips.addWidget(Chip(word.text, word.tone, icon=word.icon))
        self._menu = state.menu
        self.more.setVisible(bool(state.menu))
        self.more.setEnabled(not state.busy)
        self.steps.show_steps(state.steps, state.step)

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self.back.set_name(self.tr("Back (Esc)"))
        self.more.set_text(self.tr("More"))

    def menu(self) -> QMenu:
        """The other acts as a menu."""
        menu = QMenu(self)
        for choice in self._menu:
            menu.addAction(choice.words).triggered.connect(
                lambda _=False, one=choice: self.chosen.emit(one)
            )
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _build(self) -> None:
        head = Band(_HEIGHT)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._name)
        first.addWidget(self._service)
        first.addStretch(1)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self._numbers)
        words.addStretch(1)
        row.addWidget(self.back)
        row.addLayout(words, 1)
        row.addLayout(self._chips)
        row.addWidget(self.more)
        strip = Band(_STEPS)
        inner = QHBoxLayout(strip)
        inner.setContentsMargins(20, 0, 20, 0)
        inner.addWidget(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(strip)
