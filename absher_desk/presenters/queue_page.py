"""The presenter of a queue: what is listed, what is selected, what may be done with it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from absher_desk.catalogue.reasons import HOLD, load_reasons
from absher_desk.operations.colleagues import Colleague, list_colleagues
from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.queue_pages import (
    QueueQuery,
    QueueSort,
    QueueTab,
)
from absher_desk.operations.request_file import RequestFile, open_request
from absher_desk.operations.rights import Right
from absher_desk.operations.steps import RETURN
from absher_desk.presenters.queue_acts import QueueActs, Until
from absher_desk.presenters.queue_choices import QueueChoices, may_take
from absher_desk.presenters.queue_detail import REJECT, DetailWords, allowed
from absher_desk.presenters.queue_list import QueueList
from absher_desk.presenters.queue_state import Notice, QueuePageState
from absher_desk.presenters.request_state import ShownEvidence
from absher_desk.presenters.time_words import clock_time
from absher_desk.presenters.wording import Wording, in_language, language
from absher_desk.system.texts import Texts
from absher_desk.system.worker import Worker


class QueuePagePresenter(QObject):
    """One queue for one officer. Views call its intents and follow its signals.

    `changed(QueuePageState)`, `detail_changed(DetailState | None)`; `request_opened(id)` and
    `attachment_requested(ShownEvidence)`; `message(tone, title, text)` for the window's strip;
    `reason_asked(ReasonQuestion)` and `colleagues_offered(tuple[ColleagueShown, ...])` for the
    page's own questions.
    """

    changed = Signal(object)
    detail_changed = Signal(object)
    request_opened = Signal(object)
    attachment_requested = Signal(object)
    message = Signal(str, str, str)
    reason_asked = Signal(object)
    colleagues_offered = Signal(object)

    def __init__(
        self,
        desk: Desk,
        officer: Officer,
        worker: Worker,
        queue: str,
        *,
        texts: Texts | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._officer, self._worker = desk, officer, worker
        self._texts = texts or Texts()
        self.list = QueueList(desk, officer, worker, QueueQuery(queue=queue), self)
        self.table = self.list.table
        self._choices = QueueChoices(desk.catalogue, queue, load_reasons(), self)
        self._wording = Wording(self)
        self._words = DetailWords(desk, officer, self._texts, self)
        self._acts = QueueActs(desk, officer, worker, self._texts, self)
        self._selected: tuple[int, ...] = ()
        self._current: int | None = None
        self._file: RequestFile | None = None
        self._connect()

    def _connect(self) -> None:
        self.list.changed.connect(self._tell)
        self.list.refreshed.connect(self._ask_detail)
        self.list.minute_passed.connect(self._tell_detail)
        self.table.sort_requested.connect(self.sort_by)
        self._acts.done.connect(self.list.refresh)
        self._acts.opened.connect(self.request_opened)
        self._acts.message.connect(self.message)

    # --- The list ------------------------------------------------------------------------------

    @property
    def query(self) -> QueueQuery:
        """What is listed, and in which order."""
        return self.list.query

    def set_visible(self, *, on: bool) -> None:
        """Look for news while the page is on the screen."""
        self.list.set_visible(on=on)

    def look(self) -> None:
        """Read again if anything happened in the branch."""
        self.list.look()

    def retry(self) -> None:
        """Try once more after a failure."""
        self.list.retry()

    def set_tab(self, tab: str) -> None:
        """Narrow to a tab."""
        self.list.show_query(replace(self.query, tab=QueueTab(tab)))

    def set_channel(self, key: str) -> None:
        """Narrow to a channel; empty for all."""
        self.list.show_query(replace(self.query, source=key or None))

    def set_service(self, code: str) -> None:
        """Narrow to a service; empty for all."""
        self.list.show_query(replace(self.query, service=code or None))

    def set_text(self, text: str) -> None:
        """Narrow to a name, an ID number or a request number as it is typed."""
        self.list.show_query(replace(self.query, text=text.strip()))

    def sort_by(self, sort: QueueSort, descending: bool) -> None:  # noqa: FBT001 (Qt's signal)
        """List in another order."""
        self.list.show_query(replace(self.query, sort=sort, descending=descending))

    # --- What is selected ----------------------------------------------------------------------

    def select(self, request_ids: tuple[int, ...], current: int | None) -> None:
        """These rows are selected; `current` is the one the pane shows."""
        self._selected = request_ids
        if current != self._current:
            self._current = current
            self._ask_detail()

    def open_selected(self) -> None:
        """Go to the selected request; a free one that is his to do is taken on the way."""
        if self._current is not None:
            self._acts.open(self._current)

    def open_attachment(self, attachment_id: int) -> None:
        """Show a piece of evidence of the request in the pane."""
        papers = () if self._file is None else self._words.state(self._file).papers
        for paper in papers:
            if paper.id == attachment_id:
                self.attachment_requested.emit(
                    ShownEvidence(
                        title=paper.title,
                        note=paper.note,
                        attachment_id=paper.id,
                        media_type=paper.media_type,
                    )
                )

    # --- Acts ----------------------------------------------------------------------------------

    def take_next(self) -> None:
        """Take the most urgent request that he may do, and open it."""
        if may_take(self._officer, self._desk.catalogue, self.query.queue):
            self._acts.take_next(self.query.queue)

    def claim_selected(self) -> None:
        """Take the selected request and stay in the list."""
        if self._current is not None and self._officer.may(Right.WORK):
            self._acts.claim(self._current)

    def release(self) -> None:
        """Give the selected request back."""
        if self._current is not None:
            self._acts.release(self._current)

    def resume(self) -> None:
        """Take up the selected request, which was held or returned."""
        if self._current is not None:
            self._acts.resume(self._current)

    def ask_reason(self, outcome: str) -> None:
        """Ask why, before `return`, `reject` or `hold` of the selected request."""
        file = self._file
        if file is None or file.request_id != self._current:
            return
        may = allowed(self._officer, self._desk.catalogue, file)
        if {RETURN: may.return_, REJECT: may.reject, HOLD: may.hold}[outcome]:
            self.reason_asked.emit(self._choices.question(outcome, file.request_id))
        else:
            take_it = self.tr("Take the request with F4, then decide.")
            self.message.emit("amber", self.tr("Not in your hands"), take_it)

    def give_reason(
        self, outcome: str, request_id: int, code: str, note: str, until: str = Until.ANSWERED
    ) -> None:
        """The answer to `reason_asked`: now it is done."""
        reason = self._choices.reason_text(code, note)
        if outcome == HOLD:
            self._acts.hold(request_id, reason, Until(until))
        elif outcome == RETURN:
            self._acts.return_(request_id, reason)
        else:
            self._acts.reject(request_id, reason)

    def offer_colleagues(self) -> None:
        """Ask whom the selected requests could go to."""
        if self._selected and self._officer.may(Right.ASSIGN):
            self._worker.ask(
                lambda _: list_colleagues(self._desk, self._officer),
                owner=self,
                on_result=self._offer,
                key="colleagues",
            )

    def assign(self, staff_id: int) -> None:
        """Give the selected requests to a colleague."""
        self._acts.assign(self._selected, staff_id)

    # --- Reading -------------------------------------------------------------------------------

    def _ask_detail(self) -> None:
        request_id = self._current
        if request_id is None or not self._officer.may(Right.READ_REQUESTS):
            self._file = None
            self._tell_detail()
            return
        self._worker.ask(
            lambda _: open_request(self._desk, self._officer, request_id),
            owner=self,
            on_result=self._opened,
            on_error=lambda _: self._opened(None),
            key="detail",
        )

    def _opened(self, file: RequestFile | None) -> None:
        self._file = file
        self._tell_detail()

    def _offer(self, found: tuple[Colleague, ...]) -> None:
        self.colleagues_offered.emit(self._choices.colleagues(found))

    # --- Telling -------------------------------------------------------------------------------

    def retell(self) -> None:
        """Say everything again, in the language that is now in force."""
        last = self.table.columnCount() - 1
        self.table.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        self.table.tick()
        self._tell()
        self._tell_detail()

    def state(self) -> QueuePageState:
        """The page as of now."""
        totals, query, queue = self.list.totals, self.query, self.query.queue
        known = self.list.begun and totals is not None
        in_time = None if totals is None else totals.all - totals.overdue - totals.due_today
        return QueuePageState(
            title=in_language(self._desk.catalogue.queue(queue).title),
            count=self._wording.requests(totals.all) if totals else "",
            overdue=totals.overdue if totals else None,
            due_today=totals.due_today if totals else None,
            in_time=in_time,
            tabs=self._choices.tabs(totals),
            tab=query.tab,
            channel=self._choices.channels(query.source or ""),
            service=self._choices.services(query.service or ""),
            sort=query.sort,
            descending=query.descending,
            loading=not self.list.begun and self.list.failure is None,
            empty=self._empty() if known and not self.table.rowCount() else None,
            failure=self._failed(),
            stale=self._stale(),
            total=self.table.rowCount(),
            can_take_next=may_take(self._officer, self._desk.catalogue, queue),
            can_assign=self._officer.may(Right.ASSIGN),
        )

    def _tell(self) -> None:
        self.changed.emit(self.state())

    def _tell_detail(self) -> None:
        file = self._file
        shown = file is not None and file.request_id == self._current
        self.detail_changed.emit(self._words.state(file) if shown and file else None)

    def _empty(self) -> Notice:
        if self.query.narrowed:
            step = self.tr("Remove the filter, or wait for a new request.")
            return Notice(fact=self.tr("No request matches"), sentence=step)
        step = self.tr("New requests appear here by themselves.")
        return Notice(fact=self.tr("No requests in this queue"), sentence=step)

    def _failed(self) -> Notice | None:
        if self.list.failure is None:
            return None
        both = self._texts.each(self.list.failure)[0]
        reason = both.ar if language() == "ar" else both.en
        return Notice(fact=self.tr("The queue did not load"), sentence=reason)

    def _stale(self) -> str:
        since = self.list.stale_since
        if since is None:
            return ""
        return self.tr("Not refreshed since {time}").format(time=clock_time(since))
