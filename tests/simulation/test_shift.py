"""A whole shift from one seed: the same on both databases, in order after every act."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from absher_desk.models.event import Event
from absher_desk.models.work import OpenWork
from absher_desk.operations.audit import verify_log
from absher_desk.operations.day_report import day_report
from absher_desk.operations.log_invariants import log_digest
from absher_desk.operations.sign_in import program_reader
from absher_desk.simulation.branch import BRANCH_CODE, build_demonstration
from absher_desk.simulation.printers import MemoryPrinter
from absher_desk.simulation.shift import work_shift
from tests.simulation.conftest import MID_MORNING, desk_at

READER = program_reader(BRANCH_CODE)
REQUESTS = 60
SPELL = timedelta(minutes=30)


def played_shift(database, seed, *, requests=REQUESTS, spell=SPELL, **options):
    desk = desk_at(database)
    demonstration = build_demonstration(desk, seed=seed, requests=requests)
    result = work_shift(desk, demonstration, seed, closes_at=MID_MORNING + spell, **options)
    return desk, result


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_same_seed_gives_the_same_day_on_both_databases(two_databases, seed):
    results = []
    for database in two_databases:
        heard = []
        desk, result = played_shift(
            database, seed, on_act=lambda *act, heard=heard: heard.append(act)
        )
        assert verify_log(desk, READER).intact
        assert len(heard) == result.acts > 80
        results.append((result, heard))
    assert results[0] == results[1]


def test_another_seed_gives_another_day(two_databases):
    digests = set()
    for seed, database in zip((4, 5), two_databases, strict=True):
        _, result = played_shift(database, seed, requests=10, spell=timedelta(minutes=15))
        digests.add(result.digest)
    assert len(digests) == 2


def test_what_happens_at_a_counter_happens(demonstration_desk):
    desk, demonstration = demonstration_desk
    printer = MemoryPrinter()
    result = work_shift(
        desk, demonstration, 6, printer=printer, closes_at=MID_MORNING + timedelta(minutes=80)
    )
    acts = result.by_act
    assert {
        "account-activated", "code-confirmed", "code.wrong", "hold", "signed-out",
        "approve:approve", "review:approve", "report:report", "print:printed", "printed",
        "quality-check:passed", "dispatch:dispatched", "requests-registered",
    } <= acts.keys()  # fmt: skip
    assert len(printer.tray) >= acts["account-activated"]
    assert all(pdf.startswith(b"%PDF") for _, pdf in printer.tray)
    report = day_report(desk, READER, result.day)
    assert report.totals.completed > acts["account-activated"]
    assert verify_log(desk, READER).intact
    assert result.ended_at >= MID_MORNING + timedelta(minutes=80)


def test_who_goes_home_leaves_his_work_to_others(demonstration_desk, monkeypatch):
    monkeypatch.setattr("absher_desk.simulation.working_day._GOES_HOME_PERCENT", 30)
    desk, demonstration = demonstration_desk
    result = work_shift(desk, demonstration, 1, closes_at=MID_MORNING + timedelta(minutes=50))
    assert result.by_act["went-home"] >= 3
    with desk.database.read() as connection:
        expired = connection.execute(
            select(func.count(Event.id)).where(Event.kind == "claim-expired")
        ).scalar()
        late = connection.execute(
            select(func.count()).where(OpenWork.claim_expires_at <= desk.now())
        ).scalar()
    assert expired > 0
    assert late <= result.by_act["went-home"]


def test_without_an_end_the_shift_lasts_until_closing(database):
    desk = desk_at(database, MID_MORNING + timedelta(hours=3, minutes=30))
    demonstration = build_demonstration(desk, requests=10)
    result = work_shift(desk, demonstration, 1)
    assert timedelta() <= result.ended_at - MID_MORNING - timedelta(hours=3, minutes=50)
    assert result.ended_at - result.started_at < timedelta(hours=1)
    assert desk.now() == result.ended_at
    assert result.digest == log_digest(desk)
