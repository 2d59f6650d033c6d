"""The widget kit, used by keyboard alone and looked at as pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from absher_desk.views.kit import (
    ActionBar,
    AreaField,
    BidiLabel,
    CheckRow,
    Chip,
    ComboField,
    CountChip,
    DangerButton,
    ElidedText,
    FailedState,
    FilterChip,
    LineField,
    LoadingBars,
    Mark,
    MessageStrip,
    Notice,
    Panel,
    PrimaryButton,
    Reading,
    Reason,
    ReasonDialog,
    SecondaryButton,
    Segments,
    Text,
    isolate,
)
from tests.views.looking import rings, share_of


@pytest.fixture
def column(shown):
    """Several controls below each other, as on a page."""

    pages = []  # nothing else holds them

    def build(*widgets):
        page = QWidget()
        pages.append(page)
        layout = QVBoxLayout(page)
        for widget in widgets:
            layout.addWidget(widget)
        return shown(page)

    return build


# --- Values ---


@given(st.text(min_size=1))
def test_isolated_value_keeps_its_letters(value):
    assert isolate(value) == f"\u2066{value}\u2069"


def test_bidi_label_shows_isolated_and_returns_plain(screen, qtbot):
    label = BidiLabel()
    qtbot.addWidget(label)
    label.set_value("+966 50 123 4567")
    assert label.text() == "\u2066+966 50 123 4567\u2069"
    assert label.value() == "+966 50 123 4567"


def test_latin_words_stand_at_the_right_in_arabic(speak, shown):
    label = shown(Text("FAHAD"))
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    speak("en")
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft


# --- Buttons ---


def test_printed_key_presses_the_button(column, qtbot):
    approve = PrimaryButton("اعتماد", key="F9")
    page = column(SecondaryButton("إحالة"), approve)
    with qtbot.waitSignal(approve.clicked):
        qtbot.keyClick(page, Qt.Key.Key_F9)


def test_gated_button_answers_no_key(column, qtbot):
    approve = PrimaryButton("اعتماد", key="F9")
    page = column(SecondaryButton("إحالة"), approve)
    approve.set_gated(on=True)
    with qtbot.assertNotEmitted(approve.clicked):
        qtbot.keyClick(page, Qt.Key.Key_F9)
    approve.set_gated(on=False)
    with qtbot.waitSignal(approve.clicked):
        qtbot.keyClick(page, Qt.Key.Key_F9)


def test_words_and_key_are_never_cut(screen, qtbot):
    bare, full = SecondaryButton("رفض"), SecondaryButton("رفض", icon="prohibit", key="F8")
    for button in (bare, full):
        qtbot.addWidget(button)
    assert full.minimumSizeHint().width() >= bare.minimumSizeHint().width() + 18 + 20


@pytest.mark.parametrize("kind", [PrimaryButton, SecondaryButton, DangerButton])
def test_focused_button_shows_one_ring_and_others_none(column, kind):
    first, second = kind("نعم"), kind("لا")
    page = column(first, second)
    first.setFocus()
    assert rings(page.grab().toImage()) == 1
    assert share_of(first.grab().toImage(), "focus") > 0
    assert share_of(second.grab().toImage(), "focus") == 0


# --- Fields ---


@pytest.mark.parametrize(
    ("reading", "arabic", "english"),
    [
        (Reading.WORDS, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft),
        (Reading.NUMBER, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft),
        (Reading.CREDENTIAL, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignLeft),
    ],
)
def test_side_of_a_value(speak, shown, reading, arabic, english):
    field = shown(LineField("رقم", reading=reading))
    assert field.edit.alignment() & arabic
    speak("en")
    assert field.edit.alignment() & english


def test_number_is_typed_left_to_right_in_arabic(shown, qtbot):
    field = shown(LineField("رقم الجوال", reading=Reading.NUMBER))
    qtbot.keyClicks(field.edit, "+966 50")
    assert field.edit.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert field.text() == "+966 50"


def test_error_says_itself_and_warning_does_not_block(column):
    before, field = LineField("الاسم"), LineField("رقم الهوية", reading=Reading.NUMBER)
    column(before, field)
    before.setFocus()
    field.set_error("رقم التحقق غير صحيح.")
    assert field.mark() is Mark.ERROR
    assert field.edit.accessibleDescription() == "رقم التحقق غير صحيح."
    assert share_of(field.frame.grab().toImage(), "red") > 0
    field.set_warning("لا يطابق رقم المبنى.")
    assert share_of(field.frame.grab().toImage(), "red") == 0
    field.clear_mark()
    assert field.sentence() == ""


def test_label_names_the_editor(shown):
    field = shown(LineField("رقم الهوية"))
    assert field.edit.accessibleName() == "رقم الهوية"


def test_typing_tells_but_setting_does_not(shown, qtbot):
    field = shown(LineField("الاسم"))
    with qtbot.assertNotEmitted(field.changed):
        field.set_text("فهد")
    with qtbot.waitSignal(field.changed) as told:
        qtbot.keyClicks(field.edit, "x")
    assert told.args == ["فهدx"]


def test_tab_leaves_a_field_of_several_lines(column, qtbot):
    area, after = AreaField("ملاحظات"), LineField("بعدها")
    column(area, after)
    area.setFocus()
    qtbot.keyClick(area.edit, Qt.Key.Key_Tab)
    assert after.edit.hasFocus()


def test_combo_by_arrow_key_tells_its_key(shown, qtbot):
    field = shown(ComboField("الشباك"))
    field.set_choices([("3", "شباك 3"), ("4", "شباك 4")])
    field.set_value("3")
    field.setFocus()
    with qtbot.waitSignal(field.chosen) as told:
        qtbot.keyClick(field.combo, Qt.Key.Key_Down)
    assert told.args == ["4"]


def test_combo_keeps_its_value_when_words_change(shown):
    field = shown(ComboField("الشباك"))
    field.set_choices([("3", "شباك 3"), ("4", "شباك 4")])
    field.set_value("4")
    field.set_choices([("3", "Counter 3"), ("4", "Counter 4")])
    assert field.value() == "4"


# --- Choices ---


def test_segments_are_one_stop_and_arrows_choose(column, qtbot):
    segments = Segments([("same", "مطابق"), ("other", "غير مطابق")])
    after = LineField("بعدها")
    page = column(segments, after)
    segments.set_value("same")
    segments.segment("same").setFocus()
    with qtbot.waitSignal(segments.chosen) as told:
        qtbot.keyClick(segments.segment("same"), Qt.Key.Key_Left)  # the next one, in Arabic
    assert told.args == ["other"]
    assert rings(page.grab().toImage()) == 1
    qtbot.keyClick(segments.segment("other"), Qt.Key.Key_Tab)
    assert after.edit.hasFocus()


def test_segments_are_silent_when_set(shown, qtbot):
    segments = shown(Segments([("same", "مطابق"), ("other", "غير مطابق")]))
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_value("other")
        segments.set_value("")
    assert segments.value() == ""


def test_check_row_by_space(shown, qtbot):
    row = shown(CheckRow("شوهد أصل الهوية الوطنية", note="نسخة 3"))
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert row.isChecked()


def test_long_statement_wraps(screen, qtbot):
    row = CheckRow("لا تربطني بصاحبة البلاغ قرابة حتى الدرجة الرابعة. " * 3)
    qtbot.addWidget(row)
    assert row.heightForWidth(200) > 3 * row.heightForWidth(2000)


def test_narrow_panels_give_a_statement_all_its_lines(shown):
    row = CheckRow("لا تربطني بصاحبة البلاغ قرابة حتى الدرجة الرابعة", note="نسخة 3")
    panel = Panel("")
    panel.body.addWidget(row)
    panel.setFixedWidth(190)
    shown(panel)
    assert row.height() >= row.heightForWidth(row.width()) > CheckRow("قرابة").sizeHint().height()


def test_count_chip_says_words_and_figure(screen, qtbot):
    for kind in (CountChip, FilterChip):
        chip = kind("متأخرة", count=4)
        qtbot.addWidget(chip)
        assert chip.accessibleName() == "متأخرة 4"


# --- Messages ---


def test_nothing_to_say_takes_no_room(column):
    strip, notice = MessageStrip(), Notice("")
    column(Text("قائمة"), strip, notice)
    assert strip.isHidden()
    assert notice.isHidden()
    strip.set("دون اتصال منذ 10:40")
    notice.set("رقم الجوال مسجل في حساب آخر.")
    assert strip.isVisible()
    assert notice.isVisible()
    strip.set("")
    assert strip.isHidden()


def test_no_part_opens_as_a_window_of_its_own(screen, qtbot):
    LineField("الاسم", icon="user", required=True).deleteLater()
    chip, notice = Chip("جديدة"), Notice("رقم الجوال مسجل في حساب آخر.", title="تنبيه")
    chip.set("")
    chip.set("معادة")
    assert not [window for window in screen.topLevelWidgets() if window.isVisible()]
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.addWidget(chip)
    layout.addWidget(notice)
    page.show()
    assert chip.isVisible()
    assert notice.isVisible()


def test_loading_bars_wait_before_they_appear(shown, qtbot):
    bars = shown(LoadingBars(3))
    assert not bars.bars_visible()
    qtbot.waitUntil(bars.bars_visible, timeout=2000)
    assert share_of(bars.grab().toImage(), "sunken") > 0
    bars.hide()
    assert not bars.bars_visible()


def test_failed_list_is_tried_again_by_keyboard(speak, shown, qtbot):
    failed = shown(FailedState("تعذّر تحميل القائمة", "لم يستجب الخادم."))
    failed.retry.setFocus()
    with qtbot.waitSignal(failed.retried):
        qtbot.keyClick(failed.retry, Qt.Key.Key_Space)
    assert failed.retry.text() == "إعادة المحاولة"
    speak("en")
    assert failed.retry.text() == "Try again"


def test_primary_is_far_left_in_arabic_and_far_right_in_english(speak, shown):
    bar = ActionBar()
    reject, approve = DangerButton("رفض"), PrimaryButton("اعتماد")
    bar.add_start(reject)
    bar.add_end(SecondaryButton("طباعة"), approve)
    shown(bar)
    bar.resize(900, 64)
    assert approve.x() == 16
    assert reject.geometry().right() == 900 - 16 - 1
    speak("en")
    bar.layout().activate()
    assert reject.x() == 16
    assert approve.geometry().right() == 900 - 16 - 1


# --- Reasons ---

REASONS = (
    Reason(key="photo", text="الصورة غير مطابقة"),
    Reason(key="other", text="سبب آخر", needs_note=True),
)


def test_reason_by_keyboard(shown, qtbot):
    dialog = shown(ReasonDialog("رفض المعاملة", REASONS, "رفض"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()  # no reason yet
    qtbot.keyClick(dialog, Qt.Key.Key_1)
    with qtbot.waitSignal(dialog.decided) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == ["photo", ""]


def test_other_reason_wants_words(shown, qtbot):
    dialog = shown(ReasonDialog("رفض المعاملة", REASONS, "رفض"))
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    note = dialog.findChild(AreaField)
    note.edit.insertPlainText("وثيقة تالفة")
    with qtbot.waitSignal(dialog.decided) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == ["other", "وثيقة تالفة"]


def test_esc_leaves_without_a_reason(shown, qtbot):
    dialog = shown(ReasonDialog("رفض المعاملة", REASONS, "رفض"))
    with qtbot.assertNotEmitted(dialog.decided), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_long_name_ends_with_an_ellipsis_and_keeps_its_colour(column, speak):
    label = ElidedText("عبدالرحمن بن عبدالعزيز المطيري", "subject", tone="red")
    page = column(label)
    page.resize(400, 60)
    page.grab()
    assert label.toolTip() == ""
    label.setFixedWidth(80)
    assert share_of(label.grab().toImage(), "red") > 0
    assert label.toolTip() == "عبدالرحمن بن عبدالعزيز المطيري"
