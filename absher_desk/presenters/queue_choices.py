"""What the catalogue and the reasons offer on a queue page, in words."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from absher_desk.catalogue.entries import Catalogue, Service
from absher_desk.catalogue.reasons import HOLD, OfferedReason, offered_for
from absher_desk.operations.colleagues import Colleague
from absher_desk.operations.officer import Officer
from absher_desk.operations.queue_pages import QueueTab, QueueTotals
from absher_desk.operations.rights import Right
from absher_desk.operations.steps import RETURN
from absher_desk.presenters.queue_detail import REJECT
from absher_desk.presenters.queue_state import ChoiceShown, FilterShown, TabShown
from absher_desk.presenters.wording import Wording, in_language, name_in_language


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonShown:
    """One reason in words."""

    code: str
    words: str
    needs_note: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonQuestion:
    """What is asked before a request is returned, rejected or held."""

    outcome: str
    request_id: int
    title: str
    confirm: str
    explanation: str
    reasons: tuple[ReasonShown, ...]
    destructive: bool

    @property
    def asks_until(self) -> bool:
        """Whether it is also asked how long."""
        return self.outcome == HOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueShown:
    """One colleague who may be given work."""

    staff_id: int
    name: str
    note: str


def services_of(catalogue: Catalogue, queue: str) -> tuple[Service, ...]:
    """Services with a step in the queue."""
    return tuple(
        service
        for service in catalogue.services.values()
        if any(step.queue == queue for step in service.steps.values())
    )


def roles_of(catalogue: Catalogue, queue: str) -> frozenset[str]:
    """Roles that do the steps of the queue."""
    return frozenset(
        step.role
        for service in catalogue.services.values()
        for step in service.steps.values()
        if step.queue == queue
    )


def may_take(officer: Officer, catalogue: Catalogue, queue: str) -> bool:
    """Whether some step of the queue is his to do."""
    return officer.may(Right.WORK) and bool(officer.roles & roles_of(catalogue, queue))


class QueueChoices(QObject):
    """Tabs, filters, reasons and colleagues of one queue, in the language of the screen."""

    def __init__(
        self,
        catalogue: Catalogue,
        queue: str,
        reasons: tuple[OfferedReason, ...],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._catalogue, self._queue, self._reasons = catalogue, queue, reasons
        self._wording = Wording(self)

    def tabs(self, totals: QueueTotals | None) -> tuple[TabShown, ...]:
        """The filters above the list with their counts."""
        counts: dict[QueueTab, int | None] = dict.fromkeys(QueueTab)
        if totals is not None:
            counts = {
                QueueTab.ALL: totals.all,
                QueueTab.UNCLAIMED: totals.unclaimed,
                QueueTab.MINE: totals.mine,
                QueueTab.RETURNED: totals.returned,
                QueueTab.URGENT: totals.urgent,
            }
        titles = {
            QueueTab.ALL: self.tr("All"),
            QueueTab.UNCLAIMED: self.tr("Not taken"),
            QueueTab.MINE: self.tr("Mine"),
            QueueTab.RETURNED: self.tr("Returned"),
            QueueTab.URGENT: self.tr("Urgent"),
        }
        return tuple(
            TabShown(key=tab, title=title, count=counts[tab]) for tab, title in titles.items()
        )

    def channels(self, chosen: str) -> FilterShown:
        """The channels by which requests of this queue come."""
        services = services_of(self._catalogue, self._queue)
        keys = dict.fromkeys(key for service in services for key in service.channels)
        choices = [ChoiceShown(key=key, title=self._wording.source(key)) for key in keys]
        return FilterShown(
            title=self.tr("Channel"),
            choices=(ChoiceShown(key="", title=self.tr("all")), *choices),
            chosen=chosen,
        )

    def services(self, chosen: str) -> FilterShown:
        """The services whose requests stand in this queue."""
        services = services_of(self._catalogue, self._queue)
        choices = [ChoiceShown(key=s.code, title=in_language(s.title)) for s in services]
        return FilterShown(
            title=self.tr("Service"),
            choices=(ChoiceShown(key="", title=self.tr("all")), *choices),
            chosen=chosen,
        )

    def colleagues(self, found: tuple[Colleague, ...]) -> tuple[ColleagueShown, ...]:
        """Those whose role does the work of this queue."""
        roles = roles_of(self._catalogue, self._queue)
        return tuple(
            ColleagueShown(
                staff_id=one.staff_id,
                name=name_in_language(one.name_ar, one.name_en),
                note=self._wording.held(one.holding),
            )
            for one in found
            if one.roles & roles
        )

    def question(self, outcome: str, request_id: int) -> ReasonQuestion:
        """What to ask before `return`, `reject` or `hold`; KeyError for another outcome."""
        title, confirm, explanation = {
            RETURN: (
                self.tr("Return for completion"),
                self.tr("Return"),
                self.tr("The applicant is told why and can complete the request."),
            ),
            REJECT: (
                self.tr("Reject the request"),
                self.tr("Reject"),
                self.tr("The request ends here; the applicant is told why."),
            ),
            HOLD: (
                self.tr("Hold the request"),
                self.tr("Hold"),
                self.tr("Nobody is given the request while it is held."),
            ),
        }[outcome]
        offered = offered_for(self._reasons, outcome)
        return ReasonQuestion(
            outcome=outcome,
            request_id=request_id,
            title=title,
            confirm=confirm,
            explanation=explanation,
            reasons=tuple(
                ReasonShown(code=r.code, words=in_language(r.text), needs_note=r.needs_note)
                for r in offered
            ),
            destructive=outcome == REJECT,
        )

    def reason_text(self, code: str, note: str) -> str:
        """The reason as the record keeps it: in Arabic, with the officer's own words."""
        words = next((r.text.ar for r in self._reasons if r.code == code and not r.needs_note), "")
        return ": ".join(part for part in (words, note.strip()) if part)
