"""The activation station: one request, compared, checked, confirmed by code, activated, printed."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from absher_desk.operations.codes import CodeState
from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import Conflict
from absher_desk.operations.officer import Officer
from absher_desk.presenters.activation_checks import Entered, asked_checks
from absher_desk.presenters.activation_news import ActivationNews, Notice, nothing_said
from absher_desk.presenters.activation_opening import (
    Opened,
    Printed,
    PrinterOf,
    activate_and_print,
    end_step,
    give_back,
    park,
    print_form,
    read_station,
)
from absher_desk.presenters.activation_showing import ActivationShowing, Moment, current_code
from absher_desk.presenters.activation_state import ActivationState, Phase
from absher_desk.presenters.draft_keeping import DraftKeeper
from absher_desk.presenters.mobile_confirming import MobileConfirming
from absher_desk.system.task import Progress
from absher_desk.system.texts import KnownError
from absher_desk.system.worker import Worker

_NOT_YOURS: Final = "claim.not-yours"


class ActivationStationPresenter(QObject):
    """Holds what is entered for one request and decides what is allowed; `changed` tells the state.

    Nothing wrong, the keyboard alone: F5 (take next), Space on each of the three checks (the ring
    moves on by itself), Space on "Send code", the dictated digits, F9: six keys and the code. The
    code is not sent by opening: its five minutes, and a message to somebody's mobile, belong to a
    person whose document was just seen. The last digit confirms by itself.

    News stay in the page's notice; `message(tone, title, text)` is what remains to be said when the
    page closes. `draft_state(unsaved)` is for the status bar. The heartbeat of the claim is the
    window's: it calls `note_claim_lost`.
    """

    changed = Signal(object)
    closed = Signal()
    next_requested = Signal()
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
        self.request_id = request_id
        self._printer_of = printer_of
        self._news = ActivationNews(self)
        self._showing = ActivationShowing(desk, officer, self)
        self._opened: Opened | None = None
        self._entered = Entered()
        self._failure = self._busy = ""
        self._lost = False
        self._notice: Notice = nothing_said
        self._draft_notice: Notice = nothing_said
        self._awaiting: set[str] = set()
        self._draft = DraftKeeper(
            desk, officer, worker, request_id, self._entered.draft, parent=self
        )
        self._draft.unsaved.connect(self._draft_told)
        self._draft.failed.connect(self._draft_failed)
        self._mobile = MobileConfirming(desk, officer, worker, request_id, parent=self)
        self._mobile.refused.connect(self._code_refused)
        self._mobile.answered.connect(self._code_answered)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)

    # --- Looking -------------------------------------------------------------------------------

    @property
    def state(self) -> ActivationState:
        """What the station shows now."""
        if self._opened is None:
            phase = Phase.FAILED if self._failure else Phase.LOADING
            return ActivationState(phase=phase, failure=self._failure)
        moment = Moment(
            now=self._desk.now(),
            busy=self._busy,
            notice=self._notice(),
            typed=self._mobile.typed,
            code_error=self._mobile.error,
            read_only=self._lost,
        )
        return self._showing.state(self._opened, self._entered, moment)

    @property
    def unsaved(self) -> bool:
        """Whether something was entered that is not yet kept."""
        return self._draft.is_unsaved

    def open(self) -> None:
        """Read the request; also the second try after a failure."""
        self._failure = ""
        self.tick()
        self._read()

    def tick(self) -> None:
        """Show the present moment: countdowns run on, a changed language is spoken."""
        self.changed.emit(self.state)

    # --- Entering ------------------------------------------------------------------------------

    def answer(self, check: str, value: str) -> None:
        """Answer a check: an outcome's value, "yes" for a tick, empty to take it back."""
        if self._opened is None or self._shut:
            return
        found = next((c for c in asked_checks(self._opened) if c.key == check), None)
        if found is not None:
            self._entered.answers[check] = value if found.choices else bool(value)
            self._touched()

    def accept_row(self, key: str) -> None:
        """Take the register's value of a row, or take that back."""
        if self._opened is None or self._shut or key not in self._opened.comparison.to_accept:
            return
        self._entered.accepted ^= {key}
        self._touched()

    def accept_focused(self, key: str = "") -> None:
        """Take the register's value of the row in focus, else of the first that waits for it."""
        waiting = [p.removeprefix("row:") for p in self.state.open_points if p.startswith("row:")]
        chosen = key if key in waiting else next(iter(waiting), "")
        if chosen:
            self.accept_row(chosen)

    def set_note(self, text: str) -> None:
        """Keep the officer's words with the request."""
        if text != self._entered.note and not self._shut:
            self._entered.note = text
            self._touched()

    def type_code(self, text: str) -> None:
        """Add dictated digits (either script, grouped or not); the last one confirms at once."""
        if not self._shut and self._code is CodeState.SENT:
            self._mobile.add(text)
            self.tick()

    def erase_code(self) -> None:
        """Take the last dictated digit back."""
        self._mobile.erase()
        self.tick()

    def save_now(self) -> None:
        """Keep the draft without waiting for the pause in typing."""
        self._draft.save_now()

    # --- Acting --------------------------------------------------------------------------------

    def send(self) -> None:
        """Send a code, or a new one once the pause is over."""
        if self.state.code.can_send:
            self._notice = nothing_said
            self._mobile.send()
            self.tick()

    def activate(self) -> None:
        """Activate the account, make the form and print it, once nothing is missing."""
        if self._opened is None or not self.state.ready:
            return
        self._draft.save_now()
        work = partial(
            activate_and_print,
            *self._who,
            self._printer_of,
            step=self._opened.step,
            answers=dict(self._entered.answers),
            accepted=frozenset(self._entered.accepted),
            note=self._entered.note,
        )
        self._act(self._news.progress("activating"), work, self._activated)

    def print(self) -> None:
        """Print the form of an activated account; a second print is marked as a copy."""
        if self._opened is not None and self.state.preview.can_print:
            work = partial(print_form, *self._who, self._printer_of, step=self._opened.step)
            self._act(self._news.progress("printing"), work, self._printed)

    def return_(self, reason: str) -> None:
        """Return the request to the applicant, with the reason he is told."""
        self._decide("return", reason, self.tr("Returned to the applicant"))

    def reject(self, reason: str) -> None:
        """Reject the request for good."""
        self._decide("reject", reason, self.tr("Request rejected"))

    def hold(self, reason: str) -> None:
        """Park the request until the applicant has done his part; what was entered stays."""
        self._part(partial(park, *self._who, reason), self.tr("Request held"), reason)

    def release(self) -> None:
        """Give the request back to its queue; what was entered stays with it."""
        kept = self.tr("What you entered is kept.")
        self._part(partial(give_back, *self._who), self.tr("Given back to the queue"), kept)

    def close(self) -> None:
        """Go back: the claim and the draft stay."""
        if not self._busy:
            self.leave()
            self.closed.emit()

    def take_next(self) -> None:
        """Ask for the next person, once this one is done."""
        if self.state.phase is Phase.DONE and not self._busy:
            self.leave()
            self.next_requested.emit()

    def leave(self) -> None:
        """Keep what is entered at once; called whenever the page is left."""
        self._second.stop()
        self._draft.save_now()

    def note_claim_lost(self) -> None:
        """Somebody else has the request now: show everything, change nothing.

        Not said of a request that this officer has just decided himself.
        """
        if not self._shut:
            self._shut_page(first=False)

    # --- What came back ------------------------------------------------------------------------

    @property
    def _shut(self) -> bool:
        """Whether nothing may be entered now."""
        done = self._opened is not None and self._opened.activated
        return self._lost or bool(self._busy) or done

    @property
    def _code(self) -> CodeState:
        if self._opened is None:
            return CodeState.NONE
        return current_code(self._opened.file.code, self._desk.now())

    def _shut_page(self, *, first: bool) -> None:
        if self._lost or (self._opened is not None and self._opened.activated):
            return
        self._lost, self._busy = True, ""
        self._draft.stop()
        self._tell(partial(self._news.not_yours, first=first))

    def _touched(self) -> None:
        self._notice = nothing_said
        self._draft.touch()
        self.tick()

    def _read(self) -> None:
        self._worker.ask(
            partial(read_station, *self._who),
            owner=self,
            on_result=self._show_opened,
            on_error=self._not_opened,
            on_end=self._rest,
            key="open",
        )

    def _show_opened(self, opened: Opened) -> None:
        first, self._opened = self._opened is None, opened
        if first:
            self._entered.restore(opened.file.draft, opened)
            self._second.start()
        step = opened.file.open_step
        if step is None or step.claimed_by != self._officer.staff_id:
            self._shut_page(first=first)
        self._rest()  # before the new state is shown, so that what goes on from here is open

    def _not_opened(self, error: KnownError) -> None:
        self._failure = self._news.sentence(error)
        if self._opened is not None and not self._notice().title:
            self._tell(partial(self._news.refused, error))

    def _rest(self) -> None:
        """What was done shows in what was read: the officer may go on."""
        if "code" in self._awaiting:
            self._mobile.rest()
        if "act" in self._awaiting:
            self._busy = ""
        if self._opened is None and not self._failure:
            self._failure = self._news.unexpected()
        self._awaiting.clear()
        self.tick()

    def _code_refused(self, error: KnownError) -> None:
        if not self._is_loss(error):
            self._mobile.error = self._news.sentence(error)

    def _code_answered(self) -> None:
        self._awaiting.add("code")
        self._read()

    def _act(
        self, words: str, work: Callable[[Any], Printed], told: Callable[[Printed], object]
    ) -> None:
        self._busy, self._notice = words, nothing_said
        self._worker.change(
            work,
            owner=self,
            on_result=told,
            on_error=self._refused,
            on_progress=self._progressed,
            on_end=self._acted,
        )
        self.tick()

    def _progressed(self, progress: Progress) -> None:
        self._busy = self._news.progress(progress.text) or self._busy
        self.tick()

    def _activated(self, printed: Printed) -> None:
        self._draft.settle()
        self._tell(partial(self._news.activated, printed))

    def _printed(self, printed: Printed) -> None:
        self._tell(partial(self._news.printed, printed))

    def _decide(self, outcome: str, reason: str, title: str) -> None:
        answers = dict(self._entered.answers)
        work = partial(end_step, *self._who, outcome=outcome, reason=reason, answers=answers)
        self._part(work, title, reason)

    def _part(self, work: Callable[[Any], object], title: str, text: str) -> None:
        """An act after which the request is no longer on this page."""
        if self._opened is None or self._shut:
            return
        self._draft.save_now()
        self._busy, self._notice = title, nothing_said
        self._worker.change(
            work,
            owner=self,
            on_result=partial(self._parted, title, text),
            on_error=self._refused,
            on_end=self._acted,
        )
        self.tick()

    def _parted(self, title: str, text: str, _result: object) -> None:
        self._busy = ""
        self._second.stop()
        self._draft.settle()
        self.message.emit("green", title, text)
        self.closed.emit()

    def _refused(self, error: KnownError) -> None:
        if not self._is_loss(error):
            self._tell(partial(self._news.refused, error))

    def _acted(self) -> None:
        """Read what the act has made of the request, whichever way it went."""
        if self._busy:
            self._awaiting.add("act")
            self._read()

    def _draft_failed(self, error: KnownError) -> None:
        if not self._is_loss(error):
            self._draft_notice = partial(self._news.draft_not_saved, error)
            self._tell(self._draft_notice)

    def _draft_told(self, unsaved: bool) -> None:  # noqa: FBT001 (a signal's value)
        if not unsaved and self._notice is self._draft_notice:
            self._tell(nothing_said)
        self.draft_state.emit(unsaved)

    def _is_loss(self, error: KnownError) -> bool:
        """Whether the request is no longer the officer's; the page is then shut."""
        lost = isinstance(error, Conflict) and error.code == _NOT_YOURS
        if lost:
            self.note_claim_lost()
        return lost

    def _tell(self, notice: Notice) -> None:
        self._notice = notice
        self.tick()
