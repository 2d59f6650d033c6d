"""The queue page: what waits, in the order of its due times, and the request that is selected."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from absher_desk.catalogue.reasons import HOLD
from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.steps import RETURN
from absher_desk.presenters.queue_choices import ColleagueShown, ReasonQuestion
from absher_desk.presenters.queue_detail import REJECT, DetailState
from absher_desk.presenters.queue_page import QueuePagePresenter
from absher_desk.presenters.queue_state import QueuePageState
from absher_desk.presenters.queue_table import QueueTableModel
from absher_desk.system.worker import Worker
from absher_desk.views.attachment_viewer import view_attachment
from absher_desk.views.detail_pane import DetailPane
from absher_desk.views.kit import Band, EmptyState, FailedState, Keycap, LoadingBars, Text, View
from absher_desk.views.queue_header import HeadBand, QueueFilters, QueueHead
from absher_desk.views.queue_questions import ask_reason
from absher_desk.views.queue_table import QueueTable

FOOTER = 30
ROOM_FOR_PANE = 1200
"""Width of the page in px from which the pane stands beside the table unasked."""


class QueuePage(View):
    """Shows one queue. What the officer wants leaves as a signal.

    `looked_at(bool)` tells whether anybody looks; `reason_given(outcome, request, code, note,
    until)` answers `ask`.
    """

    take_next_requested = Signal()
    claim_requested = Signal()
    open_requested = Signal()
    release_requested = Signal()
    resume_requested = Signal()
    reason_requested = Signal(str)
    reason_given = Signal(str, object, str, str, str)
    assign_requested = Signal()
    colleague_chosen = Signal(int)
    attachment_requested = Signal(object)
    selection_told = Signal(object, object)
    tab_chosen = Signal(str)
    channel_chosen = Signal(str)
    service_chosen = Signal(str)
    text_typed = Signal(str)
    retry_requested = Signal()
    looked_at = Signal(bool)
    retranslated = Signal()

    def __init__(self, model: QueueTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = QueueHead()
        self.filters = QueueFilters()
        self.table = QueueTable(model)
        self.pane = DetailPane()
        self.empty = EmptyState()
        self.failed = FailedState()
        self.loading = LoadingBars(14)
        self.places = QStackedWidget()
        self.places.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._range = Text("", "meta")
        self._stale = Text("", "meta", tone="amber")
        self._hints: list[Text] = []
        self._pane_wanted: bool | None = None
        self.setFocusProxy(self.table)
        self._build()
        self._connect()
        self._bind_keys()
        self.retranslate()

    def show_state(self, state: QueuePageState) -> None:
        """Show the page; the rows come from the model."""
        self.head.show_state(state)
        self.filters.show_state(state)
        self.table.header.show_sort(state.sort, descending=state.descending)
        self.table.set_multiple(on=state.can_assign)
        self.table.leave_out(frozenset() if state.service.offers else frozenset({"service"}))
        self._stale.setText(state.stale)
        place: QWidget = self.table
        if state.failure is not None:
            self.failed.set(state.failure.fact, state.failure.sentence)
            place = self.failed
        elif state.empty is not None:
            self.empty.set(state.empty.fact, state.empty.sentence)
            place = self.empty
        elif state.loading:
            place = self.loading
        self._show_place(place)
        self._show_range()

    def show_detail(self, state: DetailState | None) -> None:
        """Show the selected request."""
        self.pane.show_detail(state)

    def ask(self, question: ReasonQuestion) -> None:
        """Ask for a reason."""
        ask_reason(question, self, self.reason_given.emit)

    def offer(self, colleagues: tuple[ColleagueShown, ...]) -> None:
        """Offer whom the selected requests could go to."""
        self.head.offer(colleagues)

    def toggle_pane(self) -> None:
        """Show or hide the details, whatever the width."""
        self._pane_wanted = self.pane.isHidden()
        self._place_pane()

    def focus_list(self) -> None:
        """Give the keyboard to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        words = (self.tr("Move"), self.tr("Open"), self.tr("Take selected"), self.tr("Filter"))
        for hint, word in zip(self._hints, words, strict=True):
            hint.setText(word)
        self.table.setAccessibleName(self.tr("Requests of the queue"))
        self._show_range()
        self.retranslated.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks: read anew."""
        super().showEvent(event)
        self.looked_at.emit(True)  # noqa: FBT003 (a signal)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: rest."""
        super().hideEvent(event)
        self.looked_at.emit(False)  # noqa: FBT003 (a signal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the pane before the table has to yield."""
        super().resizeEvent(event)
        self._place_pane()

    def changeEvent(self, event: QEvent) -> None:
        """The header is painted: it follows the direction by itself, its widths do not."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.table.fit_columns()

    # --- Building ------------------------------------------------------------------------------

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        for place in (self.table, self.empty, self.failed, self.loading):
            self.places.addWidget(place)
        column.addWidget(HeadBand(self.head, self.filters))
        column.addWidget(self.places, 1)
        column.addWidget(self._footer())
        across.addLayout(column, 1)
        across.addWidget(self.pane)

    def _footer(self) -> Band:
        footer = Band(FOOTER, line="top")
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self._range)
        row.addSpacing(12)
        row.addWidget(self._stale)
        row.addStretch(1)
        for keys in (("↑", "↓"), ("Enter",), ("F4",), ("Ctrl+F",)):
            hint = Text("", "meta")
            self._hints.append(hint)
            for key in keys:
                row.addWidget(Keycap(key))
            row.addWidget(hint)
            row.addSpacing(8)
        return footer

    def _connect(self) -> None:
        self.head.take_next_requested.connect(self.take_next_requested)
        self.head.assign_requested.connect(self.assign_requested)
        self.head.colleague_chosen.connect(self.colleague_chosen)
        self.filters.tab_chosen.connect(self.tab_chosen)
        self.filters.channel_chosen.connect(self.channel_chosen)
        self.filters.service_chosen.connect(self.service_chosen)
        self.filters.text_typed.connect(self.text_typed)
        self.filters.left.connect(self.focus_list)
        self.filters.pane_toggled.connect(self.toggle_pane)
        self.table.opened.connect(lambda _: self.open_requested.emit())
        self.table.selection_told.connect(self.selection_told)
        self.table.verticalScrollBar().valueChanged.connect(self._show_range)
        self.table.verticalScrollBar().rangeChanged.connect(self._show_range)
        self.pane.claim_requested.connect(self.claim_requested)
        self.pane.open_requested.connect(self.open_requested)
        self.pane.release_requested.connect(self.release_requested)
        self.pane.resume_requested.connect(self.resume_requested)
        self.pane.reason_requested.connect(self.reason_requested)
        self.pane.attachment_requested.connect(self.attachment_requested)
        self.failed.retried.connect(self.retry_requested)

    def _bind_keys(self) -> None:
        """F5 is bound by its button; these hold also while the pane is folded away."""
        for key, act in (
            ("F4", self.claim_requested.emit),
            ("Ctrl+F", self.filters.focus_field),
            ("F6", lambda: self.reason_requested.emit(RETURN)),
            ("F8", lambda: self.reason_requested.emit(REJECT)),
            ("Shift+F6", lambda: self.reason_requested.emit(HOLD)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    # --- Showing -------------------------------------------------------------------------------

    def _show_place(self, place: QWidget) -> None:
        """The keyboard stays with the list: Qt would hand it to the next button."""
        if self.places.currentWidget() is place:
            return
        inside = self.places.isAncestorOf(self._focused())
        if inside and place is not self.table:
            self.places.setFocus(Qt.FocusReason.OtherFocusReason)
        self.places.setCurrentWidget(place)
        if place is self.failed and inside:
            self.failed.retry.setFocus(Qt.FocusReason.OtherFocusReason)
        if place is self.table and (inside or self._is_unheld()):
            self.focus_list()

    def _is_unheld(self) -> bool:
        """Whether nothing has the keyboard, or what stood in the list's place had it."""
        return self._focused() in (self, self.places)

    def _focused(self) -> QWidget:
        """What has the keyboard; the page itself for nothing."""
        holder: QWidget | None = self.window().focusWidget()
        return self if holder is None else holder

    def _show_range(self) -> None:
        first, last = self.table.visible_range()
        total = self.table.model().rowCount()
        words = self.tr("Rows {first} to {last} of {total}")
        shown = words.format(first=first, last=last, total=f"{total:,}")
        self._range.setText(shown if total else "")

    def _place_pane(self) -> None:
        wanted = self._pane_wanted
        roomy = self.width() >= ROOM_FOR_PANE
        self.pane.setVisible(roomy if wanted is None else wanted)


