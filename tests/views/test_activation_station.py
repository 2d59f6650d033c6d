"""The activation station under the officer's hands: keys only, from opening to the printed form."""

import shutil

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from absher_desk.operations.request_file import open_request
from absher_desk.presenters.activation_state import Phase
from absher_desk.system.worker import Worker
from absher_desk.views.activation_station import make_activation_station
from absher_desk.views.compared_value import ComparedValue
from absher_desk.views.fonts import font
from absher_desk.views.kit import ReasonDialog
from absher_desk.views.screenshots import screen_language
from tests.activation_builders import (
    DIFFERING,
    FIRST_CODE,
    Branch,
    CountingPrinter,
    activate_below_the_screen,
)
from tests.views.looking import rings

NONE = Qt.KeyboardModifier.NoModifier
CTRL_R = (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_R)
ALT_A = (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_A)
PAGE = QSize(1166, 648)  # what the frame leaves of 1366 x 768
MOST_KEYS = 6  # without the digits of the code; F5 in the queue is one of them


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


class Hands:
    """An officer's hands: keys go where the keyboard is, and are counted."""

    def __init__(self, qtbot, worker):
        self._qtbot, self._worker = qtbot, worker
        self.count = 0

    def press(self, *keys):
        for key in keys:
            self.count += 1
            modifier, plain = key if isinstance(key, tuple) else (NONE, key)
            self._qtbot.keyClick(QApplication.focusWidget(), plain, modifier)

    def dictate(self, code=FIRST_CODE):
        for digit in code:
            self._qtbot.keyClick(QApplication.focusWidget(), digit)

    def settle(self):
        """Wait until the background has nothing left and the layout has come to rest."""
        self._qtbot.waitUntil(lambda: not self._worker.is_busy)
        QApplication.processEvents()


@pytest.fixture
def hands(qtbot, worker):
    return Hands(qtbot, worker)


@pytest.fixture
def station(shown, worker, printer, hands):
    """A page of a branch's request in an active window; its presenter is `page.presenter`."""
    made = []

    def open_(branch):
        page, page.presenter = make_activation_station(
            branch.desk, branch.officer, worker, branch.request_id, lambda: printer
        )
        made.append(page.presenter)
        page.resize(PAGE)
        shown(page)
        hands.settle()
        return page

    yield open_
    for presenter in made:
        presenter.leave()
    hands.settle()


@pytest.fixture
def branch(desk):
    return Branch(desk)


def test_nothing_wrong_takes_six_keys_and_the_code(branch, station, hands, qtbot, printer):
    hands.count = 1  # F5 took this person from the queue
    page = station(branch)
    hands.press(Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Space)  # portraits, original, finger
    hands.press(Qt.Key.Key_Space)  # send the code
    hands.settle()
    hands.dictate()
    hands.settle()
    hands.press(Qt.Key.Key_F9)
    hands.settle()
    assert page.presenter.state.phase is Phase.DONE
    assert page.notice.title() == "فُعّل الحساب وطُبع النموذج"
    assert len(printer.pages) == 1
    assert hands.count <= MOST_KEYS
    assert page.next.hasFocus()
    with qtbot.waitSignal(page.presenter.next_requested):
        hands.press(Qt.Key.Key_F5)


def test_digits_reach_the_code_from_any_control(branch, station, hands):
    page = station(branch)
    hands.press(CTRL_R)
    hands.settle()
    page.compare.target().setFocus()
    hands.dictate("12")
    assert page.checks.code.entry.digits() == "12"
    assert page.checks.code.entry.hasFocus()
    hands.press(Qt.Key.Key_Backspace)
    assert page.checks.code.entry.digits() == "1"


def test_digits_in_the_note_stay_in_the_note(branch, station, hands):
    page = station(branch)
    hands.press(CTRL_R)
    hands.settle()
    page.form.note.edit.setFocus()
    hands.dictate("55")
    assert page.form.note.text() == "55"
    assert page.checks.code.entry.digits() == ""


def test_note_keeps_the_keyboard_when_a_code_arrives(branch, station, hands):
    page = station(branch)
    page.form.note.edit.setFocus()
    hands.press(CTRL_R)
    hands.settle()
    assert page.form.note.edit.hasFocus()


def test_difference_holds_f9_until_it_is_accepted(desk, station, hands):
    page = station(Branch(desk, **DIFFERING))
    hands.press(Qt.Key.Key_Space)  # portraits; the ring goes to the first difference
    assert page.compare.table.focused_key() == "name_ar.grandfather"
    for check, value in (("original-seen", "yes"), ("fingerprint", "match")):
        page.presenter.answer(check, value)
    hands.press(CTRL_R)
    hands.settle()
    hands.dictate()
    hands.settle()
    assert not page.activate.isEnabled()
    assert "اختلاف اسم الجد" in page.bar.missing()
    hands.press(ALT_A, ALT_A)
    assert page.activate.isEnabled()
    assert page.bar.missing() == ""


def test_arrows_choose_an_outcome_and_stay_there(branch, station, hands):
    page = station(branch)
    page.checks.target("fingerprint").setFocus()
    hands.press(Qt.Key.Key_Left)  # the next outcome in Arabic
    hands.press(Qt.Key.Key_Space)
    item = next(item for item in page.presenter.state.checks if item.key == "fingerprint")
    assert (item.value, item.state) == ("mismatch", "refused")
    assert page.checks.target("fingerprint").hasFocus()


