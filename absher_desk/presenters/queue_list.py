"""The list of a queue: which query, how long, what went wrong, and news every two seconds."""

from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.queue_pages import Mark, QueueQuery, QueueTotals, latest_mark
from absher_desk.presenters.queue_reading import Counted, ReadAgain, count, read_again
from absher_desk.presenters.queue_table import QueueTableModel, Rows, read_window
from absher_desk.system.texts import KnownError
from absher_desk.system.worker import Worker

POLL_MS: Final = 2000


class QueueList(QObject):
    """Reads one queue and keeps it fresh while `set_visible`.

    `changed` whenever anything below is different, `refreshed` when it is read again, and
    `minute_passed` for words that depend on the time. `failure` is why nothing could be shown at
    all; `stale_since` since when what is shown could not be read again.
    """

    changed = Signal()
    refreshed = Signal()
    minute_passed = Signal()

    def __init__(
        self, desk: Desk, officer: Officer, worker: Worker, query: QueueQuery, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._officer, self._worker = desk, officer, worker
        self.query = query
        self.table = QueueTableModel(desk, officer, worker, self)
        self.totals: QueueTotals | None = None
        self.begun = False
        self.failure: KnownError | None = None
        self.stale_since: datetime | None = None
        self._mark: Mark | None = None
        self._minute = self._this_minute()
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self.look)
        self.table.failed.connect(self._read_failed)

    def set_visible(self, *, on: bool) -> None:
        """Look for news every two seconds while somebody looks, and at once."""
        if not on:
            self._poll.stop()
        elif not self._poll.isActive():
            self._poll.start()
            self.look() if self.begun else self._load()

    def look(self) -> None:
        """Read again if anything happened in the branch; say due times anew each minute."""
        if self._this_minute() != self._minute:
            self._minute = self._this_minute()
            self.table.tick()
            self.minute_passed.emit()
        self._worker.ask(
            lambda _: latest_mark(self._desk, self._officer),
            owner=self,
            on_result=self._marked,
            on_error=self._read_failed,
            key="mark",
        )

    def refresh(self) -> None:
        """Read again what is looked at, and the totals."""
        if self.table.query != self.query:  # nothing yet, or still the list before
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
        self.refreshed.emit()

    def retry(self) -> None:
        """Try once more after a failure."""
        self.failure = None
        self.changed.emit()
        self._load()

    def show_query(self, query: QueueQuery) -> None:
        """List something else, or in another order."""
        if query != self.query:
            self.query = query
            self.changed.emit()
            self._load()

    def _this_minute(self) -> datetime:
        return self._desk.now().replace(second=0, microsecond=0)

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
        self.begun = True
        self.failure = None
        self.table.begin(query, rows, len(rows))
        self.changed.emit()

    def _counted(self, counted: Counted) -> None:
        self._know(counted)
        self.table.set_total(counted.totals.matching)
        self.changed.emit()

    def _read_again(self, again: ReadAgain) -> None:
        self._know(again.counted)
        self.table.replace(again.counted.totals.matching, again.windows)
        self.changed.emit()

    def _know(self, counted: Counted) -> None:
        self._mark, self.totals = counted.mark, counted.totals
        self.stale_since = None

    def _marked(self, mark: Mark) -> None:
        if mark != self._mark:
            self.refresh()
        elif self.stale_since is not None:
            self.stale_since = None
            self.changed.emit()

    def _read_failed(self, error: KnownError) -> None:
        if not self.begun:
            self.failure = error
        elif self.stale_since is None:
            self.stale_since = self._desk.now()
        self._mark = None  # so that the next look reads everything again
        self.changed.emit()
