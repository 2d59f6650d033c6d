"""Any paper of any service: drawn from its layout and the facts of the request.

Layouts are data (`resources/forms/<form>.toml`); there is no drawing of its own for a service.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from absher_desk.printing import certificate_frame, marks
from absher_desk.printing import page_frame as frame
from absher_desk.printing.flow import Flow
from absher_desk.printing.paper import Paper
from absher_desk.printing.paper_blocks import FORMAL, LETTER, MODERN, Block, Column, Look, row_of
from absher_desk.printing.paper_layout import Layout, Signatures, layout
from absher_desk.printing.paper_parts import blocks
from absher_desk.printing.paper_values import captions, issued_at, shown
from absher_desk.printing.sheets import Words
from absher_desk.printing.slip import draw_slip
from absher_desk.standards.request_number import grouped

_BADGE_ROOM = 24.0
_META = ("request.number", "issued.hijri", "issued.gregorian", "issued.time")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """A kind of page: where its content stands, and what stands around it."""

    look: Look
    top: float
    next_top: float
    bottom: float
    fixed: Callable[[Paper, Layout], None]
    values: Callable[[Paper, Words, str, str], None]
    badge: float
    foot: float = 0.0
    """Points by which the foot is higher than that of a plain form."""


def service_paper(form: str, facts: Mapping[str, Any], copy_number: int = 0) -> bytes:
    """Draw the paper of a form for a request as PDF; the same facts make the same bytes.

    Raises:
        Refused: `printing.nothing-said` where the paper's text has not been written yet.
        Malformed: `printing.layout-broken`, `printing.glyph-missing`.
    """
    return draw_layout(layout(form), facts, copy_number)


def draw_layout(entry: Layout, facts: Mapping[str, Any], copy_number: int = 0) -> bytes:
    """Draw a paper by its layout; see `service_paper`."""
    if entry.kind == "slip":
        return draw_slip(entry, facts, copy_number)
    around = _frame(entry)
    pages = _plan(entry, facts, around).pages
    paper = Paper(entry.title.ar, issued_at(facts))
    for page, drawn in enumerate(pages, start=1):
        if page > 1:
            paper.next_page()
        _begin_page(paper, entry, around, facts, copy_number)
        _draw_foot(paper, around, facts, page, len(pages))
        for draw in drawn:
            draw(paper)
    return paper.finish()


def _frame(entry: Layout) -> _Frame:
    if entry.kind == "certificate":
        return _Frame(
            look=FORMAL,
            top=certificate_frame.CONTENT_TOP,
            next_top=certificate_frame.NEXT_TOP,
            bottom=certificate_frame.FOOT_TOP - 8,
            fixed=_certificate_fixed,
            values=certificate_frame.draw_values,
            badge=certificate_frame.TOP + 49,
            foot=frame.FOOT_TOP - certificate_frame.FOOT_TOP,
        )
    is_letter = entry.kind == "letter"
    return _Frame(
        look=LETTER if is_letter else MODERN,
        top=frame.HEAD_BOTTOM + 8,
        next_top=frame.HEAD_BOTTOM + 12,
        bottom=frame.FOOT_TOP - 8,
        fixed=_letter_fixed if is_letter else _plain_fixed,
        values=frame.draw_head_values,
        badge=frame.TOP + 46,
    )


def _plan(entry: Layout, facts: Mapping[str, Any], around: _Frame) -> Flow:
    bottom = around.bottom - (_BADGE_ROOM if entry.specimen else 0)
    flow = Flow(around.top, around.next_top, bottom)
    flow.put(0, _nothing)
    if around.look is not FORMAL:
        meta = _meta_row(facts)
        flow.put(meta.height, meta.draw)
        flow.skip(10)
    for part, made in blocks(entry, facts, around.look):
        if isinstance(part, Signatures) and around.look is FORMAL:
            height = sum(block.height for block in made)
            if flow.holds(height):
                flow.sink(height)
        _place(flow, made)
    return flow


def _nothing(_paper: Paper, _y: float) -> None:
    """Draws nothing."""


def _meta_row(facts: Mapping[str, Any]) -> Block:
    """Number, dates and time of a paper, under its head."""
    found = [fact for name in _META if (fact := shown(facts, name)) is not None]
    width = frame.WIDTH / len(found)
    columns = [
        Column(x=frame.RIGHT - (i + 1) * width, width=width, caption=fact.caption, ar=fact.value.ar)
        for i, fact in enumerate(found)
    ]
    return row_of(columns, MODERN)


def _place(flow: Flow, made: list[Block]) -> None:
    """Put blocks under one another; one that is kept goes over with what follows it."""
    for number, block in enumerate(made):
        together, behind = block.height, number
        while made[behind].keep and behind + 1 < len(made):
            behind += 1
            together += made[behind].height
        if not flow.holds(together):
            flow.turn_page()
        flow.put(block.height, block.draw)


def _begin_page(
    paper: Paper, entry: Layout, around: _Frame, facts: Mapping[str, Any], copy_number: int
) -> None:
    words = captions()
    if entry.specimen:
        paper.stamp("specimen", partial(marks.draw_specimen, words=words))
    paper.stamp("frame", lambda inner: around.fixed(inner, entry))
    branch = Words(facts["branch"]["ar"], facts["branch"]["en"])
    around.values(paper, branch, facts["number"], grouped(facts["number"]))
    marks.draw_copy_badge(paper, words, copy_number, centre=paper.width / 2, y=around.badge)
    if entry.specimen:
        mark = words["specimen"]
        marks.draw_badge(
            paper, mark.ar, mark.en, centre=paper.width / 2, y=around.bottom - _BADGE_ROOM + 5
        )


def _draw_foot(
    paper: Paper, around: _Frame, facts: Mapping[str, Any], page: int, pages: int
) -> None:
    number = grouped(facts["number"])
    frame.draw_foot_values(paper, captions(), number, page, pages, raised=around.foot)


def _plain_fixed(paper: Paper, entry: Layout) -> None:
    frame.draw_fixed_frame(paper, captions(), entry.title)


def _letter_fixed(paper: Paper, _entry: Layout) -> None:
    """A letter says what it is in its subject, not in a title."""
    frame.draw_fixed_frame(paper, captions(), Words(""))


def _certificate_fixed(paper: Paper, entry: Layout) -> None:
    certificate_frame.draw_fixed(paper, captions(), entry.title, entry.authority)
