"""The power goes out in the middle of acts: what is written is whole, and the day goes on."""

from datetime import timedelta

import pytest

from absher_desk.operations.audit import verify_log
from absher_desk.operations.claims import claim_next
from absher_desk.operations.log_invariants import log_digest
from absher_desk.operations.sign_in import open_program_session, program_reader, sign_in
from absher_desk.simulation.branch import BRANCH_CODE
from absher_desk.simulation.faults import Fuse, PowerCut, with_power_cuts
from absher_desk.simulation.invariants import check
from absher_desk.simulation.randomness import SeededRandomness
from absher_desk.simulation.shift import work_shift

READER = program_reader(BRANCH_CODE)
CUTS = 8


def test_the_day_goes_on_after_every_power_cut(demonstration_desk):
    morning_desk, demonstration = demonstration_desk
    fuse, chance = Fuse(), SeededRandomness("cuts")
    desk = with_power_cuts(morning_desk, fuse)
    closes_at = morning_desk.now() + timedelta(hours=3)
    acts = 0
    for _ in range(CUTS):
        fuse.set(chance.between(20, 200))
        with pytest.raises(PowerCut):
            acts += work_shift(desk, demonstration, 8, closes_at=closes_at).acts
        check(morning_desk, BRANCH_CODE)
        assert verify_log(morning_desk, READER).intact
        assert morning_desk.now() < closes_at
    last = work_shift(desk, demonstration, 8, closes_at=morning_desk.now() + timedelta(minutes=10))
    assert last.by_act["signed-out"] >= 6
    assert verify_log(morning_desk, READER).intact


def test_an_act_that_is_cut_leaves_nothing_or_all_of_it(demonstration_desk):
    morning_desk, demonstration = demonstration_desk
    officer = demonstration.credential("activation-officer")
    fuse = Fuse()
    desk = with_power_cuts(morning_desk, fuse)
    program = open_program_session(desk, BRANCH_CODE)
    signed_in = sign_in(desk, program, officer.username, officer.password)
    whole = []
    for touches in range(1, 40):
        before = log_digest(morning_desk)
        fuse.set(touches)
        try:
            taken = claim_next(desk, signed_in, "account-activation")
        except PowerCut:
            whole.append(log_digest(morning_desk) != before)
            check(morning_desk, BRANCH_CODE)
            continue
        assert taken is not None
        break
    # Dark before the commit: nothing was written. Dark after it: all of it was.
    assert whole == [False] * (len(whole) - 1) + [True]
    assert len(whole) >= 2
