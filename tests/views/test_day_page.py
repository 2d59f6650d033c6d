"""The day page in front of a supervisor: keys, painted bars, language, size."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from absher_desk.operations.claims import claim
from absher_desk.operations.decisions import decide
from absher_desk.presenters.day_state import AgeBar, HourBar, LoadBar
from absher_desk.printing.folder_printer import PdfFolderPrinter
from absher_desk.system.worker import Worker
from absher_desk.views import theme
from absher_desk.views.confirm_dialog import ConfirmDialog
from absher_desk.views.day_charts import AgeBars, HourChart, LoadBars, scale
from absher_desk.views.day_page import make_day_page
from tests.builders import register, signed_in
from tests.presenters.queueing import settle, sqlite_alone
from tests.views.looking import rings, share_of

PAGE = QSize(1166, 648)


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
    made = []

    def open_(username="supervisor"):
        printer = PdfFolderPrinter(tmp_path / "printed")
        officer = signed_in(desk, username)
        page, page.presenter = make_day_page(
            desk, officer, worker, lambda: printer, tmp_path / "out"
        )
        made.append(page)
        page.resize(PAGE)
        shown(page)
        page.presenter.open()
        settled()
        page.focus_first()
        return page

    yield open_
    for page in made:
        page.presenter.leave()
    settled()


@pytest.fixture
def worked(desk):
    [one, two] = register(desk, 2)
    officer = signed_in(desk, "officer")
    claim(desk, officer, one)
    decide(desk, officer, one, "reject", reason="سبب")
    claim(desk, officer, two)
    return desk


@sqlite_alone
def test_f9_asks_then_closes_the_day(worked, opened, qtbot, settled):
    page = opened()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F9)
    dialog = page.findChild(ConfirmDialog)
    assert "2026/11/23" in dialog.windowTitle()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settled()
    assert not page.presenter.state.closing.is_closed
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_F9)
    [dialog] = [d for d in page.findChildren(ConfirmDialog) if d.isVisible()]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settled()
    assert page.presenter.state.closing.is_closed
    assert page.closing.close_day.isHidden()


@sqlite_alone
def test_an_auditor_has_no_key_to_close(worked, opened, qtbot):
    page = opened("auditor")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F9)
    assert page.findChild(ConfirmDialog) is None


@sqlite_alone
def test_arrow_keys_change_the_day(worked, opened, qtbot, settled):
    page = opened()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)  # next in Arabic
    settled()
    assert page.presenter.state.day == "yesterday"
    assert page.days.value() == "yesterday"


@sqlite_alone
def test_f7_prints(worked, opened, qtbot, settled, tmp_path):
    opened()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F7)
    settled()
    assert len(list((tmp_path / "printed").iterdir())) == 1


@sqlite_alone
def test_export_into_the_folder_that_is_chosen(worked, opened, qtbot, settled, tmp_path):
    page = opened()
    page.export.setFocus()
    qtbot.keyClick(page.export, Qt.Key.Key_Space)
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "chosen"))
    dialog.close()
    settled()
    assert len(list((tmp_path / "chosen").iterdir())) == 3


@sqlite_alone
@pytest.mark.parametrize("language", ["ar", "en"])
def test_fits_the_smallest_desk_screen_in_both_languages(worked, opened, speak, language):
    page = opened()
    speak(language)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= PAGE.width()
    table = page.services
    widths = sum(table.columnWidth(place) for place in range(table.cells.columnCount()))
    assert widths <= table.viewport().width()
    assert table.cells.headerData(1, Qt.Orientation.Horizontal) == {
        "ar": "استُلمت", "en": "Received",
    }[language]  # fmt: skip
    assert page.days.value() == "today"


@sqlite_alone
def test_exactly_one_ring(worked, opened, qtbot):
    page = opened()
    for _ in range(4):
        assert rings(page.grab().toImage()) == 1
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


# --- The painted figures --------------------------------------------------------------------------


def column_of(image, token, height):
    """Middle x of the bars of a colour at a height."""
    wanted = theme.current().colour(token).rgb()
    return [x for x in range(image.width()) if image.pixel(x, height) == wanted]


def test_time_runs_along_the_direction_of_reading(shown, speak):
    chart = HourChart()
    chart.resize(400, 220)
    shown(chart)
    chart.show_hours(
        (HourBar(hour=8, received=0, finished=9), HourBar(hour=9, received=0, finished=0))
    )
    arabic = column_of(chart.grab().toImage(), "bar1", 150)
    speak("en")
    english = column_of(chart.grab().toImage(), "bar1", 150)
    assert min(arabic) > 200 > max(english)


def test_a_bar_is_as_high_as_its_number(shown):
    chart = HourChart()
    chart.resize(400, 220)
    shown(chart)

    def height(finished):
        chart.show_hours((HourBar(hour=8, received=10, finished=finished),))
        return share_of(chart.grab().toImage(), "bar1")

    assert height(10) == pytest.approx(2 * height(5), rel=0.1)
    assert height(0) < height(1)


def test_ages_share_the_width(shown):
    bars = AgeBars()
    bars.resize(300, 60)
    shown(bars)
    bars.show_bars((AgeBar(title="قائمة", count=4, oldest="", ages=(0, 3, 1, 0)),))
    image = bars.grab().toImage()
    assert share_of(image, "bar1") == pytest.approx(3 * share_of(image, "amber_s"), rel=0.1)
    assert share_of(image, "red") == 0


def test_load_is_measured_by_the_busiest(shown):
    bars = LoadBars()
    bars.resize(300, 90)
    shown(bars)
    bars.show_bars(
        (
            LoadBar(name="أمل", finished=8, in_hand=0, average="—"),
            LoadBar(name="سلمان", finished=2, in_hand=2, average="—"),
        )
    )
    image = bars.grab().toImage()
    assert share_of(image, "bar1") == pytest.approx(10 / 8 * 300 * 10 / (300 * 90), rel=0.15)
    assert "أمل: 8 + 0" in bars.accessibleDescription()


@pytest.mark.parametrize("highest", [0, 1, 5, 6, 46, 99, 101, 2_600, 10_000])
def test_lines_are_few_and_hold_the_highest(highest):
    step, lines = scale(highest)
    assert 2 <= lines <= 5
    assert step * lines >= highest
    assert step == 1 or str(step).rstrip("0") in {"1", "2", "5"}
