"""The activation station without a screen: what may be done when, and what survives."""

import shutil
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from absher_desk.models.account import Account
from absher_desk.operations.errors import Unavailable
from absher_desk.operations.request_file import open_request
from absher_desk.presenters import draft_keeping
from absher_desk.presenters.activation_state import Phase
from absher_desk.presenters.activation_station import ActivationStationPresenter
from absher_desk.presenters.differences import differing
from absher_desk.printing.composing import FormComposer
from absher_desk.printing.page_picture import first_page
from absher_desk.standards.bidi import without_controls
from absher_desk.system.worker import Worker
from tests.activation_builders import (
    DIFFERING,
    FIRST_CODE,
    Branch,
    CountingPrinter,
    activate_below_the_screen,
)
from tests.builders import register


@pytest.fixture
def database_url(tmp_path, migrated_sqlite):
    shutil.copy(migrated_sqlite, tmp_path / "desk.sqlite")
    return f"sqlite:///{tmp_path / 'desk.sqlite'}"


@pytest.fixture
def worker(qapp):
    worker = Worker()
    yield worker
    worker.shutdown()


@pytest.fixture
def printer(tmp_path):
    return CountingPrinter(tmp_path / "printed")


@pytest.fixture
def settled(qtbot, worker):
    """Wait until the background has nothing left."""

    def settle():
        qtbot.waitUntil(lambda: not worker.is_busy)

    return settle


@pytest.fixture
def opened(worker, printer, settled, qapp):
    """Open the station of a branch's request, as the window does."""
    made = []

    def open_(branch):
        station = ActivationStationPresenter(
            branch.desk, branch.officer, worker, branch.request_id, lambda: printer
        )
        made.append(station)
        station.open()
        settled()
        return station

    yield open_
    for station in made:
        station.leave()
    settled()


@pytest.fixture
def branch(desk):
    return Branch(desk)


@pytest.fixture
def differing_branch(desk):
    return Branch(desk, **DIFFERING)


def refuse_to_answer(*_):
    raise Unavailable("database.silent")


def answer_all(station):
    for check, value in (("portrait", "match"), ("original-seen", "yes"), ("fingerprint", "match")):
        station.answer(check, value)


def confirm(station, settled, code=FIRST_CODE):
    station.send()
    settled()
    station.type_code(code)
    settled()


def make_ready(station, settled):
    answer_all(station)
    confirm(station, settled)


def account_state(branch):
    with branch.desk.database.read() as connection:
        return connection.execute(select(Account.state)).scalar()


def test_nothing_wrong_to_activated_and_printed(branch, opened, settled, printer):
    station = opened(branch)
    assert station.state.open_points == (
        "check:portrait", "check:original-seen", "check:fingerprint", "code",
    )  # fmt: skip
    make_ready(station, settled)
    assert station.state.ready
    station.activate()
    assert not station.state.ready  # a second F9 finds the first under way
    settled()
    assert station.state.phase is Phase.DONE
    assert station.state.notice.tone == "green"
    assert account_state(branch) == "active"
    assert len(printer.pages) == 1


def test_activation_waits_for_every_point(branch, opened, settled):
    station = opened(branch)
    answer_all(station)
    station.activate()
    settled()
    assert account_state(branch) is None
    assert station.state.open_points == ("code",)


def test_the_same_rule_as_below_the_screen(differing_branch, opened, settled):
    station = opened(differing_branch)
    make_ready(station, settled)
    assert station.state.open_points == ("row:name_ar.grandfather", "row:birth_date_hijri")
    station.accept_focused()
    station.accept_focused()
    assert station.state.ready
    station.accept_row("birth_date_hijri")  # taken back
    assert station.state.open_points == ("row:birth_date_hijri",)
    station.accept_row("birth_date_hijri")
    station.activate()
    settled()
    assert account_state(differing_branch) == "active"


