"""Claims: who gets what, in which order, and what happens to a lease."""

from datetime import timedelta

import pytest

from absher_desk.models.work import OpenWork
from absher_desk.operations.assignment import assign
from absher_desk.operations.claims import claim, claim_next, release, renew_leases
from absher_desk.operations.decisions import decide
from absher_desk.operations.errors import Conflict, NotFound, Refused
from absher_desk.operations.parking import hold, resume, sweep
from tests.builders import applicant, identity, program_of, register, signed_in
from tests.operations.acting import kinds, one

QUEUE = "account-activation"


def test_urgent_first_then_by_due_time(desk):
    later = register(desk, submitted_at=desk.now())
    earlier = register(desk, first=2, submitted_at=desk.now() - timedelta(hours=3))
    urgent = register(desk, first=3, urgent=True)
    officer = signed_in(desk, "officer")
    taken = [claim_next(desk, officer, QUEUE).request_id for _ in range(3)]
    assert taken == [*urgent, *earlier, *later]
    assert claim_next(desk, officer, QUEUE) is None


def test_nobody_takes_what_a_colleague_holds(desk):
    [request_id] = register(desk)
    one, two = signed_in(desk, "officer"), signed_in(desk, "officer2")
    claim_next(desk, one, QUEUE)
    assert claim_next(desk, two, QUEUE) is None
    with pytest.raises(Conflict) as fault:
        claim(desk, two, request_id)
    assert fault.value.code == "claim.taken"


def test_a_clerk_does_not_activate(desk):
    [request_id] = register(desk)
    clerk = signed_in(desk, "clerk")
    assert claim_next(desk, clerk, QUEUE) is None
    with pytest.raises(Refused) as fault:
        claim(desk, clerk, request_id)
    assert fault.value.code == "step.other-role"


def test_an_administrator_may_not_work_at_all(desk):
    with pytest.raises(Refused) as fault:
        claim_next(desk, signed_in(desk, "administrator"), QUEUE)
    assert fault.value.code == "right.missing"


def test_nobody_works_on_his_own_request(desk):
    [request_id] = register(desk, applicant=applicant(identity_number=identity(900)))
    officer = signed_in(desk, "officer")
    assert claim_next(desk, officer, QUEUE) is None
    with pytest.raises(Refused) as fault:
        claim(desk, officer, request_id)
    assert fault.value.code == "bar.own-request"
    assert claim_next(desk, signed_in(desk, "officer2"), QUEUE).request_id == request_id


def test_an_expired_lease_is_open_again(desk):
    [request_id] = register(desk)
    one, two = signed_in(desk, "officer"), signed_in(desk, "officer2")
    claim_next(desk, one, QUEUE)
    desk.outside.clock.forward(minutes=desk.setting("lease.minutes"))
    assert claim_next(desk, two, QUEUE).request_id == request_id
    with pytest.raises(Conflict):
        release(desk, one, request_id)


def test_the_heartbeat_keeps_a_lease(desk):
    [request_id] = register(desk)
    one, two = signed_in(desk, "officer"), signed_in(desk, "officer2")
    claim_next(desk, one, QUEUE)
    for _ in range(3):
        desk.outside.clock.forward(minutes=desk.setting("lease.minutes") - 1)
        assert renew_leases(desk, one) == (request_id,)
    assert claim_next(desk, two, QUEUE) is None


def test_sweep_opens_what_a_dead_desk_left(desk):
    register(desk, 3)
    one = signed_in(desk, "officer")
    for _ in range(3):
        claim_next(desk, one, QUEUE)
    assert sweep(desk, program_of(desk)) == 0
    desk.outside.clock.forward(hours=1)
    assert sweep(desk, program_of(desk)) == 3


def test_held_until_a_time_then_back(desk):
    [request_id] = register(desk)
    one = signed_in(desk, "officer")
    claim_next(desk, one, QUEUE)
    with pytest.raises(Refused) as fault:
        hold(desk, one, request_id, "  ", None)
    assert fault.value.code == "reason.needed"
    hold(desk, one, request_id, "ينتظر أصل الهوية", desk.now() + timedelta(hours=2))
    assert claim_next(desk, one, QUEUE) is None
    desk.outside.clock.forward(hours=2)
    sweep(desk, program_of(desk))
    assert claim_next(desk, one, QUEUE).request_id == request_id


