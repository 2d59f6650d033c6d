"""Two desks of a branch: nobody gets the same request, and each sees the other's work."""

from absher_desk.operations.audit import verify_log
from absher_desk.operations.claims import claim
from absher_desk.operations.sign_in import program_reader
from absher_desk.presenters.session import SessionPresenter
from absher_desk.presenters.shell import ShellPresenter
from absher_desk.system.texts import Texts
from absher_desk.system.worker import Worker
from tests.builders import BRANCH, PASSWORD, register, signed_in
from tests.faults.desks import ended, script
from tests.faults.test_server_away import until

REQUESTS = 100
TAKES_ALL = """
import sys
from absher_desk.models.database import Database
from absher_desk.operations.claims import claim_next
from tests.builders import build_desk, signed_in
desk = build_desk(Database(sys.argv[1]))
officer = signed_in(desk, sys.argv[2])
while (claimed := claim_next(desk, officer, "account-activation")) is not None:
    print(claimed.request_id)
"""


def test_two_desks_share_a_hundred_requests_and_none_twice(desk, database_url):
    registered = register(desk, REQUESTS)
    officers = ("officer", "officer2")
    both = [script(TAKES_ALL, database_url, name) for name in officers]
    results = [ended(one) for one in both]
    assert [code for code, _, _ in results] == [0, 0], results
    taken = [int(line) for _, out, _ in results for line in out.split()]
    assert sorted(taken) == sorted(registered)
    assert verify_log(desk, program_reader(BRANCH)).intact


def test_a_desk_hears_of_the_other_within_its_poll(qapp, desk):
    worker = Worker()
    session = SessionPresenter(
        desk, worker, Texts(), branch=BRANCH, counter="3", language="en",
        version="1", idle_minutes=10,
    )  # fmt: skip
    shell = ShellPresenter(desk, worker, Texts(), session, language="en", theme="light")
    session.signed_in.connect(shell.enter)
    (request_id,) = register(desk)
    session.sign_in(BRANCH, "3", "officer", PASSWORD)
    until(lambda: any(entry.count for entry in shell.state.entries))
    claim(desk, signed_in(desk, "officer2"), request_id)
    heard = []
    shell.news.connect(lambda: heard.append("news"))
    assert shell._poll.interval() <= 3000
    until(lambda: heard)
    session.close()
    worker.shutdown()
