"""Acts that several tests need: work one step, read rows, count events."""

from sqlalchemy import select

from absher_desk.models.event import Event
from absher_desk.models.request import Request
from absher_desk.operations.activation import activate_account
from absher_desk.operations.claims import claim
from absher_desk.operations.codes import confirm_code, send_code
from absher_desk.operations.decisions import decide
from tests.builders import signed_in

ACTIVATION_ANSWERS = {
    "original-seen": True,
    "portrait": "match",
    "fingerprint": "match",
    "mobile-transfer-told": True,
}


def rows(desk, statement):
    with desk.database.read() as connection:
        return connection.execute(statement).all()


def one(desk, table, key, key_column="id"):
    """The row of a table with this key."""
    [row] = rows(desk, select(table.__table__).where(getattr(table, key_column) == key))
    return row


def write(desk, statement):
    """A change behind the program's back."""
    with desk.database.change() as connection:
        connection.execute(statement)


def kinds(desk, request_id):
    """Kinds of a request's events, in order."""
    statement = select(Event.kind).where(Event.request_id == request_id)
    return [row.kind for row in rows(desk, statement.order_by(Event.request_seq))]


def answers_for(step):
    """An accepted answer to every check of a step."""
    return {check.key: check.accepted[0] if check.accepted else True for check in step.checklist}


def work(desk, officer, request_id, outcome, reason=None):
    """Claim the open step and end it with an outcome; returns where the request went."""
    claim(desk, officer, request_id)
    row = one(desk, Request, request_id)
    step = desk.catalogue.service(row.service).step(row.step)
    return decide(desk, officer, request_id, outcome, reason=reason, answers=answers_for(step))


def confirm_mobile(desk, officer, request_id):
    """Send a code and enter it, as the applicant reads it out."""
    claim(desk, officer, request_id)
    code = str(10**5 + desk.outside.randomness.given)
    send_code(desk, officer, request_id)
    confirm_code(desk, officer, request_id, code)


def activate(desk, officer, request_id, **changes):
    values = {"answers": ACTIVATION_ANSWERS, "accepted": ()}
    return activate_account(desk, officer, request_id, **(values | changes))


def activated(desk, request_id, username="officer"):
    """The whole of an activation; returns the account's number."""
    officer = signed_in(desk, username)
    confirm_mobile(desk, officer, request_id)
    return activate(desk, officer, request_id)
