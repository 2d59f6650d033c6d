"""State of the detail pane: one request in words, and what this officer may do with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from PySide6.QtCore import QObject

from absher_desk.catalogue.entries import Catalogue, Step, ends
from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.request_file import AttachmentInfo, RequestFile
from absher_desk.operations.rights import Right
from absher_desk.operations.steps import RETURN
from absher_desk.presenters.time_words import Due, TimeWords
from absher_desk.presenters.wording import (
    Said,
    Wording,
    in_language,
    language,
    name_in_language,
)
from absher_desk.standards.bidi import isolate
from absher_desk.standards.dates import HijriDate
from absher_desk.standards.request_number import grouped
from absher_desk.standards.shown_dates import shown_gregorian, shown_hijri
from absher_desk.system.texts import Texts

REJECT: Final = "reject"
_TOLD: Final = 5
"""Events of the way that the pane tells; the request page has them all."""
_AHEAD: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What the officer may do with a request now; anything else would be refused.

    `begin`: opening takes it, since it is free and waits for nobody but him.
    """

    claim: bool = False
    begin: bool = False
    release: bool = False
    hold: bool = False
    resume: bool = False
    return_: bool = False
    reject: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the pane; `number` is read left to right."""

    title: str
    value: str
    number: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WayPoint:
    """One point of the request's way; `state` is done, current or ahead."""

    title: str
    note: str = ""
    state: str = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperShown:
    """One piece of evidence."""

    id: int
    title: str
    note: str
    icon: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailState:
    """Everything the pane shows of one request."""

    request_id: int
    number: str
    name: str
    subject: str
    state: Said
    due: Due
    facts: tuple[Fact, ...]
    warnings: tuple[str, ...]
    way: tuple[WayPoint, ...]
    papers: tuple[PaperShown, ...]
    allowed: Allowed


def allowed(officer: Officer, catalogue: Catalogue, file: RequestFile) -> Allowed:
    """What may be done, from his rights and roles and the step as the catalogue has it."""
    open_step = file.open_step
    if open_step is None or not officer.may(Right.WORK):
        return Allowed()
    outcomes = catalogue.service(file.service).step(open_step.step).on
    mine = open_step.claimed_by is not None and open_step.claimed_by == officer.staff_id
    may_take = open_step.role in officer.roles and open_step.barred is None
    claimable = may_take and open_step.claimed_by is None and open_step.parked != "returned"
    return Allowed(
        claim=claimable,
        begin=claimable and open_step.parked is None,
        release=mine,
        hold=mine,
        resume=open_step.parked is not None,
        return_=mine and RETURN in outcomes,
        reject=mine and REJECT in outcomes,
    )


