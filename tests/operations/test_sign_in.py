"""Signing in: the ladder of waits, the same answer for an unknown name, unlocking, the end."""

import pytest
from sqlalchemy import select, update

from absher_desk.models.branch import SignIn, Staff
from absher_desk.models.event import Event
from absher_desk.models.work import OpenWork
from absher_desk.operations.audit import verify_log
from absher_desk.operations.claims import claim_next
from absher_desk.operations.errors import NotFound, Refused
from absher_desk.operations.sign_in import (
    list_branches,
    note_lock,
    open_program_session,
    sign_in,
    sign_out,
    unlock,
)
from tests.builders import PASSWORD, program_of, register, signed_in
from tests.operations.acting import rows, write

WAITS = [60, 300, 900, 3600, 3600]


def refusal(desk, program, username, password="not-it"):  # noqa: S107
    with pytest.raises(Refused) as fault:
        sign_in(desk, program, username, password)
    return fault.value


def session_kinds(desk, officer):
    statement = select(Event.kind).where(Event.sign_in_id == officer.sign_in_id)
    return [row.kind for row in rows(desk, statement.order_by(Event.session_seq))]


def test_who_signs_in_is_known_and_may_what_his_roles_say(desk):
    officer = sign_in(desk, program_of(desk), "  OFFICER ", PASSWORD, "3")
    assert (officer.username, officer.counter, officer.branch_code) == ("officer", "3", "1101")
    assert officer.roles == {"activation-officer"}
    assert session_kinds(desk, officer) == ["signed-in"]


def test_wrong_passwords_cost_growing_time(desk):
    program = program_of(desk)
    for _ in range(5):
        assert refusal(desk, program, "officer").code == "sign-in.wrong"
    for seconds in WAITS:
        locked = refusal(desk, program, "officer")
        assert (locked.code, locked.values) == ("sign-in.locked", {"seconds": seconds})
        assert refusal(desk, program, "officer", PASSWORD).code == "sign-in.locked"
        desk.outside.clock.forward(seconds=seconds)
    assert sign_in(desk, program, "officer", PASSWORD).username == "officer"
    assert refusal(desk, program, "officer").code == "sign-in.wrong"  # the count began anew


def test_an_unknown_name_is_told_the_same_as_a_wrong_password(desk):
    program = program_of(desk)
    unknown, wrong = refusal(desk, program, "nobody"), refusal(desk, program, "officer")
    assert (unknown.code, unknown.values) == (wrong.code, wrong.values) == ("sign-in.wrong", {})
    assert session_kinds(desk, program) == ["sign-in-refused"] * 2


def test_only_who_knows_the_password_learns_why_he_may_not(desk):
    write(desk, update(Staff).where(Staff.username == "clerk").values(active=False))
    here, there = program_of(desk), program_of(desk, "1201")
    assert refusal(desk, here, "clerk").code == "sign-in.wrong"
    assert refusal(desk, here, "clerk", PASSWORD).code == "sign-in.inactive"
    assert refusal(desk, there, "officer").code == "sign-in.wrong"
    assert refusal(desk, there, "officer", PASSWORD).code == "sign-in.other-branch"


def test_a_hash_that_is_none_lets_nobody_in(desk):
    write(desk, update(Staff).where(Staff.username == "clerk").values(password_hash="x"))
    assert refusal(desk, program_of(desk), "clerk", PASSWORD).code == "sign-in.wrong"


def test_a_locked_screen_opens_with_the_password_alone(desk):
    program = program_of(desk)
    officer = signed_in(desk, "officer", program)
    note_lock(desk, officer, idle=True)
    for _ in range(5):
        with pytest.raises(Refused) as fault:
            unlock(desk, officer, program, "wrong")
        assert fault.value.code == "sign-in.wrong"
    with pytest.raises(Refused) as fault:
        unlock(desk, officer, program, "wrong")
    assert fault.value.code == "sign-in.locked"
    desk.outside.clock.forward(seconds=60)
    unlock(desk, officer, program, PASSWORD)
    assert session_kinds(desk, officer) == ["signed-in", "screen-locked", "screen-unlocked"]
    assert rows(desk, select(Staff.failed_attempts).where(Staff.username == "officer")) == [(0,)]


def test_a_switched_off_member_does_not_unlock(desk):
    program = program_of(desk)
    officer = signed_in(desk, "officer", program)
    write(desk, update(Staff).where(Staff.username == "officer").values(active=False))
    with pytest.raises(Refused) as fault:
        unlock(desk, officer, program, PASSWORD)
    assert fault.value.code == "sign-in.inactive"


def test_the_end_of_a_session_is_sealed_once(desk):
    officer = signed_in(desk, "officer")
    sign_out(desk, officer)
    desk.outside.clock.forward(minutes=1)
    sign_out(desk, officer, "window-closed")
    [row] = rows(desk, select(SignIn.__table__).where(SignIn.id == officer.sign_in_id))
    assert (row.end_reason, row.last_seq, row.last_hash) == (
        "signed-out", officer.chain.seq, officer.chain.head,
    )  # fmt: skip
    assert session_kinds(desk, officer) == ["signed-in", "signed-out"]


def test_nothing_is_written_after_the_seal(desk):
    register(desk)
    officer = signed_in(desk, "officer")
    sign_out(desk, officer)
    with pytest.raises(Refused) as fault:
        claim_next(desk, officer, "account-activation")
    assert fault.value.code == "session.ended"
    assert rows(desk, select(OpenWork.claimed_by)) == [(None,)]
    assert verify_log(desk, signed_in(desk, "auditor")).intact


def test_a_branch_that_is_not_there(desk):
    with pytest.raises(NotFound) as fault:
        open_program_session(desk, "9999")
    assert (fault.value.code, fault.value.values) == ("branch.not-found", {"branch": "9999"})
    assert [branch.code for branch in list_branches(desk)] == ["1101", "1201"]
