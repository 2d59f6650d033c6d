"""What a function in the background sees of its own work: progress to tell, a wish to stop."""

import threading
from collections.abc import Callable
from typing import NamedTuple

from absher_desk.operations.errors import DeskError


class Cancelled(DeskError):
    """The work stopped because somebody asked it to."""

    def __init__(self) -> None:
        super().__init__("work.cancelled")


class Progress(NamedTuple):
    """How far the work is: `value` of `total` (0 when the end is not known), and a word on it."""

    value: int
    total: int
    text: str


class Task:
    """Handed to the function by the worker, and to the caller for `cancel`. Safe across threads."""

    def __init__(self, announce: Callable[[], None] = lambda: None) -> None:
        self._announce = announce
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._latest: Progress | None = None

    @property
    def cancelled(self) -> bool:
        """Whether the work should stop as soon as it can do so cleanly."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; it ends when its function looks."""
        self._cancelled.set()

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` if the work should stop."""
        if self.cancelled:
            raise Cancelled

    def progress(self, value: int, total: int = 0, text: str = "") -> None:
        """Tell how far the work is, as often as is convenient.

        Only the latest is kept until it is shown, so a million calls do not fill the queue.
        """
        with self._lock:
            already_announced = self._latest is not None
            self._latest = Progress(value, total, text)
        if not already_announced:
            self._announce()

    def take_progress(self) -> Progress | None:
        """The latest progress not yet taken; the worker's side of `progress`."""
        with self._lock:
            latest, self._latest = self._latest, None
        return latest