class DetailWords(QObject):
    """Puts a request into the words of the pane."""

    def __init__(self, desk: Desk, officer: Officer, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._officer, self._texts = desk, officer, texts
        self._wording, self._times = Wording(self), TimeWords(self)

    def state(self, file: RequestFile) -> DetailState:
        """The pane for one request, as of now."""
        now = self._desk.now()
        return DetailState(
            request_id=file.request_id,
            number=grouped(file.number),
            name=file_name(file.applicant),
            subject=self.tr("{service}, by: {source}").format(
                service=in_language(self._desk.catalogue.service(file.service).title),
                source=self._wording.source(file.source),
            ),
            state=self._wording.state(file.state),
            due=self._times.due(file.due_at, now),
            facts=tuple(self._facts(file.applicant)),
            warnings=tuple(
                self._texts.of(str(w["code"]), language(), **w["values"]) for w in file.warnings
            ),
            way=(*self._told(file, now), *self._ahead(file, now)),
            papers=tuple(self._paper(file, each) for each in file.attachments),
            allowed=allowed(self._officer, self._desk.catalogue, file),
        )

    def _facts(self, applicant: Any) -> Iterator[Fact]:
        yield Fact(title=self.tr("ID number"), value=isolate(str(applicant["identity_number"])))
        born = birth_dates(applicant.get("birth_date"), applicant.get("birth_date_hijri"))
        if born:
            yield Fact(title=self.tr("Date of birth"), value=born)
        if applicant.get("mobile"):
            mobile = isolate(spaced_mobile(str(applicant["mobile"])))
            yield Fact(title=self.tr("Mobile"), value=mobile)
        if applicant.get("email"):
            yield Fact(title=self.tr("E-mail"), value=isolate(breakable(str(applicant["email"]))))
        if (address := applicant.get("address")) and address.get("short"):
            yield Fact(title=self.tr("Short address"), value=isolate(str(address["short"])))

    def _told(self, file: RequestFile, now: datetime) -> list[WayPoint]:
        points = []
        for entry in file.timeline:
            catalogue = self._desk.catalogue
            title = self._wording.told(entry.kind, entry.data, catalogue, file.service)
            if not title:
                continue
            who = name_in_language(entry.name_ar, entry.name_en)
            when = self._times.moment_in_full(entry.at, now)
            together = self.tr("{moment}, {who}").format(moment=when, who=who) if who else when
            points.append(WayPoint(title=title, note=together))
        # The beginning is always told; of what followed, the latest.
        return points if len(points) <= _TOLD else [points[0], *points[1 - _TOLD :]]

    def _ahead(self, file: RequestFile, now: datetime) -> Iterator[WayPoint]:
        if file.open_step is None:
            return
        since = self._times.since(file.timeline[-1].at, now) if file.timeline else ""
        yield WayPoint(title=self._standing(file), note=since, state="current")
        step = self._desk.catalogue.service(file.service).step(file.open_step.step)
        for _ in range(_AHEAD):
            yield WayPoint(title=in_language(step.title), state="ahead")
            there = self._usual_next(step, file)
            if there is None:
                return
            step = there

    def _standing(self, file: RequestFile) -> str:
        open_step = file.open_step
        if open_step is None:
            return self._wording.state(file.state).words
        if open_step.claimed_by is not None:
            name = name_in_language(open_step.holder_ar, open_step.holder_en)
            if open_step.claimed_by == self._officer.staff_id:
                return self.tr("With you")
            return self.tr("With {name}").format(name=name)
        if open_step.parked is not None:
            return self.tr("Waiting for the applicant")
        return self.tr("Waiting for: {role}").format(role=self._wording.role(open_step.role))

    def _usual_next(self, step: Step, file: RequestFile) -> Step | None:
        """The step after, when this one ends as it usually does."""
        usual = next(iter(step.on), None)
        if usual is None:
            return None
        target = step.next(usual, file.delivery)
        return None if ends(target) else self._desk.catalogue.service(file.service).step(target)

    def _paper(self, file: RequestFile, paper: AttachmentInfo) -> PaperShown:
        evidence = self._desk.catalogue.service(file.service).evidence
        other = self.tr("Portrait") if paper.kind == "portrait" else paper.name
        title = next((in_language(e.label) for e in evidence if e.kind == paper.kind), other)
        image = paper.media_type.startswith("image/")
        suffix = paper.media_type.rpartition("/")[2].upper()
        icon = "identification-card" if image else "file-text"
        return PaperShown(
            id=paper.id,
            title=title,
            note=isolate(suffix),
            icon=icon,
            media_type=paper.media_type,
        )


def file_name(applicant: Any) -> str:
    """The applicant's whole name in the script of the screen, where it was stated in both."""
    arabic, english = (_joined(applicant.get(key)) for key in ("name_ar", "name_en"))
    return name_in_language(arabic, english)


def birth_dates(gregorian: str | None, hijri: str | None) -> str:
    """Both calendars as stated, short: `1410/06/18 هـ، 1990/01/15 م`; empty when neither is."""
    parts = []
    if hijri:
        year, month, day = (int(part) for part in hijri.split("-"))
        parts.append(shown_hijri(HijriDate(year, month, day), language()))
    if gregorian:
        parts.append(shown_gregorian(date.fromisoformat(gregorian), language()))
    return ("، " if language() == "ar" else ", ").join(parts)


def spaced_mobile(mobile: str) -> str:
    """A Saudi mobile number in groups; any other as it is.

    >>> spaced_mobile("+966501234567")
    '+966 50 123 4567'
    """
    if not mobile.startswith("+966") or len(mobile) != 13:
        return mobile
    return f"{mobile[:4]} {mobile[4:6]} {mobile[6:9]} {mobile[9:]}"


def breakable(email: str) -> str:
    """An address that may go on in a second line, after its @.

    >>> breakable("a@example.sa") == "a@\u200bexample.sa"
    True
    """
    return email.replace("@", "@\u200b")


def _joined(parts: Any) -> str:
    if not parts:
        return ""
    names = (parts.get(key) for key in ("first", "father", "grandfather", "family"))
    return " ".join(name for name in names if name)
