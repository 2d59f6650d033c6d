"""The pane beside a queue: whether to open a request, answered without opening it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from absher_desk.presenters.queue_detail import (
    Allowed,
    DetailState,
    Fact,
    PaperShown,
    WayPoint,
)
from absher_desk.presenters.time_words import Due
from absher_desk.views.kit import (
    Band,
    BidiLabel,
    Chip,
    EmptyState,
    IconButton,
    IconLabel,
    Notice,
    PrimaryButton,
    QuietButton,
    Rule,
    SecondaryButton,
    Size,
    Text,
    Timeline,
    TimelineEntry,
    View,
)
from absher_desk.views.kit.painting import colour, draw_box, mirrored, painting

WIDTH = 300
_PADDING = 14


class DetailPane(View):
    """One request in short. Every act leaves as a signal; what is not allowed is not offered.

    `reason_requested(outcome)` for acts that need a reason: return, reject, hold.
    """

    claim_requested = Signal()
    open_requested = Signal()
    release_requested = Signal()
    resume_requested = Signal()
    reason_requested = Signal(str)
    attachment_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._state: DetailState | None = None
        self._head = _Head()
        self._facts = _Facts()
        self._warnings = QVBoxLayout()
        self._way_title = Text("", "heading")
        self._way = Timeline()
        self._papers_title = Text("", "heading")
        self._papers = _Papers()
        self._papers_part = QWidget()
        self._nothing = EmptyState("", "", icon="cursor")
        self.claim = SecondaryButton("", key="F4", bind=False)
        self.open = PrimaryButton("", key="Enter", bind=False)
        self.more = IconButton("dots-three-vertical", quiet=True)
        self._build()
        self._connect()
        self.retranslate()
        self.show_detail(None)

    def show_detail(self, state: DetailState | None) -> None:
        """Show a request, or that none is selected."""
        self._state = state
        stack = self.layout()
        if isinstance(stack, QStackedLayout):
            stack.setCurrentIndex(0 if state is None else 1)
        if state is None:
            return
        self._head.show_head(state)
        self._facts.show_facts(state.facts)
        self._show_warnings(state.warnings)
        self._way.show_entries([_entry(point) for point in state.way])
        self._papers.show_papers(state.papers)
        self._papers_part.setVisible(bool(state.papers))
        self._show_papers_title()
        self.claim.setEnabled(state.allowed.claim)
        self.more.setVisible(bool(self._offers(state.allowed)))

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self._way_title.setText(self.tr("Way of the request"))
        self._nothing.set(
            self.tr("No request selected"), self.tr("Choose one with the arrow keys.")
        )
        self.claim.set_text(self.tr("Take"))
        self.open.set_text(self.tr("Open request"))
        self.more.set_name(self.tr("More"))
        self._head.copy.set_name(self.tr("Copy the number"))
        self._papers.set_look_word(self.tr("Show"))
        self._show_papers_title()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the surface and the line towards the table."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("surface"))
            painter.fillRect(mirrored(self, QRectF(0, 0, 1, self.height())), colour("border"))

    def _connect(self) -> None:
        self.claim.clicked.connect(self.claim_requested)
        self.open.clicked.connect(self.open_requested)
        self.more.clicked.connect(self._show_menu)
        self._papers.look_requested.connect(self.attachment_requested)

    def _build(self) -> None:
        stack = QStackedLayout(self)
        stack.setContentsMargins(1, 0, 1, 0)
        stack.addWidget(self._nothing)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(Rule())
        column.addWidget(self._scrolled(), 1)
        column.addWidget(self._bar())
        stack.addWidget(page)

    def _scrolled(self) -> QScrollArea:
        content = QWidget()
        content.setObjectName("page")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._warnings.setSpacing(8)
        column.addLayout(_padded(self._facts, self._warnings))
        column.addWidget(Rule())
        column.addLayout(_padded(self._way_title, self._way))
        papers = QVBoxLayout(self._papers_part)
        papers.setContentsMargins(0, 0, 0, 0)
        papers.setSpacing(0)
        papers.addWidget(Rule())
        papers.addLayout(_padded(self._papers_title, self._papers))
        column.addWidget(self._papers_part)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(content)
        return area

    def _bar(self) -> Band:
        bar = Band(60, line="top")
        row = QHBoxLayout(bar)
        row.setContentsMargins(_PADDING, 0, _PADDING, 0)
        row.setSpacing(8)
        row.addWidget(self.more)
        row.addWidget(self.claim)
        row.addWidget(self.open, 1)
        return bar

    def _show_warnings(self, sentences: Sequence[str]) -> None:
        while (item := self._warnings.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in sentences:
            self._warnings.addWidget(Notice(sentence))

    def _show_papers_title(self) -> None:
        count = len(self._state.papers) if self._state is not None else 0
        self._papers_title.setText(self.tr("Attachments: {count}").format(count=count))

    def _offers(self, allowed: Allowed) -> list[tuple[str, str]]:
        """What the menu offers: key of the act and words, the destructive one last."""
        offers = (
            (allowed.resume, "resume", self.tr("Take up again")),
            (allowed.release, "release", self.tr("Give back to the queue")),
            (allowed.hold, "hold", self.tr("Hold…")),
            (allowed.return_, "return", self.tr("Return for completion…\tF6")),
            (allowed.reject, "reject", self.tr("Reject…\tF8")),
        )
        return [(key, words) for offered, key, words in offers if offered]

    def _show_menu(self) -> None:
        if self._state is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in self._offers(self._state.allowed):
            menu.addAction(words).setData(key)
        menu.triggered.connect(lambda action: self._act(str(action.data())))
        height = menu.sizeHint().height()
        menu.popup(self.more.mapToGlobal(QPoint(0, -height - 4)))

    def _act(self, key: str) -> None:
        plain = {"release": self.release_requested, "resume": self.resume_requested}
        if key in plain:
            plain[key].emit()
        else:
            self.reason_requested.emit(key)


class _Head(QWidget):
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
        column.setContentsMargins(_PADDING, 10, _PADDING, 10)
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


class _Facts(QWidget):
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


class _Papers(QWidget):
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


def _padded(*parts: QWidget | QLayout) -> QVBoxLayout:
    """One section of the pane."""
    column = QVBoxLayout()
    column.setContentsMargins(_PADDING, 10, _PADDING, 12)
    column.setSpacing(8)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return column


def _entry(point: WayPoint) -> TimelineEntry:
    return TimelineEntry(title=point.title, note=point.note, state=point.state)
