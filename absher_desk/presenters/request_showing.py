"""From a request's file and what was entered to the whole state of the request page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from absher_desk.catalogue.entries import Service, Step
from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.request_file import RequestFile
from absher_desk.operations.rights import Right
from absher_desk.presenters.request_choices import TICKED, RequestChoices, Standing, standing_of
from absher_desk.presenters.request_facts import RequestFacts, shown_name
from absher_desk.presenters.request_papers import RequestPapers
from absher_desk.presenters.request_state import (
    Announcement,
    PagePhase,
    RequestPageState,
    Word,
)
from absher_desk.presenters.request_way import RequestWay
from absher_desk.presenters.time_words import TimeWords
from absher_desk.presenters.wording import Wording, in_language, language, name_in_language
from absher_desk.standards.bidi import isolate
from absher_desk.standards.mobile import national_format
from absher_desk.standards.request_number import grouped
from absher_desk.system.texts import Texts


@dataclass(slots=True)
class Answers:
    """What the officer has entered at the step and not yet decided."""

    checks: dict[str, Any] = field(default_factory=dict)
    note: str = ""

    def draft(self) -> dict[str, Any]:
        """As it is kept with the request."""
        return {"answers": dict(self.checks), "note": self.note}

    def restore(self, draft: Mapping[str, Any], step: Step) -> None:
        """Take up a draft; what no longer belongs to this step is left out."""
        known = {check.key for check in step.checklist}
        kept = draft.get("answers", {})
        self.checks = {key: value for key, value in kept.items() if key in known}
        self.note = str(draft.get("note", ""))

    def set(self, step: Step, key: str, value: str) -> bool:
        """Answer a check; whether the step has it."""
        check = next((one for one in step.checklist if one.key == key), None)
        if check is None:
            return False
        self.checks[key] = value if check.choices else value == TICKED
        return True


class RequestShowing(QObject):
    """Says everything of a request, in the language of the screen."""

    def __init__(self, desk: Desk, officer: Officer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._officer = desk, officer
        self._texts = Texts()
        self._wording, self._times = Wording(self), TimeWords(self)
        self._facts = RequestFacts(self)
        self._way = RequestWay(desk.catalogue, self)
        self._papers = RequestPapers(desk.catalogue, self)
        self._choices = RequestChoices(desk.catalogue, self)

    def state(self, file: RequestFile, answers: Answers, *, busy: bool) -> RequestPageState:
        """What the page shows now."""
        now, officer = self._desk.now(), self._officer
        service = self._desk.catalogue.service(file.service)
        standing = standing_of(file, service, officer, now)
        step = standing.step if standing else None
        titles, here = self._way.steps(file, service)
        papers = self._papers.papers(file, service, officer, now)
        next_print = self._papers.next_print(file, service, papers)
        return RequestPageState(
            phase=PagePhase.OPEN,
            name=shown_name(file),
            service=in_language(service.title),
            number=isolate(grouped(file.number)),
            identifiers=self._identifiers(file),
            words=self._words(file, standing, now),
            steps=titles,
            step=here,
            announcements=self._announcements(file, service, standing, now),
            applicant=(*self._facts.applicant(file), *self._request(file)),
            details=self._facts.details(
                file, service, may_see_redacted=self._sees_redacted(file, service)
            ),
            step_title=in_language(step.title) if step else "",
            pairs=self._way.pairs(file, service, officer, now),
            checks=self._choices.checks(step, answers.checks) if step else (),
            checks_done=self._choices.checks_done(step, answers.checks) if step else "",
            note=answers.note,
            editable=bool(standing and standing.mine and standing.works),
            remarks=self._way.remarks(file, now),
            evidence=self._papers.evidence(file, service),
            papers=papers,
            way=self._way.points(file, now),
            choices=self._choices.choices(standing, answers.checks),
            menu=self._choices.menu(standing, officer),
            print_words=self._papers.print_words(next_print),
            printable=bool(next_print),
            missing=self._choices.missing(standing, answers.checks) if standing else "",
            busy=busy,
        )

    def form_of_next_print(self, file: RequestFile) -> str:
        """The form that F7 prints, empty for none."""
        service = self._desk.catalogue.service(file.service)
        papers = self._papers.papers(file, service, self._officer, self._desk.now())
        return self._papers.next_print(file, service, papers)

    @property
    def choices(self) -> RequestChoices:
        """The words of choices."""
        return self._choices

    def _identifiers(self, file: RequestFile) -> tuple[str, ...]:
        facts = file.applicant
        shown = [isolate(facts["identity_number"])]
        if facts["mobile"]:
            shown.append(isolate(national_format(facts["mobile"])))
        return tuple(shown)

    def _words(
        self, file: RequestFile, standing: Standing | None, now: datetime
    ) -> tuple[Word, ...]:
        words = [Word(text=self.tr("Urgent"), tone="red", icon="flag-fill")] if file.urgent else []
        if standing is not None and (standing.mine or standing.taken):
            held = standing.open_step
            name = name_in_language(held.holder_ar, held.holder_en)
            you = Word(text=self.tr("With you"), tone="green", icon="hand-pointing")
            other = Word(text=name, tone="plain", icon="lock-simple")
            words.append(you if standing.mine else other)
        said = self._wording.state(file.state)
        words.append(Word(text=said.words, tone=said.tone or "neutral"))
        if standing is not None:
            due = self._times.due(file.due_at, now)
            tone = {"red": "red", "amber": "amber"}.get(due.tone, "plain")
            when = due.words if due.late else self.tr("Due {when}").format(when=due.words)
            words.append(Word(text=when, tone=tone, icon=due.icon))
        return tuple(words)

    def _announcements(
        self, file: RequestFile, service: Service, standing: Standing | None, now: datetime
    ) -> tuple[Announcement, ...]:
        earlier = self._way.barred(file, service, self._officer, now)
        said = self._choices.announcements(file, standing, earlier, now)
        doubts = tuple(
            Announcement(tone="amber", title="", text=self._doubt(warning, service))
            for warning in file.warnings
        )
        return (*said, *doubts)

    def _doubt(self, warning: Mapping[str, Any], service: Service) -> str:
        sentence = self._texts.of(warning["code"], language(), **warning.get("values", {}))
        asked = service.fields.get(str(warning.get("path", "")).removeprefix("details."))
        return f"{in_language(asked.label)}: {sentence}" if asked else sentence

    def _request(self, file: RequestFile) -> tuple[Any, ...]:
        return self._facts.request(file, self._wording.source(file.source))

    def _sees_redacted(self, file: RequestFile, service: Service) -> bool:
        """Only who works on this service, and never the person whom the request is about."""
        own = file.open_step is not None and file.open_step.barred == "own-request"
        roles = {step.role for step in service.steps.values()}
        return self._officer.may(Right.WORK) and bool(roles & self._officer.roles) and not own
