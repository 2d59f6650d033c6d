"""Makes the state of the activation station from what was read, what was entered and the time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QObject

from absher_desk.operations.codes import CodeState, CodeStatus
from absher_desk.operations.desk import Desk, day_of
from absher_desk.operations.officer import Officer
from absher_desk.operations.request_file import RequestFile
from absher_desk.presenters.activation_checks import (
    PORTRAIT_CHECK,
    Entered,
    check_items,
    compared_rows,
    missing_now,
    open_points,
)
from absher_desk.presenters.activation_opening import Opened
from absher_desk.presenters.activation_state import (
    NOTHING_SAID,
    ActivationState,
    Badge,
    CodePanel,
    Header,
    Phase,
    Portrait,
    Preview,
    Said,
)
from absher_desk.presenters.activation_words import ActivationWords, countdown, mobile
from absher_desk.presenters.time_words import TimeWords, clock_time
from absher_desk.presenters.wording import (
    Wording,
    in_language,
    language,
    name_in_language,
)
from absher_desk.standards.bidi import isolate
from absher_desk.standards.dates import to_hijri
from absher_desk.standards.request_number import grouped
from absher_desk.standards.shown_dates import shown_hijri

_LOG_LINES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What changes by itself or by work under way: the time, and what is said about it."""

    now: datetime
    busy: str = ""
    notice: Said = NOTHING_SAID
    typed: str = ""
    code_error: str = ""
    read_only: bool = False


