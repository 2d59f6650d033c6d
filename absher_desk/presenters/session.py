"""Who works at this desk: signing in and out, locking, and the signs of life in between."""

import math
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from absher_desk.operations.claims import renew_leases
from absher_desk.operations.desk import Desk, day_of
from absher_desk.operations.errors import Refused
from absher_desk.operations.messages import send_waiting
from absher_desk.operations.officer import Officer
from absher_desk.operations.parking import sweep
from absher_desk.operations.print_jobs import find_unknown_jobs
from absher_desk.operations.rights import Right
from absher_desk.operations.sign_in import (
    BranchChoice as KnownBranch,
)
from absher_desk.operations.sign_in import (
    list_branches,
    note_lock,
    open_program_session,
    sign_in,
    sign_out,
    unlock,
)
from absher_desk.presenters.idle_watch import IdleWatch
from absher_desk.presenters.moments import known, shown_moment, shown_time
from absher_desk.presenters.roles import initials_of, name_of, role_words
from absher_desk.presenters.sign_in import (
    BranchChoice,
    CounterChoice,
    Fact,
    LockState,
    SignInState,
)
from absher_desk.system.task import Task
from absher_desk.system.texts import KnownError, Texts
from absher_desk.system.worker import Worker

COUNTERS = tuple(str(number) for number in range(1, 13))
_HEARTBEAT_MS = 60_000
_UNHURRIED_MS = 400
"""After the first paint, before anybody has typed a password."""


