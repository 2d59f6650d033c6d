"""The presenter of a queue: what is listed, what is selected, what may be done with it."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from absher_desk.catalogue.reasons import HOLD, load_reasons
from absher_desk.operations.colleagues import Colleague, list_colleagues
from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.queue_pages import (
    Mark,
    QueueQuery,
    QueueSort,
    QueueTab,
    QueueTotals,
    latest_mark,
)
from absher_desk.operations.request_file import RequestFile, open_request
from absher_desk.operations.rights import Right
from absher_desk.operations.steps import RETURN
from absher_desk.presenters.queue_acts import QueueActs, Until
from absher_desk.presenters.queue_choices import QueueChoices, may_take
from absher_desk.presenters.queue_detail import REJECT, DetailWords, allowed
from absher_desk.presenters.queue_reading import Counted, ReadAgain, count, read_again
from absher_desk.presenters.queue_state import Notice, QueuePageState
from absher_desk.presenters.queue_table import QueueTableModel, Rows, read_window
from absher_desk.presenters.time_words import clock_time
from absher_desk.presenters.wording import Wording, in_language, language
from absher_desk.system.texts import KnownError, Texts
from absher_desk.system.worker import Worker

POLL_MS: Final = 2000


class QueuePagePresenter(QObject):
    """One queue for one officer. Views call its intents and follow its signals.

    `changed(QueuePageState)`, `detail_changed(DetailState | None)`; `request_opened(id)` and
    `attachment_requested(id)` for the window; `message(tone, title, text)` for its strip;
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
        self.query = QueueQuery(queue=queue)
        self.table = QueueTableModel(desk, officer, worker, self)
        self._choices = QueueChoices(desk.catalogue, queue, load_reasons(), self)
        self._wording = Wording(self)
        self._words = DetailWords(desk, officer, self._texts, self)
        self._acts = QueueActs(desk, officer, worker, self._texts, self)
        self._totals: QueueTotals | None = None
        self._mark: Mark | None = None
        self._begun = False
        self._failure: KnownError | None = None
        self._stale_since: datetime | None = None
        self._selected: tuple[int, ...] = ()
        self._current: int | None = None
        self._file: RequestFile | None = None
        self._minute = desk.now().replace(second=0, microsecond=0)
        self._poll = QTimer(self, interval=POLL_MS)
        self._connect()

    def _connect(self) -> None:
        self._poll.timeout.connect(self.look)
        self._acts.done.connect(self.refresh)
        self._acts.opened.connect(self.request_opened)
        self._acts.message.connect(self.message)
        self.table.failed.connect(self._window_failed)
        self.table.sort_requested.connect(self.sort_by)

    # --- The list ------------------------------------------------------------------------------

    def set_visible(self, *, on: bool) -> None:
        """Look for news every two seconds while the page is on the screen, and at once."""
        if on and not self._poll.isActive():
            self._poll.start()
            self.look() if self._begun else self._load()
        elif not on:
            self._poll.stop()

    def look(self) -> None:
        """Read again if anything happened in the branch; say due times anew each minute."""
        minute = self._desk.now().replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self.table.tick()
            self._tell_detail()
        self._worker.ask(
            lambda _: latest_mark(self._desk, self._officer),
            owner=self,
            on_result=self._marked,
            on_error=self._read_failed,
            key="mark",
        )

    def refresh(self) -> None:
        """Read again what is looked at, the totals, and the selected request."""
        if not self._begun:
            self._load()
            return
        desk, officer, query = self._desk, self._officer, self.query
        numbers = self.table.recent_windows()
        self._worker.ask(
            lambda task: read_again(desk, officer, query, numbers, task),
            owner=self,
            on_result=self._read_again,
            on_error=self._read_failed,
            key="rows",
        )
        self._ask_detail()

    def retry(self) -> None:
        """Try once more after a failure."""
        self._failure = None
        self._tell()
        self._load()

    def set_tab(self, tab: str) -> None:
        """Narrow to a tab."""
        self._list(replace(self.query, tab=QueueTab(tab)))

    def set_channel(self, key: str) -> None:
        """Narrow to a channel; empty for all."""
        self._list(replace(self.query, source=key or None))

    def set_service(self, code: str) -> None:
        """Narrow to a service; empty for all."""
        self._list(replace(self.query, service=code or None))

    def set_text(self, text: str) -> None:
        """Narrow to a name, an ID number or a request number as it is typed."""
        self._list(replace(self.query, text=text.strip()))

    def sort_by(self, sort: QueueSort, descending: bool) -> None:  # noqa: FBT001 (Qt's signal)
        """List in another order."""
        self._list(replace(self.query, sort=sort, descending=descending))

    # --- What is selected ----------------------------------------------------------------------

    def select(self, request_ids: tuple[int, ...], current: int | None) -> None:
        """These rows are selected; `current` is the one the pane shows."""
        self._selected = request_ids
        if current != self._current:
            self._current = current
            self._ask_detail()

    def open_selected(self) -> None:
        """Go to the selected request."""
        if self._current is not None:
            self.request_opened.emit(self._current)

    def open_attachment(self, attachment_id: int) -> None:
        """Show a piece of evidence."""
        self.attachment_requested.emit(attachment_id)

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

    def _list(self, query: QueueQuery) -> None:
        if query != self.query:
            self.query = query
            self._tell()
            self._load()

    def _load(self) -> None:
        """The first window before the count: a million rows are counted slower than shown."""
        desk, officer, query = self._desk, self._officer, self.query
        self._worker.ask(
            lambda task: read_window(desk, officer, query, number=0, total=0, task=task),
            owner=self,
            on_result=partial(self._begin, query),
            on_error=self._read_failed,
            key="rows",
        )
        self._worker.ask(
            lambda task: count(desk, officer, query, task),
            owner=self,
            on_result=self._counted,
            on_error=self._read_failed,
            key="totals",
        )

    def _begin(self, query: QueueQuery, rows: Rows) -> None:
        self._begun = True
        self._failure = None
        self.table.begin(query, rows, len(rows))
        self._tell()

    def _counted(self, counted: Counted) -> None:
        self._know(counted)
        self.table.set_total(counted.totals.matching)
        self._tell()

    def _read_again(self, again: ReadAgain) -> None:
        self._know(again.counted)
        self.table.replace(again.counted.totals.matching, again.windows)
        self._tell()

    def _know(self, counted: Counted) -> None:
        self._mark, self._totals = counted.mark, counted.totals
        self._stale_since = None

    def _marked(self, mark: Mark) -> None:
        if mark != self._mark:
            self.refresh()
        elif self._stale_since is not None:
            self._stale_since = None
            self._tell()

    def _read_failed(self, error: KnownError) -> None:
        if not self._begun:
            self._failure = error
        elif self._stale_since is None:
            self._stale_since = self._desk.now()
        self._mark = None
        self._tell()

    def _window_failed(self, error: KnownError) -> None:
        self._read_failed(error)

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
        totals, query, queue = self._totals, self.query, self.query.queue
        known = self._begun and totals is not None
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
            loading=not self._begun and self._failure is None,
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
        if self._failure is None:
            return None
        both = self._texts.each(self._failure)[0]
        reason = both.ar if language() == "ar" else both.en
        return Notice(fact=self.tr("The queue did not load"), sentence=reason)

    def _stale(self) -> str:
        if self._stale_since is None:
            return ""
        return self.tr("Not refreshed since {time}").format(time=clock_time(self._stale_since))
