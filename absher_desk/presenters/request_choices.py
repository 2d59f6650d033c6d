"""What this officer may do with a request now, from the step's outcomes; and why he may not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from absher_desk.catalogue.entries import Catalogue, Check, Service, Step
from absher_desk.catalogue.kinds import StepKind
from absher_desk.catalogue.reasons import HOLD as HOLDING
from absher_desk.catalogue.reasons import load_reasons, offered_for
from absher_desk.operations.decisions import NEEDS_REASON, needs_checks
from absher_desk.operations.officer import Officer
from absher_desk.operations.request_file import OpenStep, RequestFile
from absher_desk.operations.rights import Right
from absher_desk.operations.steps import RETURN, checks_missing
from absher_desk.presenters.request_state import Announcement, Choice, ShownCheck
from absher_desk.presenters.request_way import usual_outcome
from absher_desk.presenters.time_words import TimeWords
from absher_desk.presenters.wording import Wording, in_language, language, name_in_language

CLAIM: Final = "claim"
RESUME: Final = "resume"
RELEASE: Final = "release"
STATION: Final = "station"
HOLD: Final = "hold-"
"""Prefix of the acts that hold; the rest is a value of `queue_acts.Until`."""
TICKED: Final = "yes"
_REJECT: Final = "reject"

_HOLDS: Final[Mapping[str, object]] = {
    "answered": QT_TRANSLATE_NOOP("RequestChoices", "Hold until the applicant answers"),
    "two-hours": QT_TRANSLATE_NOOP("RequestChoices", "Hold for two hours"),
    "tomorrow": QT_TRANSLATE_NOOP("RequestChoices", "Hold until tomorrow morning"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How this officer stands to the open step of a request."""

    step: Step
    open_step: OpenStep
    mine: bool
    taken: bool
    works: bool

    @property
    def may_claim(self) -> bool:
        """Whether he could take it now."""
        free = not self.mine and not self.taken and self.open_step.parked != "returned"
        return free and self.works and self.open_step.barred is None


def standing_of(
    file: RequestFile, service: Service, officer: Officer, now: datetime
) -> Standing | None:
    """His standing, None for a closed request; an expired lease binds nobody."""
    held = file.open_step
    if held is None:
        return None
    mine = held.claimed_by is not None and held.claimed_by == officer.staff_id
    expires_at = held.claim_expires_at
    others = held.claimed_by is not None and not mine
    return Standing(
        step=service.step(held.step),
        open_step=held,
        mine=mine,
        taken=others and expires_at is not None and expires_at > now,
        works=officer.may(Right.WORK) and held.role in officer.roles,
    )


