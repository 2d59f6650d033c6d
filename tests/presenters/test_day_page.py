"""The day page without a screen: its numbers are the report's; closing freezes them."""

import json

import pytest

from absher_desk.operations.claims import claim
from absher_desk.operations.day_close import close_day
from absher_desk.operations.day_report import day_report
from absher_desk.operations.decisions import decide
from absher_desk.operations.desk import day_of
from absher_desk.presenters.day_page import DayPagePresenter
from absher_desk.presenters.day_state import DayPhase
from absher_desk.printing.folder_printer import PdfFolderPrinter
from absher_desk.standards.bidi import without_controls
from absher_desk.system.worker import Worker
from tests.builders import register, signed_in
from tests.page_builders import NoPrinter
from tests.presenters.queueing import settle, sqlite_alone

pytestmark = sqlite_alone


@pytest.fixture
def worker(qapp):
    worker = Worker()
    yield worker
    worker.shutdown()


@pytest.fixture
def settled(qtbot, worker):
    return lambda: settle(qtbot, worker)


@pytest.fixture
def worked(desk):
    """Four received, two rejected, one in hand."""
    ids = register(desk, 4)
    officer = signed_in(desk, "officer")
    for request_id in ids[:2]:
        claim(desk, officer, request_id)
        desk.outside.clock.forward(minutes=30)
        decide(desk, officer, request_id, "reject", reason="سبب")
    claim(desk, officer, ids[2])
    return desk


@pytest.fixture
def opened(worked, worker, settled, tmp_path):
    made = []

    def open_(username="supervisor", printer=None):
        chosen = printer or PdfFolderPrinter(tmp_path / "printed")
        officer = signed_in(worked, username)
        page = DayPagePresenter(worked, officer, worker, lambda: chosen, tmp_path / "out")
        made.append(page)
        page.open()
        settled()
        return page

    yield open_
    for page in made:
        page.leave()
    settled()


def shown(figures):
    return [int(without_controls(figure.value).replace(",", "")) for figure in figures]


def words(row):
    return [without_controls(cell.words) for cell in row.cells]


def test_the_figures_are_the_reports(worked, opened):
    state = opened().state
    totals = day_report(worked, signed_in(worked, "auditor"), day_of(worked.now())).totals
    assert shown(state.figures) == [
        totals.received, totals.completed, totals.rejected, totals.pending, totals.overdue
    ] == [4, 0, 2, 2, 0]  # fmt: skip
    assert [words(row) for row in state.services] == [
        ["Individual account activation", "4", "0", "2", "0", "0", "2", "0"],
        ["Total", "4", "0", "2", "0", "0", "2", "0"],
    ]
    assert [column.title for column in state.columns][:3] == ["Service", "Received", "Completed"]


def test_hours_queues_and_officers(opened):
    state = opened().state
    assert [hour.hour for hour in state.hours] == list(range(7, 15))
    assert [(h.received, h.finished) for h in state.hours if h.received or h.finished] == [
        (4, 1),  # 08:30 and 09:00
        (0, 1),
    ]
    [queue] = state.queues
    assert (queue.count, queue.ages, without_controls(queue.oldest)) == (
        2, (0, 2, 0, 0), "oldest 1 h"
    )  # fmt: skip
    [officer] = state.officers
    assert (officer.finished, officer.in_hand, officer.average) == (2, 1, "30 min")


def test_yesterday_is_another_day(opened, settled):
    page = opened()
    page.choose("yesterday")
    assert page.state.phase is DayPhase.LOADING
    settled()
    assert shown(page.state.figures)[0] == 0
    assert "2026/11/22" in page.state.date
    assert page.state.as_of == "The day is over, not closed"


def test_closing_freezes_what_is_shown(worked, opened, settled):
    page = opened()
    page.close_day()
    settled()
    assert page.state.closing.is_closed
    assert len(page.state.closing.sha256) == 64
    register(worked, 3, first=50)
    page.refresh()
    settled()
    assert shown(page.state.figures)[0] == 4
    assert not page.state.closing.may_close


def test_a_day_that_lasts_says_what_closing_means(opened, settled):
    page = opened()
    assert "The day lasts" in page.state.closing.sentence
    page.choose("yesterday")
    settled()
    assert "The day lasts" not in page.state.closing.sentence


def test_an_auditor_reads_and_exports_but_does_not_close(opened, settled, tmp_path):
    page = opened("auditor")
    assert not page.state.closing.may_close
    page.close_day()
    page.export(tmp_path / "out")
    settled()
    assert not page.state.closing.is_closed
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_export_writes_the_three_files_of_the_day_shown(opened, settled, tmp_path, qtbot):
    page = opened()
    with qtbot.waitSignal(page.message) as told:
        page.export(tmp_path / "chosen")
    settled()
    assert told.args[:2] == ["green", "Report exported"]
    [file] = (tmp_path / "chosen").glob("*.json")
    assert json.loads(file.read_bytes())["totals"]["received"] == 4
    assert page.export_folder == tmp_path / "chosen"


def test_export_into_nothing_is_said(opened, settled, tmp_path, qtbot):
    (tmp_path / "file").write_text("in the way")
    page = opened()
    with qtbot.waitSignal(page.message) as told:
        page.export(tmp_path / "file")
    settled()
    assert told.args[0] == "red"
    assert not page.state.busy


def test_f7_prints_the_report(opened, settled, tmp_path, qtbot):
    page = opened()
    with qtbot.waitSignal(page.message) as told:
        page.print()
    settled()
    assert told.args[0] == "green"
    [file] = (tmp_path / "printed").iterdir()
    assert file.name.startswith("day-report-1101-2026-11-23")
    assert file.read_bytes().startswith(b"%PDF")


def test_a_printer_that_refuses_is_said(opened, settled, tmp_path, qtbot):
    page = opened(printer=NoPrinter(tmp_path / "none"))
    with qtbot.waitSignal(page.message) as told:
        page.print()
    settled()
    assert told.args[0] == "red"


def test_closed_at_another_desk_is_a_conflict_and_then_shown(worked, opened, settled, qtbot):
    page = opened()
    close_day(worked, signed_in(worked, "supervisor"), day_of(worked.now()))
    with qtbot.waitSignal(page.message) as told:
        page.close_day()
    settled()
    assert told.args[0] == "amber"
    assert page.state.closing.is_closed


def test_who_may_not_read_reports_is_told(opened):
    state = opened("officer").state
    assert state.phase is DayPhase.FAILED
    assert state.failure[1]
