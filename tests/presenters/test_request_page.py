"""The request page without a screen: what may be done when, for whom, and what survives."""

import pytest
from sqlalchemy import select, update

from absher_desk.models.document import PrintJob
from absher_desk.models.work import Draft, OpenWork
from absher_desk.operations.claims import claim
from absher_desk.operations.decisions import decide
from absher_desk.operations.errors import Unavailable
from absher_desk.operations.request_file import open_request
from absher_desk.presenters.request_page import RequestPagePresenter
from absher_desk.presenters.request_state import PagePhase
from absher_desk.presenters.request_way import way_from
from absher_desk.printing.folder_printer import PdfFolderPrinter
from absher_desk.standards.bidi import without_controls
from absher_desk.standards.problems import Problem
from absher_desk.system.language import ScreenLanguage
from absher_desk.system.worker import Worker
from tests.builders import applicant, identity, register, signed_in
from tests.page_builders import REPLACEMENT, NoPrinter, lost_document, reported
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
def opened(desk, worker, settled, tmp_path):
    """Open a request as somebody."""
    made = []

    def open_(request_id, username, printer=None):
        officer = signed_in(desk, username)
        chosen = printer or PdfFolderPrinter(tmp_path / "printed")
        page = RequestPagePresenter(desk, officer, worker, request_id, lambda: chosen)
        made.append(page)
        page.open()
        settled()
        return page

    yield open_
    for page in made:
        page.leave()
    settled()


@pytest.fixture
def reviewing(desk, opened, settled):
    """A review in the hands of the second clerk."""
    page = opened(reported(desk), "clerk2")
    page.act("claim")
    settled()
    return page


def acts(page):
    return [choice.act for choice in page.state.choices]


def choice(page, act):
    return next(one for one in page.state.choices if one.act == act)


def answer_all(page):
    for check in page.state.checks:
        page.answer(check.key, "yes")


def event_of(desk, page):
    return open_request(desk, signed_in(desk, "auditor"), page.request_id).timeline[-1]


# --- Looking -------------------------------------------------------------------------------------


def test_everything_comes_from_the_catalogue(desk, opened):
    state = opened(lost_document(desk), "clerk").state
    assert state.name == "FAHAD SAAD ABDULLAH ALDOSARI"
    assert state.service == "Replacement of a lost or damaged document"
    assert without_controls(state.number).startswith("48-1101-")
    told = {fact.label: without_controls(fact.value) for fact in state.details}
    assert told["Kind of loss"] == "Stolen"
    assert told["Date of loss"] == "1448/06/10 AH, corresponding to 2026/11/20 CE"
    assert told["Loss report number"] == "—"
    assert [check.label for check in state.checks] == [
        "Declaration and discharge of liability signed"
    ]
    assert state.steps == ("Report", "Review", "Approval", "Printing", "Hand-over")
    assert state.steps[state.step] == "Report"


@pytest.mark.parametrize(("delivery", "last"), [("counter", "hand-over"), ("post", "dispatch")])
def test_the_steps_ahead_follow_the_delivery(desk, delivery, last):
    service = desk.catalogue.service(REPLACEMENT)
    way = way_from(desk.catalogue, service, service.start, delivery)
    assert way == ["report", "review", "approve", "print", last]


def test_every_service_of_the_catalogue_has_a_page(desk, opened):
    for index, service in enumerate(desk.catalogue.services.values()):
        [request_id] = register(desk, first=100 + index, service=service.code, details={})
        state = opened(request_id, "supervisor").state
        assert state.phase is PagePhase.OPEN
        assert state.steps[state.step] == service.step(service.start).title.en


def test_a_warning_names_its_field(desk, opened):
    warning = Problem("details.not-asked", "details.place")
    page = opened(lost_document(desk, warnings=[warning]), "clerk")
    assert [a.tone for a in page.state.announcements] == ["amber"]
    assert page.state.announcements[0].text.startswith("Place of loss: ")


def test_a_request_of_another_branch_is_not_found(desk, opened):
    [request_id] = register(desk, branch_code="1201")
    state = opened(request_id, "clerk").state
    assert state.phase is PagePhase.FAILED
    assert state.failure[1]


