"""The log verified: whole after a working day, and every kind of tampering named."""

from datetime import date, timedelta

import orjson
import pytest
from sqlalchemy import delete, func, select, update

from absher_desk.models.branch import SignIn
from absher_desk.models.day import DayClose
from absher_desk.models.event import Event
from absher_desk.models.request import Request
from absher_desk.operations.audit import verify_log
from absher_desk.operations.day_close import close_day
from absher_desk.operations.drafts import save_draft
from absher_desk.operations.parking import hold
from absher_desk.operations.sign_in import note_lock, sign_out
from absher_desk.standards.problems import Problem
from tests.builders import applicant, register, signed_in
from tests.operations.acting import activated, confirm_mobile, rows, work, write

TODAY = date(2026, 11, 23)


@pytest.fixture
def worked(desk):
    """An officer's session with acts on two requests and a locked screen, not yet ended."""
    first, second = register(desk, 2)
    officer = signed_in(desk, "officer")
    work(desk, officer, first, "reject", "مكرر")
    work(desk, officer, second, "return", "ناقص")
    note_lock(desk, officer, idle=True)
    return officer, first, second


def fault(desk):
    return verify_log(desk, signed_in(desk, "auditor")).fault


def event_ids(desk, *conditions):
    statement = select(Event.id).where(*conditions).order_by(Event.session_seq)
    return [row.id for row in rows(desk, statement)]


def of_session(desk, officer):
    return event_ids(desk, Event.sign_in_id == officer.sign_in_id)


def where(officer, seq):
    return {"session": officer.sign_in_id, "seq": seq}


def test_a_whole_log_is_intact_and_counted(desk, worked):
    sign_out(desk, worked[0])
    close_day(desk, signed_in(desk, "supervisor"), TODAY)
    result = verify_log(desk, signed_in(desk, "auditor"))
    assert result.intact
    assert result.requests == 2
    assert result.events == len(rows(desk, select(Event.id)))
    assert result.sessions == len(rows(desk, select(SignIn.id)))


@pytest.mark.parametrize(
    "change",
    [
        {"data": '{"reason":"\u0628\u0644\u0627"}'},
        {"kind": "work-held"},
        {"staff_id": 2},
        {"day": TODAY - timedelta(days=1)},
        {"branch_code": "1201"},
        {"hash": "f" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_altered_event_is_named(desk, worked, change):
    write(desk, update(Event).where(Event.id == of_session(desk, worked[0])[2]).values(**change))
    assert fault(desk) == Problem("audit.event-altered", values=where(worked[0], 3))


def test_an_altered_time_is_named(desk, worked):
    write(
        desk,
        update(Event)
        .where(Event.id == of_session(desk, worked[0])[1])
        .values(at=desk.now() - timedelta(minutes=1)),
    )
    assert fault(desk) == Problem("audit.event-altered", values=where(worked[0], 2))


def test_an_event_taken_out_of_the_middle_is_named(desk, worked):
    write(desk, delete(Event).where(Event.id == of_session(desk, worked[0])[2]))
    assert fault(desk) == Problem("audit.event-missing", values=where(worked[0], 3))


def test_a_hash_of_another_chain_is_named(desk, worked):
    write(
        desk,
        update(Event)
        .where(Event.id == of_session(desk, worked[0])[3])
        .values(previous_hash="e" * 64),
    )
    assert fault(desk) == Problem("audit.chain-broken", values=where(worked[0], 4))


def test_the_last_event_of_a_request_is_missed_by_the_request(desk, worked):
    officer, _, second = worked
    write(desk, delete(Event).where(Event.id.in_(of_session(desk, officer)[-2:])))
    said = fault(desk)
    assert said.code == "audit.request-events-missing"
    assert said.values == {"number": f"{second:015d}", "counted": 3, "found": 2}


def test_all_events_of_a_request_are_missed_by_the_request(desk):
    [request_id] = register(desk)
    write(desk, delete(Event).where(Event.request_id == request_id))
    assert fault(desk).values == {"number": f"{request_id:015d}", "counted": 1, "found": 0}


def test_the_end_of_a_session_cut_off_after_its_seal_is_named(desk, worked):
    officer = worked[0]
    sign_out(desk, officer)
    write(desk, delete(Event).where(Event.id.in_(of_session(desk, officer)[-2:])))
    assert fault(desk) == Problem("audit.seal-broken", values={"session": officer.sign_in_id})


def test_what_a_days_close_sealed_is_missed_by_the_day(desk, worked):
    """Also in a session that was killed and never sealed itself."""
    officer = worked[0]
    close_day(desk, signed_in(desk, "supervisor"), TODAY)
    write(desk, delete(Event).where(Event.id == of_session(desk, officer)[-1]))
    assert fault(desk) == Problem(
        "audit.day-broken", values={"day": "2026-11-23", "session": str(officer.sign_in_id)}
    )


@pytest.mark.parametrize("column", ["report", "sha256", "heads"])
def test_a_changed_report_of_a_closed_day_is_named(desk, worked, column):
    close_day(desk, signed_in(desk, "supervisor"), TODAY)
    [row] = rows(desk, select(DayClose.__table__))
    value = "0" * 64 if column == "sha256" else {**getattr(row, column), "0": [1, "0" * 64]}
    write(desk, update(DayClose).values({column: value}))
    assert fault(desk) == Problem("audit.report-altered", values={"day": "2026-11-23"})


def test_a_day_seals_what_the_day_before_did_not(desk, worked):
    desk.outside.clock.forward(hours=8)
    supervisor = signed_in(desk, "supervisor")
    close_day(desk, supervisor, TODAY)
    desk.outside.clock.forward(days=1)
    late = signed_in(desk, "officer2")
    close_day(desk, supervisor, TODAY + timedelta(days=1))
    first, second = rows(desk, select(DayClose.heads).order_by(DayClose.day))
    assert str(worked[0].sign_in_id) in first.heads
    assert set(second.heads) == {str(late.sign_in_id), str(supervisor.sign_in_id)}
    assert fault(desk) is None


def test_events_hold_nothing_personal(desk):
    """No name, number, mobile, address or code of an applicant, whatever was done."""
    ids = register(desk, 3)
    activated(desk, ids[0])
    officer = signed_in(desk, "officer2")
    confirm_mobile(desk, officer, ids[1])
    save_draft(desk, officer, ids[1], {"note": "fahad2026x@example.sa"})
    hold(desk, officer, ids[1], "ينتظر أصل الهوية", None)
    work(desk, officer, ids[2], "reject", "مكرر")
    person = applicant(1)
    personal = ["100000", "100001", person.mobile, person.mobile[4:], person.email, "fahad0001",
                person.name_ar.family, person.name_en.family, person.address.short]  # fmt: skip
    personal += [row.identity_number for row in rows(desk, select(Request.identity_number))]
    for row in rows(desk, select(Event.kind, Event.data)):
        texts = [str(value) for value in _leaves(orjson.loads(row.data))]
        told = [secret for secret in personal for text in texts if secret in text]
        assert told == [] or (row.kind, told) == ("request-registered", []), row
    assert rows(desk, select(func.count(Event.id)))[0][0] > 12


def _leaves(value):
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in _leaves(item)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]
