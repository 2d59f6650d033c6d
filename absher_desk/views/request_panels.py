"""The panels of the request page: facts, checks with the four eyes, papers, evidence, way."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from absher_desk.presenters.request_state import (
    Announcement,
    Fact,
    Pair,
    Paper,
    Point,
    Remark,
    RequestPageState,
    ShownEvidence,
)
from absher_desk.views.kit import (
    AreaField,
    IconLabel,
    Notice,
    Panel,
    Rule,
    Text,
    Timeline,
    TimelineEntry,
)
from absher_desk.views.request_rows import CheckLine, EvidenceRow, PaperRow, PersonCard


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            # Hidden first: deleted only later, it would lie on what comes in its place.
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)


class Announcements(QWidget):
    """The notices over the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Announcement, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_all(self, announcements: tuple[Announcement, ...]) -> None:
        """Show these notices and no others."""
        self.setVisible(bool(announcements))
        if announcements == self._shown:
            return
        self._shown = announcements
        emptied(self._column)
        for said in announcements:
            self._column.addWidget(Notice(said.text, said.tone, title=said.title))


class FactsPanel(Panel):
    """Values under their labels in two columns; a long text takes a row of its own."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(" ", icon=icon, parent=parent)
        self._shown: tuple[Fact, ...] | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these values."""
        self.setVisible(bool(facts))
        if facts == self._shown:
            return
        self._shown = facts
        emptied(self._grid)
        row = column = 0
        for fact in facts:
            if fact.wide and column:
                row, column = row + 1, 0
            self._grid.addLayout(_told(fact), row, column, 1, 2 if fact.wide else 1)
            column = 0 if fact.wide or column else 1
            row += 0 if column else 1


def _told(fact: Fact) -> QVBoxLayout:
    told = QVBoxLayout()
    told.setSpacing(0)
    told.addWidget(Text(fact.label, "label", tone="text3"))
    value = Text(fact.value, "body", tone="text3" if fact.faint else "", wrap=True)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    told.addWidget(value)
    told.addStretch(1)
    return told


class ChecksPanel(Panel):
    """The four eyes, the checklist and the officer's note: what is done in this step."""

    answered = Signal(str, str)
    noted = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", icon="clipboard-text", parent=parent)
        self._pairs: tuple[Pair, ...] = ()
        self._keys: tuple[object, ...] = ()
        self._lines: list[CheckLine] = []
        self._done = Text("", "meta")
        self.add_to_header(self._done)
        self._people = QHBoxLayout()
        self._people.setSpacing(8)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.note = AreaField(lines=2)
        self.note.changed.connect(self.noted)
        self.body.addLayout(self._people)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.note)
        self._say()

    def show_state(self, state: RequestPageState) -> None:
        """Show the step's people, points and note."""
        self.set_title(state.step_title)
        self.setVisible(bool(state.step_title))
        self._done.setText(state.checks_done)
        self._show_pairs(state.pairs)
        keys = tuple((check.key, check.label, check.choices) for check in state.checks)
        if keys != self._keys:
            self._build_lines(state)
            self._keys = keys
        for line, check in zip(self._lines, state.checks, strict=True):
            line.show_answer(check, editable=state.editable)
        self.note.setVisible(state.editable or bool(state.note))
        self.note.set_read_only(on=not state.editable)
        self.note.set_text(state.note)

    def focus_next(self) -> bool:
        """Put the keyboard on the first unanswered point; whether there is one."""
        line = next((line for line in self._lines if line.isEnabled() and not line.answer()), None)
        if line is not None:
            line.take_focus()
        return line is not None

    def changeEvent(self, event: QEvent) -> None:
        """Follow a language change without a restart."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        if pairs == self._pairs:
            return
        self._pairs = pairs
        emptied(self._people)
        before = QVBoxLayout()
        before.setSpacing(6)
        for pair in pairs:
            if pair.here:
                self._people.addLayout(before, 1)
                self._people.addWidget(IconLabel("arrow-left", "text3", 18))
                self._people.addWidget(PersonCard(pair), 1)
            else:
                before.addWidget(PersonCard(pair))

    def _build_lines(self, state: RequestPageState) -> None:
        emptied(self._rows)
        self._lines = []
        for check in state.checks:
            line = CheckLine(check)
            line.answered.connect(self._answer)
            self._rows.addWidget(line)
            self._lines.append(line)

    def _answer(self, key: str, value: str) -> None:
        self.answered.emit(key, value)
        if value and not self.focus_next():
            self.finished.emit()

    def _say(self) -> None:
        self.note.set_label(self.tr("Note for the record"))


class RowsPanel(Panel):
    """Rows of one kind under each other, hidden while there are none."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(" ", icon=icon, parent=parent)
        self._shown: tuple[object, ...] | None = None
        self.body.setSpacing(8)

    def show_rows(self, items: Sequence[object], rows: Sequence[QWidget]) -> None:
        """Show `rows`, made of `items`."""
        self._shown = tuple(items)
        emptied(self.body)
        for place, row in enumerate(rows):
            if place:
                self.body.addWidget(Rule())
            self.body.addWidget(row)

    def is_news(self, items: Sequence[object]) -> bool:
        """Whether `items` differ from what is shown; without any the panel hides."""
        self.setVisible(bool(items))
        return tuple(items) != self._shown


class EvidencePanel(RowsPanel):
    """Files that came with the request."""

    view_requested = Signal(object)

    def show_evidence(self, items: tuple[ShownEvidence, ...]) -> None:
        """Show these files."""
        if self.is_news(items):
            rows = [EvidenceRow(item) for item in items]
            for row in rows:
                row.view_requested.connect(self.view_requested)
            self.show_rows(items, rows)


class PapersPanel(RowsPanel):
    """Papers made for the request, or to be made in this step."""

    print_requested = Signal(str)
    came_out = Signal(object, bool)

    def show_papers(self, papers: tuple[Paper, ...]) -> None:
        """Show these papers."""
        if self.is_news(papers):
            rows = [PaperRow(paper) for paper in papers]
            for row in rows:
                row.print_requested.connect(self.print_requested)
                row.came_out.connect(self.came_out)
            self.show_rows(papers, rows)


class RemarksPanel(RowsPanel):
    """What people wrote with their decisions."""

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show these remarks."""
        if self.is_news(remarks):
            self.show_rows(remarks, [_written(remark) for remark in remarks])


class WayPanel(Panel):
    """The timeline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", icon="clock-counter-clockwise", parent=parent)
        self._timeline = Timeline()
        self.body.addWidget(self._timeline)

    def show_way(self, points: tuple[Point, ...]) -> None:
        """Show this way."""
        self._timeline.show_entries(
            [TimelineEntry(title=p.title, note=p.note, state=p.state) for p in points]
        )


def _written(remark: Remark) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Text(remark.text, "note", tone="text", wrap=True))
    column.addWidget(Text(remark.by, "meta"))
    return row
