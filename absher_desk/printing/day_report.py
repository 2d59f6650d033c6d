"""Day report of a branch as PDF: key figures, tables over as many pages as needed, signatures.

Texts: `resources/forms/day_report.toml`. The spreadsheet of the same sheet is `spreadsheet.py`.
"""

from functools import cache, partial

from absher_desk.printing import form_parts as parts
from absher_desk.printing import marks
from absher_desk.printing import page_frame as frame
from absher_desk.printing.flow import Flow
from absher_desk.printing.form_parts import FieldPlace
from absher_desk.printing.moments import gregorian, hijri, moment_in_both
from absher_desk.printing.paper import Paper
from absher_desk.printing.report_table import flow_section, shown
from absher_desk.printing.sheets import DayReportSheet, KeyFigure, Signature
from absher_desk.printing.text import size_that_fits
from absher_desk.printing.wording import Wording, wording
from absher_desk.standards.calendar_names import WEEKDAYS

_META = (
    FieldPlace(key="weekday", row=0, column=0),
    FieldPlace(key="date_hijri", row=0, column=1),
    FieldPlace(key="date_gregorian", row=0, column=2),
    FieldPlace(key="branch_code", row=0, column=3, latin=True),
    FieldPlace(key="generated_at", row=1, column=0, span=4),
)
_META_TOP = frame.HEAD_BOTTOM + 8
_FLOW_TOP = _META_TOP + 2 * parts.FIELD_HEIGHT + 12
_NEXT_TOP = frame.HEAD_BOTTOM + 10
_FIGURES_IN_ROW = 5
_FIGURE_HEIGHT = 46.0


def day_report(sheet: DayReportSheet) -> bytes:
    """Draw the report; the same sheet gives the same bytes.

    Raises `Malformed("printing.glyph-missing")`, `Malformed("printing.barcode-characters")`.
    """
    flow = _plan(sheet)
    paper = Paper(f"{sheet.title.ar} {sheet.branch.ar} {sheet.day:%Y-%m-%d}", sheet.generated_at)
    for page, blocks in enumerate(flow.pages, start=1):
        if page > 1:
            paper.next_page()
        _begin_page(paper, sheet, page, len(flow.pages))
        for draw in blocks:
            draw(paper)
    return paper.finish()


@cache
def _words() -> Wording:
    return wording("day_report")


def _plan(sheet: DayReportSheet) -> Flow:
    flow = Flow(_FLOW_TOP, _NEXT_TOP, frame.FOOT_TOP - 10)
    figures = sheet.key_figures
    for start in range(0, len(figures), _FIGURES_IN_ROW):
        row = figures[start : start + _FIGURES_IN_ROW]
        flow.put(_FIGURE_HEIGHT + 8, partial(_draw_figures, figures=row))
    flow.skip(4)
    for section in sheet.sections:
        flow_section(flow, section, _words())
    for start in range(0, len(sheet.signatures), 3):
        signatures = sheet.signatures[start : start + 3]
        if not flow.holds(parts.SIGNATURE_HEIGHT + 8):
            flow.turn_page()
        flow.put(parts.SIGNATURE_HEIGHT + 8, partial(_draw_signatures, signatures=signatures))
    return flow


def _begin_page(paper: Paper, sheet: DayReportSheet, page: int, pages: int) -> None:
    words = _words()
    if sheet.specimen:
        paper.stamp("specimen", lambda inner: marks.draw_specimen(inner, words))
    paper.stamp("frame", lambda inner: frame.draw_fixed_frame(inner, words, sheet.title))
    number = frame.shown_number(sheet.document_number)
    frame.draw_head_values(paper, sheet.branch, sheet.document_number, number)
    if not sheet.closed:
        open_day = words["provisional"]
        middle, top = paper.width / 2, frame.TOP + 46
        marks.draw_badge(paper, open_day.ar, open_day.en, centre=middle, y=top)
    frame.draw_foot_values(paper, words, number, page, pages)
    if page == 1:
        parts.draw_grid(paper, _META_TOP, _META, words, 4)
        parts.draw_grid_values(paper, _META_TOP, _META, _meta(sheet), 4)


def _meta(sheet: DayReportSheet) -> dict[str, str]:
    return {
        "weekday": WEEKDAYS["ar"][sheet.day.weekday()],
        "date_hijri": hijri(sheet.day),
        "date_gregorian": gregorian(sheet.day),
        "branch_code": sheet.branch_code,
        "generated_at": moment_in_both(sheet.generated_at),
    }


def _draw_figures(paper: Paper, y: float, *, figures: tuple[KeyFigure, ...]) -> None:
    for room, figure in zip(parts.side_by_side(y, _FIGURES_IN_ROW), figures, strict=False):
        x, _y, width = room
        paper.box(x, y, width, _FIGURE_HEIGHT, stroke=marks.LINE)
        paper.box(x + width - 3, y, 3, _FIGURE_HEIGHT, fill=marks.ACCENT)
        text = shown(figure.value, figure.kind)
        size = size_that_fits(text, "plex-bold", width - 20, size=18, least=8)
        paper.text(x + width - 11, y + 20, text, size=size, face="plex-bold", colour=marks.INK)
        label, room_for_label = figure.label, width - 20
        size = size_that_fits(label.ar, "plex", room_for_label, size=8.5, least=5)
        paper.text(x + width - 11, y + 32.5, label.ar, size=size, colour=marks.INK_SOFT)
        size = size_that_fits(label.en, "plex", room_for_label, size=6, least=4, rtl=False)
        paper.text(x + width - 11, y + 41, label.en, size=size, colour=marks.INK_FAINT, rtl=False)


def _draw_signatures(paper: Paper, y: float, *, signatures: tuple[Signature, ...]) -> None:
    words = _words()
    captions = (words["name"], words["stamp"], words["signature"])
    rooms = parts.side_by_side(y, max(2, len(signatures)))
    for room, signature in zip(rooms, signatures, strict=False):
        parts.draw_signature_place(paper, room, signature.role, captions)
        parts.draw_signer(paper, room, (signature.name,))
