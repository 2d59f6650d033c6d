"""The search page by keys: arrows and Enter open a hit, Esc goes back."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from absher_desk.system.worker import Worker
from absher_desk.views.search_page import make_search_page
from tests.builders import identity, register, signed_in
from tests.presenters.queueing import settle, sqlite_alone
from tests.views.looking import rings

pytestmark = sqlite_alone


@pytest.fixture
def worker(qapp):
    worker = Worker()
    yield worker
    worker.shutdown()


@pytest.fixture
def searched(desk, shown, worker, qtbot):
    def search(text):
        page, page.presenter = make_search_page(desk, signed_in(desk, "clerk"), worker, text)
        page.resize(QSize(1166, 648))
        shown(page)
        page.presenter.open()
        settle(qtbot, worker)
        QApplication.processEvents()
        return page

    return search


def test_arrows_and_enter_open_a_hit(desk, searched, qtbot):
    ids = register(desk, 3)
    page = searched("فهد")
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.presenter.request_opened) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert told.args == [sorted(ids, reverse=True)[1]]


def test_esc_goes_back(desk, searched, qtbot):
    register(desk, 2)
    page = searched("فهد")
    with qtbot.waitSignal(page.presenter.closed):
        qtbot.keyClick(page.table, Qt.Key.Key_Escape)


def test_nothing_found_is_one_fact_and_one_step(searched):
    page = searched(identity(897))
    assert page.nothing.isVisible()
    assert "لا معاملات" in page.nothing.accessibleName()
    assert identity(897) not in page.nothing.accessibleName()
    assert page.back.hasFocus()


def test_another_language_says_the_list_again(desk, searched, speak):
    register(desk, 2)
    page = searched("فهد")
    page.table.stand_on(1)
    speak("en")
    assert page.table.cells.headerData(1, Qt.Orientation.Horizontal) == "Service"
    assert page.table.currentIndex().row() == 1
    assert page.table.cells.rows[0].cells[1].words == "Individual account activation"


def test_one_ring_round_the_whole_row(desk, searched):
    register(desk, 2)
    assert rings(searched("فهد").grab().toImage()) == 1


def test_columns_fill_the_table(desk, searched):
    register(desk, 2)
    page = searched("فهد")
    table = page.table
    widths = sum(table.columnWidth(place) for place in range(table.cells.columnCount()))
    assert 0 <= table.viewport().width() - widths <= 3