class RequestChoices(QObject):
    """Says choices and hindrances, in the language of the screen."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._reasons = load_reasons()
        self._wording = Wording(self)
        self._times = TimeWords(self)

    def checks(self, step: Step, answers: Mapping[str, Any]) -> tuple[ShownCheck, ...]:
        """The checklist with the answers so far."""
        return tuple(_shown_check(check, answers.get(check.key)) for check in step.checklist)

    def checks_done(self, step: Step, answers: Mapping[str, Any]) -> str:
        """How many of the required checks are met."""
        needed = sum(check.required for check in step.checklist)
        if not needed:
            return ""
        done = needed - len(list(checks_missing(step, dict(answers))))
        return self.tr("{done} of {needed}").format(done=done, needed=needed)

    def missing(self, standing: Standing, answers: Mapping[str, Any]) -> str:
        """The checks that keep the usual outcome locked, by name."""
        if not standing.mine or in_station(standing.step):
            return ""
        lacking = set(checks_missing(standing.step, dict(answers)))
        names = [in_language(c.label) for c in standing.step.checklist if c.key in lacking]
        if not names:
            return ""
        if len(names) > 1:
            more = self.tr("and %n more", "", len(names) - 1)
            return self.tr("Still missing: {first} {more}").format(first=names[0], more=more)
        return self.tr("Still missing: {first}").format(first=names[0])

    def choices(self, standing: Standing | None, answers: Mapping[str, Any]) -> tuple[Choice, ...]:
        """The buttons of the page, the usual one first."""
        if standing is None or not standing.works or standing.open_step.barred:
            return ()
        if standing.open_step.parked == "returned":
            return (Choice(act=RESUME, words=self.tr("Resume"), kind="primary"),)
        if standing.may_claim:
            return (Choice(act=CLAIM, words=self.tr("Take the request"), kind="primary"),)
        if standing.mine and in_station(standing.step):
            return (Choice(act=STATION, words=self.tr("Open the station"), kind="primary"),)
        return tuple(self._outcomes(standing.step, answers)) if standing.mine else ()

    def menu(self, standing: Standing | None, officer: Officer) -> tuple[Choice, ...]:
        """What else can be done: hold, give back, resume."""
        if standing is None or not officer.may(Right.WORK):
            return ()
        if standing.open_step.parked == "held":
            return (Choice(act=RESUME, words=self.tr("Resume now"), kind="other"),)
        if not standing.mine:
            return ()
        holds = [
            Choice(act=f"{HOLD}{key}", words=self.tr(str(words)), kind="other",
                   reasons=self._offered(HOLDING))
            for key, words in _HOLDS.items()
        ]  # fmt: skip
        return (*holds, Choice(act=RELEASE, words=self.tr("Give back to the queue"), kind="other"))

    def announcements(
        self, file: RequestFile, standing: Standing | None, earlier: str, now: datetime
    ) -> tuple[Announcement, ...]:
        """Why he may only read, in words; `earlier` is the step he did himself."""
        if standing is None:
            return (self._ended(file, now),)
        parked = self._parked(standing.open_step, now)
        return (*((parked,) if parked else ()), *self._hindrances(standing, earlier))

    def reason_text(self, code: str, note: str) -> str:
        """The reason as the record keeps it: in Arabic, with the officer's own words."""
        words = next((r.text.ar for r in self._reasons if r.code == code and not r.needs_note), "")
        return ": ".join(part for part in (words, note.strip()) if part)

    def _hindrances(self, standing: Standing, earlier: str) -> Iterator[Announcement]:
        held = standing.open_step
        if held.barred:
            words = self._wording.bar(held.barred)
            yield Announcement(tone="red", title=words, text=earlier)
        elif standing.taken:
            name = name_in_language(held.holder_ar, held.holder_en)
            yield Announcement(
                tone="info",
                title=self.tr("{name} has this request").format(name=name),
                text=self.tr("You can read it and look at its papers."),
            )
        elif not standing.works:
            role = self._wording.role(held.role)
            yield Announcement(
                tone="info",
                title=self.tr("This step is for: {role}").format(role=role),
                text=self.tr("You can read it and look at its papers."),
            )

    def _parked(self, held: OpenStep, now: datetime) -> Announcement | None:
        if held.parked is None:
            return None
        if held.parked == "returned":
            title = self.tr("Returned to the applicant")
        elif held.parked_until is None:
            title = self.tr("Held until the applicant answers")
        else:
            until = self._times.due(held.parked_until, now).words
            title = self.tr("Held: {until}").format(until=until)
        return Announcement(tone="amber", title=title, text=held.parked_reason or "")

    def _ended(self, file: RequestFile, now: datetime) -> Announcement:
        said = self._wording.state(file.state)
        time = self._times.moment_in_full(file.closed_at, now) if file.closed_at else ""
        tone = said.tone if said.tone in {"green", "red"} else "info"
        return Announcement(tone=tone, title=f"{said.words} · {time}", text=file.reason or "")

    def _outcomes(self, step: Step, answers: Mapping[str, Any]) -> Iterator[Choice]:
        usual = usual_outcome(self._catalogue, step)
        complete = not list(checks_missing(step, dict(answers)))
        for outcome in dict.fromkeys((usual, *self._catalogue.kinds[step.kind].outcomes)):
            if outcome not in step.on:
                continue
            asks = outcome in NEEDS_REASON
            yield Choice(
                act=outcome,
                words=self._catalogue.outcome_label(step.kind, outcome, language()),
                kind=_kind(outcome, usual),
                enabled=complete or not needs_checks(self._catalogue, step, outcome),
                reasons=self._offered(outcome) if asks else (),
            )

    def _offered(self, outcome: str) -> tuple[tuple[str, str, bool], ...]:
        """Reasons in words; for an outcome of which the list says nothing, the officer's own."""
        offered = offered_for(self._reasons, outcome) or [r for r in self._reasons if r.needs_note]
        return tuple((r.code, in_language(r.text), r.needs_note) for r in offered)


def in_station(step: Step) -> bool:
    """Whether the step is worked in a station of its own."""
    return step.kind is StepKind.ACTIVATE


def _kind(outcome: str, usual: str) -> str:
    if outcome == usual:
        return "primary"
    return {RETURN: "return", _REJECT: "danger"}.get(outcome, "other")


def _shown_check(check: Check, answer: Any) -> ShownCheck:
    choices = tuple((str(choice.value), in_language(choice.label)) for choice in check.choices)
    value = str(answer or "") if choices else (TICKED if answer else "")
    return ShownCheck(key=check.key, label=in_language(check.label), choices=choices, value=value)
