"""What an officer does with the requests of a queue; each act runs in the background, in order."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, time, timedelta
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal

from absher_desk.operations.assignment import assign
from absher_desk.operations.claims import Claim, claim, claim_next, release
from absher_desk.operations.decisions import decide
from absher_desk.operations.desk import BRANCH_ZONE, Desk, day_of
from absher_desk.operations.errors import Conflict
from absher_desk.operations.officer import Officer
from absher_desk.operations.parking import hold, resume
from absher_desk.operations.request_file import open_request
from absher_desk.operations.steps import RETURN
from absher_desk.presenters.queue_detail import REJECT, allowed
from absher_desk.presenters.wording import Wording, language
from absher_desk.system.task import Task
from absher_desk.system.texts import KnownError, Texts
from absher_desk.system.worker import Worker

_MORNING = time(8)


class Until(StrEnum):
    """How long a request is held."""

    ANSWERED = "answered"
    TWO_HOURS = "two-hours"
    TOMORROW = "tomorrow"

    def moment(self, now: datetime) -> datetime | None:
        """The end as a moment; None while only somebody's word ends it."""
        if self is Until.TWO_HOURS:
            return now + timedelta(hours=2)
        if self is Until.TOMORROW:
            return datetime.combine(day_of(now) + timedelta(days=1), _MORNING, BRANCH_ZONE)
        return None


class QueueActs(QObject):
    """The acts of one officer. `done` after each, also a refused one: the list may be old.

    `opened(request_id)` when a request was taken or is to be read; `message(tone, title, text)`
    for what he should be told.
    """

    done = Signal()
    opened = Signal(object)
    message = Signal(str, str, str)

    def __init__(
        self, desk: Desk, officer: Officer, worker: Worker, texts: Texts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._officer, self._worker, self._texts = desk, officer, worker, texts
        self._wording = Wording(self)
        self._taking = False

    def take_next(self, queue: str) -> None:
        """Claim the most urgent and open it; a second press while one is under way does nothing."""
        if self._taking:
            return
        self._taking = True
        self._worker.change(
            lambda _: claim_next(self._desk, self._officer, queue),
            owner=self,
            on_result=self._taken,
            on_error=self._refused,
            on_end=self._taking_ended,
        )

    def open(self, request_id: int) -> None:
        """Open one request: a free one that is his to do is taken on the way, others are read."""
        if self._taking:
            return
        self._taking = True
        self._worker.change(
            lambda _: self._take_if_free(request_id),
            owner=self,
            on_result=lambda _: self.opened.emit(request_id),
            on_error=self._refused,
            on_end=self._taking_ended,
        )

    def _take_if_free(self, request_id: int) -> None:
        file = open_request(self._desk, self._officer, request_id)
        if allowed(self._officer, self._desk.catalogue, file).begin:
            with suppress(Conflict):  # a colleague was faster: he reads who has it
                claim(self._desk, self._officer, request_id)

    def claim(self, request_id: int) -> None:
        """Claim one request and leave it in the list."""
        self._change(lambda _: claim(self._desk, self._officer, request_id))

    def release(self, request_id: int) -> None:
        """Give it back."""
        said = self.tr("The request is back in the queue; what was entered stays with it.")
        self._change(lambda _: release(self._desk, self._officer, request_id), said)

    def resume(self, request_id: int) -> None:
        """Take up what was held or returned."""
        said = self.tr("The request can be taken again.")
        self._change(lambda _: resume(self._desk, self._officer, request_id), said)

    def hold(self, request_id: int, reason: str, until: Until) -> None:
        """Park it until the applicant answers, or until a time."""
        self._change(
            lambda _: hold(
                self._desk, self._officer, request_id, reason, until.moment(self._desk.now())
            ),
            self.tr("The request is held."),
        )

    def return_(self, request_id: int, reason: str) -> None:
        """Send it back to the applicant for completion."""
        said = self.tr("The request is returned; the applicant is told why.")
        self._decide(request_id, RETURN, reason, said)

    def reject(self, request_id: int, reason: str) -> None:
        """End it with a refusal."""
        said = self.tr("The request is rejected; the applicant is told why.")
        self._decide(request_id, REJECT, reason, said)

    def assign(self, request_ids: Sequence[int], staff_id: int) -> None:
        """Give requests to a colleague, all or none."""
        ids = tuple(request_ids)
        self._worker.change(
            lambda _: assign(self._desk, self._officer, ids, staff_id),
            owner=self,
            on_result=self._assigned,
            on_error=self._refused,
            on_end=self.done.emit,
        )

    def _decide(self, request_id: int, outcome: str, reason: str, said: str) -> None:
        self._change(
            lambda _: decide(self._desk, self._officer, request_id, outcome, reason=reason), said
        )

    def _change(self, function: Callable[[Task], object], said: str = "") -> None:
        self._worker.change(
            function,
            owner=self,
            on_result=partial(self._succeeded, said),
            on_error=self._refused,
            on_end=self.done.emit,
        )

    def _succeeded(self, said: str, _: object) -> None:
        if said:
            self.message.emit("green", said, "")

    def _taken(self, taken: Claim | None) -> None:
        if taken is None:
            nothing = self.tr("Nothing to take")
            why = self.tr("What is open here is held, returned, or not for you to do.")
            self.message.emit("info", nothing, why)
        else:
            self.opened.emit(taken.request_id)

    def _taking_ended(self) -> None:
        self._taking = False
        self.done.emit()

    def _assigned(self, count: int) -> None:
        self.message.emit("green", self.tr("%n request(s) assigned.", "", count), "")

    def _refused(self, error: KnownError) -> None:
        sentences = self._texts.each(error)
        words = " ".join(each.ar if language() == "ar" else each.en for each in sentences)
        tone = "amber" if isinstance(error, Conflict) else "red"
        self.message.emit(tone, self.tr("That could not be done"), words)
