"""One point of the checklist in its panel: a rhombus, a heading, and what answers it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from absher_desk.presenters.activation_state import Badge, CheckItem
from absher_desk.views.kit import CheckRow, Chip, Rhombus, Segments, Text


class Section(QWidget):
    """A heading with a rhombus at its start and a chip at its end; fill `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 10, 14, 10)
        across.setSpacing(8)
        self._rhombus = Rhombus()
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 4, 0, 0)
        beside.addWidget(self._rhombus, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(beside)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        head = QHBoxLayout()
        self._title = Text("", "strong", wrap=True)
        self._title.setMinimumHeight(22)
        self._chip = Chip()
        head.addWidget(self._title, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        across.addLayout(self.body, 1)

    def show_head(self, title: str, state: str, badge: Badge) -> None:
        """Say what the point is and where it stands."""
        self._title.setText(title)
        self._rhombus.set_state(state)
        self._chip.set(badge.text, badge.tone, icon=badge.icon)


class Answer(QWidget):
    """A tick or a few outcomes; `answered(key, value, by_keyboard_here)`.

    The last says that the answer came from the control in focus, so that the ring may move on; an
    arrow key that only looks through the outcomes leaves it where it is.
    """

    answered = Signal(str, str, bool)

    def __init__(self, item: CheckItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = item.key
        self._tick = CheckRow() if not item.choices else None
        self._segments = Segments(item.choices) if item.choices else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if self._tick is not None:
            # A fixed height would be that of the widest form, where the words have one line.
            policy = self._tick.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            self._tick.setSizePolicy(policy)
            column.addWidget(self._tick)
            self._tick.clicked.connect(self._tell_tick)
        if self._segments is not None:
            column.addWidget(self._segments)
            self._segments.chosen.connect(self._tell_choice)

    def show_item(self, item: CheckItem, *, enabled: bool) -> None:
        """Show words and answer."""
        if self._tick is not None:
            if (self._tick.text(), self._tick.accessibleDescription()) != (item.label, item.note):
                self._tick.set(item.label, item.note)
            self._tick.setChecked(bool(item.value))
        if self._segments is not None:
            self._segments.set_choices(item.choices)
            self._segments.set_name(item.label)
            if self._segments.value() != item.value:
                self._segments.set_value(item.value)
        self.setEnabled(enabled)

    def target(self) -> QWidget:
        """Where the keyboard goes: the tick, the chosen outcome, or the first."""
        if self._segments is None:
            return self._tick or self
        chosen = self._segments.value()
        buttons = [w for w in self._segments.children() if isinstance(w, QWidget)]
        return self._segments.segment(chosen) if chosen else buttons[0]

    def _tell_tick(self, checked: bool) -> None:  # noqa: FBT001 (Qt's signature)
        here = self._tick is not None and self._tick.hasFocus()
        self.answered.emit(self._key, "yes" if checked else "", here)

    def _tell_choice(self, value: str) -> None:
        here = self._segments is not None and self._segments.segment(value).hasFocus()
        self.answered.emit(self._key, value, here)


class CheckSection(Section):
    """A check of the panel: the heading, the answer and a note below an outcome."""

    answered = Signal(str, str, bool)

    def __init__(self, item: CheckItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = Answer(item)
        self.answer.answered.connect(self.answered)
        self._note = Text("", "meta", wrap=True)
        self.body.addWidget(self.answer)
        self.body.addWidget(self._note)

    def show_item(self, item: CheckItem, *, enabled: bool) -> None:
        """Show where the check stands; the note of a tick is the tick's own."""
        self.show_head(item.title, item.state, item.badge)
        self.answer.show_item(item, enabled=enabled)
        shown = item.note if item.choices else ""
        self._note.setText(shown)
        self._note.set_tone("red" if item.state == "refused" else "")
        self._note.setVisible(bool(shown))
