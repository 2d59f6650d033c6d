"""The facts that any form of a request is made from, as JSON: archived beside the paper.

Times are ISO text in UTC. Nothing here depends on who asks or when, so that a form drawn again is
the same form.
"""

from collections.abc import Mapping
from typing import Any

import orjson
from sqlalchemy import Connection, Row, select

from absher_desk.catalogue.checking import shown_fields
from absher_desk.catalogue.entries import Check, Service, Text
from absher_desk.catalogue.kinds import FieldType
from absher_desk.models.branch import Staff
from absher_desk.models.event import Event
from absher_desk.operations.desk import Desk

LATIN_TYPES = frozenset(
    {
        FieldType.INTEGER, FieldType.DATE, FieldType.TIME, FieldType.DATETIME, FieldType.IDENTITY,
        FieldType.MOBILE, FieldType.EMAIL, FieldType.USERNAME, FieldType.PLATE,
        FieldType.DOCUMENT_NUMBER, FieldType.MONEY,
    }
)  # fmt: skip
"""Fields whose values run left to right, also within Arabic."""

_TICKED = Text(ar="تم", en="Done")


def form_facts(
    desk: Desk, connection: Connection, request: Row[Any], branch: Row[Any]
) -> dict[str, Any]:
    """All facts of a request row and its branch row that a form may show."""
    service = desk.catalogue.service(request.service)
    events = _events(connection, request.id)
    return {
        "number": f"{request.id:015d}",
        "reference": request.reference,
        "service": _words(service.title),
        "branch": {"code": branch.code, "ar": branch.name_ar, "en": branch.name_en},
        "applicant": request.applicant,
        "details": request.details,
        "fields": _fields(service, request.details),
        "state": request.state,
        "submitted_at": request.submitted_at.isoformat(),
        "registered_at": request.registered_at.isoformat(),
        "registered_by": _registrar(events),
        "activation": _activation(service, events),
    }


def _events(connection: Connection, request_id: int) -> list[Row[Any]]:
    return list(
        connection.execute(
            select(Event.kind, Event.at, Event.data, Staff.username, Staff.name_ar, Staff.name_en)
            .outerjoin(Staff, Staff.id == Event.staff_id)
            .where(Event.request_id == request_id)
            .order_by(Event.request_seq)
        )
    )


def _fields(service: Service, details: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "label": _words(field.label),
            "ar": field.label_of(details[field.key], "ar"),
            "en": field.label_of(details[field.key], "en"),
            "latin": field.type in LATIN_TYPES,
        }
        for field in shown_fields(service, details)
        if field.key in details and not field.redacted
    ]


def _registrar(events: list[Row[Any]]) -> dict[str, str] | None:
    """Who entered it at a counter; None for what came by a feed, whoever works on it later."""
    entered = next((event for event in events if event.kind == "request-registered"), None)
    return _officer(entered) if entered is not None and entered.username is not None else None


def _activation(service: Service, events: list[Row[Any]]) -> dict[str, Any] | None:
    """Who activated the account, when, and what he checked; None before that."""
    done = next((event for event in events if event.kind == "account-activated"), None)
    if done is None:
        return None
    answers: Mapping[str, Any] = orjson.loads(done.data).get("checks") or {}
    checklist = [check for step in service.steps.values() for check in step.checklist]
    code = next((event for event in events if event.kind == "code-confirmed"), None)
    return {
        "at": done.at.isoformat(),
        "officer": _officer(done),
        "code_confirmed_at": code.at.isoformat() if code else None,
        "checks": [
            {
                "label": _words(check.label),
                "outcome": _words(_outcome(check, answers[check.key])),
                "passed": answers[check.key] in check.accepted if check.accepted else True,
                "at": done.at.isoformat(),
            }
            for check in checklist
            if answers.get(check.key)
        ],
    }


def _outcome(check: Check, answer: object) -> Text:
    return next((choice.label for choice in check.choices if choice.value == answer), _TICKED)


def _officer(event: Row[Any]) -> dict[str, str]:
    return {"number": event.username, "ar": event.name_ar, "en": event.name_en}


def _words(text: Text) -> dict[str, str]:
    return {"ar": text.ar, "en": text.en}