def test_only_what_differs_is_marked(differing_branch, opened):
    rows = {row.key: row for row in opened(differing_branch).state.rows}
    hijri = rows["birth_date_hijri"]
    marked = [hijri.stated[slice(*span)] for span in hijri.stated_spans]
    assert marked == ["02"]
    assert [hijri.register[slice(*span)] for span in hijri.register_spans] == ["18"]
    assert rows["name_ar.grandfather"].verdict == "spelling"
    assert rows["name_ar.first"].stated_spans == ()


@given(st.text(max_size=12), st.text(max_size=12))
def test_marks_lie_within_the_values_and_mean_a_difference(stated, register):
    marks = differing(stated, register)
    assert any(marks) == (stated != register)
    for text, spans in zip((stated, register), marks, strict=True):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(set(edges))
        assert all(0 <= edge <= len(text) for edge in edges)


def test_marks_between_values_with_little_in_common_cover_them():
    assert differing("خالد", "سعود") == (((0, 4),), ((0, 4),))


def test_wrong_code_counts_and_empties_the_boxes(branch, opened, settled):
    station = opened(branch)
    confirm(station, settled, "123456")
    code = station.state.code
    assert (code.status, code.typed) == ("sent", "")
    assert "2" in code.tries
    assert code.error
    station.type_code(FIRST_CODE)
    settled()
    assert station.state.code.status == "confirmed"


def test_arabic_digits_and_groups_are_the_same_code(branch, opened, settled):
    station = opened(branch)
    confirm(station, settled, "١٠٠ ٠٠٠")
    assert station.state.code.status == "confirmed"


def test_expired_code_is_sent_again(branch, opened, settled):
    station = opened(branch)
    station.send()
    settled()
    branch.desk.outside.clock.forward(seconds=290)
    station.tick()
    assert without_controls(station.state.code.valid_for).endswith("00:10")
    branch.desk.outside.clock.forward(seconds=10)
    station.tick()
    assert station.state.code.status == "expired"
    station.type_code(FIRST_CODE)
    assert station.state.code.typed == ""
    confirm(station, settled, "100001")
    assert station.state.code.status == "confirmed"


def test_sending_again_waits_for_its_pause(branch, opened, settled):
    station = opened(branch)
    station.send()
    settled()
    assert not station.state.code.can_send
    station.send()
    settled()
    assert len(branch.desk.outside.sender.sent) == 1
    branch.desk.outside.clock.forward(seconds=61)
    station.tick()
    assert station.state.code.can_send


def test_code_that_was_not_carried_says_so(branch, opened, settled):
    station = opened(branch)
    branch.desk.outside.sender.fault = Unavailable("sender.silent")
    station.send()
    settled()
    assert station.state.code.status == "none"
    assert station.state.code.error
    assert station.state.code.can_send


def test_draft_is_kept_by_itself_and_found_again(differing_branch, opened, qtbot):
    station = opened(differing_branch)
    station.answer("fingerprint", "match")
    station.accept_row("name_ar.grandfather")
    with qtbot.waitSignal(station.draft_state, check_params_cb=lambda unsaved: not unsaved):
        station.set_note("طلب تصحيح الاسم")
    again = opened(differing_branch).state
    assert again.note == "طلب تصحيح الاسم"
    assert {row.key for row in again.rows if row.accepted} == {"name_ar.grandfather"}
    assert next(item.value for item in again.checks if item.key == "fingerprint") == "match"


def test_draft_that_was_not_kept_says_so_until_it_is(branch, opened, settled, monkeypatch):
    station = opened(branch)
    with monkeypatch.context() as silent:
        silent.setattr(draft_keeping, "save_draft", refuse_to_answer)
        station.set_note("ملاحظة")
        station.save_now()
        settled()
        assert station.unsaved
        assert station.state.notice.tone == "amber"
    station.save_now()
    settled()
    assert not station.unsaved
    assert station.state.notice.title == ""


def test_leaving_keeps_the_draft_at_once(branch, opened, settled, qtbot):
    station = opened(branch)
    station.set_note("ملاحظة")
    with qtbot.waitSignal(station.closed):
        station.close()
    settled()
    assert not station.unsaved
    assert open_request(branch.desk, branch.officer, branch.request_id).draft["note"] == "ملاحظة"


