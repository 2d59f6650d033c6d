"""The page of any request: read, answered, decided and printed by its catalogue entry alone."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from absher_desk.operations.claims import claim, release
from absher_desk.operations.decisions import decide
from absher_desk.operations.desk import Desk
from absher_desk.operations.documents import issue_document
from absher_desk.operations.errors import Conflict
from absher_desk.operations.officer import Officer
from absher_desk.operations.parking import hold, resume
from absher_desk.operations.print_jobs import say_what_came_out
from absher_desk.operations.request_file import RequestFile, open_request
from absher_desk.presenters.activation_opening import PrinterOf
from absher_desk.presenters.draft_keeping import DraftKeeper
from absher_desk.presenters.queue_acts import Until
from absher_desk.presenters.request_choices import (
    CLAIM,
    HOLD,
    RELEASE,
    RESUME,
    STATION,
    in_station,
)
from absher_desk.presenters.request_showing import Answers, RequestShowing
from absher_desk.presenters.request_state import Choice, PagePhase, RequestPageState
from absher_desk.presenters.wording import language
from absher_desk.printing.print_run import print_document
from absher_desk.system.texts import KnownError, Texts
from absher_desk.system.worker import Worker

_MINUTE: Final = 60_000
_LOST: Final = frozenset({"claim.not-yours", "request.closed"})


class RequestPagePresenter(QObject):
    """Holds what is entered at the open step and decides what is allowed; `changed` tells it.

    `message(tone, title, text)` is for the frame; `closed` and `next_requested` leave the page;
    `station_requested(request_id)` asks for the station of a step that has one.
    """

    changed = Signal(object)
    closed = Signal()
    next_requested = Signal()
    station_requested = Signal(object)
    message = Signal(str, str, str)
    draft_state = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        officer: Officer,
        worker: Worker,
        request_id: int,
        printer_of: PrinterOf,
        *,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._officer, self._worker = desk, officer, worker
        self._who = (desk, officer, request_id)
        self._printer_of = printer_of
        self._texts = Texts()
        self._showing = RequestShowing(desk, officer, self)
        self._file: RequestFile | None = None
        self._answers = Answers()
        self._failure = ""
        self._busy = False
        self._leaving = self._gone = False
        self._draft = self._keeper()
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.tell)

    # --- Looking -------------------------------------------------------------------------------

    @property
    def request_id(self) -> int:
        """The request that is shown."""
        return self._who[2]

    @property
    def state(self) -> RequestPageState:
        """What the page shows now."""
        if self._file is None:
            phase = PagePhase.FAILED if self._failure else PagePhase.LOADING
            failure = (self.tr("The request could not be opened"), self._failure)
            return RequestPageState(phase=phase, failure=failure)
        shown = self._showing.state(self._file, self._answers, busy=self._busy)
        return replace(shown, editable=False) if self._leaving else shown

    @property
    def unsaved(self) -> bool:
        """Whether something was entered that is not yet kept."""
        return self._draft.is_unsaved

    def open(self) -> None:
        """Read the request; also the second try after a failure."""
        self._failure = ""
        self._minute.start()
        self.tell()
        self.refresh()

    def refresh(self) -> None:
        """Read it again: somebody may have changed it. What is entered here stays."""
        self._worker.ask(
            lambda _: open_request(*self._who),
            owner=self,
            on_result=self._opened,
            on_error=self._not_opened,
            key="file",
        )

    def tell(self) -> None:
        """Show the present moment, in the language in force."""
        self.changed.emit(self.state)

    # --- Entering ------------------------------------------------------------------------------

    def answer(self, key: str, value: str) -> None:
        """Answer a check: an outcome's value, "yes" for a tick, empty to take it back."""
        step = self._step()
        if step is not None and self.state.editable and self._answers.set(step, key, value):
            self._touched()

    def set_note(self, text: str) -> None:
        """Keep the officer's words with the request."""
        if text != self._answers.note and self.state.editable:
            self._answers.note = text
            self._touched()

    def save_now(self) -> None:
        """Keep the draft without waiting for the pause in typing."""
        self._draft.save_now()

    # --- Acting --------------------------------------------------------------------------------

    def act(self, act: str, reason: str = "", note: str = "") -> None:
        """Do one of the state's choices; `reason` is the key of one of its reasons."""
        offered = (*self.state.choices, *self.state.menu)
        choice = next((one for one in offered if one.act == act), None)
        if choice is None or not choice.enabled or self._busy:
            return
        words = self._showing.choices.reason_text(reason, note)
        if act == STATION:
            self.leave()
            self.station_requested.emit(self.request_id)
        elif act == CLAIM:
            # The draft of the request may have grown in other hands: it is taken up anew.
            self._draft.stop()
            self._draft = self._keeper()
            self._change(partial(claim, *self._who), told=self._claimed)
        elif act == RESUME:
            self._change(partial(resume, *self._who))
        elif act == RELEASE:
            kept = self.tr("What you entered is kept.")
            self._depart(partial(release, *self._who), self.tr("Given back to the queue"), kept)
        elif act.startswith(HOLD):
            until = Until(act.removeprefix(HOLD)).moment(self._desk.now())
            work = partial(hold, *self._who, words, until)
            self._depart(work, self.tr("Request held"), words)
        else:
            self._decide(choice, words)

    def print(self, form: str = "") -> None:
        """Print a form (F7: the one that is due); what came out before makes this a copy."""
        if self._file is None or self._busy:
            return
        chosen = form or self._showing.form_of_next_print(self._file)
        papers = {paper.form for paper in self.state.papers if paper.printable}
        if chosen in papers:
            self._change(
                partial(_print, *self._who, chosen, self._printer_of), told=self._tell_printed
            )

    def say_came_out(self, job_id: int, *, came_out: bool) -> None:
        """Somebody looked at the printer's tray."""
        desk, officer, _ = self._who
        self._change(partial(say_what_came_out, desk, officer, job_id, came_out=came_out))

    def close(self) -> None:
        """Go back: claim and draft stay."""
        self.leave()
        self.closed.emit()

    def take_next(self) -> None:
        """Ask for the next request of the queue."""
        self.leave()
        self.next_requested.emit()

    def leave(self) -> None:
        """Keep what is entered at once; called whenever the page is left."""
        self._minute.stop()
        self._draft.save_now()

    # --- What came back ------------------------------------------------------------------------

    def _keeper(self) -> DraftKeeper:
        draft = DraftKeeper(*self._who[:2], self._worker, self.request_id, self._kept, parent=self)
        draft.unsaved.connect(self.draft_state)
        draft.failed.connect(self._draft_failed)
        return draft

    def _kept(self) -> dict[str, Any]:
        return self._answers.draft()

    def _step(self) -> Any:
        if self._file is None or self._file.open_step is None:
            return None
        service = self._desk.catalogue.service(self._file.service)
        return service.step(self._file.open_step.step)

    def _touched(self) -> None:
        self._draft.touch()
        self.tell()

    def _opened(self, file: RequestFile) -> None:
        before, self._file = self._file, file
        step = self._step()
        moved = before is None or _step_of(before) != _step_of(file)
        if step is not None and (moved or not self._draft.is_unsaved):
            self._answers.restore(file.draft, step)
        self.tell()

    def _not_opened(self, error: KnownError) -> None:
        if self._file is None:
            self._failure = self._sentence(error)
            self.tell()
        else:
            self._refused(error)

    def _decide(self, choice: Choice, reason: str) -> None:
        work = partial(
            decide,
            *self._who,
            choice.act,
            reason=reason or self._answers.note.strip() or None,
            answers=dict(self._answers.checks),
        )
        title = self.tr("Done: {outcome}").format(outcome=choice.words)
        self._depart(work, title, f"{self.state.name} {self.state.number}")

    def _depart(self, work: Callable[[], object], title: str, text: str) -> None:
        """An act after which the request is no longer in hand: say so and go back."""

        def gone(_: object) -> None:
            self._gone = True
            self._draft.settle()
            self._minute.stop()
            self.message.emit("green", title, text)
            self.closed.emit()

        self._draft.save_now()
        self._leaving = True
        self._set_busy(on=True)
        self._worker.change(
            lambda _: work(), owner=self, on_result=gone, on_error=self._refused, on_end=self._ended
        )

    def _change(
        self, work: Callable[[], object], told: Callable[[Any], object] | None = None
    ) -> None:
        """An act after which the page shows the request as it now is."""
        self._set_busy(on=True)
        self._worker.change(
            lambda _: work(),
            owner=self,
            on_result=told,
            on_error=self._refused,
            on_end=self._ended,
        )

    def _ended(self) -> None:
        self._leaving = False
        self._set_busy(on=False)
        if not self._gone:
            self.refresh()

    def _set_busy(self, *, on: bool) -> None:
        self._busy = on
        self.tell()

    def _claimed(self, _: object) -> None:
        step = self._step()
        if step is not None and in_station(step):
            self.station_requested.emit(self.request_id)

    def _tell_printed(self, state: str) -> None:
        title = self.tr("Printed") if state == "printed" else self.tr("Sent to the printer")
        self.message.emit("green", title, self.state.number)

    def _draft_failed(self, error: KnownError) -> None:
        if getattr(error, "code", "") in _LOST:
            self._draft.stop()
        self._refused(error)
        self.refresh()

    def _refused(self, error: KnownError) -> None:
        tone = "amber" if isinstance(error, Conflict) else "red"
        self.message.emit(tone, self.tr("That could not be done"), self._sentence(error))

    def _sentence(self, error: KnownError) -> str:
        said = self._texts.each(error)
        return " ".join(each.ar if language() == "ar" else each.en for each in said)


def _print(desk: Desk, officer: Officer, request_id: int, form: str, printer_of: PrinterOf) -> str:
    document_id = issue_document(desk, officer, request_id, form)
    return print_document(desk, officer, document_id, printer_of())


def _step_of(file: RequestFile) -> str:
    return file.open_step.step if file.open_step else ""
