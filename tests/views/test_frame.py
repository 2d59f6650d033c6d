"""The window round the pages: keys, places, lock and language, without a mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from absher_desk.presenters.frame import Link, Message
from absher_desk.views import theme
from absher_desk.views.kit import LineField, PrimaryButton, Reason, ReasonDialog
from absher_desk.views.main_window import MainWindow
from absher_desk.views.rail import WIDTH
from tests.views.looking import rings, share_of


@pytest.fixture
def page():
    """A page with one field and one action, as any page has."""
    page = QWidget()
    layout = QVBoxLayout(page)
    page.field = LineField("الاسم")
    page.approve = PrimaryButton("اعتماد", key="F9")
    layout.addWidget(page.field)
    layout.addWidget(page.approve)
    return page


@pytest.fixture
def window(shown, frame_state, page):
    window = MainWindow()
    window.show_frame(frame_state)
    window.set_page(page)
    window.resize(1366, 768)
    return shown(window)


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_F1, "keys_requested"),
        (Qt.Key.Key_F2, "registration_requested"),
    ],
)
def test_function_keys_leave_as_wishes(window, qtbot, key, signal):
    with qtbot.waitSignal(getattr(window, signal)):
        qtbot.keyClick(window, key)


def test_lock_key(window, qtbot):
    with qtbot.waitSignal(window.lock_requested):
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_1, "activation"), (Qt.Key.Key_3, "stock")])
def test_alt_digit_goes_to_a_place(window, qtbot, key, place):
    with qtbot.waitSignal(window.page_requested) as told:
        qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
    assert told.args == [place]


def test_alt_digit_without_a_place_does_nothing(window, qtbot):
    with qtbot.assertNotEmitted(window.page_requested):
        qtbot.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)


def test_scan_after_f3_is_searched_and_the_next_scan_replaces_it(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F3)
    edit = window.top_bar.search.edit
    assert edit.hasFocus()
    with qtbot.waitSignal(window.search_requested) as told:
        qtbot.keyClicks(edit, "1000000008 ")
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert told.args == ["1000000008"]
    qtbot.keyClicks(edit, "2345678904")
    assert edit.text() == "2345678904"


def test_exactly_one_ring_wherever_the_keyboard_is(window, qtbot):
    window.top_bar.search.edit.setFocus()
    seen = set()
    for _ in range(12):
        here = window.focusWidget()
        assert rings(window.grab().toImage()) == 1, here.accessibleName()
        seen.add(here.accessibleName())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert {"الاسم", "اعتماد", "مسح أو بحث"} <= seen


def test_counts_change_without_losing_the_keyboard(window, frame_state):
    button = window.rail.button("lost")
    button.setFocus()
    entries = tuple(replace(entry, count=19) for entry in frame_state.entries)
    window.show_frame(replace(frame_state, entries=entries))
    assert window.rail.button("lost") is button
    assert button.hasFocus()
    assert button.accessibleName() == "بدل فاقد 19"


def test_rhombus_marks_the_present_place(window, frame_state):
    assert share_of(window.rail.button("activation").grab().toImage(), "nuqta") > 0
    assert share_of(window.rail.button("lost").grab().toImage(), "nuqta") == 0
    window.show_frame(replace(frame_state, current="lost"))
    assert share_of(window.rail.button("lost").grab().toImage(), "nuqta") > 0


def test_places_change_with_the_role(window, frame_state):
    window.show_frame(replace(frame_state, entries=frame_state.entries[:1]))
    window.show_frame(frame_state)
    assert window.rail.button("stock").text() == "المخزون"


def test_offline_strip_comes_and_goes(window, frame_state):
    message = Message(title="دون اتصال منذ 10:40", text="تُحفظ المسودات.", icon="wifi-slash")
    window.show_frame(replace(frame_state, message=message))
    assert window.strip.isVisible()
    window.show_frame(frame_state)
    assert window.strip.isHidden()


def test_links_grow_and_shrink(window, frame_state, screen):
    two = (*frame_state.links, Link(icon="printer", text="الطابعة متوقفة", state="off"))
    window.show_frame(replace(frame_state, links=two))
    screen.processEvents()
    assert "الطابعة متوقفة" in accessible_names(window)
    window.show_frame(replace(frame_state, links=()))
    window.show_frame(frame_state)
    screen.processEvents()
    assert "متصل" in accessible_names(window)


def accessible_names(window):
    return {child.accessibleName() for child in window.findChildren(QWidget) if child.isVisible()}


# --- Language and theme ---


def test_language_turns_the_window_over_while_it_is_open(window, speak):
    assert window.rail.mapTo(window, QPoint(0, 0)).x() == window.width() - WIDTH
    assert window.rail.register.text() == "طلب جديد"
    speak("en")
    window.layout().activate()
    window.centralWidget().layout().activate()
    assert window.rail.mapTo(window, QPoint(0, 0)).x() == 0
    assert window.rail.register.text() == "New request"
    assert window.windowTitle() == "Absher Desk"


def test_menu_of_the_person_offers_language_theme_and_leaving(window, qtbot):
    menu = window.top_bar.menu()
    actions = {action.text(): action for action in menu.actions()}
    assert actions["العربية"].isChecked()
    assert actions["فاتح"].isChecked()
    for words, signal, expected in (
        ("English", window.language_requested, ["en"]),
        ("داكن", window.theme_requested, ["dark"]),
        ("خروج", window.sign_out_requested, []),
    ):
        with qtbot.waitSignal(signal) as told:
            actions[words].trigger()
        assert told.args == expected


def test_theme_changes_while_typing(window, page, screen, qtbot):
    page.field.setFocus()
    qtbot.keyClicks(page.field.edit, "half a na")
    theme.apply(screen, theme.DARK)
    assert page.field.text() == "half a na"
    assert page.field.edit.hasFocus()
    assert share_of(window.grab().toImage(), "surface") > 0.05


# --- Keys and lock ---


def test_key_sheet_opens_over_the_page_and_gives_the_keyboard_back(window, page, qtbot):
    page.field.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.keys.isVisible()
    qtbot.keyClick(window.keys, Qt.Key.Key_Escape)
    assert window.keys.isHidden()
    assert page.field.edit.hasFocus()


def test_key_sheet_covers_the_keys_of_the_page(window, page, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    with qtbot.assertNotEmitted(page.approve.clicked):
        qtbot.keyClick(window.keys, Qt.Key.Key_F9)
    qtbot.keyClick(window.keys, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.approve.clicked):
        qtbot.keyClick(window, Qt.Key.Key_F9)


def test_f1_closes_its_own_sheet(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.keys.isHidden()


def test_lock_keeps_the_page_alive_and_out_of_reach(window, page, lock_state, qtbot):
    page.field.setFocus()
    qtbot.keyClicks(page.field.edit, "half a na")
    window.show_lock(lock_state)
    assert window.lock.size() == window.size()
    with qtbot.assertNotEmitted(page.approve.clicked):
        qtbot.keyClick(window, Qt.Key.Key_F9)
    for _ in range(6):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.lock.isAncestorOf(window.focusWidget())
    with qtbot.waitSignal(window.unlock_requested) as told:
        qtbot.keyClicks(window.lock.password.field.edit, "secret")
        qtbot.keyClick(window.lock.password.field.edit, Qt.Key.Key_Return)
    assert told.args == ["secret"]
    window.hide_lock()
    assert page.field.text() == "half a na"
    assert page.field.edit.hasFocus()
    assert window.lock.password.text() == ""


def test_refused_password_is_emptied_and_said(window, lock_state, qtbot):
    window.show_lock(lock_state)
    qtbot.keyClicks(window.lock.password.field.edit, "wrong")
    window.show_lock(replace(lock_state, error="كلمة المرور غير صحيحة."))
    assert window.lock.password.text() == ""
    assert window.lock.notice.accessibleName() == "كلمة المرور غير صحيحة."


def test_open_question_hides_behind_the_lock(window, page, lock_state, qtbot):
    dialog = ReasonDialog("رفض", (Reason(key="a", text="سبب"),), "رفض", parent=page)
    dialog.open()
    window.show_lock(lock_state)
    assert dialog.isHidden()
    window.hide_lock()
    assert dialog.isVisible()
    dialog.reject()


def test_someone_else_can_sign_in(window, lock_state, qtbot):
    window.show_lock(lock_state)
    window.lock.switch.setFocus()
    with qtbot.waitSignal(window.switch_requested):
        qtbot.keyClick(window.lock.switch, Qt.Key.Key_Space)


def test_frame_fits_the_smallest_desk_screen(window):
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768
