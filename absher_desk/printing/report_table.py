"""Tables of reports: right-to-left columns, head row on every page, totals row at the end."""

from collections.abc import Sequence
from functools import partial

from absher_desk.printing import marks
from absher_desk.printing.flow import Flow
from absher_desk.printing.fonts import FaceName
from absher_desk.printing.form_parts import SECTION_HEIGHT, draw_section_head
from absher_desk.printing.page_frame import LEFT, RIGHT, WIDTH
from absher_desk.printing.paper import Paper
from absher_desk.printing.sheets import CellKind, CellValue, Column, Section
from absher_desk.printing.text import TextLine, break_lines, size_that_fits
from absher_desk.printing.wording import Wording
from absher_desk.standards.bidi import isolate

_HEAD = 24.0
_SIZE = 8.5
_LEADING = 11.5
_PAD = 5.0

Places = tuple[tuple[float, float], ...]
"""Left edge and width of each column, the first at the right."""


def shown(value: CellValue, kind: CellKind) -> str:
    """Write a cell's value: counts grouped by thousands, shares with one decimal.

    Numbers and codes stand in isolates; nothing known is an empty cell.
    """
    if value is None or value == "":
        return ""
    if kind == "share" and not isinstance(value, str):
        return isolate(f"{value:.1%}")
    if isinstance(value, int):
        return isolate(f"{value:,}")
    if isinstance(value, float):
        return isolate(f"{value:,.2f}")
    return isolate(value) if kind == "latin" else value


def flow_section(flow: Flow, section: Section, words: Wording) -> None:
    """Plan one section: its title, its table, and the title and head again on each new page."""
    places = _places(section.columns)
    rows = [_set_row(section.columns, places, row, "plex") for row in section.rows]
    if not rows:
        rows = [((RIGHT - _PAD, break_lines(words["none"].ar, "plex", _SIZE, WIDTH)),)]
    totals = _set_row(section.columns, places, section.totals, "plex-bold")
    start = SECTION_HEIGHT + _HEAD + _height(rows[0])
    if not flow.holds(start + (_height(rows[1]) if len(rows) > 1 else _height(totals))):
        flow.turn_page()
    _put_head(flow, section, places)
    for position, row in enumerate(rows):
        needed = _height(row) + (_height(totals) if position == len(rows) - 1 and totals else 0)
        if not flow.holds(needed):
            flow.turn_page()
            _put_head(flow, section, places, words["continued"].ar)
        flow.put(_height(row), partial(_draw_row, places=places, row=row, total=False))
    if totals:
        flow.put(_height(totals), partial(_draw_row, places=places, row=totals, total=True))
    flow.skip(12)


Row = tuple[tuple[float, tuple[TextLine, ...]], ...]
"""For each column its right text edge and its lines."""


def _set_row(
    columns: tuple[Column, ...], places: Places, values: Sequence[CellValue], face: FaceName
) -> Row:
    if not values:
        return ()
    return tuple(
        (
            x + width - _PAD,
            break_lines(shown(value, column.kind), face, _SIZE, width - 2 * _PAD),
        )
        for column, (x, width), value in zip(columns, places, values, strict=True)
    )


def _height(row: Row) -> float:
    return max((len(lines) for _edge, lines in row), default=0) * _LEADING + 6


def _places(columns: tuple[Column, ...]) -> Places:
    unit = WIDTH / sum(column.weight for column in columns)
    places: list[tuple[float, float]] = []
    edge = RIGHT
    for column in columns:
        edge -= column.weight * unit
        places.append((edge, column.weight * unit))
    return tuple(places)


def _put_head(flow: Flow, section: Section, places: Places, note: str = "") -> None:
    def title(paper: Paper, y: float) -> None:
        draw_section_head(paper, y, section.title, note)

    flow.put(SECTION_HEIGHT, title)
    flow.put(_HEAD, partial(_draw_head, columns=section.columns, places=places))


def _draw_head(paper: Paper, y: float, *, columns: tuple[Column, ...], places: Places) -> None:
    paper.box(LEFT, y, WIDTH, _HEAD, fill=marks.BAND, stroke=marks.LINE)
    for column, (x, width) in zip(columns, places, strict=True):
        title, room = column.title, width - 2 * _PAD
        size = size_that_fits(title.ar, "plex-semibold", room, size=8.5, least=4)
        paper.text(
            x + width - _PAD, y + 11, title.ar, size=size, face="plex-semibold", colour=marks.INK
        )
        size = size_that_fits(title.en, "plex", room, size=6, least=3.5, rtl=False)
        paper.text(
            x + width - _PAD, y + 19.5, title.en, size=size, colour=marks.INK_FAINT, rtl=False
        )
    _draw_uprights(paper, y, _HEAD, places)


def _draw_row(paper: Paper, y: float, *, places: Places, row: Row, total: bool) -> None:
    height = _height(row)
    if total:
        paper.box(LEFT, y, WIDTH, height, fill=marks.BAND)
    for edge, lines in row:
        for number, line in enumerate(lines):
            base = y + 11.5 + number * _LEADING
            paper.line_of_text(edge, base, line, size=_SIZE, colour=marks.INK)
    colour, width = (marks.LINE, 0.8) if total else (marks.HAIRLINE, 0.5)
    paper.rule(LEFT, y + height, RIGHT, y + height, colour=colour, width=width)
    _draw_uprights(paper, y, height, places if len(row) == len(places) else ())


def _draw_uprights(paper: Paper, y: float, height: float, places: Places) -> None:
    for x in (RIGHT, LEFT, *(left for left, _width in places[:-1])):
        paper.rule(x, y, x, y + height, colour=marks.HAIRLINE, width=0.5)
