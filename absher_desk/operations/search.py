"""Finding a request by anything: its number, a feed reference, an identity number, a name."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select

from absher_desk.models.request import Request
from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import NotFound
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.standards.folding import fold
from absher_desk.standards.scan import ScanKind, recognise

LIMIT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A request that a search brought up."""

    request_id: int
    service: str
    name: str
    identity_number: str
    state: str
    registered_at: datetime


def search(desk: Desk, officer: Officer, text: str) -> tuple[Found, ...]:
    """Requests of the branch that the text may mean, newest first, at most fifty."""
    condition = _condition(text)
    if condition is None:
        return ()
    with desk.read(officer, Right.READ_REQUESTS) as connection:
        rows = connection.execute(
            select(
                Request.id.label("request_id"),
                Request.service,
                Request.applicant_name.label("name"),
                Request.identity_number,
                Request.state,
                Request.registered_at,
            )
            .where(Request.branch_code == officer.branch_code, condition)
            .order_by(Request.registered_at.desc(), Request.id.desc())
            .limit(LIMIT)
        ).mappings()
        return tuple(Found(**row) for row in rows)


def request_id_of(desk: Desk, officer: Officer, text: str) -> int:
    """The one request meant by a number or a feed reference.

    Raises:
        NotFound: `request.not-found`.
    """
    scan = recognise(text)
    condition = (
        Request.id == int(scan.value)
        if scan.kind is ScanKind.REQUEST
        else Request.reference == text.strip()
    )
    with desk.read(officer, Right.READ_REQUESTS) as connection:
        found = connection.execute(
            select(Request.id).where(Request.branch_code == officer.branch_code, condition)
        ).scalar()
    if found is None:
        raise NotFound("request.not-found")
    return int(found)


def _condition(text: str) -> ColumnElement[bool] | None:
    scan = recognise(text)
    if scan.kind is ScanKind.REQUEST:
        return Request.id == int(scan.value)
    if scan.kind is ScanKind.IDENTITY:
        return Request.identity_number == scan.value
    words = fold(text).split()
    if not words:
        return None
    by_name = and_(*(Request.name_key.contains(word, autoescape=True) for word in words))
    return or_(by_name, Request.reference == text.strip())
