"""A slip to hold in the hand: A6, or a strip of 80 mm as long as its content.

On the strip the bars are whole dots of a label printer (203 dpi).
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from absher_desk.printing import marks
from absher_desk.printing.barcode import OFFICE_MODULE, draw_code128, module_width, symbol_width
from absher_desk.printing.fitting import draw_fitted
from absher_desk.printing.flow import Flow
from absher_desk.printing.paper import MM, Paper
from absher_desk.printing.paper_blocks import Block
from absher_desk.printing.paper_layout import Facts, Layout, Text, Ticket
from absher_desk.printing.paper_values import captions, filled, holds, issued_at, shown
from absher_desk.printing.sheets import Words
from absher_desk.printing.text import TextLine, break_lines, size_that_fits
from absher_desk.standards.bidi import isolate
from absher_desk.standards.request_number import grouped

_WIDTHS: Final = {"A6": 105 * MM, "80mm": 80 * MM}
_A6_HEIGHT: Final = 148 * MM
_MARGIN: Final = 5 * MM
_ENDLESS: Final = 10_000.0
_HEAD: Final = 78.0
_FOOT: Final = 84.0


def draw_slip(entry: Layout, facts: Mapping[str, Any], copy_number: int) -> bytes:
    """Draw a slip as PDF; see `service_paper`."""
    width = _WIDTHS[entry.size]
    made = list(_blocks(entry, facts, width))
    strip = entry.size == "80mm"
    height = _HEAD + sum(block.height for block in made) + _FOOT if strip else _A6_HEIGHT
    flow = Flow(_HEAD, _HEAD, _ENDLESS if strip else height - _FOOT)
    for block in made:
        if not flow.holds(block.height):
            flow.turn_page()
        flow.put(block.height, block.draw)
    paper = Paper(entry.title.ar, issued_at(facts), size=(width, height))
    for page, drawn in enumerate(flow.pages, start=1):
        if page > 1:
            paper.next_page()
        _draw_head(paper, entry, facts, copy_number)
        for draw in drawn:
            draw(paper)
        _draw_foot(paper, entry, facts, page, len(flow.pages))
    return paper.finish()


def _blocks(entry: Layout, facts: Mapping[str, Any], width: float) -> Iterator[Block]:
    for part in entry.parts:
        if not holds(facts, part.when):
            continue
        match part:
            case Ticket():
                yield Block(height=78, draw=partial(_draw_ticket, part=part, facts=facts))
            case Facts():
                for cell in (cell for row in part.rows for cell in row):
                    found = shown(facts, cell.fact)
                    if found is not None:
                        yield _fact(found.caption, found.value.ar, width)
            case Text():
                yield from _text(part, facts, width)
            case _:
                continue


def _fact(caption: Words, text: str, width: float) -> Block:
    room = width - 2 * _MARGIN
    size = size_that_fits(text, "plex-semibold", room, size=10.5, least=8)
    lines = break_lines(text, "plex-semibold", size, room)
    return Block(
        height=14 + 13.0 * len(lines) + 4,
        draw=partial(_draw_fact, caption=caption, lines=lines, size=size),
    )


def _draw_fact(
    paper: Paper, y: float, *, caption: Words, lines: tuple[TextLine, ...], size: float
) -> None:
    edge = paper.width - _MARGIN
    paper.text(edge, y + 9, caption.ar, size=7.5, colour=marks.INK_SOFT)
    paper.text(_MARGIN, y + 9, caption.en, size=6, colour=marks.INK_FAINT, align="left", rtl=False)
    for number, line in enumerate(lines):
        paper.line_of_text(edge, y + 22 + 13 * number, line, size=size, colour=marks.INK)
    bottom = y + 16 + 13 * len(lines)
    paper.rule(_MARGIN, bottom, edge, bottom, colour=marks.HAIRLINE)


def _text(part: Text, facts: Mapping[str, Any], width: float) -> Iterator[Block]:
    for text, size, rtl in (
        (filled(part.ar, facts, "ar"), 8.0, True),
        (filled(part.en, facts, "en"), 6.0, False),
    ):
        if not text:
            continue
        for line in break_lines(text, "plex", size, width - 2 * _MARGIN, rtl=rtl):
            yield Block(height=size * 1.5, draw=partial(_draw_line, line=line, size=size))


def _draw_line(paper: Paper, y: float, *, line: TextLine, size: float) -> None:
    paper.line_of_text(
        paper.width / 2, y + size * 1.1, line, size=size, colour=marks.INK_SOFT, align="centre"
    )


def _draw_ticket(paper: Paper, y: float, *, part: Ticket, facts: Mapping[str, Any]) -> None:
    found = shown(facts, part.fact)
    if found is None:
        return
    middle = paper.width / 2
    caption = f"{found.caption.ar} / {isolate(found.caption.en)}"
    paper.text(middle, y + 12, caption, size=8.5, colour=marks.INK_SOFT, align="centre")
    size = size_that_fits(found.value.ar, "plex-bold", paper.width - 2 * _MARGIN, size=54, least=20)
    paper.text(
        middle, y + 62, found.value.ar, size=size, face="plex-bold", colour=marks.INK,
        align="centre",
    )  # fmt: skip
    paper.rule(_MARGIN, y + 74, paper.width - _MARGIN, y + 74, colour=marks.LINE)


def _draw_head(paper: Paper, entry: Layout, facts: Mapping[str, Any], copy_number: int) -> None:
    words, edge = captions(), paper.width - _MARGIN
    marks.draw_sign(paper, edge - 28, _MARGIN, 28)
    paper.text(
        edge - 34, _MARGIN + 11, words["ministry"].ar, size=9.5, face="plex-bold",
        colour=marks.INK,
    )  # fmt: skip
    room = paper.width - 2 * _MARGIN - 34
    draw_fitted(
        paper, _MARGIN, _MARGIN + 24, room, facts["branch"]["ar"],
        size=8, face="plex", colour=marks.INK_SOFT,
    )  # fmt: skip
    middle = paper.width / 2
    title = f"{entry.title.ar} / {isolate(entry.title.en)}"
    size = size_that_fits(title, "plex-semibold", paper.width - 2 * _MARGIN, size=12, least=7)
    paper.text(
        middle, _MARGIN + 48, title, size=size, face="plex-semibold", colour=marks.ACCENT,
        align="centre",
    )  # fmt: skip
    paper.rule(_MARGIN, _HEAD - 8, edge, _HEAD - 8, colour=marks.RAIL, width=1.2)
    if copy_number:
        marks.draw_copy_badge(paper, words, copy_number, centre=_MARGIN + 52, y=_MARGIN)


def _draw_foot(
    paper: Paper, entry: Layout, facts: Mapping[str, Any], page: int, pages: int
) -> None:
    words, middle, top = captions(), paper.width / 2, paper.height - _FOOT
    module = module_width(203) if entry.size == "80mm" else OFFICE_MODULE
    number = facts["number"]
    draw_code128(
        paper, number, middle - symbol_width(number, module) / 2, top + 6, 34, module=module
    )
    paper.text(
        middle, top + 52, grouped(number), size=9.5, face="plex-semibold", align="centre",
        rtl=False, colour=marks.INK,
    )  # fmt: skip
    dates = [
        found.value.ar
        for name in ("issued.hijri", "issued.gregorian", "issued.time")
        if (found := shown(facts, name))
    ]
    paper.text(middle, top + 64, " — ".join(dates), size=7, colour=marks.INK_SOFT, align="centre")
    shown_page = words["page"].ar.format(page=page, pages=pages)
    foot = f"{shown_page} — {words['document'].ar}: {isolate(grouped(number))}"
    paper.text(middle, top + 74, foot, size=6.5, colour=marks.INK_FAINT, align="centre")
