"""The pane beside a queue: whether to open a request, answered without opening it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QMenu,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from absher_desk.presenters.queue_detail import (
    Allowed,
    DetailState,
    WayPoint,
)
from absher_desk.views.detail_parts import PADDING, DetailFacts, DetailHead, DetailPapers
from absher_desk.views.kit import (
    Band,
    EmptyState,
    IconButton,
    Notice,
    PrimaryButton,
    Rule,
    SecondaryButton,
    Text,
    Timeline,
    TimelineEntry,
    View,
)
from absher_desk.views.kit.painting import colour, mirrored, painting

WIDTH = 300


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
        self._head = DetailHead()
        self._facts = DetailFacts()
        self._warnings = QVBoxLayout()
        self._way_title = Text("", "heading")
        self._way = Timeline()
        self._papers_title = Text("", "heading")
        self._papers = DetailPapers()
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
        self._show_open_word()
        self.more.setVisible(bool(self._offers(state.allowed)))

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self._way_title.setText(self.tr("Way of the request"))
        self._nothing.set(
            self.tr("No request selected"), self.tr("Choose one with the arrow keys.")
        )
        self.claim.set_text(self.tr("Take"))
        self._show_open_word()
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
        row.setContentsMargins(PADDING, 0, PADDING, 0)
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

    def _show_open_word(self) -> None:
        """Opening a free request takes it: the button says so."""
        takes = self._state is not None and self._state.allowed.begin
        self.open.set_text(self.tr("Take and open") if takes else self.tr("Open request"))

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


def _padded(*parts: QWidget | QLayout) -> QVBoxLayout:
    """One section of the pane."""
    column = QVBoxLayout()
    column.setContentsMargins(PADDING, 10, PADDING, 12)
    column.setSpacing(8)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return column


def _entry(point: WayPoint) -> TimelineEntry:
    return TimelineEntry(title=point.title, note=point.note, state=point.state)
