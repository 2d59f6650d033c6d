"""Signing in with the keyboard alone, and what the page says when it does not work."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from absher_desk.views.keyboard_watch import inferred_caps_lock, script_of
from absher_desk.views.sign_in import SignInView
from tests.views.looking import rings


@pytest.fixture
def page(shown, sign_in_state):
    page = SignInView()
    page.resize(1366, 768)
    page.show_state(sign_in_state)
    shown(page)
    page.focus_first()
    return page


def test_keyboard_starts_at_what_is_missing(page):
    assert page.password.field.edit.hasFocus()
    assert rings(page.grab().toImage()) == 1


def test_nothing_remembered_starts_at_the_branch(shown, sign_in_state):
    page = SignInView()
    page.show_state(replace(sign_in_state, branch="", counter="", username=""))
    shown(page)
    page.focus_first()
    assert page.branch.combo.hasFocus()


def test_password_and_enter_sign_in(page, qtbot):
    qtbot.keyClicks(page.password.field.edit, "secret")
    with qtbot.waitSignal(page.sign_in_requested) as told:
        qtbot.keyClick(page.password.field.edit, Qt.Key.Key_Return)
    assert told.args == ["104", "3", "s.alruwaili", "secret"]


def test_enter_on_the_button_signs_in_once(page, qtbot):
    qtbot.keyClicks(page.password.field.edit, "secret")
    page.enter.setFocus()
    told = []
    page.sign_in_requested.connect(lambda *values: told.append(values))
    qtbot.keyClick(page.enter, Qt.Key.Key_Return)
    assert told == [("104", "3", "s.alruwaili", "secret")]


def test_incomplete_goes_to_the_gap(page, qtbot):
    page.username.edit.clear()
    with qtbot.assertNotEmitted(page.sign_in_requested):
        qtbot.keyClick(page.password.field.edit, Qt.Key.Key_Return)
    assert page.username.edit.hasFocus()


def test_tab_walks_from_branch_to_button(page, qtbot):
    page.branch.setFocus()
    names = []
    for _ in range(6):
        names.append(page.focusWidget().accessibleName())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert names == ["الفرع", "الشباك", "اسم المستخدم", "كلمة المرور", "إظهار كلمة المرور", "دخول"]


def test_another_branch_offers_its_own_counters(page, qtbot):
    page.branch.setFocus()
    qtbot.keyClick(page.branch.combo, Qt.Key.Key_Down)
    assert page.branch.value() == "201"
    assert page.counter.combo.count() == 1
    assert page.counter.value() == ""


def test_refusal_is_said_and_the_password_emptied(page, sign_in_state, qtbot):
    qtbot.keyClicks(page.password.field.edit, "wrong")
    page.show_state(replace(sign_in_state, error="اسم المستخدم أو كلمة المرور غير صحيحة."))
    assert page.notice.accessibleName() == "اسم المستخدم أو كلمة المرور غير صحيحة."
    assert page.password.text() == ""
    assert page.password.field.edit.hasFocus()
    assert page.username.text() == "s.alruwaili"


def test_lockout_counts_down_and_lets_nobody_try(page, sign_in_state, qtbot):
    page.show_state(replace(sign_in_state, locked_for="04:59"))
    assert "04:59" in page.notice.accessibleName()
    assert not page.enter.isEnabled()
    page.show_state(replace(sign_in_state, locked_for="04:58"))
    assert "04:58" in page.notice.accessibleName()
    page.show_state(sign_in_state)
    assert page.notice.isHidden()
    assert page.enter.isEnabled()


def test_waiting_for_the_answer_cannot_be_asked_twice(page, sign_in_state, qtbot):
    qtbot.keyClicks(page.password.field.edit, "secret")
    page.show_state(replace(sign_in_state, busy=True))
    with qtbot.assertNotEmitted(page.sign_in_requested):
        page.enter.click()
    assert page.password.text() == "secret"


def test_clock_ticks_do_not_disturb_typing(page, sign_in_state, qtbot):
    page.username.setFocus()
    qtbot.keyClicks(page.username.edit, "2")
    page.show_state(replace(sign_in_state, time="07:25"))
    assert page.username.text() == "s.alruwaili2"
    assert page.username.edit.hasFocus()


# --- Keyboard hints ---


def test_capital_without_shift_shows_the_caps_hint(page, qtbot):
    edit = page.password.field.edit
    assert page.password.caps_hint.isHidden()
    qtbot.keyClick(edit, "S", Qt.KeyboardModifier.NoModifier)
    assert not page.password.caps_hint.isHidden()
    qtbot.keyClick(edit, "s", Qt.KeyboardModifier.NoModifier)
    assert page.password.caps_hint.isHidden()


def test_capital_with_shift_is_what_was_meant(page, qtbot):
    qtbot.keyClick(page.password.field.edit, "S", Qt.KeyboardModifier.ShiftModifier)
    assert page.password.caps_hint.isHidden()


def test_caps_key_itself_is_noticed(page, qtbot):
    qtbot.keyClick(page.password.field.edit, Qt.Key.Key_CapsLock)
    assert not page.password.caps_hint.isHidden()


def test_hint_takes_its_room_beforehand(page, qtbot):
    before = page.enter.y()
    qtbot.keyClick(page.password.field.edit, "S", Qt.KeyboardModifier.NoModifier)
    page.layout().activate()
    assert page.enter.y() == before


@given(st.characters(categories=["Ll"]))
def test_small_letter_means_caps_only_with_shift(letter):
    if letter.upper() == letter.lower():
        assert inferred_caps_lock(letter, shift=True) is None
    else:
        assert inferred_caps_lock(letter, shift=False) is False
        assert inferred_caps_lock(letter, shift=True) is True


@given(st.characters(categories=["Nd", "Po", "Sm"]))
def test_digits_and_signs_say_nothing(letter):
    assert inferred_caps_lock(letter, shift=False) is None
    assert script_of(letter) == ""


def test_layout_by_the_script_of_the_letter():
    assert script_of("س") == "ar"
    assert script_of("s") == "en"


def test_eye_shows_the_password_and_clearing_covers_it(page, qtbot):
    edit = page.password.field.edit
    qtbot.keyClicks(edit, "secret")
    page.password.eye.setFocus()
    qtbot.keyClick(page.password.eye, Qt.Key.Key_Space)
    assert edit.echoMode() is QLineEdit.EchoMode.Normal
    page.password.clear()
    assert edit.echoMode() is QLineEdit.EchoMode.Password


def test_credentials_stay_at_the_left_in_arabic(page):
    for edit in (page.username.edit, page.password.field.edit):
        assert edit.alignment() & Qt.AlignmentFlag.AlignLeft
        assert edit.alignment() & Qt.AlignmentFlag.AlignAbsolute


def test_language_turns_the_page_over(page, speak):
    assert page.clock.x() > 0
    speak("en")
    page.layout().activate()
    assert page.clock.x() == 0
    assert page.username.edit.accessibleName() == "User name"


def test_page_fits_the_smallest_desk_screen(page):
    assert page.minimumSizeHint().width() <= 1366
    assert page.minimumSizeHint().height() <= 768
