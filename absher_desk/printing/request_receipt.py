"""Receipt for a request of any service (إيصال طلب): number, applicant, what was declared.

Texts: `resources/forms/request_receipt.toml`; the captions of declared fields come with the sheet.
"""

from collections.abc import Sequence
from functools import cache, partial

from absher_desk.printing import form_parts as parts
from absher_desk.printing import marks
from absher_desk.printing import page_frame as frame
from absher_desk.printing.flow import Flow
from absher_desk.printing.form_parts import FieldPlace
from absher_desk.printing.moments import NOT_STATED, clock, gregorian, hijri, riyadh_day
from absher_desk.printing.paper import Paper
from absher_desk.printing.sheets import Field, ReceiptSheet
from absher_desk.printing.text import TextLine, break_lines, size_that_fits
from absher_desk.printing.wording import Wording, wording
from absher_desk.standards.bidi import isolate
from absher_desk.standards.request_number import grouped

_META = (
    FieldPlace(key="request_number", row=0, column=0, latin=True),
    FieldPlace(key="date_hijri", row=0, column=1),
    FieldPlace(key="date_gregorian", row=0, column=2),
    FieldPlace(key="time", row=0, column=3),
)
_REQUEST = (
    FieldPlace(key="field.service", row=0, column=0, span=2),
    FieldPlace(key="field.mobile", row=0, column=2, latin=True),
    FieldPlace(key="field.name_ar", row=1, column=0, span=2),
    FieldPlace(key="field.id_number", row=1, column=2, latin=True),
    FieldPlace(key="field.name_en", row=2, column=0, span=2, latin=True),
    FieldPlace(key="field.id_type", row=2, column=2),
)
_META_TOP = frame.HEAD_BOTTOM + 8
_REQUEST_TOP = _META_TOP + parts.FIELD_HEIGHT + 8
_REQUEST_GRID = _REQUEST_TOP + parts.SECTION_HEIGHT
_FLOW_TOP = _REQUEST_GRID + 3 * parts.FIELD_HEIGHT + 8
_NEXT_TOP = frame.HEAD_BOTTOM + 10
_LABEL_WIDTH = frame.WIDTH * 0.32
_VALUE_ROOM = frame.WIDTH - _LABEL_WIDTH - 12
_LEADING = 14.0
_CLOSING = 36 + parts.SIGNATURE_HEIGHT


def request_receipt(sheet: ReceiptSheet) -> bytes:
    """Draw one receipt as PDF."""
    return request_receipts((sheet,))


def request_receipts(sheets: Sequence[ReceiptSheet]) -> bytes:
    """Draw many receipts as one PDF; the fixed parts are in the file once.

    Raises `Malformed("printing.nothing-to-print")` for no sheet, and the faults of text and
    barcodes.
    """
    return frame.draw_batch(_words()["title"].ar, sheets, lambda s: s.registered_at, _draw)


@cache
def _words() -> Wording:
    return wording("request_receipt")


def _draw(paper: Paper, sheet: ReceiptSheet) -> None:
    pages = _plan(sheet).pages
    for page, blocks in enumerate(pages, start=1):
        if page > 1:
            paper.next_page()
        _begin_page(paper, sheet, page, len(pages))
        for draw in blocks:
            draw(paper)


def _plan(sheet: ReceiptSheet) -> Flow:
    flow = Flow(_FLOW_TOP, _NEXT_TOP, frame.FOOT_TOP - 10)
    words = _words()
    flow.put(parts.SECTION_HEIGHT, partial(_draw_title, note=""))
    for field in sheet.fields:
        lines = _value_lines(field)
        height = max(24.0, len(lines) * _LEADING + 9)
        if not flow.holds(height):
            flow.turn_page()
            flow.put(parts.SECTION_HEIGHT, partial(_draw_title, note=words["continued"].ar))
        flow.put(height, partial(_draw_field, field=field, lines=lines, height=height))
    flow.skip(12)
    if not flow.holds(_CLOSING):
        flow.turn_page()
    flow.put(_CLOSING, partial(_draw_closing, sheet=sheet))
    return flow


