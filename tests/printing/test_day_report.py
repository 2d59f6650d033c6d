"""The day report on paper and as a spreadsheet: one sheet, the same numbers, the same bytes."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from absher_desk.printing import page_frame as frame
from absher_desk.printing.day_report import day_report
from absher_desk.printing.report_table import shown
from absher_desk.printing.sheets import Column, Section, Words
from absher_desk.printing.spreadsheet import day_report_spreadsheet
from absher_desk.standards.bidi import without_controls
from tests.printing import builders
from tests.printing.rendering import decoded, render

pytestmark = pytest.mark.usefixtures("qapp")


def workbook(sheet):
    return load_workbook(BytesIO(day_report_spreadsheet(sheet)))


def test_a_long_table_repeats_its_head_on_every_page():
    rendered = render(day_report(builders.day_report(90)))
    assert len(rendered.pages) == 3
    for page, text in enumerate(rendered.texts, start=1):
        assert text.count("Received") == (2 if page == 1 else 1)  # a key figure has that name too
        assert "Completed share" in text
        assert f"Page {page} of 3" in text
    assert ["6,705" in text for text in rendered.texts] == [True, False, True]  # figure, total


def test_no_row_is_lost_or_printed_twice():
    together = "".join(render(day_report(builders.day_report(150))).texts)
    assert all(together.count(f"SRV-{i:03d}") == 1 for i in range(150))


@pytest.mark.parametrize("rows", range(20, 34))
def test_totals_stand_under_a_row_and_above_the_foot(rows):
    rendered = render(day_report(builders.day_report(rows)))
    texts = rendered.texts
    total = f"{sum(40 + i for i in range(rows)):,}"
    page = next(text for text in reversed(texts) if total in text.replace(" ", ""))
    assert "SRV-" in page
    for number in range(len(texts)):
        above_foot = (frame.LEFT, frame.FOOT_TOP - 8, frame.RIGHT, frame.FOOT_TOP - 2)
        assert rendered.crop(number, above_foot).getextrema() == (255, 255)


def test_numbers_are_grouped_and_read_left_to_right():
    text = render(day_report(builders.day_report(90))).texts
    assert "7,605" in text[0]
    assert "7,605" in text[2]
    assert "87.4%" in text[0]
    assert "2026/11/23" in text[0]


def test_document_number_is_a_barcode():
    image = render(day_report(builders.day_report()), 203).pages[0]
    assert decoded(image) == ["481101000000119"]


def test_an_open_day_is_provisional():
    assert "PROVISIONAL" in render(day_report(builders.day_report(closed=False))).texts[0]
    assert "PROVISIONAL" not in render(day_report(builders.day_report())).texts[0]


def test_a_report_without_rows_figures_or_signatures_is_still_a_page():
    empty = builders.day_report(0, key_figures=(), signatures=())
    assert len(render(day_report(empty)).pages) == 1


def test_run_again_both_files_are_the_same_bytes():
    sheet = builders.day_report(40)
    assert day_report(sheet) == day_report(sheet)
    assert day_report_spreadsheet(sheet) == day_report_spreadsheet(sheet)


def test_no_clock_of_the_machine_in_the_spreadsheet():
    sheet = builders.day_report()
    with ZipFile(BytesIO(day_report_spreadsheet(sheet))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = workbook(sheet).properties
    assert properties.modified == properties.created == datetime(2026, 11, 23, 7, 41, 12)  # noqa: DTZ001


def test_spreadsheet_holds_the_numbers_of_the_paper_as_numbers():
    sheet = builders.day_report(5)
    page = workbook(sheet).worksheets[1]
    assert [cell.value for cell in page[1]] == [c.title.ar for c in sheet.sections[0].columns]
    assert [cell.value for cell in page[2]] == list(sheet.sections[0].rows[0])
    assert page[2][2].number_format == "#,##0"
    assert page[2][4].number_format == "0.0%"
    assert page[7][2].value == sum(row[2] for row in sheet.sections[0].rows)
    assert page[7][2].font.bold


def test_spreadsheet_reads_from_the_right():
    assert all(page.sheet_view.rightToLeft for page in workbook(builders.day_report()).worksheets)
    summary = workbook(builders.day_report(closed=False)).worksheets[0]
    values = [row[1].value for row in summary.iter_rows(min_row=3)]
    assert "1101" in values
    assert 0.874 in values
    assert "غير نهائي" in values


def test_text_that_looks_like_a_formula_stays_text():
    columns = (Column(title=Words("ملاحظات")),)
    section = Section(title=Words("أ/ب"), columns=columns, rows=(("=1+1",), ("a\x07b",)))
    page = workbook(builders.day_report(sections=(section,))).worksheets[1]
    assert page["A2"].data_type == "s"
    assert page["A2"].value == "=1+1"
    assert page["A3"].value == "ab"


def test_sections_of_one_title_get_worksheets_of_their_own():
    section = builders.day_report(1).sections[0]
    names = workbook(builders.day_report(sections=(section, section, section))).sheetnames
    assert len(set(names)) == 4


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (1234567, "count", "1,234,567"),
        (0.5, "share", "50.0%"),
        (1, "share", "100.0%"),
        (0, "count", "0"),
        (None, "count", ""),
        ("RR1", "latin", "RR1"),
        (12.5, "count", "12.50"),
    ],
)
def test_values_are_written_alike_everywhere(value, kind, text):
    assert without_controls(shown(value, kind)) == text