def test_one_ring_from_opening_to_f9(branch, station, hands):
    page = station(branch)
    assert rings(page.grab().toImage()) == 1
    for _ in range(4):
        hands.press(Qt.Key.Key_Space)
        hands.settle()
        assert rings(page.grab().toImage()) == 1
    hands.dictate("12")
    assert rings(page.grab().toImage()) == 1


def test_tab_reaches_everything_and_comes_back(branch, station, hands):
    page = station(branch)
    begun = QApplication.focusWidget()
    seen = set()
    for _ in range(40):
        hands.press(Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        seen.add(widget)
        if widget is begun:
            break
    assert widget is begun
    wanted = {page.header.back, page.checks.code.send, page.form.note.edit, page.reject}
    assert wanted <= seen
    assert page.checks.target("original-seen") in seen


def test_lost_claim_disables_and_says_so(branch, station, hands):
    page = station(branch)
    branch.lose_claim()
    hands.press(Qt.Key.Key_Space)
    page.presenter.save_now()
    hands.settle()
    assert page.notice.isVisible()
    assert page.notice.title() == "المعاملة لم تعد لديك"
    for button in (page.activate, page.reject, page.return_, page.header.release):
        assert not button.isEnabled()
    assert not page.compare.target().isEnabled()
    screen_language().show("en")
    hands.settle()
    assert page.notice.title() == "This request is no longer yours"


@pytest.mark.parametrize(
    "way",
    [
        (Qt.Key.Key_F6, "returned", "لم يُحضر أصل الوثيقة"),
        (Qt.Key.Key_F8, "rejected", "الحاضر ليس صاحب الصورتين"),
    ],
)
def test_return_and_reject_ask_for_a_reason(branch, station, hands, qtbot, way):
    key, outcome, reason = way
    page = station(branch)
    hands.press(key)
    dialog = page.window().findChild(ReasonDialog)
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(dialog, Qt.Key.Key_1)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    file = open_request(branch.desk, branch.officer, branch.request_id)
    assert file.state == outcome
    assert file.timeline[-1].data["reason"] == reason


def test_esc_goes_back_and_keeps_the_draft(branch, station, hands, qtbot):
    page = station(branch)
    hands.press(Qt.Key.Key_Space)
    with qtbot.waitSignal(page.closed):
        hands.press(Qt.Key.Key_Escape)
    hands.settle()
    assert not page.presenter.unsaved


def test_keyboard_is_on_printing_after_a_printer_fault(branch, station, hands, printer):
    activate = (Qt.Key.Key_Space,) * 4
    page = station(branch)
    hands.press(*activate)
    hands.settle()
    hands.dictate()
    hands.settle()
    printer.fault = "printing.printer-silent"
    hands.press(Qt.Key.Key_F9)
    hands.settle()
    assert page.notice.title() == "فُعّل الحساب"
    assert page.form.print.hasFocus()
    printer.fault = ""
    hands.press(Qt.Key.Key_Space)
    hands.settle()
    assert len(printer.pages) == 1
    assert page.notice.title() == "طُبع النموذج"


def test_another_page_keeps_the_draft_at_once(branch, station, hands):
    page = station(branch)
    hands.press(Qt.Key.Key_Space)
    page.hide()
    hands.settle()
    file = open_request(branch.desk, branch.officer, branch.request_id)
    assert file.draft["answers"] == {"portrait": "match"}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("changes", [{}, DIFFERING])
def test_nothing_is_cut_at_the_smallest_size(desk, station, hands, language, changes):
    screen_language().show(language)
    page = station(Branch(desk, **changes))
    hands.press(CTRL_R)
    hands.settle()
    assert page.minimumSizeHint().width() <= PAGE.width()
    assert page.minimumSizeHint().height() <= PAGE.height()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap() and "…" not in label.text():
            assert label.width() >= label.sizeHint().width(), label.text()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            place = QRect(button.mapTo(page, QPoint(0, 0)), button.size())
            assert page.rect().contains(place), button.accessibleName()
    table = page.compare.table
    assert table.height() <= table.parentWidget().height()


def test_tick_is_as_high_as_its_words_need(desk, station, hands):
    first = Branch(desk)
    activate_below_the_screen(first)
    page = station(Branch.again(first))
    tick = page.checks.target("mobile-transfer-told")
    assert tick.height() >= tick.heightForWidth(tick.width()) > 24


def test_other_language_is_spoken_at_once(branch, station, qtbot):
    page = station(branch)
    assert "يتبقى" in page.bar.missing()
    screen_language().show("en")
    qtbot.waitUntil(lambda: "Still missing" in page.bar.missing())
    assert page.compare.accessibleName() == "Identity comparison"


def test_long_value_takes_a_second_line(screen):
    long_name = "ABDULRAHMAN MUHAMMAD ABDULLATIF ALQAHTANI"
    narrow = ComparedValue(long_name, font(13), 150, rtl=True)
    wide = ComparedValue(long_name, font(13), 600, rtl=True)
    assert (narrow.lines > 1, wide.lines) == (True, 1)