def test_after_a_failure_the_second_try_shows_it(desk, opened, settled, monkeypatch):
    request_id = lost_document(desk)

    def broken(*_):
        raise Unavailable("database.unavailable")

    target = "absher_desk.presenters.request_page.open_request"
    monkeypatch.setattr(target, broken)
    page = opened(request_id, "clerk")
    assert page.state.phase is PagePhase.FAILED
    monkeypatch.setattr(target, open_request)
    page.open()
    settled()
    assert page.state.phase is PagePhase.OPEN


def test_redacted_details_are_kept_from_who_does_not_work_on_them(desk, opened):
    service = desk.catalogue.service("complaint")
    hidden = next(field for field in service.fields.values() if field.redacted)
    [request_id] = register(desk, service="complaint", details={hidden.key: "سر"})
    worker_role = next(iter(service.steps.values())).role
    shown = {"clerk": "clerk", "supervisor": "supervisor"}[worker_role]
    for username, value in ((shown, "سر"), ("auditor", "Kept from you")):
        facts = {fact.label: fact.value for fact in opened(request_id, username).state.details}
        assert facts[hidden.label.en] == value


# --- Who may -------------------------------------------------------------------------------------


def test_unclaimed_work_is_first_taken(desk, opened, settled):
    page = opened(lost_document(desk), "clerk")
    assert acts(page) == ["claim"]
    assert not page.state.editable
    page.act("claim")
    settled()
    assert acts(page) == ["report", "return", "reject"]
    assert page.state.editable
    assert "With you" in [word.text for word in page.state.words]


def test_who_did_the_step_before_is_told_what_keeps_him_out(desk, opened):
    page = opened(reported(desk), "clerk")
    [said] = page.state.announcements
    assert said.tone == "red"
    assert without_controls(said.text) == "Report: Clerk, today 08:07"
    assert acts(page) == []
    assert page.state.pairs[0].name == "Clerk"


def test_his_own_request_is_for_others(desk, opened):
    [request_id] = register(
        desk, service=REPLACEMENT, details={}, applicant=applicant(identity_number=identity(902))
    )
    page = opened(request_id, "clerk")
    assert page.state.announcements[0].title == "This is your own request; a colleague takes it."
    assert acts(page) == []


def test_a_colleagues_request_is_read_only(desk, opened):
    request_id = lost_document(desk)
    claim(desk, signed_in(desk, "clerk2"), request_id)
    page = opened(request_id, "clerk")
    assert page.state.announcements[0].title == "Clerk2 has this request"
    assert acts(page) == []
    assert not page.state.editable
    page.answer("declaration-signed", "yes")
    assert page.state.checks[0].value == ""


def test_an_expired_lease_binds_nobody(desk, opened):
    request_id = lost_document(desk)
    claim(desk, signed_in(desk, "clerk2"), request_id)
    desk.outside.clock.forward(minutes=desk.setting("lease.minutes") + 1)
    assert acts(opened(request_id, "clerk")) == ["claim"]


def test_another_role_is_told_whose_step_it_is(desk, opened):
    page = opened(lost_document(desk), "officer")
    assert page.state.announcements[0].title == "This step is for: Branch clerk"
    assert acts(page) == []


def test_an_activation_goes_to_its_station(desk, opened, settled, qtbot):
    [request_id] = register(desk)
    page = opened(request_id, "officer")
    assert acts(page) == ["claim"]
    with qtbot.waitSignal(page.station_requested) as told:
        page.act("claim")
    assert told.args == [request_id]
    settled()
    assert acts(page) == ["station"]
    with qtbot.waitSignal(page.station_requested):
        page.act("station")


def test_an_auditor_reads_and_changes_nothing(desk, opened):
    page = opened(lost_document(desk), "auditor")
    assert (page.state.choices, page.state.menu, page.state.printable) == ((), (), False)


# --- Entering and deciding -----------------------------------------------------------------------


def test_what_is_missing_is_named(reviewing):
    assert not choice(reviewing, "approve").enabled
    assert reviewing.state.missing == (
        "Still missing: I am not related to the applicant up to the fourth degree and 1 more"
    )
    reviewing.answer("no-kinship", "yes")
    assert reviewing.state.missing == "Still missing: Document compared with the register"
    assert reviewing.state.checks_done == "1 of 2"
    reviewing.answer("register-compared", "yes")
    assert reviewing.state.missing == ""
    assert choice(reviewing, "approve").enabled


