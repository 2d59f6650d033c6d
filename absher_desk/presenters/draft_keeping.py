"""Keeps what is entered for a request: saved a moment after the last change, and on leaving."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from absher_desk.operations.desk import Desk
from absher_desk.operations.drafts import save_draft
from absher_desk.operations.officer import Officer
from absher_desk.system.texts import KnownError
from absher_desk.system.worker import Worker

PAUSE_MS: Final = 400
_RETRY_MS: Final = 5000


class DraftKeeper(QObject):
    """Saves the draft of one request through the worker; `unsaved(bool)` tells how it stands.

    A save that fails is tried again every five seconds; `failed(error)` is told each time, so that
    the page can find out that the request is no longer the officer's and `stop`.
    """

    unsaved = Signal(bool)
    failed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        officer: Officer,
        worker: Worker,
        request_id: int,
        draft: Callable[[], Mapping[str, Any]],
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._save = partial(_save, desk, officer, request_id)
        self._worker, self._draft = worker, draft
        self._revision = self._saved = 0
        self._stopped = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.save_now)

    @property
    def is_unsaved(self) -> bool:
        """Whether something was entered that is not yet kept."""
        return self._revision != self._saved

    def touch(self) -> None:
        """Something was entered."""
        self._revision += 1
        if not self._stopped:
            self._timer.start(PAUSE_MS)
        self.unsaved.emit(self.is_unsaved)

    def save_now(self) -> None:
        """Keep it without waiting for the pause."""
        self._timer.stop()
        if self._stopped or not self.is_unsaved:
            return
        self._worker.change(
            partial(self._save, dict(self._draft())),
            owner=self,
            on_result=partial(self._kept, self._revision),
            on_error=self._not_kept,
        )

    def stop(self) -> None:
        """Save no more: the request is decided, or somebody else's."""
        self._stopped = True
        self._timer.stop()

    def settle(self) -> None:
        """The request is decided, and its draft has gone into the decision."""
        self.stop()
        self._saved = self._revision
        self.unsaved.emit(self.is_unsaved)

    def _kept(self, revision: int, _result: object) -> None:
        self._saved = max(self._saved, revision)
        self.unsaved.emit(self.is_unsaved)

    def _not_kept(self, error: KnownError) -> None:
        self.failed.emit(error)
        if not self._stopped:
            self._timer.start(_RETRY_MS)


def _save(
    desk: Desk, officer: Officer, request_id: int, draft: Mapping[str, Any], _task: object
) -> None:
    save_draft(desk, officer, request_id, draft)
