"""The first column of the activation station: the person's pictures, then every value."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from absher_desk.presenters.activation_state import ActivationState
from absher_desk.views.check_section import Answer
from absher_desk.views.compare_table import CompareTable
from absher_desk.views.kit import Chip, Panel, Text
from absher_desk.views.kit.panel import HEADER
from absher_desk.views.portraits import Portraits

_MOST_TALLIES = 3


class ComparePanel(Panel):
    """Portraits with their question, the table below, how many rows agree in the header."""

    answered = Signal(str, str, bool)
    accept_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("-", icon="identification-card", flush=True, parent=parent)
        self.table = CompareTable()
        self.table.accept_requested.connect(self.accept_requested)
        self.portraits = Portraits()
        self._answer: Answer | None = None
        self._question, self._hint = Text("", "strong", wrap=True), Text("", "meta", wrap=True)
        self._tallies = [Chip() for _ in range(_MOST_TALLIES)]
        for chip in self._tallies:
            chip.hide()
            self.add_to_header(chip)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(14, 8, 14, 6)
        self._head.setSpacing(16)
        self._words = QVBoxLayout()
        self._words.setSpacing(4)
        self._words.addWidget(self._question)
        self._words.addWidget(self._hint)
        self._words.addStretch(1)
        self._head.addWidget(self.portraits)
        self._head.addLayout(self._words, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.table)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addLayout(self._head)
        self.body.addWidget(self._scroll, 1)

    def show_comparison(self, state: ActivationState, hint: str) -> None:
        """Show everything that is compared; `hint` says how to compare the portraits."""
        self.table.show_rows(state.rows, enabled=not state.read_only)
        self._share_height()
        self.portraits.show_portraits(state.portraits)
        for number, chip in enumerate(self._tallies):
            if number < len(state.tallies):
                badge = state.tallies[number]
                chip.set(badge.text, badge.tone, icon=badge.icon)
            else:
                chip.set("")
        item = state.portrait_check
        self._question.setText(item.label if item else "")
        refused = item is not None and item.state == "refused"
        self._hint.setText(item.note if item is not None and item.note else hint)
        self._hint.set_tone("red" if refused else "")
        self._hint.setVisible(item is not None)
        if item is None:
            return
        if self._answer is None:
            self._answer = Answer(item)
            self._answer.answered.connect(self.answered)
            self._words.insertWidget(2, self._answer, 0, Qt.AlignmentFlag.AlignTop)
        self._answer.show_item(item, enabled=not state.read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low windows take the room from the pictures first, then the table scrolls."""
        super().resizeEvent(event)
        self._share_height()

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a button of the table is seen."""
        if self.table.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, 20)

    def _share_height(self) -> None:
        margins = self._head.contentsMargins()
        used = HEADER + 3 + margins.top() + margins.bottom()
        room = self.height() - used - self.table.minimumSizeHint().height()
        lowest, highest = self.portraits.minimumSizeHint(), self.portraits.sizeHint()
        self.portraits.setFixedHeight(min(max(room, lowest.height()), highest.height()))

    def target(self) -> QWidget | None:
        """Where the keyboard answers whether the portraits show the person."""
        return self._answer.target() if self._answer else None
