"""Due times, received times, names and states as a queue says them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt

from absher_desk.catalogue.loading import load
from absher_desk.operations.queue_pages import QueueRow
from absher_desk.presenters.queue_columns import BY_KEY, COLUMNS, Speaker, cell_of, fitting
from absher_desk.presenters.time_words import TimeWords
from absher_desk.presenters.wording import Wording, name_in_language
from absher_desk.standards.bidi import without_controls
from absher_desk.views.screenshots import screen_language
from tests.builders import MORNING

ROW = QueueRow(
    request_id=481101000012384, service="account-activation", name="نورة علي القحطاني",
    identity_number="1000000008", received_at=MORNING, due_at=MORNING, source="portal",
    state="registered", urgent=False, holder_id=None, holder_ar=None, holder_en=None, parked=None,
)  # fmt: skip


@pytest.fixture
def speaker(qapp):
    return Speaker(staff_id=7, catalogue=load(), wording=Wording(), times=TimeWords(), now=MORNING)


@pytest.fixture
def arabic(qapp):
    before = QLocale()
    screen_language().show("ar")
    yield
    screen_language().remove()
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(
    ("ahead", "words", "tone"),
    [
        (timedelta(hours=-2, minutes=-10), "late 2 h 10 min", "red"),
        (timedelta(seconds=-1), "late 0 min", "red"),
        (timedelta(hours=-12, minutes=-10), "late 12 h", "red"),
        (timedelta(0), "in 0 min", "amber"),
        (timedelta(minutes=18), "in 18 min", "amber"),
        (timedelta(hours=4), "today 12:00", "amber"),
        (timedelta(hours=15, minutes=59), "today 23:59", "amber"),
        (timedelta(hours=16), "tomorrow 00:00", "text2"),
        (timedelta(days=1, hours=1), "tomorrow 09:00", "text2"),
        (timedelta(days=3), "2026/11/26", "text2"),
    ],
)
def test_due_in_english(speaker, ahead, words, tone):
    due = speaker.times.due(MORNING + ahead, MORNING)
    assert (without_controls(due.words), due.tone, due.late) == (words, tone, tone == "red")


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(hours=-2, minutes=-10), "متأخرة 2 س 10 د"),
        (timedelta(days=-2), "متأخرة يومين"),
        (timedelta(days=-3), "متأخرة 3 أيام"),
        (timedelta(minutes=18), "بعد 18 د"),
        (timedelta(hours=4), "اليوم 12:00"),
        (timedelta(days=1, hours=1), "غدًا 09:00"),
    ],
)
def test_due_in_arabic(speaker, arabic, ahead, words):
    assert without_controls(speaker.times.due(MORNING + ahead, MORNING).words) == words


@given(st.timedeltas(timedelta(days=-400), timedelta(days=400)))
def test_every_due_time_has_words_and_only_the_past_is_red(ahead):
    due = TimeWords().due(MORNING + ahead, MORNING)
    assert without_controls(due.words)
    assert due.late == (ahead < timedelta(0))


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(hours=1), "07:00"),
        (timedelta(hours=9), "yest. 23:00"),
        (timedelta(days=2), "2026/11/21"),
    ],
)
def test_received(speaker, ago, words):
    row = replace(ROW, received_at=MORNING - ago)
    assert without_controls(cell_of(BY_KEY["received"], row, speaker).words) == words


def test_the_number_is_grouped_and_its_prefix_grey(speaker):
    cell = cell_of(BY_KEY["number"], ROW, speaker)
    assert (cell.faint, cell.words) == ("48-1101-", "0000123-84")


def test_mine_a_colleagues_and_nobodys(speaker):
    mine = replace(ROW, holder_id=7)
    colleagues = replace(ROW, holder_id=8, holder_ar="أمل القرني", holder_en="Amal Alqarni")
    cells = [cell_of(BY_KEY["officer"], row, speaker) for row in (mine, colleagues, ROW)]
    assert [(cell.words, cell.tone, cell.icon) for cell in cells] == [
        ("You", "accent", ""),
        ("Amal Alqarni", "text3", "lock-simple"),
        ("—", "text3", ""),
    ]
    assert cell_of(BY_KEY["name"], colleagues, speaker).tone == "text3"
    assert cell_of(BY_KEY["name"], mine, speaker).tone == "text"


def test_new_is_plain_and_other_states_are_chips(speaker):
    states = ("registered", "in-progress", "returned", "awaiting-applicant")
    cells = [cell_of(BY_KEY["state"], replace(ROW, state=state), speaker) for state in states]
    assert [cell.words for cell in cells] == ["New", "In progress", "Returned", "On hold"]
    assert [cell.chip for cell in cells] == ["", "info", "amber", ""]


def test_what_the_catalogue_forgot_keeps_its_code(speaker):
    row = replace(ROW, service="gone", state="odd", source="fax")
    said = [cell_of(BY_KEY[key], row, speaker).words for key in ("service", "state", "channel")]
    assert said == ["gone", "odd", "fax"]


def test_titles_and_cells_in_arabic(speaker, arabic):
    assert [column.words for column in COLUMNS][:3] == ["رقم المعاملة", "الخدمة", "المستفيد"]
    assert cell_of(BY_KEY["officer"], replace(ROW, holder_id=7), speaker).words == "أنت"
    assert name_in_language("هند", "Hind") == "هند"
    assert speaker.wording.requests(2) == "معاملتان"


@given(st.integers(0, 4000))
def test_columns_fill_the_room_and_the_needed_ones_stay(room):
    widths = fitting(room)
    assert {"number", "name", "identity", "due", "state", "officer"} <= widths.keys()
    assert all(width >= (BY_KEY[key].least or BY_KEY[key].width) for key, width in widths.items())
    least = sum(column.least or column.width for column in COLUMNS if not column.yields)
    assert sum(widths.values()) == max(room, least)


def test_the_channel_yields_before_the_time_received():
    needed = sum(column.width for column in COLUMNS)
    assert "channel" in fitting(needed)
    assert fitting(needed - 1).keys() == fitting(needed).keys() - {"channel"}
    assert "service" not in fitting(needed, {"service"})
