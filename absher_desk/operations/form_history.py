"""What became of a request so far, as a paper tells it: decisions, who reviewed, what was said."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

import orjson
from sqlalchemy import Connection, Row, select

from absher_desk.catalogue.entries import Catalogue, Service, Step
from absher_desk.catalogue.kinds import StepKind
from absher_desk.catalogue.rules.passports import passport_expiry
from absher_desk.catalogue.rules.reading import day_in, number_in
from absher_desk.catalogue.situation import Setting
from absher_desk.models.branch import Staff
from absher_desk.models.event import Event
from absher_desk.models.work import Draft
from absher_desk.operations.desk import day_of
from absher_desk.standards.problems import Malformed

_ANSWERS: Final = frozenset({"replied", "answered"})
"""Outcomes whose reason is what the applicant is told."""

_ANSWERING: Final = frozenset({StepKind.REPLY, StepKind.ENQUIRE})
_REVIEWING: Final = frozenset(
    {StepKind.REVIEW, StepKind.CHECK, StepKind.REPORT, StepKind.ENQUIRE, StepKind.REPLY}
)
_DECIDING: Final = frozenset({StepKind.APPROVE, StepKind.REVIEW})


def events_of(connection: Connection, request_id: int) -> list[Row[Any]]:
    """A request's events in their order, each with its officer."""
    return list(
        connection.execute(
            select(Event.kind, Event.at, Event.data, Staff.username, Staff.name_ar, Staff.name_en)
            .outerjoin(Staff, Staff.id == Event.staff_id)
            .where(Event.request_id == request_id)
            .order_by(Event.request_seq)
        )
    )


def decisions(
    catalogue: Catalogue, service: Service, events: list[Row[Any]]
) -> list[dict[str, Any]]:
    """Every step that was finished: its words, outcome, officer, moment and reason."""
    finished = ((event, orjson.loads(event.data)) for event in events)
    return [
        _decision(catalogue, service.steps[data["step"]], event, data)
        for event, data in finished
        if data.get("step") in service.steps and data.get("outcome")
    ]


def _decision(
    catalogue: Catalogue, step: Step, event: Row[Any], data: Mapping[str, Any]
) -> dict[str, Any]:
    outcome = data["outcome"]
    label = catalogue.kinds[step.kind].outcomes[outcome].label
    return {
        "step": step.key,
        "kind": step.kind.value,
        "title": {"ar": step.title.ar, "en": step.title.en},
        "outcome": outcome,
        "outcome_label": {"ar": label.ar, "en": label.en},
        "at": event.at.isoformat(),
        "officer": officer_of(event),
        "reason": data.get("reason"),
    }


def officer_of(event: Row[Any]) -> dict[str, str] | None:
    """Who did it; None for what no person did."""
    if event.username is None:
        return None
    return {"number": event.username, "ar": event.name_ar, "en": event.name_en}


def reviewer(made: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The last decision of one who examined the request."""
    return next((one for one in reversed(made) if one["kind"] in _REVIEWING), None)


def approval(made: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The decision that approved the request, where the last that could does so."""
    last = next((one for one in reversed(made) if one["kind"] in _DECIDING), None)
    return last if last is not None and last["outcome"] == "approve" else None


def reply_text(
    connection: Connection, request: Row[Any], service: Service, made: list[dict[str, Any]]
) -> str | None:
    """What the applicant is told: as it stands in the draft of the step, else as decided."""
    if request.step in service.steps and service.steps[request.step].kind in _ANSWERING:
        draft = connection.execute(
            select(Draft.data).where(Draft.request_id == request.id, Draft.step == request.step)
        ).scalar()
        note = str((draft or {}).get("note") or "").strip()
        if note:
            return note
    said = (one["reason"] for one in reversed(made) if one["outcome"] in _ANSWERS)
    return next((text for text in said if text), None)


def validity(
    details: Mapping[str, Any], approved: dict[str, Any] | None, setting: Setting
) -> dict[str, str] | None:
    """First and last day on which the paper holds, where its details or rules say so.

    A span that was asked for; a passport's years from its approval (domain 5.1); an extension's
    days after the expiry (domain 6.3).
    """
    issued = None if approved is None else day_of(datetime.fromisoformat(approved["at"]))
    last = day_in(details, "valid_to")
    if last is not None:
        return _span(day_in(details, "valid_from") or issued, last)
    expiry, days = day_in(details, "expiry"), number_in(details, "days")
    if expiry is not None and days is not None:
        return _span(expiry + timedelta(days=1), expiry + timedelta(days=days))
    years = number_in(details, "validity_years")
    if issued is None or years is None:
        return None
    try:
        return _span(issued, passport_expiry(issued, years, setting))
    except Malformed:
        return None


def _span(first: date | None, last: date) -> dict[str, str]:
    found = {"to": last.isoformat()}
    return found if first is None else {"from": first.isoformat()} | found
