"""The day: its report counts what the lists show, stays what it was, and is frozen by its close."""

import hashlib
import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from absher_desk.models.columns import canonical
from absher_desk.models.day import DayClose
from absher_desk.models.request import Request
from absher_desk.models.work import OpenWork, RequestStep
from absher_desk.operations import day_close
from absher_desk.operations import day_report as counting
from absher_desk.operations.claims import claim, claim_next
from absher_desk.operations.day_close import (
    close_day,
    closed_day,
    report_document,
    report_from_document,
)
from absher_desk.operations.day_report import day_report
from absher_desk.operations.decisions import decide
from absher_desk.operations.documents import issue_document
from absher_desk.operations.errors import Conflict, Refused
from absher_desk.operations.parking import resume
from absher_desk.operations.print_jobs import finish_printing, start_printing
from absher_desk.operations.queue_pages import QueueQuery, queue_counts, queue_totals
from absher_desk.operations.rights import ALL_RIGHTS
from tests.builders import register, signed_in
from tests.operations.acting import activated, rows, work

TODAY = date(2026, 11, 23)


@pytest.fixture
def busy_day(desk):
    """A morning at the branch: every kind of end, work in hand, papers with copies."""
    clock = desk.outside.clock
    officer, clerk = signed_in(desk, "officer"), signed_in(desk, "clerk")
    accounts = register(desk, 6)
    losses = register(desk, 4, first=20, service="lost-document-replacement", details={})
    [report] = register(desk, first=40, service="lost-document-report", details={})
    clock.forward(hours=2)
    activated(desk, accounts[0])
    work(desk, officer, accounts[1], "reject", "مكرر")
    work(desk, officer, accounts[2], "return", "ناقص")
    claim(desk, officer, accounts[3])
    clock.forward(hours=3)
    for request_id in losses[:3]:
        claim(desk, clerk, request_id)
        clock.forward(minutes=4)
        work(desk, clerk, request_id, "report")
    work(desk, signed_in(desk, "clerk2"), losses[0], "approve")
    work(desk, signed_in(desk, "supervisor"), losses[0], "reject", "ناقص")
    work(desk, clerk, report, "report")
    document = issue_document(desk, clerk, report, "request-receipt")
    for _ in range(3):
        order = start_printing(desk, clerk, document, "desk")
        finish_printing(desk, clerk, order.job_id, "printed")
    return accounts, losses, report


def report_of(desk, day=TODAY):
    return day_report(desk, signed_in(desk, "supervisor"), day)


def test_totals_are_what_happened(desk, busy_day):
    report = report_of(desk)
    totals = report.totals
    assert (totals.received, totals.completed, totals.rejected) == (11, 2, 2)
    assert (totals.returned, totals.pending, totals.closed_otherwise) == (1, 7, 0)
    assert (report.documents, report.copies) == (1, 2)
    lines = {line.username: line for line in report.officers}
    said = {name: (one.finished, one.completed, one.returned, one.rejected, one.in_hand)
            for name, one in lines.items()}  # fmt: skip
    assert said == {
        "clerk": (4, 1, 0, 0, 0),
        "clerk2": (1, 0, 0, 0, 0),
        "officer": (3, 1, 1, 1, 1),
        "supervisor": (1, 0, 0, 1, 0),
    }
    assert lines["clerk"].average == timedelta(minutes=3)


def test_every_table_of_the_report_adds_up_to_the_same(desk, busy_day):
    report = report_of(desk)
    steps = rows(desk, select(func.count(RequestStep.id)))[0][0]
    assert sum(line.finished for line in report.queues) == steps
    assert sum(line.finished for line in report.officers) == steps
    assert sum(line.finished for line in report.hours) == steps
    assert sum(line.received for line in report.hours) == report.totals.received
    assert sum(line.pending for line in report.queues) == report.totals.pending
    assert sum(line.overdue for line in report.queues) == report.totals.overdue
    assert all(sum(line.ages) == line.pending for line in report.queues)
    for name in ("completed", "returned", "rejected"):
        of_officers = sum(getattr(line, name) for line in report.officers)
        assert of_officers == getattr(report.totals, name), name


def test_the_report_counts_what_the_lists_show(desk, busy_day):
    supervisor = signed_in(desk, "supervisor")
    pending = {line.queue: line.pending for line in report_of(desk).queues if line.pending}
    shown = {one.queue: one.open for one in queue_counts(desk, supervisor) if one.open}
    listed = {
        queue: queue_totals(desk, supervisor, QueueQuery(queue=queue)).matching for queue in shown
    }
    assert pending == shown == listed
    assert sum(one.claimed for one in queue_counts(desk, supervisor)) == 1


def test_a_day_that_is_over_gives_the_same_whenever_asked(desk, busy_day):
    accounts, losses, _ = busy_day
    clock = desk.outside.clock
    clock.forward(hours=24)
    first = report_of(desk)
    officer = signed_in(desk, "officer")
    register(desk, 3, first=60)
    resume(desk, officer, accounts[2])
    decide(desk, officer, accounts[3], "reject", reason="مكرر")
    work(desk, signed_in(desk, "clerk2"), losses[1], "approve")
    work(desk, signed_in(desk, "supervisor"), losses[1], "approve")
    work(desk, signed_in(desk, "clerk"), losses[1], "printed")
    work(desk, signed_in(desk, "clerk"), losses[1], "handed-over")
    clock.forward(hours=24)
    again = report_of(desk)
    in_hand = {line.username: line.in_hand for line in again.officers}
    assert again == first
    assert in_hand == {"clerk": 0, "clerk2": 0, "officer": 1, "supervisor": 0}


