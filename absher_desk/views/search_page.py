"""The page of a search: what it was understood as, and the requests that came up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.presenters.search_page import SearchPagePresenter, SearchPhase, SearchState
from absher_desk.system.worker import Worker
from absher_desk.views.cell_table import CellTable
from absher_desk.views.kit import (
    Band,
    EmptyState,
    FailedState,
    IconButton,
    LoadingBars,
    Panel,
    Text,
    View,
)
from absher_desk.views.kit.painting import colour, painting

_HEADER = 60


class SearchPage(View):
    """Draws a `SearchState`; `opened(request_id)` on Enter or a double click."""

    opened = Signal(object)
    close_requested = Signal()
    retried = Signal()
    spoken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("arrow-right")
        self._title = Text("", "title")
        self._note = Text("", "lead")
        self.table = CellTable()
        self.nothing = EmptyState(icon="magnifying-glass")
        self.failed = FailedState()
        self._stack = QStackedLayout()
        self._build()
        self.back.clicked.connect(self.close_requested)
        self.table.opened.connect(self.opened)
        self.failed.retried.connect(self.retried)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close_requested)
        self.retranslate()
        self.show_state(SearchState())

    def show_state(self, state: SearchState) -> None:
        """Show `state`; the keyboard goes to the first hit."""
        self._note.setText(state.understood)
        phases = tuple(SearchPhase)
        if state.phase is SearchPhase.NOTHING:
            self.nothing.set(state.fact, state.sentence)
        elif state.phase is SearchPhase.FAILED:
            self.failed.set(state.fact, state.sentence)
        elif state.phase is SearchPhase.FOUND:
            self._show_rows(state)
        self._stack.setCurrentIndex(phases.index(state.phase))
        if state.phase in (SearchPhase.NOTHING, SearchPhase.FAILED) and self.isVisible():
            self.focus_first()

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self._title.setText(self.tr("Search"))
        self.back.set_name(self.tr("Back (Esc)"))
        self.spoken.emit()

    def focus_first(self) -> None:
        """Put the keyboard on the first hit; without one on the way back or the next try."""
        shown = self._stack.currentWidget()
        target: QWidget = self.table
        if shown is self.nothing:
            target = self.back
        elif shown is self.failed:
            target = self.failed.retry
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the canvas."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("canvas"))

    def _show_rows(self, state: SearchState) -> None:
        self._panel.set_title(state.fact)
        place = max(self.table.currentIndex().row(), 0)
        self.table.cells.show(state.columns, state.rows)
        if not self.table.currentIndex().isValid():
            self.table.stand_on(min(place, len(state.rows) - 1))
            self.focus_first()

    def _build(self) -> None:
        head = Band(_HEADER)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self._title)
        row.addWidget(self._note, 1)
        self._panel = Panel(" ", icon="magnifying-glass", flush=True)
        self._panel.body.addWidget(self.table)
        for widget in (LoadingBars(), self.failed, self.nothing, self._panel):
            self._stack.addWidget(widget)
        # A stacked layout has no margins of its own.
        body = QVBoxLayout()
        body.setContentsMargins(16, 12, 16, 12)
        body.addLayout(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(body, 1)


def make_search_page(
    desk: Desk, officer: Officer, worker: Worker, text: str
) -> tuple[SearchPage, SearchPagePresenter]:
    """The page with its presenter, which belongs to it; call `presenter.open()` to search."""
    page = SearchPage()
    presenter = SearchPagePresenter(desk, officer, worker, text, parent=page)
    presenter.changed.connect(page.show_state)
    page.opened.connect(presenter.choose)
    page.close_requested.connect(presenter.close)
    page.retried.connect(presenter.open)
    page.spoken.connect(presenter.tell)
    return page, presenter
