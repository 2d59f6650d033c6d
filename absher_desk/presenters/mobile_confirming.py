"""The applicant dictates the code: digits are gathered, and the last one asks if it is right."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from absher_desk.operations.codes import confirm_code, send_code
from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.standards.digits import normalise
from absher_desk.system.texts import KnownError
from absher_desk.system.worker import Worker


class MobileConfirming(QObject):
    """Sends and confirms the code of one request; the digits are in memory only.

    `answered` follows every sending and confirming, however it went: what came of it is to be read
    again, and `rest` called then. `refused(error)` comes before it when there was a fault.
    """

    answered = Signal()
    refused = Signal(object)

    def __init__(
        self, desk: Desk, officer: Officer, worker: Worker, request_id: int, *, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._worker = desk, worker
        self._who = (desk, officer, request_id)
        self.typed = self.error = ""
        self.under_way = False

    def send(self) -> None:
        """Send a code, or a new one; not while an answer is awaited."""
        if not self.under_way:
            self.typed = self.error = ""
            self._ask(partial(_send, *self._who))

    def add(self, text: str) -> None:
        """Add dictated digits (either script, grouped or not); the last one confirms at once."""
        digits = "".join(c for c in normalise(text) if c.isdigit())
        if not digits or self.under_way:
            return
        length = self._desk.setting("otp.digits")
        self.error = ""
        self.typed = (self.typed + digits)[:length]
        if len(self.typed) == length:
            self._ask(partial(_confirm, *self._who, self.typed))

    def erase(self) -> None:
        """Take the last dictated digit back."""
        if not self.under_way:
            self.typed = self.typed[:-1]

    def rest(self) -> None:
        """What was asked shows by now: empty boxes, and the officer may go on."""
        self.typed, self.under_way = "", False

    def _ask(self, work: Callable[[Any], object]) -> None:
        self.under_way = True
        self._worker.change(work, owner=self, on_error=self._refused, on_end=self._ended)

    def _refused(self, error: KnownError) -> None:
        self.refused.emit(error)

    def _ended(self) -> None:
        self.answered.emit()


def _send(desk: Desk, officer: Officer, request_id: int, _task: object) -> None:
    send_code(desk, officer, request_id)


def _confirm(desk: Desk, officer: Officer, request_id: int, typed: str, _task: object) -> None:
    confirm_code(desk, officer, request_id, typed)
