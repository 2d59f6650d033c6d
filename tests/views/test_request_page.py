"""The request page under the officer's hands: keys only, and what stands on the screen."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel

from absher_desk.operations.request_file import open_request
from absher_desk.printing.folder_printer import PdfFolderPrinter
from absher_desk.standards.bidi import without_controls
from absher_desk.system.worker import Worker
from absher_desk.views.attachment_viewer import AttachmentViewer
from absher_desk.views.kit import Chip, ReasonDialog
from absher_desk.views.request_page import make_request_page
from absher_desk.views.request_rows import EvidenceRow, PaperRow
from tests.builders import register, signed_in
from tests.page_builders import lost_document, reported
from tests.presenters.queueing import settle, sqlite_alone
from tests.views.looking import rings, share_of

pytestmark = sqlite_alone
PAGE = QSize(1166, 648)  # what the frame leaves of 1366 x 768


@pytest.fixture
def worker(qapp):
    worker = Worker()
    yield worker
    worker.shutdown()


@pytest.fixture
def settled(qtbot, worker):
    def wait():
        settle(qtbot, worker)
        QApplication.processEvents()

    return wait


@pytest.fixture
def opened(desk, shown, worker, settled, tmp_path):
    """The page of a request in an active window; its presenter is `page.presenter`."""
    made = []

    def open_(request_id, username="clerk"):
        printer = PdfFolderPrinter(tmp_path / "printed")
        officer = signed_in(desk, username)
        page, page.presenter = make_request_page(desk, officer, worker, request_id, lambda: printer)
        made.append(page)
        page.resize(PAGE)
        shown(page)
        page.presenter.open()
        settled()
        return page

    yield open_
    for page in made:
        page.presenter.leave()
    settled()


@pytest.fixture
def press(qtbot, settled):
    def press(*keys):
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key)
            settled()

    return press


def visible_words(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def outcome(desk, page):
    file = open_request(desk, signed_in(desk, "auditor"), page.presenter.request_id)
    return file.timeline[-1].data


def test_a_review_by_keys_alone(desk, opened, press, qtbot):
    page = opened(reported(desk), "clerk2")
    with qtbot.waitSignal(page.presenter.closed):
        press(Qt.Key.Key_F4, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_F9)
    assert outcome(desk, page)["outcome"] == "approve"


def test_the_keyboard_goes_from_check_to_check_to_the_decision(desk, opened, press):
    page = opened(reported(desk), "clerk2")
    assert page.take.hasFocus()
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_Space)
    assert QApplication.focusWidget().text() == "طابقت بيانات الوثيقة مع السجل"
    assert not page.decide.isEnabled()
    press(Qt.Key.Key_Space)
    assert page.decide.hasFocus()
    assert page.bar.missing() == ""


def test_a_locked_decision_names_what_is_missing(desk, opened, press):
    page = opened(lost_document(desk))
    press(Qt.Key.Key_F4)
    assert not page.decide.isEnabled()
    assert page.bar.missing() == "يتبقى: وُقّع الإقرار وإخلاء المسؤولية"


def test_f8_asks_for_a_reason_and_esc_takes_it_back(desk, opened, press, qtbot, settled):
    page = opened(lost_document(desk))
    press(Qt.Key.Key_F4, Qt.Key.Key_F8)
    dialog = page.findChild(ReasonDialog)
    assert dialog.windowTitle() == "رفض"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settled()
    assert page.presenter.state.editable
    with qtbot.waitActive(page):
        page.activateWindow()
    press(Qt.Key.Key_F8)
    dialog = next(d for d in page.findChildren(ReasonDialog) if d.isVisible())
    with qtbot.waitSignal(page.presenter.closed):
        qtbot.keyClick(dialog, Qt.Key.Key_1)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settled()
    assert outcome(desk, page)["outcome"] == "reject"


def test_f6_returns(desk, opened, press, qtbot, settled):
    page = opened(lost_document(desk))
    press(Qt.Key.Key_F4, Qt.Key.Key_F6)
    dialog = page.findChild(ReasonDialog)
    with qtbot.waitSignal(page.presenter.closed):
        qtbot.keyClick(dialog, Qt.Key.Key_2)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settled()
    assert outcome(desk, page)["reason"] == "مرفق مطلوب غير موجود"


@pytest.mark.parametrize(
    ("key", "signal"), [(Qt.Key.Key_Escape, "closed"), (Qt.Key.Key_F5, "next_requested")]
)
def test_keys_that_leave(desk, opened, qtbot, key, signal):
    page = opened(lost_document(desk))
    with qtbot.waitSignal(getattr(page.presenter, signal)):
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_ctrl_s_saves_what_was_written(desk, opened, press, qtbot, settled):
    page = opened(lost_document(desk))
    press(Qt.Key.Key_F4)
    page.checks.note.edit.setFocus()
    qtbot.keyClicks(page.checks.note.edit, "seen")
    assert page.presenter.unsaved
    qtbot.keyClick(page.checks.note.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert not page.presenter.unsaved
    assert page.checks.note.text() == "seen"
    assert page.checks.note.edit.textCursor().position() == 4


def test_f7_prints_and_the_paper_says_so(desk, opened, press, tmp_path):
    page = opened(reported(desk))
    press(Qt.Key.Key_F7)
    assert len(list((tmp_path / "printed").iterdir())) == 1
    [row] = [r for r in page.papers.findChildren(PaperRow) if r.isVisible()]
    assert [chip.text() for chip in row.findChildren(Chip)] == ["مطبوعة"]
    assert row.print.text() == "طباعة نسخة"


def test_printing_leaves_the_keyboard_where_it_was(desk, opened, press):
    page = opened(lost_document(desk))
    press(Qt.Key.Key_F4)
    before = QApplication.focusWidget()
    press(Qt.Key.Key_F7)
    assert QApplication.focusWidget() is before
    press(Qt.Key.Key_Space)
    assert page.decide.isEnabled()


def test_evidence_is_looked_at_and_esc_closes_it(desk, opened, qtbot, settled):
    page = opened(lost_document(desk))
    row = page.evidence.findChild(EvidenceRow)
    row.look.setFocus()
    qtbot.keyClick(row.look, Qt.Key.Key_Space)
    settled()
    viewer = page.findChild(AttachmentViewer)
    place = viewer.picture.shown_at()
    assert place.width() / place.height() == pytest.approx(60 / 40, rel=0.05)
    image = viewer.picture.grab().toImage()
    assert image.pixelColor(image.rect().center()).name() == "#3366aa"
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    assert page.isVisible()


def test_the_menu_holds_and_gives_back(desk, opened, press):
    page = opened(lost_document(desk))
    assert not page.header.more.isVisible()
    press(Qt.Key.Key_F4)
    menu = page.header.menu()
    assert [action.text() for action in menu.actions()] == [
        "تعليق حتى يجيب المستفيد", "تعليق ساعتين", "تعليق حتى صباح الغد", "إعادة إلى القائمة",
    ]  # fmt: skip
    menu.deleteLater()


def test_who_is_barred_reads_why(desk, opened):
    page = opened(reported(desk), "clerk")
    assert "بلاغ: موظف clerk، اليوم 08:07" in map(without_controls, visible_words(page))
    assert page.decide.isHidden()
    assert page.take.isHidden()
    assert share_of(page.announcements.grab().toImage(), "red_t") > 0.3


def test_language_turns_the_page_over_and_keeps_what_is_entered(desk, opened, press, speak):
    page = opened(lost_document(desk))
    press(Qt.Key.Key_F4)
    page.checks.note.edit.setPlainText("كما هو")
    back = page.header.back
    assert back.mapTo(page, back.rect().center()).x() > PAGE.width() / 2
    speak("en")
    assert back.mapTo(page, back.rect().center()).x() < PAGE.width() / 2
    assert page.decide.text() == "Accept report"
    assert page.bar.missing() == "Still missing: Declaration and discharge of liability signed"
    assert page.checks.note.text() == "كما هو"
    assert "Details of the request" in visible_words(page)


def test_exactly_one_ring(desk, opened, press):
    page = opened(reported(desk), "clerk2")
    press(Qt.Key.Key_F4)
    for _ in range(6):
        assert rings(page.grab().toImage()) == 1
        press(Qt.Key.Key_Tab)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_service_fits_the_smallest_desk_screen(desk, opened, speak, press, language):
    speak(language)
    for index, service in enumerate(desk.catalogue.services.values()):
        start = service.step(service.start)
        username = {"clerk": "clerk", "activation-officer": "officer"}.get(start.role)
        if username is None:
            continue
        [request_id] = register(desk, first=100 + index, service=service.code, details={})
        page = opened(request_id, username)
        press(Qt.Key.Key_F4)
        assert page.minimumSizeHint().width() <= PAGE.width(), service.code
        assert page.minimumSizeHint().height() <= PAGE.height(), service.code