class SessionPresenter(QObject):
    """Holds the session; the password passes through and is kept nowhere.

    `signed_in(Officer)` and `signed_out()` tell the window what to show; `lock_changed` carries a
    `LockState`, or None when the screen is open. `jobs_unknown(count)` says that prints of an
    earlier session were cut off: somebody must say what came out; `claims_renewed(ids)` at each
    heartbeat what the officer still holds.
    """

    state_changed = Signal(object)
    lock_changed = Signal(object)
    signed_in = Signal(object)
    signed_out = Signal()
    jobs_unknown = Signal(int)
    claims_renewed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        texts: Texts,
        *,
        branch: str | None,
        counter: str,
        language: str,
        version: str,
        idle_minutes: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker = worker
        self._texts = texts
        self._language = known(language)
        self._branches: tuple[KnownBranch, ...] = ()
        self._state = SignInState(
            branch=branch or "", counter=counter or COUNTERS[0], version=version
        )
        self._lock: LockState | None = None
        self._locked_out_until: datetime | None = None
        self.officer: Officer | None = None
        self._program: Officer | None = None
        self.idle_watch = IdleWatch(idle_minutes, self)
        self.idle_watch.idle.connect(lambda: self.lock(idle=True))
        self._tick = _timer(self, 1000, self._show_time)
        self._heartbeat = _timer(self, _HEARTBEAT_MS, self._beat)
        self._unhurried = _timer(self, _UNHURRIED_MS, self._load_ahead)
        self._unhurried.setSingleShot(True)

    @property
    def state(self) -> SignInState:
        """What the sign-in page shows."""
        return self._state

    @property
    def locked(self) -> bool:
        """Whether the screen is locked."""
        return self._lock is not None

    def start(self) -> None:
        """Read the branches and open the program's own session."""
        self._tick.start()
        self._show_time()
        self._worker.ask(
            lambda _task: list_branches(self._desk),
            owner=self,
            on_result=self._take_branches,
            on_error=self._refuse,
            key="branches",
        )
        self._unhurried.start()

    def set_language(self, language: str) -> None:
        """Say everything again in another language."""
        self._language = known(language)
        self._take_branches(self._branches)
        self._show_time()
        if self._lock is not None:
            self._show_lock(self._lock.error)

    def sign_in(self, branch: str, counter: str, username: str, password: str) -> None:
        """Try to open a session; what comes of it arrives as a signal."""
        if self._state.busy:
            return
        self._show(branch=branch, counter=counter, username=username, error="", busy=True)
        self._worker.change(
            lambda _task: self._open(branch, counter, username, password),
            owner=self,
            on_result=self._enter,
            on_error=self._refuse,
            on_end=lambda: self._show(busy=False),
        )

    def lock(self, *, idle: bool = False) -> None:
        """Cover the screen; what is on it stays as it is."""
        officer = self.officer
        if officer is None or self._lock is not None:
            return
        self.idle_watch.stop()
        self._lock = LockState(
            name=name_of(officer, self._language),
            initials=initials_of(officer, self._language),
            role=role_words(officer),
            since=shown_time(self._desk.now()),
        )
        self._show_lock("")
        self._worker.change(
            lambda _task: note_lock(self._desk, officer, idle=idle),
            owner=self,
            on_result=lambda _none: None,
        )

    def unlock(self, password: str) -> None:
        """Try the password of the person who is away."""
        officer, program = self.officer, self._program
        if officer is None or program is None or self._lock is None or self._lock.busy:
            return
        self._lock = replace(self._lock, busy=True, error="")
        self.lock_changed.emit(self._lock)
        self._worker.change(
            lambda _task: unlock(self._desk, officer, program, password),
            owner=self,
            on_result=lambda _none: self._open_screen(),
            on_error=self._refuse_unlock,
        )

    def sign_out(self, reason: str = "signed-out") -> None:
        """End the session; the window goes back to the sign-in page at once."""
        officer = self.officer
        if officer is None:
            return
        self.officer = None
        self._lock = None
        self.idle_watch.stop()
        self._heartbeat.stop()
        self.lock_changed.emit(None)
        self._show(username="", error="")
        self.signed_out.emit()
        self._worker.change(
            lambda _task: sign_out(self._desk, officer, reason),
            owner=self,
            on_result=lambda _none: None,
        )

    def close(self) -> None:
        """The window closes: end what is open. Waits for nothing; the worker's shutdown does."""
        self.sign_out("window-closed")
        self._tick.stop()
        self._unhurried.stop()
        program = self._program
        self._program = None
        if program is not None:
            self._worker.change(
                lambda _task: sign_out(self._desk, program, "window-closed"),
                owner=self,
                on_result=lambda _none: None,
            )

    def _load_ahead(self) -> None:
        self._worker.ask(_load_pages, owner=self, on_result=lambda _none: None)

    def _open(self, branch: str, counter: str, username: str, password: str) -> Officer:
        """On the worker: the program's session for the branch, then the person's."""
        program = self._program
        if program is None or program.branch_code != branch:
            if program is not None:
                sign_out(self._desk, program, "other-branch")
            program = open_program_session(self._desk, branch)
            self._program = program
        return sign_in(self._desk, program, username, password, counter)

    def _enter(self, officer: Officer) -> None:
        self.officer = officer
        self._locked_out_until = None
        self._show(error="", locked_for="")
        self.idle_watch.start()
        self._heartbeat.start()
        self.signed_in.emit(officer)
        self._beat()

    def _beat(self) -> None:
        """Keep claims, open what expired, send what waits."""
        officer, program = self.officer, self._program
        if officer is None or program is None:
            return
        if officer.may(Right.WORK):
            self._worker.change(
                lambda _task: renew_leases(self._desk, officer),
                owner=self,
                on_result=self.claims_renewed.emit,
            )
        self._worker.change(
            lambda _task: self._look_after(program), owner=self, on_result=self._tell_unknown
        )

    def _look_after(self, program: Officer) -> int:
        sweep(self._desk, program)
        send_waiting(self._desk, program)
        return len(find_unknown_jobs(self._desk, program))

    def _tell_unknown(self, count: int) -> None:
        if count:
            self.jobs_unknown.emit(count)

    def _take_branches(self, branches: tuple[KnownBranch, ...]) -> None:
        self._branches = branches
        english = self._language == "en"
        counters = tuple(
            CounterChoice(key=key, title=self.tr("Counter {number}").format(number=key))
            for key in COUNTERS
        )
        choices = tuple(
            BranchChoice(
                key=branch.code,
                title=f"{branch.name_en}, {branch.city_en}"
                if english
                else f"{branch.name_ar}، {branch.city_ar}",
                counters=counters,
            )
            for branch in branches
        )
        known_codes = {branch.code for branch in branches}
        chosen = self._state.branch
        if chosen not in known_codes and branches:
            chosen = branches[0].code
        self._show(branches=choices, branch=chosen)

    def _refuse(self, error: KnownError) -> None:
        self._show(error=self._say(error), locked_for=self._lock_out(error))

    def _refuse_unlock(self, error: KnownError) -> None:
        if self._lock is None:
            return
        locked_for = self._lock_out(error)
        self._lock = replace(self._lock, busy=False, locked_for=locked_for)
        self._show_lock(self._say(error))

    def _lock_out(self, error: KnownError) -> str:
        if not (isinstance(error, Refused) and error.code == "sign-in.locked"):
            return ""
        seconds = int(error.values["seconds"])
        self._locked_out_until = self._desk.now() + timedelta(seconds=seconds)
        return _minutes(seconds)

    def _open_screen(self) -> None:
        self._lock = None
        self.idle_watch.start()
        self.lock_changed.emit(None)

    def _say(self, error: KnownError) -> str:
        return " ".join(both[self._language == "en"] for both in self._texts.each(error))

    def _show_time(self) -> None:
        now = self._desk.now()
        shown = shown_moment(now, self._language)
        left = ""
        if self._locked_out_until is not None and self._locked_out_until > now:
            left = _minutes(math.ceil((self._locked_out_until - now).total_seconds()))
        error = self._state.error if left or not self._state.locked_for else ""
        self._show(
            time=shown.time, hijri=shown.hijri, gregorian=shown.gregorian,
            locked_for=left, error=error, facts=self._facts(now),
        )  # fmt: skip
        if self._lock is not None:
            self._lock = replace(
                self._lock, time=shown.time, hijri=shown.hijri, gregorian=shown.gregorian,
                locked_for=left,
            )  # fmt: skip
            self.lock_changed.emit(self._lock)

    def _facts(self, now: datetime) -> tuple[Fact, ...]:
        shifts = self._desk.calendar.hours.shifts(day_of(now))
        hours = "، ".join(f"{shift.opens:%H:%M}–{shift.closes:%H:%M}" for shift in shifts)
        return (Fact(title=self.tr("Working hours today"), value=hours or self.tr("Closed")),)

    def _show_lock(self, error: str) -> None:
        if self._lock is None:
            return
        shown = shown_moment(self._desk.now(), self._language)
        self._lock = replace(
            self._lock, error=error, time=shown.time, hijri=shown.hijri, gregorian=shown.gregorian
        )
        self.lock_changed.emit(self._lock)

    def _show(self, **changes: object) -> None:
        state = replace(self._state, **changes)  # type: ignore[arg-type]  # fields of the state
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)


def _load_pages(_task: Task) -> None:
    """Import what the pages need while somebody types: the first to open would freeze for it."""
    from absher_desk.presenters import (  # noqa: F401, PLC0415
        activation_station,
        day_page,
        queue_page,
        request_page,
    )


def _timer(parent: QObject, interval: int, tick: object) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval)
    timer.timeout.connect(tick)
    return timer


def _minutes(seconds: int) -> str:
    return f"{seconds // 60:02d}:{seconds % 60:02d}"
