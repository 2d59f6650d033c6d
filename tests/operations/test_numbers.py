"""Request numbers: blocks per session, nothing given twice, nothing lost for good."""

import threading

import pytest
from sqlalchemy import select, update

from absher_desk.models.request import NumberBlock, NumberRange
from absher_desk.operations.errors import Refused
from absher_desk.operations.numbers import take_numbers
from absher_desk.operations.sign_in import sign_out
from absher_desk.standards.request_number import parse
from tests.builders import BRANCH, program_of
from tests.operations.acting import rows, write


def take(desk, officer, count, branch=BRANCH):
    with desk.change(officer) as act:
        return [parse(number).serial for number in take_numbers(act, branch, count)]


def test_a_session_counts_through_its_blocks(desk):
    officer = program_of(desk)
    assert [take(desk, officer, 1) for _ in range(3)] == [[1], [2], [3]]
    assert take(desk, officer, 40) == list(range(4, 44))


def test_two_sessions_have_a_block_each(desk):
    one, two = program_of(desk), program_of(desk)
    assert take(desk, one, 2) + take(desk, two, 2) + take(desk, one, 2) == [1, 2, 21, 22, 3, 4]


def test_branches_and_years_count_for_themselves(desk):
    officer = program_of(desk)
    assert take(desk, officer, 1) == take(desk, officer, 1, "1201") == [1]
    desk.outside.clock.forward(days=355)
    assert take(desk, officer, 1) == [1]


def test_what_a_session_left_over_is_used_by_the_next(desk):
    one = program_of(desk)
    take(desk, one, 3)
    sign_out(desk, one)
    assert take(desk, program_of(desk), 1) == [4]


def test_a_killed_sessions_block_is_used_after_a_day(desk):
    take(desk, program_of(desk), 3)
    assert take(desk, program_of(desk), 1) == [21]
    desk.outside.clock.forward(hours=24, seconds=1)
    assert take(desk, program_of(desk), 1) == [4]


def test_a_session_that_lives_longer_takes_another_block(desk):
    old = program_of(desk)
    take(desk, old, 3)
    desk.outside.clock.forward(days=2)
    assert take(desk, program_of(desk), 1) == [4]
    assert take(desk, old, 1) not in ([4], [5])


def test_an_act_that_fails_gives_its_numbers_back(desk):
    officer = program_of(desk)

    def take_and_fail():
        with desk.change(officer) as act:
            take_numbers(act, BRANCH, 30)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        take_and_fail()
    assert take(desk, officer, 2) == [1, 2]


def test_the_last_number_is_given_and_no_more(desk):
    officer = program_of(desk)
    take(desk, officer, 20)
    write(desk, update(NumberRange).values(next_serial=9_999_995))
    assert take(desk, officer, 3) == [9_999_995, 9_999_996, 9_999_997]
    with pytest.raises(Refused) as fault:
        take(desk, officer, 3)
    assert (fault.value.code, fault.value.values) == ("number.exhausted", {"branch": BRANCH})
    assert take(desk, officer, 2) == [9_999_998, 9_999_999]
    with pytest.raises(Refused):
        take(desk, officer, 1)


def test_desks_at_once_never_get_the_same(desk):
    officers = [program_of(desk) for _ in range(4)]
    taken = []

    def work(officer):
        for count in (1, 3, 7, 2):
            taken.extend(take(desk, officer, count))

    desks = [threading.Thread(target=work, args=(officer,)) for officer in officers]
    for each in desks:
        each.start()
    for each in desks:
        each.join()
    assert len(taken) == len(set(taken)) == 4 * 13
    blocks = rows(desk, select(NumberBlock.next_serial, NumberBlock.last_serial))
    left = {n for block in blocks for n in range(block.next_serial, block.last_serial + 1)}
    assert left | set(taken) == set(range(1, 81))
    assert left & set(taken) == set()
