"""The parts of the detail pane: what the request is, its facts, its attachments."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from absher_desk.presenters.queue_detail import DetailState, Fact, PaperShown
from absher_desk.presenters.time_words import Due
from absher_desk.views.kit import (
    BidiLabel,
    Chip,
    IconButton,
    IconLabel,
    QuietButton,
    Size,
    Text,
)
from absher_desk.views.kit.painting import colour, draw_box, painting

PADDING = 14


class DetailHead(QWidget):
    """Number, state, name, subject and due time."""

    def __init__(self) -> None:
        super().__init__()
        self._number = BidiLabel("", "strong")
        self.copy = IconButton("copy", quiet=True, size=Size.SMALL)
        self._chip = Chip()
        self._name = Text("", "subject", wrap=True)
        self._subject = Text("", "note", wrap=True)
        self._due_icon = IconLabel("", "text2", 16)
        self._due = Text("", "note")
        self.copy.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 10, PADDING, 10)
        column.setSpacing(4)
        first = _row(self._number, self.copy, None, self._chip)
        last = _row(self._subject, self._due_icon, self._due)
        last.setStretch(0, 1)
        column.addLayout(first)
        column.addWidget(self._name)
        column.addLayout(last)

    def show_head(self, state: DetailState) -> None:
        """Show what the request is."""
        self._number.set_value(state.number)
        self._chip.set(state.state.words, state.state.tone or "neutral")
        self._name.setText(state.name)
        self._subject.setText(state.subject)
        self._show_due(state.due)

    def _show_due(self, due: Due) -> None:
        self._due_icon.set(due.icon, due.tone)
        self._due.setText(due.words)
        self._due.set_tone(due.tone)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number.value())


class DetailFacts(QWidget):
    """Titles and values in two columns."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[Text, Text]] = []

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these; lines are kept and said anew."""
        while len(self._lines) < len(facts):
            line = (Text("", "note", tone="text3"), Text("", "table", wrap=True))
            # A long address may be cut; it must not push the pane wider than it is.
            line[1].setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            line[1].setMinimumWidth(1)
            place = len(self._lines)
            self._grid.addWidget(line[0], place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line[1], place, 1)
            self._lines.append(line)
        for place, (title, value) in enumerate(self._lines):
            shown = place < len(facts)
            title.setVisible(shown)
            value.setVisible(shown)
            if shown:
                title.setText(facts[place].title)
                value.setText(facts[place].value)


class DetailPapers(QWidget):
    """A box for each attachment, with an eye to look at it."""

    look_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._look = ""
        self._shown: tuple[PaperShown, ...] = ()

    def set_look_word(self, words: str) -> None:
        """What the eye is called."""
        self._look = words

    def show_papers(self, papers: tuple[PaperShown, ...]) -> None:
        """Show these attachments; the boxes stay while they are the same."""
        if papers == self._shown:
            return
        self._shown = papers
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for paper in papers:
            self._column.addWidget(self._box(paper))

    def _box(self, paper: PaperShown) -> QWidget:
        box = _Box()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(paper.title, "table"))
        words.addWidget(Text(paper.note, "file"))
        look = IconButton("eye", f"{self._look}: {paper.title}", quiet=True, size=Size.SMALL)
        look.look = QuietButton.look
        look.clicked.connect(lambda: self.look_requested.emit(paper.id))
        row = QHBoxLayout(box)
        row.setContentsMargins(10, 5, 6, 5)
        row.setSpacing(10)
        row.addWidget(IconLabel(paper.icon, "text2", 20))
        row.addLayout(words, 1)
        row.addWidget(look)
        return box


class _Box(QWidget):
    """A bordered box."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the border."""
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill=colour("surface"), border=colour("border"))


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets in a line; None stands for the space between."""
    row = QHBoxLayout()
    row.setSpacing(6)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
