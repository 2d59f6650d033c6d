"""Acts in one statement leave exactly what the plain way leaves, the log's hashes included."""

import pytest
from sqlalchemy import func, select

from absher_desk.models.event import Event
from absher_desk.models.request import Request
from absher_desk.models.work import Draft, OpenWork, RequestStep, WorkBar
from absher_desk.operations import acts_at_once, claims, steps
from absher_desk.operations.audit import verify_log
from absher_desk.operations.claims import claim_next
from absher_desk.operations.decisions import decide
from absher_desk.operations.drafts import save_draft
from absher_desk.operations.errors import Refused
from tests.builders import program_of, register, signed_in

COMPLAINT = {"service": "complaint", "details": {"topic": "تأخر", "summary": "لم تنجز"}}
REASONS = ("مكررة", 'قال: "لا" \\ ثم {step}', "سطر\nثان \u200f\u2066123\u2069", "100 % %(step)s")


@pytest.mark.parametrize("reason", REASONS)
def test_the_log_is_whole_whatever_the_reason_says(desk, reason):
    [request_id] = register(desk, **COMPLAINT)
    clerk = signed_in(desk, "clerk")
    assert claim_next(desk, clerk, "reception").request_id == request_id
    assert decide(desk, clerk, request_id, "file", reason=reason) == "filed"
    assert verify_log(desk, signed_in(desk, "auditor")).intact
    with desk.database.read() as connection:
        assert connection.scalar(select(Request.reason)) == reason


def _rows_of(desk, entity):
    with desk.database.read() as connection:
        return connection.scalar(select(func.count()).select_from(entity))


def _work(desk, reference):
    [request_id] = register(desk, **COMPLAINT, first=reference)
    clerk = signed_in(desk, "clerk")
    claim_next(desk, clerk, "reception")
    save_draft(desk, clerk, request_id, {"note": "x"})
    decide(desk, clerk, request_id, "file", reason="مكررة")
    with desk.database.read() as connection:
        events = connection.execute(
            select(Event.kind, Event.request_seq, Event.data, Event.staff_id, Event.at, Event.day)
            .where(Event.request_id == request_id)
            .order_by(Event.request_seq)
        ).all()
        row = connection.execute(select(Request).where(Request.id == request_id)).mappings().one()
    own = {"id", "reference", "content_hash", "identity_number", "details", "applicant"}
    kept = {key: value for key, value in row.items() if key not in own}
    return kept, [event for event in events if event.kind != "request-registered"]


def test_both_ways_leave_the_same(desk, monkeypatch):
    at_once = _work(desk, 1)
    for module in (acts_at_once, claims, steps):
        monkeypatch.setattr(module, "act_at_once", lambda *_, **__: None)
    assert at_once == _work(desk, 2)
    assert [_rows_of(desk, gone) for gone in (OpenWork, WorkBar, Draft)] == [0, 0, 0]
    assert _rows_of(desk, RequestStep) == 2
    assert verify_log(desk, program_of(desk)).intact


def test_on_a_server_they_need_no_transaction(desk, monkeypatch):
    if desk.database.is_sqlite:
        assert acts_at_once.act_at_once(desk, signed_in(desk, "clerk"), None, "", {}) is None
        return
    [request_id] = register(desk, **COMPLAINT)
    clerk = signed_in(desk, "clerk")
    monkeypatch.delattr(type(desk.database), "change")
    assert claim_next(desk, clerk, "reception").request_id == request_id
    assert decide(desk, clerk, request_id, "file", reason="مكررة") == "filed"


def test_an_ended_session_takes_nothing(desk):
    register(desk, **COMPLAINT)
    clerk = signed_in(desk, "clerk")
    clerk.chain.ended = True
    with pytest.raises(Refused) as fault:
        claim_next(desk, clerk, "reception")
    assert fault.value.code == "session.ended"
    with desk.database.read() as connection:
        claimed = connection.scalar(select(func.count(OpenWork.claimed_by)))
    assert claimed == 0