def _begin_page(paper: Paper, sheet: ReceiptSheet, page: int, pages: int) -> None:
    words = _words()
    if sheet.specimen:
        paper.stamp("specimen", lambda inner: marks.draw_specimen(inner, words))
    paper.stamp("frame", lambda inner: frame.draw_fixed_frame(inner, words, words["title"]))
    number = grouped(sheet.request_number)
    frame.draw_head_values(paper, sheet.branch, sheet.request_number, number)
    marks.draw_copy_badge(paper, words, sheet.copy_number, centre=paper.width / 2, y=frame.TOP + 46)
    frame.draw_foot_values(paper, words, number, page, pages)
    if page == 1:
        paper.stamp("receipt", _draw_fixed)
        values = _values(sheet)
        parts.draw_grid_values(paper, _META_TOP, _META, values, 4)
        parts.draw_grid_values(paper, _REQUEST_GRID, _REQUEST, values, 3)


def _draw_fixed(paper: Paper) -> None:
    words = _words()
    parts.draw_grid(paper, _META_TOP, _META, words, 4)
    parts.draw_section_head(paper, _REQUEST_TOP, words["section.request"])
    parts.draw_grid(paper, _REQUEST_GRID, _REQUEST, words, 3)


def _values(sheet: ReceiptSheet) -> dict[str, str]:
    day = riyadh_day(sheet.registered_at)
    return {
        "request_number": grouped(sheet.request_number),
        "date_hijri": hijri(day),
        "date_gregorian": gregorian(day),
        "time": clock(sheet.registered_at),
        "field.service": sheet.service.ar,
        "field.mobile": sheet.mobile or NOT_STATED,
        "field.name_ar": sheet.applicant_name.ar,
        "field.id_number": sheet.id_number,
        "field.name_en": sheet.applicant_name.en or NOT_STATED,
        "field.id_type": sheet.id_type.ar,
    }


def _value_lines(field: Field) -> tuple[TextLine, ...]:
    text = isolate(field.value) if field.latin and field.value else field.value
    return break_lines(text or NOT_STATED, "plex-medium", 10.5, _VALUE_ROOM)


def _draw_title(paper: Paper, y: float, *, note: str) -> None:
    parts.draw_section_head(paper, y, _words()["section.fields"], note)


def _draw_field(
    paper: Paper, y: float, *, field: Field, lines: tuple[TextLine, ...], height: float
) -> None:
    divide = frame.RIGHT - _LABEL_WIDTH
    paper.box(divide, y, _LABEL_WIDTH, height, fill=marks.BAND)
    edge, room = frame.RIGHT - 6, _LABEL_WIDTH - 12
    size = size_that_fits(field.label.ar, "plex-medium", room, size=9, least=5)
    paper.text(edge, y + 11, field.label.ar, size=size, face="plex-medium", colour=marks.INK_SOFT)
    size = size_that_fits(field.label.en, "plex", room, size=6.5, least=4, rtl=False)
    paper.text(edge, y + 19.5, field.label.en, size=size, colour=marks.INK_FAINT, rtl=False)
    for number, line in enumerate(lines):
        base = y + 15.5 + number * _LEADING
        paper.line_of_text(divide - 6, base, line, size=10.5, colour=marks.INK)
    for edge in (y, y + height):
        paper.rule(frame.LEFT, edge, frame.RIGHT, edge, colour=marks.LINE)
    for x in (frame.LEFT, divide, frame.RIGHT):
        paper.rule(x, y, x, y + height, colour=marks.LINE)


def _draw_closing(paper: Paper, y: float, *, sheet: ReceiptSheet) -> None:
    words = _words()
    keep = words["keep"]
    paper.text(frame.RIGHT, y + 10, keep.ar, size=8.5, colour=marks.INK)
    paper.text(frame.RIGHT, y + 20, keep.en, size=6.5, colour=marks.INK_FAINT, rtl=False)
    applicant, officer = parts.side_by_side(y + 32, 2)
    name, pen = words["name"], words["signature"]
    parts.draw_signature_place(
        paper, applicant, words["signer.applicant"], (name, words["id"], pen)
    )
    parts.draw_signer(paper, applicant, (sheet.applicant_name.ar, isolate(sheet.id_number)))
    captions = (name, words["officer_number"], pen)
    parts.draw_signature_place(paper, officer, words["signer.officer"], captions)
    parts.draw_signer(paper, officer, (sheet.officer.name.ar, isolate(sheet.officer.number)))
