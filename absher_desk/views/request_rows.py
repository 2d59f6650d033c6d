"""The small rows of the request page: a person of the four eyes, a file, a paper, a check."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from absher_desk.presenters.request_choices import TICKED
from absher_desk.presenters.request_state import Pair, Paper, ShownCheck, ShownEvidence
from absher_desk.views.fonts import STRONG, font
from absher_desk.views.kit import (
    CheckRow,
    Chip,
    IconLabel,
    QuietButton,
    Rhombus,
    Segments,
    Size,
    Text,
    View,
)
from absher_desk.views.kit.painting import colour, draw_box, painting

_SQUARE = 32


class PersonCard(QWidget):
    """One of the two people: initials, name, what he did; the present one on the tint."""

    def __init__(self, pair: Pair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here = pair.here
        self.setFixedHeight(54)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(pair.name, "strong"))
        words.addWidget(Text(pair.deed, "meta"))
        row.addWidget(_Initials(pair.initials))
        row.addLayout(words, 1)
        row.addWidget(Rhombus("current") if pair.here else IconLabel("check-circle", "accent", 18))
        self.setAccessibleName(f"{pair.name}, {pair.deed}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the card."""
        fill, border = ("accent_t", "accent") if self._here else ("surface", "border")
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill=colour(fill), border=colour(border))


class _Initials(QWidget):
    """The square with a person's initials."""

    def __init__(self, initials: str) -> None:
        super().__init__()
        self._initials = initials
        self.setFixedSize(_SQUARE, _SQUARE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill=colour("accent_t"), border=colour("accent_b"))
            painter.setFont(font(13, STRONG))
            painter.setPen(colour("accent_x"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)


class EvidenceRow(View):
    """A file with a button to look at it; one that is lacking says so in amber."""

    view_requested = Signal(object)

    def __init__(self, item: ShownEvidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        there = item.attachment_id is not None
        row.addWidget(IconLabel("paperclip" if there else "warning", "text3", 18))
        row.addWidget(Text(item.title, "body"))
        row.addStretch(1)
        self.look = QuietButton("", icon="eye", size=Size.SMALL, parent=self)
        self.look.clicked.connect(lambda: self.view_requested.emit(item))
        if there:
            row.addWidget(Text(item.note, "meta"))
            row.addWidget(self.look)
        else:
            self.look.hide()
            row.addWidget(Chip(item.note, "amber"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self.look.set_text(self.tr("View"))
        self.look.setAccessibleName(f"{self.tr('View')} {self._item.title}")


class PaperRow(View):
    """A form: what became of it, a button to print it, or the question what came out."""

    print_requested = Signal(str)
    came_out = Signal(object, bool)

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(paper.title, "body"))
        words.addWidget(Text(paper.note, "meta"))
        row.addLayout(words, 1)
        if paper.state.text:
            row.addWidget(Chip(paper.state.text, paper.state.tone, icon=paper.state.icon))
        self.print = QuietButton(paper.print_words, icon="printer", size=Size.SMALL)
        self.print.setAccessibleName(f"{paper.print_words} {paper.title}")
        self.print.clicked.connect(lambda: self.print_requested.emit(paper.form))
        self.yes = QuietButton("", size=Size.SMALL)
        self.no = QuietButton("", size=Size.SMALL)
        self.yes.clicked.connect(lambda: self.came_out.emit(paper.job_id, True))  # noqa: FBT003
        self.no.clicked.connect(lambda: self.came_out.emit(paper.job_id, False))  # noqa: FBT003
        for button in (self.print, self.yes, self.no):
            row.addWidget(button)
        self.print.setVisible(paper.printable)
        self.yes.setVisible(paper.job_id is not None)
        self.no.setVisible(paper.job_id is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self.yes.set_text(self.tr("It came out"))
        self.no.set_text(self.tr("Nothing came out"))


class CheckLine(QWidget):
    """A point of the checklist: a box to tick, or a question with its outcomes beside it."""

    answered = Signal(str, str)

    def __init__(self, check: ShownCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = check.key
        self._first = check.choices[0][0] if check.choices else ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.tick: CheckRow | None = None
        self.segments: Segments | None = None
        if check.choices:
            self.segments = Segments(check.choices, height=32)
            self.segments.set_name(check.label)
            self.segments.chosen.connect(lambda value: self.answered.emit(self.key, value))
            row.addWidget(Text(check.label, "body", wrap=True), 1)
            row.addWidget(self.segments)
        else:
            self.tick = CheckRow(check.label)
            self.tick.clicked.connect(lambda: self.answered.emit(self.key, self.answer()))
            row.addWidget(self.tick, 1)

    def show_answer(self, check: ShownCheck, *, editable: bool) -> None:
        """Show the answer so far; it can be given only while `editable`."""
        self.setEnabled(editable)
        if self.segments is not None:
            self.segments.set_value(check.value)
        if self.tick is not None:
            self.tick.setChecked(check.value == TICKED)

    def answer(self) -> str:
        """The answer shown, empty for none."""
        if self.segments is not None:
            return self.segments.value()
        return TICKED if self.tick is not None and self.tick.isChecked() else ""

    def take_focus(self) -> None:
        """Put the keyboard here."""
        if self.segments is not None:
            value = self.segments.value() or self._first
            self.segments.segment(value).setFocus(Qt.FocusReason.TabFocusReason)
        if self.tick is not None:
            self.tick.setFocus(Qt.FocusReason.TabFocusReason)