def test_a_locked_outcome_does_nothing(desk, reviewing, settled):
    reviewing.act("approve")
    settled()
    assert reviewing.state.steps[reviewing.state.step] == "Review"


def test_answers_and_note_survive_the_page(desk, reviewing, opened, settled, qtbot):
    with qtbot.waitSignal(reviewing.draft_state, check_params_cb=lambda unsaved: unsaved):
        reviewing.answer("no-kinship", "yes")
    reviewing.set_note("قابلته")
    reviewing.close()
    settled()
    assert not reviewing.unsaved
    again = opened(reviewing.request_id, "clerk2")
    assert [check.value for check in again.state.checks] == ["yes", ""]
    assert again.state.note == "قابلته"


def test_the_draft_saves_itself(desk, reviewing, settled, qtbot):
    with qtbot.waitSignal(reviewing.draft_state, check_params_cb=lambda unsaved: not unsaved):
        reviewing.answer("no-kinship", "yes")
    settled()
    with desk.database.read() as connection:
        [draft] = connection.execute(select(Draft.data)).scalars()
    assert draft["answers"] == {"no-kinship": True}


def test_news_do_not_take_away_what_is_being_entered(reviewing, settled):
    reviewing.set_note("نصف جملة")
    reviewing.refresh()
    settled()
    assert reviewing.state.note == "نصف جملة"


def test_a_decision_moves_the_request_and_leaves_the_page(desk, reviewing, settled, qtbot):
    answer_all(reviewing)
    reviewing.set_note("الأصل مطابق")
    with qtbot.waitSignals([reviewing.message, reviewing.closed]):
        reviewing.act("approve")
    settled()
    event = event_of(desk, reviewing)
    assert (event.data["outcome"], event.data["next"]) == ("approve", "approve")
    assert event.data["reason"] == "الأصل مطابق"
    assert event.data["checks"] == {"no-kinship": True, "register-compared": True}
    assert not reviewing.unsaved


def test_a_return_needs_no_checks_but_a_reason(desk, reviewing, settled):
    reasons = choice(reviewing, "return").reasons
    assert "evidence-missing" in [key for key, _, _ in reasons]
    reviewing.act("return", "evidence-missing", "بلاغ الشرطة")
    settled()
    event = event_of(desk, reviewing)
    assert event.data["reason"] == "مرفق مطلوب غير موجود: بلاغ الشرطة"


def test_a_return_is_resumed_and_its_reason_can_be_read(desk, reviewing, opened, settled):
    reviewing.act("return", "other", "صورة أوضح")
    settled()
    page = opened(reviewing.request_id, "clerk")
    assert page.state.announcements[0].title == "Returned to the applicant"
    assert [remark.text for remark in page.state.remarks] == ["صورة أوضح"]
    assert acts(page) == ["resume"]
    page.act("resume")
    settled()
    assert acts(page) == ["claim"]


def test_a_reason_left_out_is_refused_in_words(desk, reviewing, settled, qtbot):
    with qtbot.waitSignal(reviewing.message) as told:
        reviewing.act("reject")
    settled()
    assert told.args[0] == "red"
    assert told.args[2]
    assert reviewing.state.editable


def test_hold_and_release_leave_the_request_to_the_queue(desk, reviewing, opened, settled):
    assert [c.act for c in reviewing.state.menu] == [
        "hold-answered", "hold-two-hours", "hold-tomorrow", "release",
    ]  # fmt: skip
    reviewing.act("hold-tomorrow", "fee-awaited")
    settled()
    page = opened(reviewing.request_id, "clerk2")
    assert without_controls(page.state.announcements[0].title) == "Held: tomorrow 08:00"
    page.act("claim")
    settled()
    page.answer("no-kinship", "yes")
    page.act("release")
    settled()
    again = opened(reviewing.request_id, "clerk2")
    assert acts(again) == ["claim"]
    assert again.state.checks[0].value == "yes"


def test_a_colleague_was_faster(desk, opened, settled, qtbot):
    request_id = lost_document(desk)
    page = opened(request_id, "clerk")
    claim(desk, signed_in(desk, "clerk2"), request_id)
    with qtbot.waitSignal(page.message) as told:
        page.act("claim")
    settled()
    assert told.args[0] == "amber"
    assert page.state.announcements[0].title == "Clerk2 has this request"


