"""The background worker: `ask` to read, `change` to write, so that widgets never wait."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Signal

from absher_desk.system.asker import Asker, Callback, Callbacks
from absher_desk.system.lane import Job, Lane
from absher_desk.system.task import Cancelled, Progress, Task
from absher_desk.system.texts import KnownError

T = TypeVar("T")
OnError = Callable[[KnownError], object]
OnProgress = Callable[[Progress], object]
OnEnd = Callable[[], object]

_ASKS_PATIENCE = 2.0  # seconds at shutdown for the reading that is under way


def log_unexpected(error: BaseException) -> str:
    """See `log.log_unexpected`; imported with the first fault, not with the first window."""
    from absher_desk.system import log  # noqa: PLC0415

    return log.log_unexpected(error)


class Worker(QObject):
    """Runs functions off the GUI thread and brings their end back to it.

    Readings run one after another on one thread, changes on another. `failed(error, reference)`
    is the one default error path: for a `KnownError` the reference is empty, any other has been
    logged under it. Belongs to the thread that made it and is called from there only; a call from
    elsewhere, or after `shutdown`, raises RuntimeError.
    """

    failed = Signal(object, str)
    busy = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asks = Lane("desk-asks", skip_cancelled=True, parent=self)
        self._changes = Lane("desk-changes", skip_cancelled=False, parent=self)
        self._askers: dict[Job, Asker] = {}
        self._open = True
        self._asks.ended.connect(self._ask_ended)
        self._changes.ended.connect(self._change_ended)
        for lane in (self._asks, self._changes):
            lane.progressed.connect(self._progressed)

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way or waiting."""
        return bool(self._askers)

    def ask(
        self,
        function: Callable[[Task], T],
        *,
        owner: QObject,
        on_result: Callable[[T], object],
        on_error: OnError | None = None,
        on_progress: OnProgress | None = None,
        on_end: OnEnd | None = None,
        key: Hashable = None,
    ) -> Task:
        """Read in the background.

        The answer is dropped if `owner` is gone, or has asked again with the same `key` (None is
        never the same). `on_error` takes known errors in place of `failed`; unknown ones always
        go to `failed`. `on_end` is called last, whichever way it went. Cancelled work ends with
        `Cancelled`, which only `on_error` is told.
        """
        self._must_take_work()
        for job in self._asks.jobs:
            if self._askers[job].is_same(owner, key):
                self._askers[job].stale = True
                job.task.cancel()
        callbacks = Callbacks(on_result, on_error, on_progress, on_end)
        return self._add(self._asks, function, Asker(owner, key, callbacks))

    def change(
        self,
        function: Callable[[Task], T],
        *,
        owner: QObject,
        on_result: Callable[[T], object] | None = None,
        on_error: OnError | None = None,
        on_progress: OnProgress | None = None,
        on_end: OnEnd | None = None,
    ) -> Task:
        """Write in the background; always run, in the order of the calls. Otherwise as `ask`.

        If `owner` is gone the result is told nobody, but an error still reaches `failed`.
        """
        self._must_take_work()
        callbacks = Callbacks(on_result, on_error, on_progress, on_end)
        return self._add(self._changes, function, Asker(owner, None, callbacks))

    def shutdown(self) -> bool:
        """Cancel readings, wait for all changes and tell their ends; take nothing more.

        False means that a reading did not stop in time and was left to itself.
        """
        if not self._open:
            return True
        self._open = False
        for job in self._asks.jobs:
            job.task.cancel()
        self._changes.close(patience=None)
        stopped = self._asks.close(patience=_ASKS_PATIENCE)
        for lane in (self._changes, self._asks):
            QCoreApplication.sendPostedEvents(lane, QEvent.Type.MetaCall.value)
        return stopped

    def _must_take_work(self) -> None:
        if QThread.currentThread() != self.thread():
            raise RuntimeError("the worker is called from another thread than its own")
        if not self._open:
            raise RuntimeError("the worker is shut down")

    def _add(self, lane: Lane, function: Callable[[Task], Any], asker: Asker) -> Task:
        was_busy = self.is_busy
        job = lane.add(function)
        self._askers[job] = asker
        if not was_busy:
            self.busy.emit(self.is_busy)
        return job.task

    def _progressed(self, job: Job) -> None:
        progress = job.task.take_progress()
        asker = self._askers[job]
        if progress is not None and not asker.unreachable:
            self._call(asker.callback("on_progress"), progress)

    def _ask_ended(self, job: Job) -> None:
        asker = self._askers.pop(job)
        if not asker.unreachable:
            self._tell(job, asker)
        elif job.error is not None and not isinstance(job.error, KnownError):
            # Nobody waits for it, yet a fault in the program has to be findable.
            log_unexpected(job.error)
        self._tell_idle()

    def _change_ended(self, job: Job) -> None:
        asker = self._askers.pop(job)
        self._tell(job, asker)
        self._tell_idle()

    def _tell(self, job: Job, asker: Asker) -> None:
        error = job.error if job.ran else Cancelled()
        if error is None:
            self._call(asker.callback("on_result"), job.result)
        else:
            self._tell_error(error, asker.callback("on_error"))
        self._call(asker.callback("on_end"))

    def _tell_error(self, error: BaseException, on_error: Callback) -> None:
        if on_error is not None and isinstance(error, KnownError):
            self._call(on_error, error)
        elif not isinstance(error, Cancelled):
            self._fail(error)

    def _call(self, callback: Callback, *values: object) -> None:
        """Call on the GUI thread; an error there takes the default path too."""
        if callback is None:
            return
        try:
            callback(*values)
        except Exception as error:  # noqa: BLE001  # told and logged by _fail
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        reference = "" if isinstance(error, KnownError) else log_unexpected(error)
        self.failed.emit(error, reference)

    def _tell_idle(self) -> None:
        if not self.is_busy:
            self.busy.emit(self.is_busy)
