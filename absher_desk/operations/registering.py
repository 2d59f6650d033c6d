"""Entering requests: number, first event, first step, person and evidence in one transaction."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Insert, insert, select

from absher_desk.catalogue.entries import Service
from absher_desk.models.account import Message
from absher_desk.models.branch import Staff
from absher_desk.models.document import Attachment, Content
from absher_desk.models.request import Person, Request
from absher_desk.models.upsert import insert_or
from absher_desk.models.work import OpenWork, WorkBar
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.due_times import due_time
from absher_desk.operations.many_rows import insert_many
from absher_desk.operations.messages import waiting_message
from absher_desk.operations.numbers import take_numbers
from absher_desk.operations.steps import NORMAL, URGENT
from absher_desk.standards.address import NationalAddress
from absher_desk.standards.folding import fold
from absher_desk.standards.names import PersonName
from absher_desk.standards.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Who asks, as stated in the request; every value is in its standard's form."""

    identity_number: str
    identity_type: str
    name_ar: PersonName
    name_en: PersonName | None
    birth_date: date | None
    birth_date_hijri: str | None
    sex: str
    nationality: str
    mobile: str
    email: str
    language: str
    address: NationalAddress | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A file that came with the request."""

    name: str
    kind: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequest:
    """A checked request, ready to be entered. `content_hash` tells a duplicate from a conflict."""

    source: str
    reference: str
    content_hash: str
    service: Service
    branch_code: str
    audience: str
    urgent: bool
    delivery: str
    submitted_at: datetime
    applicant: Applicant
    details: Mapping[str, Any]
    warnings: Sequence[Problem] = ()
    evidence: Sequence[Evidence] = ()


def register_requests(desk: Desk, act: Act, requests: Sequence[NewRequest]) -> list[int]:
    """Enter them all in this act; returns their request ids in the same order.

    The caller has sorted out duplicates: the same (source, reference) twice fails the whole act.
    """
    if not requests:
        return []
    ids = _numbers(act, requests)
    connection = act.connection
    insert_many(connection, _upsert_person(act), _last_of_each(requests))
    due = [due_time(desk, request.service, request.submitted_at) for request in requests]
    entered = list(zip(ids, requests, due, strict=True))
    insert_many(connection, insert(Request), [_request_row(act, *one) for one in entered])
    insert_many(connection, insert(OpenWork), [_work_row(act, *one) for one in entered])
    insert_many(connection, insert(Message), list(_messages(act, ids, requests)))
    _bar_staff(act, ids, requests)
    _keep_evidence(act, ids, requests)
    for request_id, request in zip(ids, requests, strict=True):
        act.record(
            "request-registered",
            request_id=request_id,
            request_seq=1,
            branch_code=request.branch_code,
            service=request.service.code,
            source=request.source,
            reference=request.reference,
            content=request.content_hash,
        )
    return ids


def _messages(
    act: Act, ids: Sequence[int], requests: Sequence[NewRequest]
) -> Iterator[dict[str, Any]]:
    """What the applicants are told: that their request is registered, under which number."""
    for request_id, request in zip(ids, requests, strict=True):
        for message in request.service.messages_on("registered"):
            yield waiting_message(act, request_id, message, request.applicant)


def applicant_facts(applicant: Applicant) -> dict[str, Any]:
    """The applicant as kept with the request (JSON): names in parts, dates as stated."""
    # By hand: dataclasses.asdict copies every text and cost a feed half of its time.
    facts = _parts(applicant)
    for key in ("name_ar", "name_en", "address"):
        if facts[key] is not None:
            facts[key] = _parts(facts[key])
    facts["birth_date"] = applicant.birth_date and applicant.birth_date.isoformat()
    return facts


def _parts(value: Applicant | PersonName | NationalAddress) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def _numbers(act: Act, requests: Sequence[NewRequest]) -> list[int]:
    """Numbers for all, taken per branch in one go, given out in the order of the requests."""
    wanted: dict[str, int] = {}
    for request in requests:
        wanted[request.branch_code] = wanted.get(request.branch_code, 0) + 1
    stock = {branch: iter(take_numbers(act, branch, wanted[branch])) for branch in sorted(wanted)}
    return [int(next(stock[request.branch_code])) for request in requests]


def _request_row(
    act: Act, request_id: int, request: NewRequest, due_at: datetime
) -> dict[str, Any]:
    start = request.service.step(request.service.start)
    name = request.applicant.name_ar.full
    return {
        "id": request_id,
        "source": request.source,
        "reference": request.reference,
        "content_hash": request.content_hash,
        "service": request.service.code,
        "branch_code": request.branch_code,
        "audience": request.audience,
        "urgent": request.urgent,
        "delivery": request.delivery,
        "state": "registered",
        "queue": start.queue,
        "step": start.key,
        "identity_number": request.applicant.identity_number,
        "applicant_name": name,
        "name_key": fold(name),
        "applicant": applicant_facts(request.applicant),
        "details": request.details,
        "warnings": [
            {"code": w.code, "path": w.path, "values": dict(w.values)} for w in request.warnings
        ],
        "submitted_at": request.submitted_at,
        "registered_at": act.now,
        "registered_day": act.day,
        "due_at": due_at,
        "event_count": 1,
    }


def _work_row(act: Act, request_id: int, request: NewRequest, due_at: datetime) -> dict[str, Any]:
    start = request.service.step(request.service.start)
    return {
        "request_id": request_id,
        "branch_code": request.branch_code,
        "queue": start.queue,
        "step": start.key,
        "role": start.role,
        "priority": URGENT if request.urgent else NORMAL,
        "due_at": due_at,
        "entered_at": act.now,
    }


def _last_of_each(requests: Iterable[NewRequest]) -> list[dict[str, Any]]:
    """One row per person, the last statement counting, in a fixed order against deadlocks."""
    people = {r.applicant.identity_number: _person_row(r.applicant) for r in requests}
    return [people[number] for number in sorted(people)]


def _person_row(applicant: Applicant) -> dict[str, Any]:
    return {
        "identity_number": applicant.identity_number,
        "identity_type": applicant.identity_type,
        "name_ar": applicant.name_ar.full,
        "name_en": applicant.name_en.full if applicant.name_en else "",
        "name_key": fold(applicant.name_ar.full),
        "birth_date": applicant.birth_date,
        "birth_date_hijri": applicant.birth_date_hijri,
        "sex": applicant.sex,
        "nationality": applicant.nationality,
        "mobile": applicant.mobile,
        "email": applicant.email,
        "language": applicant.language,
    }


def _upsert_person(act: Act) -> Insert:
    statement = insert_or(act.connection, Person)
    stated = {
        column.name: statement.excluded[column.name]
        for column in Person.__table__.columns
        if not column.primary_key
    }
    upsert: Insert = statement.on_conflict_do_update(
        index_elements=["identity_number"], set_=stated
    )
    return upsert


def _bar_staff(act: Act, ids: Sequence[int], requests: Sequence[NewRequest]) -> None:
    """Nobody works on his own request."""
    staff = {
        row.identity_number: row.id
        for row in act.connection.execute(
            select(Staff.identity_number, Staff.id).where(Staff.identity_number.is_not(None))
        )
    }
    rows = [
        {"request_id": i, "staff_id": staff[number], "cause": "own-request"}
        for i, request in zip(ids, requests, strict=True)
        if (number := request.applicant.identity_number) in staff
    ]
    if rows:
        act.connection.execute(insert(WorkBar), rows)


def _keep_evidence(act: Act, ids: Sequence[int], requests: Sequence[NewRequest]) -> None:
    kept = [(i, item) for i, r in zip(ids, requests, strict=True) for item in r.evidence]
    if not kept:
        return
    hashes = {id(item): hashlib.sha256(item.data).hexdigest() for _, item in kept}
    contents = {hashes[id(item)]: item for _, item in kept}
    act.connection.execute(
        insert_or(act.connection, Content).on_conflict_do_nothing(),
        [
            {"sha256": sha, "media_type": contents[sha].media_type, "data": contents[sha].data}
            for sha in sorted(contents)
        ],
    )
    act.connection.execute(
        insert(Attachment),
        [
            {"request_id": i, "name": item.name, "kind": item.kind, "sha256": hashes[id(item)]}
            for i, item in kept
        ],
    )
