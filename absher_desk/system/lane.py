"""One thread that runs jobs strictly one after another."""

import itertools
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from absher_desk.system.task import Task


@dataclass(slots=True, eq=False)
class Job:
    """A function to run and, afterwards, how it ended."""

    function: Callable[[Task], Any]
    task: Task
    result: Any = None
    error: BaseException | None = None
    ran: bool = False

    def run(self) -> None:
        """Run the function and keep its end, whatever it is."""
        self.ran = True
        try:
            self.result = self.function(self.task)
        except BaseException as error:  # noqa: BLE001  # kept and told on the GUI thread
            self.error = error


class Lane(QObject):
    """Jobs in order on one thread; `ended` and `progressed` arrive on the thread of this object.

    The thread is a daemon of Python's and not a QThread: a reading that never returns then
    cannot abort the program at its exit, and tools that trace Python see it.
    """

    ended = Signal(object)
    progressed = Signal(object)
    _end_noticed = Signal(int)
    _progress_noticed = Signal(int)

    def __init__(self, name: str, *, skip_cancelled: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._skip_cancelled = skip_cancelled
        self._numbers = itertools.count()
        # Every job stays here until its end is told: only numbers cross over. So what a job's
        # function holds (widgets, often) is never freed on the lane's thread.
        self._jobs: dict[int, Job] = {}
        self._waiting: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._end_noticed.connect(self._tell_end, Qt.ConnectionType.QueuedConnection)
        self._progress_noticed.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Jobs whose end has not been told, in order."""
        return tuple(self._jobs.values())

    def add(self, function: Callable[[Task], Any]) -> Job:
        """Put a job at the end of the line."""
        number = next(self._numbers)
        job = Job(function, Task(lambda: self._progress_noticed.emit(number)))
        self._jobs[number] = job
        self._waiting.put(number)
        return job

    def close(self, patience: float | None) -> bool:
        """Take no more jobs and wait for those in line, at most `patience` seconds.

        False means that the running one did not end; it is left to itself.
        """
        self._waiting.put(None)
        self._thread.join(patience)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (number := self._waiting.get()) is not None:
            self._run(number)
            self._notice_end(number)

    def _run(self, number: int) -> None:
        job = self._jobs[number]
        if not (self._skip_cancelled and job.task.cancelled):
            job.run()

    def _notice_end(self, number: int) -> None:
        try:
            self._end_noticed.emit(number)
        except RuntimeError:
            # The lane's Qt side is gone: the program ended without waiting for this reading.
            return

    def _tell_end(self, number: int) -> None:
        self.ended.emit(self._jobs.pop(number))

    def _tell_progress(self, number: int) -> None:
        if number in self._jobs:
            self.progressed.emit(self._jobs[number])