class ActivationShowing(QObject):
    """Shows one request to one officer in the language in force."""

    def __init__(self, desk: Desk, officer: Officer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._officer = desk, officer
        self._words = ActivationWords(self)
        self._times = TimeWords(self)
        self._wording = Wording(self)

    def state(self, opened: Opened, entered: Entered, moment: Moment) -> ActivationState:
        """Everything the station shows at this moment."""
        code = current_code(opened.file.code, moment.now)
        points = open_points(opened, missing_now(opened, entered, code))
        done = opened.activated
        current = "" if done else _current(points)
        items = list(check_items(opened, entered, current, day_of(moment.now), self._words))
        rows = compared_rows(opened.comparison, entered.accepted, self._words)
        answered = sum(item.state == "done" for item in items) + (code is CodeState.CONFIRMED)
        return ActivationState(
            phase=Phase.DONE if done else Phase.OPEN,
            notice=moment.notice,
            header=self._header(opened, moment.now, done=done),
            tallies=self._words.tallies([row.verdict for row in rows]),
            rows=rows,
            portraits=self._portraits(opened),
            portrait_check=next((item for item in items if item.key == PORTRAIT_CHECK), None),
            checks=tuple(item for item in items if item.key != PORTRAIT_CHECK),
            progress=self.tr("{done} of {total}").format(
                done=isolate(str(answered)), total=isolate(str(len(items) + 1))
            ),
            code=self._code(opened.file, code, moment, current=current == "code"),
            preview=self._preview(opened, moment),
            note=entered.note,
            open_points=() if done else points,
            missing="" if done else self._words.missing(points, {i.key: i.title for i in items}),
            busy=moment.busy,
            read_only=moment.read_only or done,
        )

    def _header(self, opened: Opened, now: datetime, *, done: bool) -> Header:
        file, step = opened.file, opened.file.open_step
        due = self._times.due(file.due_at, now)
        due_words = due.words if due.late else self.tr("Due {when}").format(when=due.words)
        tone = due.tone if due.tone in ("red", "amber") else "neutral"
        state = self._wording.state(file.state)
        claimed_at = step.claimed_at if step and step.claimed_by else None
        return Header(
            name=full_name(file),
            service=in_language(opened.service.title),
            facts=tuple(fact for fact in self._facts(file, now) if fact),
            handling="" if done or claimed_at is None else countdown(now - claimed_at),
            due=Badge() if done else Badge(text=due_words, tone=tone, icon=due.icon),
            state=Badge(text=state.words, tone=state.tone or "plain"),
        )

    def _facts(self, file: RequestFile, now: datetime) -> tuple[str, ...]:
        received = self.tr("received {when}, {source}").format(
            when=self._times.moment_in_full(file.registered_at, now),
            source=self._wording.source(file.source),
        )
        return isolate(grouped(file.number)), received, self._claimed(file)

    def _claimed(self, file: RequestFile) -> str:
        step = file.open_step
        if step is None or step.claimed_by is None or step.claimed_at is None:
            return ""
        time = clock_time(step.claimed_at)
        if step.claimed_by == self._officer.staff_id:
            return self.tr("taken by you {time}").format(time=time)
        holder = name_in_language(step.holder_ar, step.holder_en)
        return self.tr("taken by {name} {time}").format(name=holder, time=time)

    def _portraits(self, opened: Opened) -> tuple[Portrait, ...]:
        initials = initials_of(opened.file)
        return (
            Portrait(caption=self.tr("Request"), initials=initials, picture=opened.portrait),
            Portrait(
                caption=self.tr("Civil register"),
                initials=initials,
                picture=opened.comparison.register_portrait,
            ),
        )

    def _code(
        self, file: RequestFile, state: CodeState, moment: Moment, *, current: bool
    ) -> CodePanel:
        status, now = file.code, moment.now
        wait = status.resend_at - now if status.resend_at else None
        waiting = wait is not None and wait.total_seconds() > 0 and state is not CodeState.NONE
        sent = state is CodeState.SENT
        return CodePanel(
            title=self.tr("Mobile confirmed by code"),
            status=str(state),
            state="done" if state is CodeState.CONFIRMED else "current" if current else "ahead",
            badge=self._words.code_badge(state),
            sent_to=self._sent_to(file, state),
            length=self._desk.setting("otp.digits"),
            typed=moment.typed,
            error=moment.code_error,
            valid_for=self._valid_for(status, now) if sent else "",
            share=_share_left(status, now) if sent else 0.0,
            tries=self._tries(status) if sent else "",
            send_label=self.tr("Send code") if state is CodeState.NONE else self.tr("Send again"),
            can_send=not (
                waiting or moment.busy or moment.read_only
                or state is CodeState.CONFIRMED
            ),
            send_after=self.tr("possible in {time}").format(time=countdown(wait))
            if waiting and wait is not None and state is not CodeState.CONFIRMED
            else "",
            hint=self.tr("The applicant dictates the code; staff never see it."),
            log=self._log(file),
        )  # fmt: skip

    def _sent_to(self, file: RequestFile, state: CodeState) -> str:
        number = mobile(file.code.mobile or file.applicant["mobile"])
        if state is CodeState.NONE:
            return self.tr("Goes to {mobile}").format(mobile=number)
        return self.tr("Sent to {mobile}").format(mobile=number)

    def _valid_for(self, status: CodeStatus, now: datetime) -> str:
        if status.expires_at is None:
            return ""
        return self.tr("Valid for {time}").format(time=countdown(status.expires_at - now))

    def _tries(self, status: CodeStatus) -> str:
        total = self._desk.setting("otp.tries")
        return self.tr("Try {number} of {total}").format(
            number=isolate(str(total - status.tries_left + 1)), total=isolate(str(total))
        )

    def _log(self, file: RequestFile) -> tuple[tuple[str, str], ...]:
        lines, sent_before = [], False
        for entry in file.timeline:
            kind = entry.kind
            if kind == "code-sent":
                kind, sent_before = ("code-resent" if sent_before else kind), True
            if words := self._words.code_event(kind):
                lines.append((clock_time(entry.at), words))
        return tuple(reversed(lines[-_LOG_LINES:]))

    def _preview(self, opened: Opened, moment: Moment) -> Preview:
        file, form = opened.file, opened.form
        applicant = file.applicant
        rows = (
            (self.tr("Request number"), isolate(grouped(file.number))),
            (self.tr("Applicant"), full_name(file)),
            (self.tr("Identity number"), isolate(applicant["identity_number"])),
            (self.tr("Mobile"), mobile(applicant["mobile"])),
            (self.tr("Username"), isolate(str(file.details.get("username", "")))),
            (self.tr("Date"), shown_hijri(to_hijri(day_of(moment.now)), language())),
        )
        officer = name_in_language(self._officer.name_ar, self._officer.name_en)
        return Preview(
            title=self.tr("Account activation form"),
            branch=_branch(opened),
            rows=rows,
            declaration=self.tr(
                "I confirm that the data above are right and that the mobile is mine. I accept the "
                "terms, and keep the username and password secret."
            ),
            signatures=(self.tr("Applicant's signature"), self.tr("Activation officer")),
            officer=officer,
            page=opened.page,
            can_print=opened.activated and not moment.busy,
            note=self._print_note(opened, form.print_state if form else None),
        )

    def _print_note(self, opened: Opened, print_state: str | None) -> str:
        if not opened.activated:
            return self.tr("Printed after activation")
        if print_state in ("printed", "saved", "accepted"):
            return self.tr("Printed; again makes a marked copy")
        return self.tr("Not printed yet")


def _branch(opened: Opened) -> str:
    """The branch's name and city as the form's head has them."""
    known = opened.branch
    if known is None:
        return isolate(opened.file.branch_code)
    comma = "، " if language() == "ar" else ", "
    return comma.join((
        name_in_language(known.name_ar, known.name_en),
        name_in_language(known.city_ar, known.city_en),
    ))  # fmt: skip


def _current(points: tuple[str, ...]) -> str:
    """The open point of the checks' panel where the rhombus stands."""
    beside = ("row:", f"check:{PORTRAIT_CHECK}")
    return next((point for point in points if not point.startswith(beside)), "")


def current_code(status: CodeStatus, now: datetime) -> CodeState:
    """The code's state at this moment: what was read may have run out since."""
    run_out = status.expires_at is not None and status.expires_at <= now
    return CodeState.EXPIRED if status.state is CodeState.SENT and run_out else status.state


def _share_left(status: CodeStatus, now: datetime) -> float:
    if status.sent_at is None or status.expires_at is None:
        return 0.0
    share = (status.expires_at - now) / (status.expires_at - status.sent_at)
    return min(max(share, 0.0), 1.0)


def full_name(file: RequestFile) -> str:
    """The applicant's name as the screen's language writes it."""
    return name_in_language(
        _joined(file.applicant["name_ar"]), _joined(file.applicant["name_en"] or {})
    )


def initials_of(file: RequestFile) -> str:
    """First letters of the first and the family name, kept apart so that they do not join."""
    names = [name.removeprefix("ال") or name for name in full_name(file).split()]
    return " ".join(name[0] for name in (names[:1] + names[-1:] if len(names) > 1 else names))


def _joined(parts: Mapping[str, Any]) -> str:
    order = ("first", "father", "grandfather", "family")
    return " ".join(parts[part] for part in order if parts.get(part))