def test_midnight_in_riyadh_parts_the_days(desk):
    clock = desk.outside.clock
    clock.forward(hours=15, minutes=59, seconds=59)  # 23:59:59 in Riyadh, 20:59:59 UTC
    register(desk)
    clock.forward(seconds=1)
    register(desk, first=2)
    officer = signed_in(desk, "officer")
    work(desk, officer, claim_next(desk, officer, "account-activation").request_id, "reject", "س")
    today, tomorrow = report_of(desk), report_of(desk, TODAY + timedelta(days=1))
    assert (today.totals.received, today.totals.rejected, today.totals.pending) == (1, 0, 1)
    assert (tomorrow.totals.received, tomorrow.totals.rejected) == (1, 1)
    assert [line.hour for line in today.hours] == [23]
    assert [line.hour for line in tomorrow.hours] == [0]
    assert today.as_of.isoformat() == "2026-11-24T00:00:00+03:00"


def test_a_closed_day_is_frozen_though_work_goes_on(desk, busy_day):
    supervisor = signed_in(desk, "supervisor")
    report = report_of(desk)
    closed = close_day(desk, supervisor, TODAY)
    assert closed.report == report_document(report)
    assert report_from_document(closed.report) == report
    officer = signed_in(desk, "officer")
    register(desk, 2, first=60)
    work(desk, officer, busy_day[0][4], "reject", "مكرر")
    assert closed_day(desk, supervisor, TODAY) == closed
    assert report_of(desk) != report
    [kept] = rows(desk, select(DayClose.sha256, DayClose.report))
    assert hashlib.sha256(canonical(kept.report).encode()).hexdigest() == kept.sha256


def test_the_same_day_twice_is_the_same_bytes(desk, busy_day):
    one, two = report_document(report_of(desk)), report_document(report_of(desk))
    assert canonical(one) == canonical(two)


def test_a_day_is_closed_once_and_not_before_it_begins(desk):
    supervisor = signed_in(desk, "supervisor")
    with pytest.raises(Refused) as fault:
        close_day(desk, supervisor, TODAY + timedelta(days=1))
    assert fault.value.code == "day.not-begun"
    assert closed_day(desk, supervisor, TODAY) is None
    close_day(desk, supervisor, TODAY)
    with pytest.raises(Conflict) as fault:
        close_day(desk, supervisor, TODAY)
    assert fault.value.code == "day.already-closed"


def test_two_supervisors_closing_at_once_close_it_once(desk, monkeypatch):
    one, two = signed_in(desk, "supervisor"), signed_in(desk, "supervisor")
    said = []

    def race():
        try:
            close_day(desk, two, TODAY)
        except Conflict as conflict:
            said.append(conflict.code)

    racing = threading.Thread(target=race)
    compute, waiting = day_close.compute, [racing]

    def compute_late(*arguments):
        if waiting:
            waiting.pop()
            racing.start()
            racing.join(0.3)  # ends within it, or waits for this act
        return compute(*arguments)

    monkeypatch.setattr(day_close, "compute", compute_late)
    try:
        close_day(desk, one, TODAY)
    except Conflict as conflict:
        said.append(conflict.code)
    racing.join()
    assert said == ["day.already-closed"]
    assert len(rows(desk, select(DayClose.day))) == 1


def test_a_close_sees_one_moment_while_others_work(desk, monkeypatch):
    """What comes in while the report is counted is in none of its tables."""
    register(desk, 2)
    supervisor, officer = signed_in(desk, "supervisor"), signed_in(desk, "officer")
    services, waiting = counting._services, [True]

    def count_and_work(*arguments):
        found = services(*arguments)
        if waiting:
            waiting.pop()
            index = 9 + len(latecomers)
            late = threading.Thread(target=register, args=(desk, 1), kwargs={"first": index})
            late.start()
            late.join(0.3)  # on SQLite it waits for the close
            latecomers.append(late)
        return found

    latecomers = []
    monkeypatch.setattr(counting, "_services", count_and_work)
    report = report_from_document(close_day(desk, supervisor, TODAY).report)
    latecomers[0].join()
    assert report.totals.pending == sum(line.pending for line in report.queues) == 2
    waiting.append(True)
    seen = day_report(desk, replace(officer, rights=ALL_RIGHTS), TODAY)
    latecomers[1].join()
    assert seen.totals.pending == sum(line.pending for line in seen.queues) == 3


def test_overdue_counts_what_was_late_then(desk):
    register(desk, submitted_at=desk.now() - timedelta(days=30))
    register(desk, first=2)
    [line] = report_of(desk).queues
    assert (line.pending, line.overdue, line.ages) == (2, 1, (2, 0, 0, 0))
    assert line.oldest_at == desk.now()
    assert rows(desk, select(func.count(OpenWork.request_id)))[0][0] == 2
    assert rows(desk, select(func.count(Request.id)))[0][0] == 2