def test_who_lost_the_request_keeps_reading_what_he_entered(desk, reviewing, settled, qtbot):
    reviewing.set_note("بقي هذا")
    with desk.database.change() as connection:
        connection.execute(update(OpenWork).values(claimed_by=None))
    with qtbot.waitSignal(reviewing.message):
        reviewing.save_now()
    settled()
    assert reviewing.state.note == "بقي هذا"
    assert not reviewing.state.editable


def test_a_closed_request_tells_its_end(desk, reviewing, opened, settled):
    reviewing.act("reject", "duplicate")
    settled()
    page = opened(reviewing.request_id, "clerk2")
    [said] = page.state.announcements
    assert (said.tone, said.text) == ("red", "المعاملة مكررة")
    assert page.state.steps == ("Report", "Review", "Rejected")
    assert page.state.step == 2
    assert acts(page) == []
    assert page.state.way[-1].state == "refused"


def test_off_the_usual_way_the_strip_shows_what_was_done_and_what_follows(desk, opened):
    request_id = reported(desk, delivery="post")
    for username in ("clerk2", "supervisor", "clerk"):
        officer = signed_in(desk, username)
        claim(desk, officer, request_id)
        key = open_request(desk, officer, request_id).open_step.step
        step = desk.catalogue.service(REPLACEMENT).step(key)
        outcome = "printed" if key == "print" else "approve"
        decide(desk, officer, request_id, outcome, answers={c.key: True for c in step.checklist})
    posted = opened(request_id, "clerk").state
    assert posted.steps[posted.step] == "Postal dispatch"
    with desk.database.change() as connection:  # the carrier brought it back
        connection.execute(update(OpenWork).values(step="hand-over", queue="hand-over"))
    state = opened(request_id, "clerk").state
    assert state.steps == ("Report", "Review", "Approval", "Printing", "Hand-over")
    assert state.step == 4


# --- Printing ------------------------------------------------------------------------------------


@pytest.fixture
def english():
    """Plural forms come from the English words."""
    language = ScreenLanguage()
    language.show("en")
    yield
    language.remove()


@pytest.mark.usefixtures("english")
def test_f7_prints_the_receipt_and_then_a_copy(desk, opened, settled, tmp_path, qtbot):
    page = opened(reported(desk), "clerk")
    assert page.state.print_words == "Print Request receipt"
    with qtbot.waitSignal(page.message) as told:
        page.print()
    settled()
    assert told.args[:2] == ["green", "Printed"]
    [paper] = page.state.papers
    assert (paper.state.text, paper.print_words) == ("Printed", "Print a copy")
    page.print()
    settled()
    [paper] = page.state.papers
    assert paper.note.endswith("1 copy")
    assert len(list((tmp_path / "printed").iterdir())) == 2


def test_a_printer_that_refuses_is_said_and_can_be_tried_again(
    desk, opened, settled, qtbot, tmp_path
):
    page = opened(reported(desk), "clerk", NoPrinter(tmp_path / "none"))
    with qtbot.waitSignal(page.message) as told:
        page.print()
    settled()
    assert told.args[0] == "red"
    [paper] = page.state.papers
    assert (paper.state.tone, paper.print_words) == ("red", "Print")
    assert paper.printable


def test_an_unknown_outcome_asks_what_came_out(desk, opened, settled):
    page = opened(reported(desk), "clerk")
    page.print()
    settled()
    with desk.database.change() as connection:
        connection.execute(update(PrintJob).values(state="unknown"))
    page.refresh()
    settled()
    [paper] = page.state.papers
    assert (paper.state.text, paper.printable) == ("What came out?", False)
    assert not page.state.printable
    page.say_came_out(paper.job_id, came_out=False)
    settled()
    [paper] = page.state.papers
    assert (paper.state.text, paper.printable) == ("Not printed", True)


def test_required_evidence_that_lacks_is_named(desk, opened):
    [request_id] = register(desk, service="passport-renewal", details={})
    lacking = opened(request_id, "clerk").state.evidence
    assert [(item.title, item.attachment_id) for item in lacking] == [("Personal photo", None)]


def test_the_time_that_passes_is_said(desk, opened):
    page = opened(lost_document(desk), "clerk")
    assert page.state.words[-1].text.startswith("Due ")
    desk.outside.clock.forward(days=30)
    assert page.state.words[-1].text.startswith("late ")
    assert page.state.words[-1].tone == "red"
