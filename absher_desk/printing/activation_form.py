"""Account activation declaration (إقرار تفعيل حساب), A4, Arabic first.

The applicant signs it, the branch archives it. Texts: `resources/forms/activation.toml`.
"""

from collections.abc import Sequence
from functools import cache

from absher_desk.printing import form_parts as parts
from absher_desk.printing import marks
from absher_desk.printing import page_frame as frame
from absher_desk.printing.checks_table import draw_checks, draw_checks_head, rows_between
from absher_desk.printing.form_parts import FieldPlace
from absher_desk.printing.moments import (
    NOT_STATED,
    clock,
    gregorian,
    hijri,
    moment_in_both,
    riyadh_day,
)
from absher_desk.printing.paper import Paper
from absher_desk.printing.sheets import ActivationSheet
from absher_desk.printing.wording import Wording, wording
from absher_desk.standards.bidi import isolate
from absher_desk.standards.request_number import grouped

FORM = "activation"

_META = (
    FieldPlace(key="request_number", row=0, column=0, latin=True),
    FieldPlace(key="date_hijri", row=0, column=1),
    FieldPlace(key="date_gregorian", row=0, column=2),
    FieldPlace(key="time", row=0, column=3),
)
_APPLICANT = (
    FieldPlace(key="field.name_ar", row=0, column=0, span=2),
    FieldPlace(key="field.id_number", row=0, column=2, latin=True),
    FieldPlace(key="field.name_en", row=1, column=0, span=2, latin=True),
    FieldPlace(key="field.id_type", row=1, column=2),
    FieldPlace(key="field.birth_hijri", row=2, column=0),
    FieldPlace(key="field.birth_gregorian", row=2, column=1),
    FieldPlace(key="field.mobile", row=2, column=2, latin=True),
    FieldPlace(key="field.email", row=3, column=0, span=3, latin=True),
)
_ACCOUNT = (
    FieldPlace(key="field.username", row=0, column=0, latin=True),
    FieldPlace(key="field.channel", row=0, column=1),
    FieldPlace(key="field.language", row=0, column=2),
    FieldPlace(key="field.activated_at", row=1, column=0, span=3),
)
_META_TOP = frame.HEAD_BOTTOM + 8
_APPLICANT_TOP = _META_TOP + parts.FIELD_HEIGHT + 8
_APPLICANT_GRID = _APPLICANT_TOP + parts.SECTION_HEIGHT
_ACCOUNT_TOP = _APPLICANT_GRID + 4 * parts.FIELD_HEIGHT + 8
_ACCOUNT_GRID = _ACCOUNT_TOP + parts.SECTION_HEIGHT
_CHECKS_TOP = _ACCOUNT_GRID + 2 * parts.FIELD_HEIGHT + 8
_SIGNATURES_TOP = frame.FOOT_TOP - 104
_DECLARATION_TOP = _SIGNATURES_TOP - 88
_SIGNING = parts.side_by_side(_SIGNATURES_TOP, 2)
_CONTINUED_TOP = frame.HEAD_BOTTOM + 10
_ROWS_FIRST = rows_between(_CHECKS_TOP, _DECLARATION_TOP - 8)
_ROWS_NEXT = rows_between(_CONTINUED_TOP, frame.FOOT_TOP - 20)


def activation_form(sheet: ActivationSheet) -> bytes:
    """Draw one declaration as PDF."""
    return activation_forms((sheet,))


def activation_forms(sheets: Sequence[ActivationSheet]) -> bytes:
    """Draw many declarations as one PDF; the fixed parts are in the file once.

    Raises `Malformed("printing.nothing-to-print")` for no sheet, and the faults of text and
    barcodes.
    """
    return frame.draw_batch(_words()["title"].ar, sheets, lambda s: s.activated_at, _draw)


@cache
def _words() -> Wording:
    return wording(FORM)


def _draw(paper: Paper, sheet: ActivationSheet) -> None:
    first, rest = sheet.checks[:_ROWS_FIRST], sheet.checks[_ROWS_FIRST:]
    further = [rest[i : i + _ROWS_NEXT] for i in range(0, len(rest), _ROWS_NEXT)]
    pages = 1 + len(further)
    _begin_page(paper, sheet, 1, pages)
    _draw_values(paper, sheet)
    draw_checks(paper, _CHECKS_TOP, first, 0)
    for page, checks in enumerate(further, start=2):
        paper.next_page()
        _begin_page(paper, sheet, page, pages)
        draw_checks(paper, _CONTINUED_TOP, checks, _ROWS_FIRST + (page - 2) * _ROWS_NEXT)


