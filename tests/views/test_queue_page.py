"""The queue page under the hands of an officer: keyboard, mouse, what is painted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu

from absher_desk.operations.claims import claim
from absher_desk.operations.queue_pages import QueueQuery, QueueSort, queue_rows
from absher_desk.presenters.queue_columns import COLUMNS
from absher_desk.presenters.queue_table import WINDOW
from absher_desk.system.worker import Worker
from absher_desk.views.queue_page import make_queue_page
from absher_desk.views.theme import current
from tests.builders import register, signed_in
from tests.presenters.queueing import (
    QUEUE,
    Outage,
    multiply,
    register_named,
    settle,
    sqlite_alone,
)

pytestmark = sqlite_alone
KEYS = [column.key for column in COLUMNS]
ROW = 36


class Seat:
    """An officer in front of the page."""

    def __init__(self, desk, username, show, qtbot):
        self.qtbot = qtbot
        self.officer = signed_in(desk, username)
        self.worker = Worker()
        self.page, self.presenter = make_queue_page(desk, self.officer, self.worker, QUEUE)
        self.page.resize(1240, 800)
        self.opened, self.messages = [], []
        self.presenter.request_opened.connect(self.opened.append)
        self.presenter.message.connect(lambda *told: self.messages.append(told))
        show(self.page)
        self.settle()
        self.page.focus_list()

    def settle(self):
        QGuiApplication.processEvents()
        settle(self.qtbot, self.worker)
        QGuiApplication.processEvents()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.page.window().focusWidget(), key, modifier)
        self.settle()

    def click(self, widget):
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def click_title(self, key):
        header = self.page.table.header
        x = header.sectionViewportPosition(KEYS.index(key)) + 10
        self.qtbot.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2)
        )
        self.settle()

    def cell(self, place, key):
        return self.presenter.table.index(place, KEYS.index(key)).data()

    def colours_of_row(self, place):
        """The colours painted in a row, in the middle of its height and down its start edge."""
        table = self.page.table
        image = table.viewport().grab().toImage()
        top = table.rowViewportPosition(place)
        return {
            image.pixelColor(x, top + y).name()
            for x in range(image.width())
            for y in range(3, ROW - 3)
        }


@pytest.fixture
def seat(desk, shown, qtbot):
    """Seats an officer; the page and its worker are closed at the end."""
    seats = []

    def take(username="officer"):
        seats.append(Seat(desk, username, shown, qtbot))
        return seats[-1]

    yield take
    for one in seats:
        one.page.hide()
        one.worker.shutdown()


def test_take_next_by_its_key_opens_the_most_urgent(desk, seat):
    register(desk, 2)
    [urgent] = register(desk, first=3, urgent=True)
    mine = seat()
    mine.press(Qt.Key.Key_F5)
    assert mine.opened == [urgent]


def test_arrow_claim_and_enter_without_a_mouse(desk, seat):
    ids = register(desk, 3)
    mine = seat()
    assert mine.page.pane.layout().currentIndex() == 0
    mine.press(Qt.Key.Key_Down)
    mine.press(Qt.Key.Key_Down)
    assert mine.page.table.selected_ids() == (ids[1],)
    assert mine.page.pane.claim.isEnabled()
    mine.press(Qt.Key.Key_F4)
    assert mine.cell(1, "officer") == "أنت"
    assert not mine.page.pane.claim.isEnabled()
    mine.press(Qt.Key.Key_Return)
    assert mine.opened == [ids[1]]


def test_a_title_sorts_the_whole_queue_in_the_database(desk, seat):
    register_named(desk, 350)
    mine = seat()
    for descending in (False, True):
        mine.click_title("name")
        query = QueueQuery(queue=QUEUE, sort=QueueSort.NAME, descending=descending)
        expected = queue_rows(desk, mine.officer, query, offset=0, limit=350, total=350)
        seen = []
        for place in range(0, 350, 20):
            mine.page.table.scrollTo(mine.presenter.table.index(place, 0))
            mine.settle()
        for place in range(350):
            seen.append(mine.cell(place, "number").replace("-", ""))
            mine.settle()
        assert seen == [row.number for row in expected]


def test_the_selected_request_stays_selected_when_the_order_turns(desk, seat):
    ids = register_named(desk, 30)
    mine = seat()
    mine.page.table.stand_on(4)
    mine.settle()
    mine.click_title("number")
    mine.click_title("number")
    assert mine.page.table.selected_ids() == (ids[4],)
    assert mine.page.table.currentIndex().row() == 25
    assert mine.page.pane.isVisible()


def test_end_of_a_long_queue_shows_bars_then_rows(desk, seat, qtbot):
    [request_id] = register(desk)
    multiply(desk, request_id, 20_000)
    mine = seat()
    table = mine.page.table
    table.stand_on(0)
    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert table.currentIndex().row() == 20_000
    assert mine.cell(20_000, "name") is None
    mine.page.table.painter_of_cells.bars = True
    bar = current().colour("sunken").name()
    assert bar in mine.colours_of_row(19_995)
    mine.settle()
    assert mine.cell(20_000, "name")
    assert bar not in mine.colours_of_row(19_995)
    assert table.current_id() == request_id + 20_000
    assert len(mine.presenter.table.loaded()) <= 4 * WINDOW


def test_bars_stand_in_only_for_slow_rows(desk, seat, qtbot):
    register(desk, 3)
    mine = seat()
    table = mine.page.table
    mine.presenter.table.set_total(500)
    mine.presenter.table._resting = True  # rows that never come
    table.scrollToBottom()
    assert not table.painter_of_cells.bars
    qtbot.waitUntil(lambda: table.painter_of_cells.bars, timeout=2000)


def test_the_start_bar_follows_the_direction(desk, seat, speak):
    register(desk, 3)
    mine = seat()
    table = mine.page.table
    table.stand_on(1)
    mine.page.filters.focus_field()  # so that no ring is drawn over the bar
    mine.settle()
    accent = current().colour("accent")

    def at(x):
        return table.viewport().grab().toImage().pixelColor(x, ROW + ROW // 2) == accent

    right = table.viewport().width() - 2
    assert (at(right), at(1)) == (True, False)
    speak("en")
    mine.settle()
    assert (at(right), at(1)) == (False, True)


def test_late_is_red_and_the_urgent_have_a_flag(desk, seat):
    register(desk, 1)
    register(desk, 1, first=2, urgent=True)
    mine = seat()
    red = current().colour("red").name()
    assert [red in mine.colours_of_row(place) for place in (0, 1)] == [False, True]
    desk.outside.clock.forward(hours=9)
    mine.presenter.look()
    mine.settle()
    assert mine.cell(0, "due").startswith("متأخرة 5 س")
    assert red in mine.colours_of_row(0)


def test_another_desks_claim_shows_its_name_and_lock(desk, seat):
    [request_id] = register(desk)
    mine = seat()
    claim(desk, signed_in(desk, "officer2"), request_id)
    mine.presenter.look()
    mine.settle()
    assert mine.cell(0, "officer") == "موظف officer2"
    mine.press(Qt.Key.Key_Down)
    assert not mine.page.pane.claim.isEnabled()


def test_ctrl_f_filters_as_one_types_and_enter_goes_back_to_the_list(desk, seat):
    ids = register_named(desk, 40)
    mine = seat()
    mine.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = mine.page.filters.field.edit
    assert field.hasFocus()
    mine.qtbot.keyClicks(field, str(ids[7]))
    mine.settle()
    assert mine.page.table.model().rowCount() == 1
    mine.press(Qt.Key.Key_Return)
    assert mine.page.table.hasFocus()
    assert mine.opened == []


def test_a_tab_that_shows_nothing_says_so(desk, seat):
    register(desk, 2)
    mine = seat()
    mine.click(mine.page.filters.tab("urgent"))
    assert mine.page.places.currentWidget() is mine.page.empty
    assert "لا معاملة تطابق التصفية" in mine.page.empty.accessibleName()
    mine.click(mine.page.filters.tab("all"))
    assert mine.page.places.currentWidget() is mine.page.table


def test_a_queue_that_fails_offers_to_try_again(desk, seat, monkeypatch):
    register(desk, 2)
    outage = Outage(desk, monkeypatch)
    outage.on = True
    mine = seat()
    assert mine.page.places.currentWidget() is mine.page.failed
    outage.on = False
    mine.click(mine.page.failed.retry)
    assert mine.page.places.currentWidget() is mine.page.table
    assert mine.page.table.model().rowCount() == 2
    assert mine.page.table.hasFocus()


def test_rejecting_asks_why(desk, seat):
    register(desk)
    mine = seat()
    mine.press(Qt.Key.Key_Down)
    mine.press(Qt.Key.Key_F8)
    assert not mine.page.findChildren(QDialog)
    assert mine.messages[0][1] == "المعاملة ليست لديك"
    mine.press(Qt.Key.Key_F4)
    mine.press(Qt.Key.Key_F8)
    [dialog] = mine.page.findChildren(QDialog)
    mine.qtbot.keyClick(dialog, Qt.Key.Key_4)
    mine.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    mine.settle()
    assert mine.messages[-1][0] == "green"
    assert mine.page.places.currentWidget() is mine.page.empty
    assert mine.page.table.selected_ids() == ()


def test_holding_asks_how_long(desk, seat):
    register(desk)
    mine = seat()
    mine.press(Qt.Key.Key_Down)
    mine.press(Qt.Key.Key_F4)
    mine.page.pane.reason_requested.emit("hold")
    [dialog] = mine.page.findChildren(QDialog)
    dialog._until.set_value("two-hours")
    mine.qtbot.keyClick(dialog, Qt.Key.Key_2)
    mine.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    mine.settle()
    assert mine.cell(0, "state") == "بانتظار المستفيد"


def test_a_supervisor_selects_several_by_keyboard_and_assigns_them(desk, seat):
    ids = register(desk, 4)
    chief = seat("supervisor")
    chief.press(Qt.Key.Key_Down)
    chief.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert chief.page.table.selected_ids() == tuple(ids[:2])
    chief.click(chief.page.head.assign)
    [menu] = [m for m in chief.page.findChildren(QMenu) if m.actions()]
    menu.actions()[1].trigger()
    menu.close()
    chief.settle()
    assert [chief.cell(place, "officer") for place in range(3)] == [
        "موظف officer2", "موظف officer2", "—",
    ]  # fmt: skip


def test_an_officer_selects_one_and_is_not_offered_to_assign(desk, seat):
    ids = register(desk, 3)
    mine = seat()
    mine.press(Qt.Key.Key_Down)
    mine.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert mine.page.table.selected_ids() == (ids[1],)
    assert not mine.page.head.assign.isVisible()
    assert mine.page.head.take_next.isVisible()


def test_a_selection_of_thousands_falls_back_to_one_row(desk, seat):
    [request_id] = register(desk)
    multiply(desk, request_id, 5_000)
    chief = seat("supervisor")
    chief.press(Qt.Key.Key_Down)
    chief.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert chief.page.table.selected_ids() == (request_id,)


def test_the_pane_folds_before_the_table_yields(desk, seat):
    register(desk)
    mine = seat()
    assert mine.page.pane.isVisible()
    mine.page.resize(1166, 700)
    mine.settle()
    assert not mine.page.pane.isVisible()
    assert not mine.page.table.isColumnHidden(KEYS.index("channel"))
    mine.page.resize(1100, 700)
    mine.click(mine.page.filters.pane)
    assert mine.page.pane.isVisible()
    assert mine.page.table.isColumnHidden(KEYS.index("channel"))
    shown = sum(mine.page.table.columnWidth(c) for c in range(len(KEYS)))
    assert shown == mine.page.table.viewport().width()


def test_the_language_changes_every_word_on_the_page(desk, seat, speak):
    register(desk, 2)
    mine = seat()
    mine.press(Qt.Key.Key_Down)
    assert mine.page.head.take_next.text() == "سحب التالي"
    speak("en")
    mine.settle()
    assert mine.page.head.take_next.text() == "Take next"
    assert mine.page.filters.tab("mine").text() == "Mine"
    assert mine.cell(0, "state") == "New"
    assert mine.page.table.model().headerData(0, Qt.Orientation.Horizontal) == "Request"
    assert "Received from: Portal" in mine.page.pane._way.accessibleName()


def test_the_footer_says_which_rows_are_seen(desk, seat, speak):
    register_named(desk, 120)
    mine = seat()
    speak("en")
    first, last = mine.page.table.visible_range()
    assert first == 1
    assert mine.page._range.text() == f"Rows 1 to {last} of 120"
    mine.page.table.scrollToBottom()
    mine.settle()
    assert mine.page._range.text().endswith("to 120 of 120")
