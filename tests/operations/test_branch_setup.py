"""Setting a branch up: its row, its staff, what a new colleague may not touch."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from absher_desk.models.event import Event
from absher_desk.operations.branch_setup import (
    NewBranch,
    NewStaff,
    add_staff,
    found_branches,
    is_empty,
)
from absher_desk.operations.claims import claim, claim_next
from absher_desk.operations.desk import Act
from absher_desk.operations.errors import Conflict, Refused
from absher_desk.operations.sign_in import list_branches, sign_in
from tests.builders import BRANCH, identity, program_of, register, signed_in
from tests.operations.acting import rows

NEW = NewStaff(
    username=" Sara ", name_ar="سارة", name_en="Sara", roles=["activation-officer"],
    password="First-Day-1",
)  # fmt: skip


def added(desk, **changes):
    return add_staff(desk, signed_in(desk, "administrator"), replace(NEW, **changes))


def test_a_new_colleague_signs_in(desk):
    staff_id = added(desk, roles=["clerk", "clerk"])
    officer = sign_in(desk, program_of(desk), "sara", "First-Day-1")
    assert (officer.staff_id, officer.roles) == (staff_id, {"clerk"})


@pytest.mark.parametrize(
    ("change", "code"),
    [({"roles": []}, "staff.needs-role"), ({"roles": ["king"]}, "staff.unknown-role")],
)
def test_a_member_needs_a_role_there_is(desk, change, code):
    with pytest.raises(Refused) as fault:
        added(desk, **change)
    assert fault.value.code == code


def test_a_name_is_taken_once_whatever_its_case(desk):
    added(desk)
    with pytest.raises(Conflict) as fault:
        added(desk, username="SARA")
    assert fault.value.code == "staff.username-taken"


def test_a_new_colleague_does_not_work_on_what_he_asked_for_before(desk):
    [request_id] = register(desk, first=77)
    added(desk, identity_number=identity(77))
    sara = sign_in(desk, program_of(desk), "sara", "First-Day-1")
    assert claim_next(desk, sara, "account-activation") is None
    with pytest.raises(Refused) as fault:
        claim(desk, sara, request_id)
    assert fault.value.code == "bar.own-request"


def test_a_branch_is_founded_once_with_its_event(desk):
    branch = NewBranch(code="1301", name_ar="أ", name_en="A", city_ar="أ", city_en="A",
                       region="SA-01")  # fmt: skip
    assert found_branches(desk, [branch, replace(branch, code=BRANCH)]) == 1
    assert found_branches(desk, [branch]) == 0
    [event] = rows(desk, select(Event.data).where(Event.branch_code == "1301",
                                                  Event.kind == "branch-founded"))  # fmt: skip
    assert event.data == '{"branch":"1301"}'
    assert not is_empty(desk)


def test_a_branch_without_its_event_is_not_founded(desk, monkeypatch):
    branch = NewBranch(code="1301", name_ar="أ", name_en="A", city_ar="أ", city_en="A",
                       region="SA-01")  # fmt: skip

    def fail(_act):
        raise RuntimeError

    monkeypatch.setattr(Act, "write_events", fail)
    with pytest.raises(RuntimeError):
        found_branches(desk, [branch])
    assert [one.code for one in list_branches(desk)] == ["1101", "1201"]