def make_queue_page(
    desk: Desk, officer: Officer, worker: Worker, queue: str
) -> tuple[QueuePage, QueuePagePresenter]:
    """A page for a queue and its presenter, wired; the presenter is owned by the page."""
    presenter = QueuePagePresenter(desk, officer, worker, queue)
    page = QueuePage(presenter.table)
    presenter.setParent(page)
    presenter.changed.connect(page.show_state)
    presenter.detail_changed.connect(page.show_detail)
    presenter.reason_asked.connect(page.ask)
    presenter.colleagues_offered.connect(page.offer)
    page.take_next_requested.connect(presenter.take_next)
    page.claim_requested.connect(presenter.claim_selected)
    page.open_requested.connect(presenter.open_selected)
    page.release_requested.connect(presenter.release)
    page.resume_requested.connect(presenter.resume)
    page.reason_requested.connect(presenter.ask_reason)
    page.reason_given.connect(presenter.give_reason)
    page.assign_requested.connect(presenter.offer_colleagues)
    page.colleague_chosen.connect(presenter.assign)
    page.attachment_requested.connect(presenter.open_attachment)
    presenter.attachment_requested.connect(
        lambda item: view_attachment(desk, officer, worker, item, parent=page)
    )
    page.selection_told.connect(presenter.select)
    page.tab_chosen.connect(presenter.set_tab)
    page.channel_chosen.connect(presenter.set_channel)
    page.service_chosen.connect(presenter.set_service)
    page.text_typed.connect(presenter.set_text)
    page.retry_requested.connect(presenter.retry)
    page.looked_at.connect(lambda on: presenter.set_visible(on=on))
    page.retranslated.connect(presenter.retell)
    page.show_state(presenter.state())
    return page, presenter