def test_returned_waits_until_resumed(desk):
    [request_id] = register(desk)
    one = signed_in(desk, "officer")
    claim_next(desk, one, QUEUE)
    with pytest.raises(Refused) as fault:
        decide(desk, one, request_id, "return")
    assert fault.value.code == "reason.needed"
    assert decide(desk, one, request_id, "return", reason="الصورة غير واضحة") == "activate"
    assert claim_next(desk, one, QUEUE) is None
    resume(desk, one, request_id)
    assert claim_next(desk, one, QUEUE).request_id == request_id


def test_a_supervisor_moves_work_to_a_colleague(desk):
    ids = register(desk, 3)
    one, two = signed_in(desk, "officer"), signed_in(desk, "officer2")
    claim_next(desk, one, QUEUE)
    supervisor = signed_in(desk, "supervisor")
    assert assign(desk, supervisor, ids, two.staff_id) == 3
    with pytest.raises(Conflict) as fault:
        release(desk, one, ids[0])
    assert fault.value.code == "claim.not-yours"
    assert claim(desk, two, ids[0]).request_id == ids[0]
    with pytest.raises(Refused):
        assign(desk, supervisor, ids, supervisor.staff_id)
    with pytest.raises(NotFound):
        assign(desk, supervisor, ids, 99_999)


def test_a_closed_request_cannot_be_decided_again(desk):
    [request_id] = register(desk)
    one = signed_in(desk, "officer")
    claim_next(desk, one, QUEUE)
    assert decide(desk, one, request_id, "reject", reason="مكرر") == "rejected"
    with pytest.raises(Conflict) as fault:
        decide(desk, one, request_id, "reject", reason="مكرر")
    assert fault.value.code == "request.closed"


def test_opening_again_what_one_holds_is_no_new_claim(desk):
    [request_id] = register(desk)
    officer = signed_in(desk, "officer")
    first = claim_next(desk, officer, QUEUE)
    desk.outside.clock.forward(minutes=10)
    again = claim(desk, officer, request_id)
    assert again.expires_at == first.expires_at + timedelta(minutes=10)
    assert one_work(desk, request_id).claimed_at == desk.now() - timedelta(minutes=10)
    assert kinds(desk, request_id) == ["request-registered", "work-claimed"]


def test_opening_what_was_assigned_starts_the_work(desk):
    [request_id] = register(desk)
    officer = signed_in(desk, "officer")
    assign(desk, signed_in(desk, "supervisor"), [request_id], officer.staff_id)
    desk.outside.clock.forward(hours=2)
    claim(desk, officer, request_id)
    assert one_work(desk, request_id).claimed_at == desk.now()
    assert renew_leases(desk, officer) == (request_id,)


def test_taking_over_an_expired_claim_is_in_the_log(desk):
    [request_id] = register(desk)
    claim_next(desk, signed_in(desk, "officer"), QUEUE)
    desk.outside.clock.forward(hours=1)
    claim(desk, signed_in(desk, "officer2"), request_id)
    assert kinds(desk, request_id)[-2:] == ["claim-expired", "work-claimed"]


def test_what_waits_for_the_applicant_is_not_assigned(desk):
    [request_id] = register(desk)
    officer = signed_in(desk, "officer")
    claim_next(desk, officer, QUEUE)
    decide(desk, officer, request_id, "return", reason="ناقص")
    with pytest.raises(Conflict) as fault:
        assign(desk, signed_in(desk, "supervisor"), [request_id], officer.staff_id)
    assert fault.value.code == "claim.returned"
    assert one_work(desk, request_id).parked == "returned"


def test_assigning_is_all_or_nothing_whatever_the_order(desk):
    mine, others = register(desk, 2)
    officer = signed_in(desk, "officer")
    decide(desk, officer, claim(desk, officer, others).request_id, "reject", reason="مكرر")
    with pytest.raises(NotFound):
        assign(desk, signed_in(desk, "supervisor"), [mine, others, mine], officer.staff_id)
    assert one_work(desk, mine).claimed_by is None


def test_a_held_request_is_taken_up_again_by_hand(desk):
    [request_id] = register(desk)
    officer = signed_in(desk, "officer")
    claim_next(desk, officer, QUEUE)
    with pytest.raises(Refused) as fault:
        hold(desk, officer, request_id, "ينتظر", desk.now())
    assert fault.value.code == "hold.in-the-past"
    hold(desk, officer, request_id, "ينتظر", None)
    desk.outside.clock.forward(days=9)
    assert sweep(desk, program_of(desk)) == 0
    assert claim(desk, officer, request_id).request_id == request_id
    with pytest.raises(Conflict) as fault:
        resume(desk, officer, request_id)
    assert fault.value.code == "hold.not-parked"


def one_work(desk, request_id):
    return one(desk, OpenWork, request_id, key_column="request_id")
