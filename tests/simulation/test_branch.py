"""The demonstration branch: everybody can sign in, and the queues look like a working morning."""

from datetime import UTC, datetime, timedelta

import pytest

from absher_desk.catalogue.kinds import ROLES
from absher_desk.operations.audit import verify_log
from absher_desk.operations.comparison import Verdict, compare
from absher_desk.operations.day_report import day_report
from absher_desk.operations.desk import day_of
from absher_desk.operations.errors import Conflict
from absher_desk.operations.log_invariants import log_digest
from absher_desk.operations.queue_invariants import listed
from absher_desk.operations.queue_pages import queue_counts
from absher_desk.operations.request_file import open_request
from absher_desk.operations.sign_in import open_program_session, program_reader, sign_in
from absher_desk.simulation.branch import (
    BRANCH_CODE,
    DEFAULT_SEED,
    build_demonstration,
    demonstration_staff,
)
from absher_desk.simulation.invariants import check
from absher_desk.standards.account_names import check_password
from tests.simulation.conftest import MID_MORNING, desk_at

REQUESTS = 60
READER = program_reader(BRANCH_CODE)
QUEUES = (
    "account-activation", "lost-documents", "passport-printing", "dispatch", "hand-over",
    "reviews", "approvals", "reception",
)  # fmt: skip
MOMENTS = {
    "a working morning": MID_MORNING,
    "just after opening": datetime(2026, 11, 23, 4, 35, tzinfo=UTC),
    "the evening": datetime(2026, 11, 23, 19, 0, tzinfo=UTC),
    "a Friday": datetime(2026, 11, 27, 9, 0, tzinfo=UTC),
    "after midnight on a Sunday": datetime(2026, 11, 21, 21, 30, tzinfo=UTC),
}


def all_rows(desk):
    return [row for queue in desk.catalogue.queues for row in listed(desk, READER, queue)]


def test_everybody_of_every_role_can_sign_in(morning_desk):
    demonstration = build_demonstration(morning_desk, requests=5)
    assert {one.role for one in demonstration.credentials} == ROLES
    program = open_program_session(morning_desk, BRANCH_CODE)
    for one in demonstration.credentials:
        officer = sign_in(morning_desk, program, one.username, one.password)
        assert (officer.name_ar, officer.roles) == (one.name, {one.role})


def test_the_passwords_of_the_default_seed_are_those_in_the_readme():
    passwords = {one.username: one.password for one in demonstration_staff(DEFAULT_SEED)}
    assert passwords["s.alruwaili"] == "Nakhla1428"
    assert passwords["t.albaqami"] == "Sadeem9675"
    for username, password in passwords.items():
        assert check_password(password, username.replace(".", "")) == ()
    assert demonstration_staff(1) != demonstration_staff(DEFAULT_SEED)


def test_the_queues_look_like_a_working_morning(morning_desk):
    build_demonstration(morning_desk, requests=200)
    now = morning_desk.now()
    counts = {count.queue: count for count in queue_counts(morning_desk, READER)}
    assert all(counts[queue].open for queue in QUEUES), counts
    assert counts["account-activation"].open > 35
    rows = all_rows(morning_desk)
    day_end = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
    assert any(row.due_at < now for row in rows)
    assert any(now <= row.due_at < day_end for row in rows)
    assert any(row.due_at >= day_end for row in rows)
    assert {"registered", "in-progress", "returned", "awaiting-applicant"} == {
        row.state for row in rows
    }
    assert {row.parked for row in rows} == {None, "held", "returned"}
    assert len({row.holder_en for row in rows}) > 4
    assert "Salman Alruwaili" in {row.holder_en for row in rows}
    held = [row.request_id for row in rows if row.holder_id is not None]
    steps = [open_request(morning_desk, READER, number).open_step for number in held]
    assert all(step.claim_expires_at > now for step in steps)
    assert any(step.claim_expires_at > now + timedelta(hours=4) for step in steps)
    assert {"portal", "bank", "kiosk", "counter"} == {row.source for row in rows}
    assert any(row.urgent for row in rows)
    report = day_report(morning_desk, READER, day_of(now))
    assert report.totals.completed > 10
    assert sum(line.finished for line in report.officers) > 30


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_nothing_is_from_the_future_and_nothing_is_broken(database, moment):
    desk = desk_at(database, moment)
    build_demonstration(desk, requests=30)
    check(desk, BRANCH_CODE)
    assert verify_log(desk, READER).intact
    rows = all_rows(desk)
    assert rows
    for row in rows:
        file = open_request(desk, READER, row.request_id)
        times = [entry.at for entry in file.timeline]
        assert file.submitted_at <= times[0]
        assert times == sorted(times)
        assert times[-1] <= moment


def test_the_register_agrees_with_most_and_not_with_all(morning_desk):
    build_demonstration(morning_desk, requests=100)
    seen = set()
    agreeing = 0
    rows = listed(morning_desk, READER, "account-activation")
    for row in rows:
        found = compare(morning_desk, READER, row.request_id)
        agreeing += found.in_register and not found.to_accept
        seen |= {one.verdict for one in found.rows if found.in_register}
        assert (found.register_portrait is not None) == found.in_register
        kinds = [
            item.kind for item in open_request(morning_desk, READER, row.request_id).attachments
        ]
        assert kinds == ["portrait"]
    assert {Verdict.SAME, Verdict.SPELLING, Verdict.DIFFERENT} <= seen
    assert agreeing > len(rows) / 2


def test_the_same_seed_gives_the_same_branch_on_both_databases(two_databases):
    digests = set()
    for database in two_databases:
        desk = desk_at(database)
        build_demonstration(desk, seed=3, requests=REQUESTS)
        digests.add(log_digest(desk))
    assert len(digests) == 1


def test_another_seed_gives_another_branch(two_databases):
    digests = set()
    for seed, database in enumerate(two_databases):
        desk = desk_at(database)
        build_demonstration(desk, seed=seed, requests=10)
        digests.add(log_digest(desk))
    assert len(digests) == 2


def test_a_branch_with_staff_is_left_alone(morning_desk):
    build_demonstration(morning_desk, requests=5)
    before = log_digest(morning_desk)
    with pytest.raises(Conflict) as fault:
        build_demonstration(morning_desk, requests=5)
    assert fault.value.code == "demonstration.branch-in-use"
    assert log_digest(morning_desk) == before


def test_progress_is_told(morning_desk):
    heard = []
    build_demonstration(
        morning_desk, requests=20, on_progress=lambda done, of: heard.append((done, of))
    )
    assert heard == sorted(heard)
    assert heard[-1] == (20, 20)