def test_lost_claim_shuts_the_page_and_keeps_what_was_typed(branch, opened, settled):
    station = opened(branch)
    branch.lose_claim()
    station.set_note("ملاحظة")
    station.save_now()
    settled()
    state = station.state
    assert state.read_only
    assert state.notice.tone == "amber"
    assert state.note == "ملاحظة"
    station.answer("fingerprint", "match")
    assert next(item.value for item in station.state.checks if item.key == "fingerprint") == ""
    assert station.unsaved


def test_page_of_a_request_nobody_holds_is_read_only(branch, opened, desk):
    (branch.request_id,) = register(desk, first=2, program=branch.program)
    state = opened(branch).state
    assert state.read_only
    assert state.notice.title


def test_printer_fault_leaves_the_account_active(branch, opened, settled, printer):
    station = opened(branch)
    make_ready(station, settled)
    printer.fault = "printing.printer-silent"
    station.activate()
    settled()
    assert account_state(branch) == "active"
    assert station.state.phase is Phase.DONE
    assert station.state.notice.tone == "amber"
    assert "F7" in station.state.notice.text
    printer.fault = ""
    station.print()
    settled()
    assert [b"copy 0" in page for page in printer.pages] == [True]


def test_reprint_is_a_copy(branch, opened, settled, printer):
    station = opened(branch)
    make_ready(station, settled)
    station.activate()
    settled()
    station.print()
    settled()
    assert b"copy 1" in printer.pages[1]
    assert len(printer.pages) == 2


def test_real_form_is_shown_once_it_is_made(branch, opened, settled):
    outside = replace(branch.desk.outside, composer=FormComposer())
    branch.desk = replace(branch.desk, outside=outside)
    station = opened(branch)
    assert station.state.preview.page == b""
    make_ready(station, settled)
    station.activate()
    settled()
    assert station.state.preview.page.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "way",
    [("return_", "returned"), ("reject", "rejected"), ("hold", "awaiting-applicant")],
)
def test_other_ways_out_close_the_page(branch, opened, qtbot, way):
    act, state = way
    station = opened(branch)
    with qtbot.waitSignals([station.message, station.closed]):
        getattr(station, act)("الوثيقة منتهية")
    file = open_request(branch.desk, branch.officer, branch.request_id)
    assert file.state == state


def test_release_gives_back_and_keeps_the_draft(branch, opened, qtbot):
    station = opened(branch)
    station.set_note("ملاحظة")
    with qtbot.waitSignal(station.closed):
        station.release()
    file = open_request(branch.desk, branch.officer, branch.request_id)
    assert file.open_step.claimed_by is None
    assert file.draft["note"] == "ملاحظة"


def test_refused_outcome_bars_the_activation(branch, opened, settled):
    station = opened(branch)
    make_ready(station, settled)
    station.answer("fingerprint", "mismatch")
    item = next(item for item in station.state.checks if item.key == "fingerprint")
    assert item.state == "refused"
    assert "F8" in item.note
    assert not station.state.ready


def test_mobile_of_another_account_must_be_told(branch, opened, settled):
    assert "mobile-transfer-told" not in {item.key for item in opened(branch).state.checks}
    activate_below_the_screen(branch)
    station = opened(Branch.again(branch))
    answer_all(station)
    assert station.state.open_points == ("check:mobile-transfer-told", "code")
    station.answer("mobile-transfer-told", "yes")
    assert station.state.open_points == ("code",)


def test_what_is_missing_is_said(branch, opened, settled):
    station = opened(branch)
    answer_all(station)
    assert station.state.missing.endswith("the code")
    confirm(station, settled)
    assert station.state.missing == ""


def test_bytes_that_are_no_page_have_no_picture(qapp):
    assert first_page(b"%PDF nothing", 200) == b""


def test_request_that_does_not_open_says_why(branch, opened):
    branch.request_id = 1
    state = opened(branch).state
    assert state.phase is Phase.FAILED
    assert state.failure
