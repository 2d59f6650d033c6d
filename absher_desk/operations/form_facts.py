"""The facts that any form of a request is made from, as JSON: archived beside the paper.

Times are ISO text in UTC. Nothing here depends on who asks or when, so that a form drawn again is
the same form.
"""

from base64 import b64encode
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import orjson
from sqlalchemy import Connection, Row, select

from absher_desk.catalogue.checking import shown_fields
from absher_desk.catalogue.entries import Catalogue, Check, Field, Service, Text
from absher_desk.catalogue.fees import fees_due
from absher_desk.catalogue.kinds import FieldType
from absher_desk.catalogue.situation import Situation
from absher_desk.models.document import Attachment, Content
from absher_desk.operations.desk import Desk, day_of
from absher_desk.operations.form_history import (
    approval,
    decisions,
    events_of,
    officer_of,
    reply_text,
    reviewer,
    validity,
)

LATIN_TYPES = frozenset(
    {
        FieldType.INTEGER, FieldType.DATE, FieldType.TIME, FieldType.DATETIME, FieldType.IDENTITY,
        FieldType.MOBILE, FieldType.EMAIL, FieldType.USERNAME, FieldType.PLATE,
        FieldType.DOCUMENT_NUMBER, FieldType.MONEY,
    }
)  # fmt: skip
"""Fields whose values run left to right, also within Arabic."""

PORTRAIT: Final = "portrait"
"""The kind of evidence whose picture stands on a paper."""

_SERVICE: Final = "service"
"""The detail that names another service, by its code where the portal wrote it."""

_TICKED = Text(ar="تم", en="Done")
_ANSWERED: Final = {True: Text(ar="نعم", en="Yes"), False: Text(ar="لا", en="No")}


def form_facts(
    desk: Desk, connection: Connection, request: Row[Any], branch: Row[Any]
) -> dict[str, Any]:
    """All facts of a request row and its branch row that a form may show."""
    service = desk.catalogue.service(request.service)
    events = events_of(connection, request.id)
    made = decisions(desk.catalogue, service, events)
    approved = approval(made)
    asked_on = day_of(request.submitted_at)
    setting = partial(desk.settings.value, on=asked_on)
    return {
        "number": f"{request.id:015d}",
        "reference": request.reference,
        "service": _words(service.title),
        "service_code": service.code,
        "branch": {"code": branch.code, "ar": branch.name_ar, "en": branch.name_en},
        "applicant": request.applicant,
        "details": request.details,
        "fields": _fields(desk.catalogue, service, request.details),
        "state": request.state,
        "reason": request.reason,
        "submitted_at": request.submitted_at.isoformat(),
        "registered_at": request.registered_at.isoformat(),
        "registered_by": _registrar(events),
        "due_at": request.due_at.isoformat(),
        "closed_at": request.closed_at.isoformat() if request.closed_at else None,
        "next_step": _words(service.steps[request.step].title) if request.step else None,
        "activation": _activation(service, events),
        "decisions": made,
        "reviewer": reviewer(made),
        "approver": approved,
        "reply": reply_text(connection, request, service, made),
        "validity": validity(request.details, approved, setting),
        "fees": [
            {"sadad_code": due.fee.sadad_code, "amount": f"{due.amount:.2f}"}
            for due in fees_due(
                service, request.details, Situation(today=asked_on, setting=setting)
            )
        ],
        "portrait": _portrait(connection, request.id, service),
    }


def with_pictures(connection: Connection, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts with the portrait's bytes (base64): for drawing, not for the archive of facts."""
    sha256 = facts.get("portrait")
    if sha256 is None:
        return dict(facts)
    data = connection.execute(select(Content.data).where(Content.sha256 == sha256)).scalar()
    if data is None:
        return dict(facts)
    return {**facts, "portrait_picture": b64encode(bytes(data)).decode("ascii")}


def _portrait(connection: Connection, request_id: int, service: Service) -> str | None:
    """Hash of the latest portrait that came with a request whose service asks for one."""
    if all(evidence.kind != PORTRAIT for evidence in service.evidence):
        return None
    return connection.execute(
        select(Attachment.sha256)
        .where(Attachment.request_id == request_id, Attachment.kind == PORTRAIT)
        .order_by(Attachment.id.desc())
    ).scalar()


def _fields(
    catalogue: Catalogue, service: Service, details: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The declared fields. A redacted one stands on no paper but the one that names it."""
    return [
        {
            "key": field.key,
            "type": field.type.value,
            "label": _words(field.label),
            **_said(catalogue, field, details[field.key]),
            "latin": field.type in LATIN_TYPES,
            "redacted": field.redacted,
        }
        for field in shown_fields(service, details)
        if field.key in details and field.type is not FieldType.FILE
    ]


def _said(catalogue: Catalogue, field: Field, value: object) -> dict[str, str]:
    if field.key == _SERVICE and value in catalogue.services:
        return _words(catalogue.service(str(value)).title)
    if isinstance(value, bool):
        return _words(_ANSWERED[value])
    return {language: field.label_of(value, language) for language in ("ar", "en")}


def _registrar(events: list[Row[Any]]) -> dict[str, str] | None:
    """Who entered it at a counter; None for what came by a feed, whoever works on it later."""
    entered = next((event for event in events if event.kind == "request-registered"), None)
    return officer_of(entered) if entered is not None else None


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
        "officer": officer_of(done),
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


def _words(text: Text) -> dict[str, str]:
    return {"ar": text.ar, "en": text.en}
