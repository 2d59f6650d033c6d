"""Day report as a spreadsheet (XLSX): the same sheet, typed numbers, right-to-left, same bytes.

The first worksheet holds the key figures, each further one a section. Text that begins like a
formula stays text.
"""

import re
from datetime import UTC
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from absher_desk.printing.moments import gregorian, hijri, moment_in_both
from absher_desk.printing.page_frame import shown_number
from absher_desk.printing.sheets import CellKind, CellValue, DayReportSheet, Section
from absher_desk.printing.wording import wording
from absher_desk.standards.bidi import without_controls

_FORMATS: dict[CellKind, str] = {
    "text": "@",
    "latin": "@",
    "count": "#,##0",
    "share": "0.0%",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_NOT_IN_A_TITLE = re.compile(r"[\\/*?:\[\]]")
_FACE = "IBM Plex Sans Arabic"
_HEAD = Font(name=_FACE, bold=True)
_BODY = Font(name=_FACE)
_TITLE = Font(name=_FACE, bold=True, size=15)
_BAND = PatternFill("solid", fgColor="EAEFEC")
_UNDER = Border(bottom=Side("thin", color="7D8B85"))


def day_report_spreadsheet(sheet: DayReportSheet) -> bytes:
    """Write the report as XLSX; the same sheet gives the same bytes."""
    book = Workbook()
    created = sheet.generated_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.properties.creator = "Absher Desk"
    book.properties.title = sheet.title.ar
    book.properties.created = created
    _fill_summary(book.active, sheet)
    taken = {book.active.title}
    for section in sheet.sections:
        _fill_section(book.create_sheet(_free_title(section.title.ar, taken)), section)
    raw = BytesIO()
    book.save(raw)
    return _settled(raw.getvalue(), f"{created:%Y-%m-%dT%H:%M:%SZ}".encode())


def _fill_summary(page: Worksheet, sheet: DayReportSheet) -> None:
    words = wording("day_report")
    page.title = words["summary"].ar
    _set_up(page)
    lines: list[tuple[str, CellValue, CellKind]] = [
        (words["branch"].ar, sheet.branch.ar, "text"),
        (words["branch_code"].ar, sheet.branch_code, "latin"),
        (words["date_hijri"].ar, hijri(sheet.day), "text"),
        (words["date_gregorian"].ar, gregorian(sheet.day), "text"),
        (words["document"].ar, shown_number(sheet.document_number), "latin"),
        (words["generated_at"].ar, moment_in_both(sheet.generated_at), "text"),
    ]
    if not sheet.closed:
        lines.append((words["state"].ar, words["provisional"].ar, "text"))
    lines += [(figure.label.ar, figure.value, figure.kind) for figure in sheet.key_figures]
    _put(page.cell(1, 1), sheet.title.ar, "text", font=_TITLE)
    for row, (label, value, kind) in enumerate(lines, start=3):
        _put(page.cell(row, 1), label, "text", font=_HEAD).fill = _BAND
        _put(page.cell(row, 2), value, kind)
    page.column_dimensions["A"].width = 28
    page.column_dimensions["B"].width = 46


def _fill_section(page: Worksheet, section: Section) -> None:
    _set_up(page)
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    for column, description in enumerate(section.columns, start=1):
        head = _put(page.cell(1, column), description.title.ar, "text", font=_HEAD)
        head.fill, head.border = _BAND, _UNDER
        letter = get_column_letter(column)
        page.column_dimensions[letter].width = 14 * max(1.0, description.weight)
    rows = [*section.rows, section.totals] if section.totals else list(section.rows)
    for number, row in enumerate(rows, start=2):
        is_total = bool(section.totals) and number == len(rows) + 1
        for column, value in enumerate(row, start=1):
            kind = section.columns[column - 1].kind
            cell = _put(page.cell(number, column), value, kind, font=_HEAD if is_total else _BODY)
            if is_total:
                cell.fill = _BAND


def _set_up(page: Worksheet) -> None:
    page.sheet_view.rightToLeft = True
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.orientation = "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _put(cell: Cell, value: CellValue, kind: CellKind, *, font: Font = _BODY) -> Cell:
    """Write a value by its type: a text never becomes a formula, a count never a text."""
    cell.font = font
    cell.alignment = Alignment(horizontal="right", vertical="center", readingOrder=2)
    if value is None:
        return cell
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", without_controls(value))
        cell.data_type = "s"
        cell.number_format = "@"
        return cell
    cell.value = value
    cell.number_format = _FORMATS[kind] if kind in {"count", "share"} else "General"
    return cell


def _free_title(text: str, taken: set[str]) -> str:
    """Title of a worksheet: 31 characters at most, without the signs Excel forbids, only once."""
    plain = _NOT_IN_A_TITLE.sub(" ", text)[:31].strip("' ") or "-"
    title, number = plain, 2
    while title.casefold() in {other.casefold() for other in taken}:
        title = f"{plain[:27]} {number}"
        number += 1
    taken.add(title)
    return title


def _settled(raw: bytes, modified: bytes) -> bytes:
    """Write the package again without the clock of the machine in it."""
    settled = BytesIO()
    with ZipFile(BytesIO(raw)) as source, ZipFile(settled, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + modified + rb"\g<2>", content)
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, content)
    return settled.getvalue()