def _begin_page(paper: Paper, sheet: ActivationSheet, page: int, pages: int) -> None:
    words = _words()
    if sheet.specimen:
        paper.stamp("specimen", lambda inner: marks.draw_specimen(inner, words))
    if page == 1:
        paper.stamp("activation", _draw_fixed)
    else:
        paper.stamp("activation-continued", _draw_fixed_continued)
    shown = grouped(sheet.request_number)
    frame.draw_head_values(paper, sheet.branch, sheet.request_number, shown)
    marks.draw_copy_badge(paper, words, sheet.copy_number, centre=paper.width / 2, y=frame.TOP + 46)
    frame.draw_foot_values(paper, words, shown, page, pages)


def _draw_fixed(paper: Paper) -> None:
    words = _words()
    frame.draw_fixed_frame(paper, words, words["title"])
    parts.draw_grid(paper, _META_TOP, _META, words, 4)
    parts.draw_section_head(paper, _APPLICANT_TOP, words["section.applicant"])
    parts.draw_grid(paper, _APPLICANT_GRID, _APPLICANT, words, 3)
    parts.draw_section_head(paper, _ACCOUNT_TOP, words["section.account"])
    parts.draw_grid(paper, _ACCOUNT_GRID, _ACCOUNT, words, 3)
    draw_checks_head(paper, _CHECKS_TOP, words)
    _draw_declaration(paper)
    name, number, pen = words["name"], words["id"], words["signature"]
    parts.draw_signature_place(paper, _SIGNING[0], words["signer.applicant"], (name, number, pen))
    number = words["officer_number"]
    parts.draw_signature_place(paper, _SIGNING[1], words["signer.officer"], (name, number, pen))


def _draw_fixed_continued(paper: Paper) -> None:
    words = _words()
    frame.draw_fixed_frame(paper, words, words["title"])
    draw_checks_head(paper, _CONTINUED_TOP, words, words["continued"].ar)


def _draw_declaration(paper: Paper) -> None:
    words = _words()
    top = parts.draw_section_head(paper, _DECLARATION_TOP, words["section.declaration"])
    text = words["declaration"]
    width = frame.WIDTH - 4
    last = paper.paragraph(
        frame.LEFT, top + 9, width, text.ar, size=9.5, leading=14.5, colour=marks.INK
    )
    paper.paragraph(
        frame.LEFT,
        last + 11,
        frame.WIDTH,
        text.en,
        size=6.5,
        leading=9,
        colour=marks.INK_FAINT,
        rtl=False,
    )


def _draw_values(paper: Paper, sheet: ActivationSheet) -> None:
    day = riyadh_day(sheet.activated_at)
    values = {
        "request_number": grouped(sheet.request_number),
        "date_hijri": hijri(day),
        "date_gregorian": gregorian(day),
        "time": clock(sheet.activated_at),
        "field.name_ar": sheet.applicant_name.ar,
        "field.name_en": sheet.applicant_name.en or NOT_STATED,
        "field.id_type": sheet.id_type.ar,
        "field.id_number": sheet.id_number,
        "field.birth_hijri": hijri(sheet.birth_date, sheet.birth_date_hijri),
        "field.birth_gregorian": gregorian(sheet.birth_date),
        "field.mobile": sheet.mobile,
        "field.email": sheet.email or NOT_STATED,
        "field.username": sheet.username,
        "field.language": sheet.language.ar,
        "field.channel": sheet.channel.ar,
        "field.activated_at": moment_in_both(sheet.activated_at),
    }
    parts.draw_grid_values(paper, _META_TOP, _META, values, 4)
    parts.draw_grid_values(paper, _APPLICANT_GRID, _APPLICANT, values, 3)
    parts.draw_grid_values(paper, _ACCOUNT_GRID, _ACCOUNT, values, 3)
    signer = (sheet.applicant_name.ar, isolate(sheet.id_number))
    parts.draw_signer(paper, _SIGNING[0], signer)
    signer = (sheet.officer.name.ar, isolate(sheet.officer.number))
    parts.draw_signer(paper, _SIGNING[1], signer)
