"""Verification codes: the hash alone is kept, wrong tries count, a new code voids the old one."""

import pytest
from sqlalchemy import select

from absher_desk.models.account import OneTimeCode
from absher_desk.operations.claims import claim
from absher_desk.operations.codes import CodeState, code_status, confirm_code, send_code
from absher_desk.operations.errors import Conflict, Refused, Unavailable
from tests.builders import build_desk, register, signed_in
from tests.operations.acting import kinds, rows

FIRST, SECOND, THIRD = "100000", "100001", "100002"  # what the foreseeable randomness gives


@pytest.fixture
def held(desk):
    """An officer who holds a request."""
    [request_id] = register(desk)
    officer = signed_in(desk, "officer")
    claim(desk, officer, request_id)
    return officer, request_id


def refused(desk, held, entered):
    with pytest.raises(Refused) as fault:
        confirm_code(desk, *held, entered)
    return fault.value.code, fault.value.values


def status(desk, held):
    with desk.database.read() as connection:
        return code_status(desk, connection, held[1])


def test_the_code_goes_to_the_applicant_and_only_its_hash_is_kept(desk, held):
    sent = send_code(desk, *held)
    assert (sent.state, sent.mobile, sent.tries_left) == (CodeState.SENT, "+966501234567", 3)
    [(channel, recipient, text)] = desk.outside.sender.sent
    assert (channel, recipient) == ("sms", "+966501234567")
    assert FIRST in text
    [row] = rows(desk, select(OneTimeCode.__table__))
    kept = [str(value) for name, value in row._asdict().items() if name != "request_id"]
    assert [value for value in kept if FIRST in value] == []
    assert len(row.digest) == 64


def test_the_right_code_confirms_in_either_digits(desk, held):
    send_code(desk, *held)
    assert confirm_code(desk, *held, "١٠٠٠٠٠").state is CodeState.CONFIRMED
    assert refused(desk, held, FIRST) == ("code.already-confirmed", {})
    with pytest.raises(Refused) as fault:
        send_code(desk, *held)
    assert fault.value.code == "code.already-confirmed"
    assert kinds(desk, held[1])[-2:] == ["code-sent", "code-confirmed"]


def test_wrong_tries_are_counted_across_a_restart(desk, held):
    assert refused(desk, held, FIRST) == ("code.none", {})
    send_code(desk, *held)
    assert refused(desk, held, "000000") == ("code.wrong", {"left": 2})
    restarted = build_desk(desk.database, desk.outside.clock)
    assert refused(restarted, held, "000000") == ("code.wrong", {"left": 1})
    assert refused(restarted, held, "000000") == ("code.exhausted", {})
    assert refused(restarted, held, FIRST) == ("code.exhausted", {})
    assert status(desk, held).tries_left == 0


def test_a_new_code_voids_the_old_one_and_must_wait(desk, held):
    send_code(desk, *held)
    desk.outside.clock.forward(seconds=59, milliseconds=600)
    with pytest.raises(Refused) as fault:
        send_code(desk, *held)
    assert (fault.value.code, fault.value.values) == ("code.too-soon", {"seconds": 1})
    desk.outside.clock.forward(seconds=1)
    send_code(desk, *held)
    assert refused(desk, held, FIRST) == ("code.wrong", {"left": 2})
    assert confirm_code(desk, *held, THIRD).state is CodeState.CONFIRMED


def test_a_code_expires(desk, held):
    send_code(desk, *held)
    desk.outside.clock.forward(seconds=300)
    assert status(desk, held).state is CodeState.EXPIRED
    assert refused(desk, held, FIRST) == ("code.expired", {})


def test_a_code_that_was_not_sent_is_void(desk, held):
    desk.outside.sender.fault = Unavailable("gateway.no-answer")
    with pytest.raises(Unavailable):
        send_code(desk, *held)
    assert refused(desk, held, FIRST) == ("code.none", {})
    desk.outside.sender.fault = None
    send_code(desk, *held)  # at once: nobody has got one
    assert confirm_code(desk, *held, SECOND).state is CodeState.CONFIRMED
    assert "code-not-sent" in kinds(desk, held[1])


def test_only_who_holds_the_request_sends_and_confirms(desk, held):
    send_code(desk, *held)
    other = (signed_in(desk, "officer2"), held[1])
    for act in (lambda: send_code(desk, *other), lambda: confirm_code(desk, *other, FIRST)):
        with pytest.raises(Conflict) as fault:
            act()
        assert fault.value.code == "claim.not-yours"
