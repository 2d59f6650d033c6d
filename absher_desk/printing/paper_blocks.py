"""The blocks a service's paper is made of: each knows its height before it is drawn.

A block is drawn between the left and right margins of the page. Long texts give a block for each
line, so that they run on over pages.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from absher_desk.printing import form_parts as parts
from absher_desk.printing import marks
from absher_desk.printing.fonts import FaceName
from absher_desk.printing.page_frame import LEFT, RIGHT, WIDTH
from absher_desk.printing.paper import Paper
from absher_desk.printing.sheets import Words
from absher_desk.printing.text import TextLine, break_lines, size_that_fits

_PAD = 6.0
_LABEL = WIDTH * 0.32
_LINES_TOGETHER = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Something to draw with its top at y; `keep` holds it to the block that follows."""

    height: float
    draw: Callable[[Paper, float], None]
    keep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Faces and sizes of a paper's text, in points."""

    face: FaceName
    strong: FaceName
    size: float
    leading: float


MODERN = Look(face="plex", strong="plex-semibold", size=10, leading=16)
LETTER = Look(face="plex", strong="plex-semibold", size=11.5, leading=21)
FORMAL = Look(face="naskh", strong="naskh-bold", size=13, leading=22)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Where a fact stands in its row: left edge, width, caption, value in both languages."""

    x: float
    width: float
    caption: Words
    ar: str
    en: str = ""


def space(height: float) -> Block:
    """Nothing, so many points high."""
    return Block(height=height, draw=lambda _paper, _y: None)


def head(title: Words, look: Look) -> Block:
    """The title of a section, kept with what follows it."""
    if look is FORMAL:
        return Block(height=26, draw=partial(_draw_formal_head, title=title), keep=True)
    draw = partial(_draw_head, title=title)
    return Block(height=parts.SECTION_HEIGHT, draw=draw, keep=True)


def row_of(columns: Sequence[Column], look: Look) -> Block:
    """Framed fields side by side, as high as the longest value asks."""
    if look is FORMAL:
        return _formal_row(columns)
    set_values = [_value_lines(column) for column in columns]
    most = max(len(lines) for _size, lines in set_values)
    height = parts.FIELD_HEIGHT + (most - 1) * 12.5
    drawn = partial(_draw_row, columns=columns, values=set_values, height=height)
    return Block(height=height, draw=drawn)


def listed(caption: Words, ar: str) -> Iterator[Block]:
    """A caption with its value beside it, in as many lines as it takes."""
    lines = break_lines(ar, "plex-medium", 10.5, WIDTH - _LABEL - 2 * _PAD)
    for start in range(0, len(lines), _LINES_TOGETHER):
        some = lines[start : start + _LINES_TOGETHER]
        height = max(24.0, len(some) * 14.0 + 9)
        label = caption if start == 0 else Words("")
        yield Block(
            height=height,
            draw=partial(_draw_listed, caption=label, lines=some, height=height),
        )


def lines_of(
    text: str,
    look: Look,
    *,
    size: float = 0,
    leading: float = 0,
    strong: bool = False,
    colour: str = marks.INK,
    rtl: bool = True,
) -> Iterator[Block]:
    """A paragraph, a block for each line."""
    size, leading = size or look.size, leading or look.leading
    face = "plex" if not rtl else look.strong if strong else look.face
    for line in break_lines(text, face, size, WIDTH - 4, rtl=rtl):
        draw = partial(_draw_line, line=line, size=size, leading=leading, colour=colour, rtl=rtl)
        yield Block(height=leading, draw=draw)


def _draw_line(
    paper: Paper, y: float, *, line: TextLine, size: float, leading: float, colour: str, rtl: bool
) -> None:
    edge, align = (RIGHT - 2, "right") if rtl else (LEFT + 2, "left")
    paper.line_of_text(edge, y + leading * 0.72, line, size=size, colour=colour, align=align)


def _draw_head(paper: Paper, y: float, *, title: Words) -> None:
    parts.draw_section_head(paper, y, title)


def _draw_formal_head(paper: Paper, y: float, *, title: Words) -> None:
    middle = (LEFT + RIGHT) / 2
    width = paper.text(
        middle, y + 17, title.ar, size=14, face="naskh-bold", colour=marks.ACCENT, align="centre"
    )
    paper.text(LEFT, y + 17, title.en, size=7.5, colour=marks.INK_FAINT, align="left", rtl=False)
    for side in (-1, 1):
        marks.draw_rhombus(paper, middle + side * (width / 2 + 10), y + 13, 3)


def _value_lines(column: Column) -> tuple[float, tuple[TextLine, ...]]:
    """The value in one line as large as fits, else in several small ones."""
    room = column.width - 2 * _PAD
    size = size_that_fits(column.ar, "plex-semibold", room, size=11, least=8.5)
    lines = break_lines(column.ar, "plex-semibold", size, room)
    return size, lines


def _draw_row(
    paper: Paper,
    y: float,
    *,
    columns: Sequence[Column],
    values: Sequence[tuple[float, tuple[TextLine, ...]]],
    height: float,
) -> None:
    for column, (size, lines) in zip(columns, values, strict=True):
        paper.box(column.x, y, column.width, height, stroke=marks.LINE, line=0.5)
        _draw_caption(paper, column, y)
        edge = column.x + column.width - _PAD
        for number, line in enumerate(lines):
            paper.line_of_text(edge, y + 24.5 + number * 12.5, line, size=size, colour=marks.INK)
        taken = max(line.width(size) for line in lines)
        _draw_english(paper, column, y + 24.5 + (len(lines) - 1) * 12.5, taken)


def _draw_caption(paper: Paper, column: Column, y: float) -> None:
    room = column.width - 2 * _PAD
    ar, en = column.caption.ar, column.caption.en
    size = size_that_fits(ar, "plex-medium", room * 0.6, size=7.5, least=5)
    edge = column.x + column.width - _PAD
    paper.text(edge, y + 10, ar, size=size, face="plex-medium", colour=marks.INK_SOFT)
    size = size_that_fits(en, "plex", room * 0.4, size=6, least=3.5, rtl=False)
    paper.text(
        column.x + _PAD, y + 10, en, size=size, colour=marks.INK_FAINT, align="left", rtl=False
    )


def _draw_english(paper: Paper, column: Column, y: float, taken: float) -> None:
    """The English of a value at the left of its field, where there is room for it."""
    room = column.width - 2 * _PAD - taken - 8
    size = size_that_fits(column.en, "plex", max(room, 1), size=7.5, least=5, rtl=False)
    if column.en and room > 12 and size > 5:
        paper.text(
            column.x + _PAD, y, column.en, size=size, colour=marks.INK_SOFT, align="left", rtl=False
        )


def _formal_row(columns: Sequence[Column]) -> Block:
    """Caption at the right, value in the middle, English at the left, a line below."""
    set_values = []
    for column in columns:
        room = column.width - 2 * _formal_caption(column)
        size = size_that_fits(column.ar, "naskh-bold", room, size=13.5, least=9.5)
        set_values.append((size, break_lines(column.ar, "naskh-bold", size, room)))
    height = 28 + (max(len(lines) for _size, lines in set_values) - 1) * 17.0
    return Block(
        height=height,
        draw=partial(_draw_formal_row, columns=columns, values=set_values, height=height),
    )


def _formal_caption(column: Column) -> float:
    """Width that the caption takes on either side."""
    return min(column.width * 0.27, 118.0)


def _draw_formal_row(
    paper: Paper,
    y: float,
    *,
    columns: Sequence[Column],
    values: Sequence[tuple[float, tuple[TextLine, ...]]],
    height: float,
) -> None:
    for column, (size, lines) in zip(columns, values, strict=True):
        x, width, edge = column.x, column.width, column.x + column.width
        room = _formal_caption(column) - _PAD
        ar, en = column.caption.ar, column.caption.en
        fitting = size_that_fits(ar, "naskh", room, size=11, least=6)
        paper.text(edge - 2, y + 19, ar, size=fitting, face="naskh", colour=marks.INK_SOFT)
        fitting = size_that_fits(en, "plex", room, size=7.5, least=4, rtl=False)
        paper.text(x + 2, y + 19, en, size=fitting, colour=marks.INK_FAINT, align="left", rtl=False)
        for number, line in enumerate(lines):
            base = y + 19 + number * 17
            paper.line_of_text(
                x + width / 2, base, line, size=size, colour=marks.INK, align="centre"
            )
        paper.rule(x, y + height, edge, y + height, colour=marks.HAIRLINE, width=0.7)


def _draw_listed(
    paper: Paper, y: float, *, caption: Words, lines: tuple[TextLine, ...], height: float
) -> None:
    divide = RIGHT - _LABEL
    paper.box(divide, y, _LABEL, height, fill=marks.BAND)
    edge, room = RIGHT - _PAD, _LABEL - 2 * _PAD
    size = size_that_fits(caption.ar, "plex-medium", room, size=9, least=5)
    paper.text(edge, y + 11, caption.ar, size=size, face="plex-medium", colour=marks.INK_SOFT)
    size = size_that_fits(caption.en, "plex", room, size=6.5, least=4, rtl=False)
    paper.text(edge, y + 19.5, caption.en, size=size, colour=marks.INK_FAINT, rtl=False)
    for number, line in enumerate(lines):
        base = y + 15.5 + number * 14.0
        paper.line_of_text(divide - _PAD, base, line, size=10.5, colour=marks.INK)
    paper.box(LEFT, y, WIDTH, height, stroke=marks.LINE)
    paper.rule(divide, y, divide, y + height, colour=marks.LINE)
