"""The parts forms are built of: section heads, grids of fields, places to sign.

Each part is drawn in two passes. What never changes (frames, captions) goes into a stamp that the
file holds once; what the sheet says is drawn on top of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from absher_desk.printing import marks
from absher_desk.printing.fitting import draw_fitted
from absher_desk.printing.page_frame import LEFT, RIGHT, WIDTH
from absher_desk.printing.paper import Paper
from absher_desk.printing.sheets import Words
from absher_desk.printing.wording import Wording
from absher_desk.standards.bidi import isolate

FIELD_HEIGHT = 31.0
SECTION_HEIGHT = 21.0
SIGNATURE_HEIGHT = 92.0
_PAD = 6.0
_NARROW = 200.0
"""Places to sign that are narrower leave the English of their captions to the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPlace:
    """Where a field stands in a grid: row, first column counted from the right, columns wide."""

    key: str
    row: int
    column: int
    span: int = 1
    latin: bool = False


class Room(NamedTuple):
    """Left edge, top and width of a place on the page."""

    x: float
    y: float
    width: float


def side_by_side(y: float, count: int) -> tuple[Room, ...]:
    """Divide the width of the page into equal rooms, the first at the right."""
    gap = 12.0
    width = (WIDTH - gap * (count - 1)) / count
    return tuple(Room(RIGHT - width - i * (width + gap), y, width) for i in range(count))


def draw_section_head(paper: Paper, y: float, title: Words, note: str = "") -> float:
    """Draw a section's title at y; returns where its content begins. Fixed."""
    marks.draw_rhombus(paper, RIGHT - 4, y + 11, 3.6)
    shown = f"{title.ar} ({note})" if note else title.ar
    paper.text(RIGHT - 12, y + 14.5, shown, size=11, face="plex-semibold", colour=marks.ACCENT)
    paper.text(LEFT, y + 14.5, title.en, size=7.5, colour=marks.INK_FAINT, align="left", rtl=False)
    return y + SECTION_HEIGHT


def draw_grid(
    paper: Paper, y: float, places: tuple[FieldPlace, ...], captions: Wording, columns: int
) -> float:
    """Draw the frames and captions of a grid of fields; returns its bottom. Fixed."""
    for place in places:
        x, width = _span(place, columns)
        top = y + place.row * FIELD_HEIGHT
        paper.box(x, top, width, FIELD_HEIGHT, stroke=marks.LINE, line=0.5)
        caption = captions[place.key]
        paper.text(
            x + width - _PAD,
            top + 10,
            caption.ar,
            size=7.5,
            face="plex-medium",
            colour=marks.INK_SOFT,
        )
        paper.text(
            x + _PAD, top + 10, caption.en, size=6, colour=marks.INK_FAINT, align="left", rtl=False
        )
    return y + (max(place.row for place in places) + 1) * FIELD_HEIGHT


def draw_grid_values(
    paper: Paper, y: float, places: tuple[FieldPlace, ...], values: Mapping[str, str], columns: int
) -> None:
    """Draw what the fields of a grid say, each made to fit its field."""
    for place in places:
        x, width = _span(place, columns)
        text = values[place.key]
        draw_fitted(
            paper,
            x + _PAD,
            y + place.row * FIELD_HEIGHT + 24.5,
            width - 2 * _PAD,
            isolate(text) if place.latin and text else text,
        )


def _span(place: FieldPlace, columns: int) -> tuple[float, float]:
    """Left edge and width of a field; columns count from the right."""
    step = WIDTH / columns
    return RIGHT - (place.column + place.span) * step, place.span * step


def draw_signature_place(
    paper: Paper, room: Room, role: Words, captions: tuple[Words, ...]
) -> None:
    """Draw a framed place to sign: the role, a line for each caption, the last one for the pen."""
    x, y, width = room
    paper.box(x, y, width, SIGNATURE_HEIGHT, stroke=marks.LINE, line=0.5)
    _draw_role(paper, room, role)
    edge = x + width - _PAD
    for number, caption in enumerate(captions):
        base = y + 31 + number * 16 + (12 if number == len(captions) - 1 else 0)
        paper.text(edge, base, caption.ar, size=7.5, colour=marks.INK_SOFT)
        if width >= _NARROW:
            paper.text(
                x + _PAD, base, caption.en, size=6, colour=marks.INK_FAINT, align="left", rtl=False
            )
    last = y + 31 + (len(captions) - 1) * 16 + 14
    left = x + (48 if width >= _NARROW else 2 * _PAD)
    paper.rule(left, last, edge - 48, last, colour=marks.LINE, width=0.6)


def draw_stamp_place(paper: Paper, room: Room, role: Words) -> None:
    """Draw a framed place for a stamp."""
    x, y, width = room
    paper.box(x, y, width, SIGNATURE_HEIGHT, stroke=marks.LINE, line=0.5)
    _draw_role(paper, room, role)


def _draw_role(paper: Paper, room: Room, role: Words) -> None:
    x, y, width = room
    paper.box(x, y, width, 17, fill=marks.BAND, stroke=marks.LINE, line=0.5)
    edge = x + width - _PAD
    paper.text(edge, y + 12, role.ar, size=9, face="plex-semibold", colour=marks.INK)
    paper.text(x + _PAD, y + 12, role.en, size=6.5, colour=marks.INK_FAINT, align="left", rtl=False)


def draw_signer(paper: Paper, room: Room, values: tuple[str, ...]) -> None:
    """Draw what is known of the signer beside the captions of a place to sign."""
    x, y, width = room
    for number, value in enumerate(values):
        room_left = x + (52 if width >= _NARROW else _PAD)
        base = y + 31 + number * 16
        draw_fitted(paper, room_left, base, x + width - 62 - room_left, value, size=9)
