"""Papers: made from a request's facts and archived with their hash."""

import hashlib
from typing import Any

from sqlalchemy import Connection, insert, select

from absher_desk.models.branch import Branch
from absher_desk.models.document import Content, Document
from absher_desk.models.request import Request
from absher_desk.models.upsert import insert_or
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import NotFound, Refused
from absher_desk.operations.form_facts import form_facts, with_pictures
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right

PDF = "application/pdf"


def render_form(desk: Desk, officer: Officer, request_id: int, form: str) -> bytes:
    """The form as it would print, without archiving or counting it.

    Raises:
        NotFound: no such request. Refused: the service has no such form.
    """
    with desk.read(officer, Right.READ_REQUESTS) as connection:
        facts = _facts(desk, connection, officer, request_id, form)
        drawn = with_pictures(connection, facts)
    return desk.outside.composer.compose(form, drawn, 0)


def issue_document(desk: Desk, officer: Officer, request_id: int, form: str) -> int:
    """Make the paper and archive it; a form is made once per request. Returns its document id.

    Raises:
        NotFound: no such request. Refused: the service has no such form.
    """
    with desk.read(officer, Right.PRINT) as connection:
        existing = _existing(connection, officer, request_id, form)
        if existing is not None:
            return existing
        facts = _facts(desk, connection, officer, request_id, form)
        drawn = with_pictures(connection, facts)
    # Composed outside the transaction: nobody waits for a page to be drawn.
    pdf = desk.outside.composer.compose(form, drawn, 0)
    with desk.change(officer, Right.PRINT) as act:
        _lock_request(act, request_id)
        existing = _existing(act.connection, officer, request_id, form)
        if existing is not None:
            return existing
        sha256 = keep_content(act, pdf)
        document_id: int = act.connection.execute(
            insert(Document)
            .values(
                request_id=request_id, form=form, facts=facts, sha256=sha256,
                created_at=act.now, staff_id=officer.staff_id, copies=0,
            )
            .returning(Document.id)
        ).scalar_one()  # fmt: skip
        act.record(
            "document-issued", request_id=request_id,
            document=document_id, form=form, sha256=sha256,
        )  # fmt: skip
    return document_id


def read_document(desk: Desk, officer: Officer, document_id: int) -> bytes:
    """The archived bytes. Raises NotFound."""
    with desk.read(officer, Right.READ_REQUESTS) as connection:
        data = connection.execute(
            select(Content.data)
            .join(Document, Document.sha256 == Content.sha256)
            .join(Request, Request.id == Document.request_id)
            .where(Document.id == document_id, Request.branch_code == officer.branch_code)
        ).scalar()
    if data is None:
        raise NotFound("document.not-found")
    return bytes(data)


def _facts(
    desk: Desk, connection: Connection, officer: Officer, request_id: int, form: str
) -> dict[str, Any]:
    request = connection.execute(
        select(Request.__table__).where(
            Request.id == request_id, Request.branch_code == officer.branch_code
        )
    ).first()
    if request is None:
        raise NotFound("request.not-found")
    service = desk.catalogue.service(request.service)
    if form not in service.forms:
        raise Refused("document.no-such-form", form=form)
    branch = connection.execute(
        select(Branch.__table__).where(Branch.code == request.branch_code)
    ).one()
    return form_facts(desk, connection, request, branch)


def _lock_request(act: Act, request_id: int) -> None:
    """Two desks that issue the same form meet here; the second then finds the first's."""
    act.connection.execute(select(Request.id).where(Request.id == request_id).with_for_update())


def _existing(connection: Connection, officer: Officer, request_id: int, form: str) -> int | None:
    return connection.execute(
        select(Document.id)
        .join(Request, Request.id == Document.request_id)
        .where(
            Document.request_id == request_id,
            Document.form == form,
            Request.branch_code == officer.branch_code,
        )
    ).scalar()


def keep_content(act: Act, pdf: bytes) -> str:
    """Keep bytes under their hash, once; returns the hash."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    act.connection.execute(
        insert_or(act.connection, Content)
        .values(sha256=sha256, media_type=PDF, data=pdf)
        .on_conflict_do_nothing()
    )
    return sha256
