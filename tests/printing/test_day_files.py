"""The day's files: PDF, spreadsheet and JSON say the same numbers, and the same bytes again."""

import hashlib
import json
import re
from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from absher_desk.operations.claims import claim
from absher_desk.operations.day_close import (
    close_day,
    closed_day,
    report_document,
    report_from_document,
)
from absher_desk.operations.day_report import day_report
from absher_desk.operations.decisions import decide
from absher_desk.operations.desk import day_of
from absher_desk.operations.errors import Refused, Unavailable
from absher_desk.printing.day_files import day_files, export_day, write_day_files
from tests.builders import register, signed_in
from tests.printing.rendering import render

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def worked(desk):
    """A desk with half a morning behind it: received, returned, rejected, overdue, in hand."""
    ids = register(desk, 7) + register(desk, 3, first=20, submitted_at=desk.now() - timedelta(9))
    officer = signed_in(desk, "officer")
    for request_id, outcome in zip(ids, ("return", "reject", "reject"), strict=False):
        claim(desk, officer, request_id)
        desk.outside.clock.forward(minutes=7, seconds=20)
        decide(desk, officer, request_id, outcome, reason="صورة الهوية غير واضحة")
    claim(desk, officer, ids[4])
    desk.outside.clock.forward(hours=2)
    return desk


def numbers(text):
    """All whole numbers of a text, without grouping commas; times and dates come apart."""
    return [int(n) for n in re.findall(r"\d+", re.sub(r"(?<=\d),(?=\d{3})", "", text))]


def sheet_rows(xlsx, name):
    return [
        [cell for cell in row if cell is not None]
        for row in load_workbook(BytesIO(xlsx))[name].iter_rows(min_row=2, values_only=True)
    ]


def files_of(desk):
    supervisor = signed_in(desk, "supervisor")
    report = day_report(desk, supervisor, day_of(desk.now()))
    files = day_files(report, desk.catalogue, closed=False)
    return {name.rsplit(".")[-1]: content for name, content in files.items()}


def test_spreadsheet_and_json_agree_number_by_number(worked):
    files = files_of(worked)
    said = json.loads(files["json"])
    counted = ("received", "completed", "rejected", "closed_otherwise",
               "returned", "pending", "overdue")  # fmt: skip
    services = sheet_rows(files["xlsx"], "الخدمات")
    assert [row[1:] for row in services] == [
        *([line["counts"][key] for key in counted] for line in said["services"]),
        [said["totals"][key] for key in counted],
    ]
    officers = sheet_rows(files["xlsx"], "الموظفون")[:-1]
    keys = ("username", "finished", "completed", "returned", "rejected", "in_hand")
    assert [row[1:7] for row in officers] == [
        [line[key] for key in keys] for line in said["officers"]
    ]
    queues = sheet_rows(files["xlsx"], "القوائم وأعمار ما فيها")[:-1]
    assert [row[1:9] for row in queues] == [
        [q["finished"], q["returned"], q["pending"], *q["ages"], q["overdue"]]
        for q in said["queues"]
    ]
    hours = sheet_rows(files["xlsx"], "الحركة بالساعة")[:-1]
    assert hours == [[f"{h['hour']:02d}:00", h["received"], h["finished"]] for h in said["hours"]]
    assert [row[1] for row in sheet_rows(files["xlsx"], "الأوراق")] == [
        said["documents"], said["copies"]
    ]  # fmt: skip
    assert said["totals"]["rejected"] == 2
    assert said["totals"]["overdue"] == 3


def test_every_row_of_the_spreadsheet_is_on_the_paper(worked):
    files = files_of(worked)
    printed = numbers(" ".join(render(files["pdf"]).texts))
    book = load_workbook(BytesIO(files["xlsx"]))
    for page in book.worksheets[1:]:
        for row in page.iter_rows(min_row=2, values_only=True):
            wanted = numbers(" ".join(str(cell) for cell in row if cell is not None))
            assert is_within(wanted, printed), f"{page.title}: {row}"


def is_within(wanted, printed):
    """Whether the numbers stand one after another; poppler reads a page as it was drawn."""
    width = len(wanted)
    return any(printed[i : i + width] == wanted for i in range(len(printed) - width + 1))


def test_same_bytes_when_run_again_an_hour_later(worked):
    supervisor = signed_in(worked, "supervisor")
    day = day_of(worked.now())
    close_day(worked, supervisor, day)
    frozen = closed_day(worked, supervisor, day)
    first = day_files(report_from_document(frozen.report), worked.catalogue, closed=True)
    worked.outside.clock.forward(hours=30)
    register(worked, 2, first=50)
    frozen = closed_day(worked, supervisor, day)
    again = day_files(report_from_document(frozen.report), worked.catalogue, closed=True)
    assert again == first
    [file] = [content for name, content in again.items() if name.endswith(".json")]
    assert hashlib.sha256(file).hexdigest() == frozen.sha256


def test_a_frozen_report_comes_back_whole(worked):
    report = day_report(worked, signed_in(worked, "auditor"), day_of(worked.now()))
    assert report_from_document(json.loads(json.dumps(report_document(report)))) == report


def test_export_of_a_closed_day_is_the_frozen_report(worked, tmp_path):
    supervisor = signed_in(worked, "supervisor")
    day = day_of(worked.now())
    closed = close_day(worked, supervisor, day)
    register(worked, 5, first=70)
    paths = export_day(worked, supervisor, day, tmp_path / "out")
    assert [path.name for path in paths] == [
        f"day-report-1101-2026-11-23.{kind}" for kind in ("pdf", "xlsx", "json")
    ]
    assert json.loads(paths[2].read_bytes()) == closed.report
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        path.name for path in paths
    )


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_left(tmp_path):
    folder = tmp_path / "file"
    folder.write_text("in the way")
    with pytest.raises(Unavailable) as fault:
        write_day_files({"a.pdf": b"1"}, folder)
    assert fault.value.code == "printing.folder-not-writable"


def test_no_half_export(tmp_path):
    (tmp_path / "b.xlsx").mkdir()
    (tmp_path / "b.xlsx" / "full").write_text("a folder where the file should be")
    with pytest.raises(Unavailable):
        write_day_files({"b.xlsx": b"2", "c.json": b"3"}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["b.xlsx"]


def test_an_officer_may_not_export(desk, tmp_path):
    with pytest.raises(Refused):
        export_day(desk, signed_in(desk, "officer"), day_of(desk.now()), tmp_path / "no")
    assert not (tmp_path / "no").exists()
