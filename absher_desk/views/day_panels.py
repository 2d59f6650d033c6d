"""The panels of the day page: key figures and the close of the day."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from absher_desk.presenters.day_state import Closing, Figure
from absher_desk.views.kit import (
    BidiLabel,
    IconLabel,
    Panel,
    PrimaryButton,
    Rule,
    Size,
    Text,
)

_FIGURES = 5


class FiguresPanel(Panel):
    """Five figures side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._cells: list[tuple[Text, Text, Text]] = []
        for place in range(_FIGURES):
            if place:
                row.addWidget(Rule(upright=True))
            cell = (Text("", "label"), Text("", "figure"), Text("", "meta"))
            column = QVBoxLayout()
            column.setContentsMargins(16, 8, 16, 8)
            column.setSpacing(0)
            for label in cell:
                column.addWidget(label)
            row.addLayout(column, 1)
            self._cells.append(cell)
        self.body.addLayout(row)

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these figures."""
        for (label, value, note), figure in zip(self._cells, figures, strict=False):
            label.setText(figure.label)
            value.setText(figure.value)
            value.set_tone(figure.tone)
            note.setText(figure.note)


class ClosingPanel(Panel):
    """Whether the day is closed, and the button that closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", icon="lock-simple", parent=parent)
        self._icon = IconLabel("clock", "text3", 18)
        self._fact = Text("", "strong")
        self._sentence = Text("", "note", wrap=True)
        self._hash = BidiLabel("", "meta", wrap=True)
        self._hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_day = PrimaryButton("", icon="lock-simple", key="F9", size=Size.ACTION)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._fact, 1)
        self.body.addLayout(row)
        for widget in (self._sentence, self._hash, self.close_day):
            self.body.addWidget(widget)

    def show_closing(self, closing: Closing, *, busy: bool) -> None:
        """Show how the day stands."""
        icon, tone = ("check-circle-fill", "accent") if closing.is_closed else ("clock", "text3")
        self._icon.set(icon, tone)
        self._fact.setText(closing.fact)
        self._sentence.setText(closing.sentence)
        halves = (closing.sha256[:32], closing.sha256[32:])
        self._hash.set_value(" ".join(halves).strip())
        self._hash.setVisible(bool(closing.sha256))
        self.close_day.setVisible(closing.may_close)
        self.close_day.setEnabled(not busy)
