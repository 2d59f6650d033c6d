"""A desk that is killed in the middle: the log is whole, and what was begun goes on."""

from datetime import timedelta

from sqlalchemy import func, select

from absher_desk.models.request import Request
from absher_desk.operations.audit import verify_log
from absher_desk.operations.claims import claim_next
from absher_desk.operations.parking import sweep
from absher_desk.operations.print_jobs import find_unknown_jobs, say_what_came_out
from absher_desk.operations.sign_in import program_reader
from tests.activation_builders import Branch
from tests.builders import BRANCH, build_desk, program_of, register, signed_in
from tests.faults.desks import answer, command, ended, script, wait_until
from tests.feed_builders import feed_line, write_feed

LINES = 2000


def entered(database):
    with database.read() as connection:
        return connection.scalar(select(func.count()).select_from(Request))


def test_a_feed_that_was_killed_is_read_to_its_end(database, database_url, tmp_path):
    lines = [feed_line(i) for i in range(1, LINES + 1)]
    for broken in lines[::100]:
        broken["service"] = "passport-rental"
    feed, rejects = write_feed(tmp_path / "feed.jsonl", lines), tmp_path / "rejects.jsonl"
    order = ("--database", database_url, "intake", feed, "--rejects", rejects)
    killed = command(*order)
    wait_until(lambda: entered(database) > 0)
    killed.kill()
    ended(killed)
    assert 0 < entered(database) < LINES
    assert verify_log(desk_on(database), program_reader(BRANCH)).intact
    code, out, err = ended(command("--json", *order))
    assert code == 1, err
    assert f'"read": {LINES}, "accepted": {LINES - 20}, "duplicates": 0, "rejected": 20' in out
    assert entered(database) == LINES - 20
    assert len(rejects.read_bytes().splitlines()) == 20
    assert answer("--database", database_url, "audit", "verify")["intact"]


def desk_on(database):

    return build_desk(database)


CLAIMS_AND_DIES = """
import os, sys
from absher_desk.models.database import Database
from absher_desk.operations.claims import claim_next
from tests.builders import build_desk, signed_in
desk = build_desk(Database(sys.argv[1]))
officer = signed_in(desk, "officer")
print(claim_next(desk, officer, "account-activation").request_id, flush=True)
with desk.change(officer) as act:
    act.record("screen-locked", idle=False)
    act.write_events()
    os.kill(os.getpid(), 9)
"""


def test_the_claim_of_a_killed_desk_is_open_again_after_its_lease(database, database_url):
    own = desk_on(database)
    (request_id,) = register(own)
    _, out, err = ended(script(CLAIMS_AND_DIES, database_url))
    assert out.split() == [str(request_id)], err
    colleague = signed_in(own, "officer2")
    assert claim_next(own, colleague, "account-activation") is None
    own.outside.clock.forward(hours=2)
    sweep(own, program_of(own))
    assert claim_next(own, colleague, "account-activation").request_id == request_id
    assert verify_log(own, program_reader(BRANCH)).intact


PRINTS_AND_DIES = """
import os, sys
from absher_desk.models.database import Database
from absher_desk.operations.print_jobs import start_printing
from absher_desk.operations.documents import issue_document
from tests.builders import build_desk, signed_in
desk = build_desk(Database(sys.argv[1]))
officer = signed_in(desk, "officer")
document = issue_document(desk, officer, int(sys.argv[2]), "request-receipt")
start_printing(desk, officer, document, "P1")
os.kill(os.getpid(), 9)
"""


def test_a_print_that_was_cut_off_asks_what_came_out(desk, database_url):
    branch = Branch(desk)
    code, _, err = ended(script(PRINTS_AND_DIES, database_url, branch.request_id))
    assert (code, err) == (-9, "")
    desk.outside.clock.moment += timedelta(minutes=3)
    (job,) = find_unknown_jobs(desk, branch.program)
    assert (job.request_id, job.printer) == (branch.request_id, "P1")
    say_what_came_out(desk, branch.officer, job.job_id, came_out=True)
    assert find_unknown_jobs(desk, branch.program) == ()
    assert verify_log(desk, program_reader(BRANCH)).intact
