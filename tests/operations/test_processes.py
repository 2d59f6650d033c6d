"""Desks are processes: two take from one queue, one is killed in the middle of a change."""

import multiprocessing
import threading

from sqlalchemy import func, select

from absher_desk.models.database import Database
from absher_desk.models.event import Event
from absher_desk.models.work import OpenWork
from absher_desk.operations.audit import verify_log
from absher_desk.operations.claims import claim, claim_next
from absher_desk.operations.sign_in import sign_in
from tests.builders import PASSWORD, build_desk, program_of, register, signed_in
from tests.operations.acting import kinds, rows

QUEUE = "account-activation"
# Not forked: a child must not inherit connections, nor Qt.
SPAWN = multiprocessing.get_context("spawn")


def take_all(url, username, told):
    """A desk that claims until the queue is empty."""
    database = Database(url)
    desk = build_desk(database)
    officer = sign_in(desk, program_of(desk), username, PASSWORD)
    taken = []
    while (claimed := claim_next(desk, officer, QUEUE)) is not None:
        taken.append(claimed.request_id)
    told.put(taken)
    database.close()


def die_while_releasing(url, request_id, ready):
    """A desk that has changed rows, has not committed, and is no more."""
    database = Database(url)
    desk = build_desk(database)
    officer = sign_in(desk, program_of(desk), "officer", PASSWORD)
    claim(desk, officer, request_id)
    with desk.change(officer) as act:
        act.connection.execute(OpenWork.__table__.delete())
        act.record("claim-released", request_id=request_id)
        act.write_events()
        ready.set()
        threading.Event().wait()


def test_two_processes_take_each_request_once(desk, database_url):
    ids = register(desk, 300)
    told = SPAWN.Queue()
    desks = [
        SPAWN.Process(target=take_all, args=(database_url, name, told))
        for name in ("officer", "officer2")
    ]
    for each in desks:
        each.start()
    taken = [told.get(timeout=60) for _ in desks]
    for each in desks:
        each.join()
    told.close()
    told.join_thread()
    assert sorted(taken[0] + taken[1]) == sorted(ids)
    claims = select(func.count(Event.id)).where(Event.kind == "work-claimed")
    assert rows(desk, claims)[0][0] == 300
    assert verify_log(desk, signed_in(desk, "auditor")).intact


def test_a_desk_killed_in_the_middle_leaves_a_whole_log_and_an_open_claim(desk, database_url):
    [request_id] = register(desk)
    ready = SPAWN.Event()
    victim = SPAWN.Process(target=die_while_releasing, args=(database_url, request_id, ready))
    victim.start()
    assert ready.wait(60)
    victim.kill()
    victim.join()
    assert verify_log(desk, signed_in(desk, "auditor")).intact
    assert kinds(desk, request_id) == ["request-registered", "work-claimed"]
    officer = signed_in(desk, "officer2")
    assert claim_next(desk, officer, QUEUE) is None
    desk.outside.clock.forward(minutes=desk.setting("lease.minutes"))
    assert claim_next(desk, officer, QUEUE).request_id == request_id
