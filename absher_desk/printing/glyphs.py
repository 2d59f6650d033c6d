"""From a stretch of text in one direction to placed glyphs: one HarfBuzz shaping per stretch.

A character that no bundled face can draw is refused: a form that shows a box in place of a letter
of somebody's name is worse than no form.
"""

from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from absher_desk.printing.fonts import Face
from absher_desk.standards.bidi import CONTROLS
from absher_desk.standards.problems import Malformed

_WITHOUT_UNDRAWN = dict.fromkeys(map(ord, CONTROLS | {"\u200b", "\ufeff"}))
_JOINERS = frozenset("\u200c\u200d")
_FEATURES = {"kern": True, "liga": True}


class Glyph(NamedTuple):
    """One placed glyph; lengths in thousandths of the type size.

    `text` is what the glyph stands for when the document is searched; a glyph that completes
    another one (a dot, a mark of the same cluster) stands for nothing.
    """

    glyph_id: int
    text: str
    advance: int
    x_offset: int
    y_offset: int


class GlyphRun(NamedTuple):
    """Glyphs of one face from left to right."""

    face: Face
    glyphs: tuple[Glyph, ...]
    advance: int


def shape(faces: tuple[Face, ...], text: str, *, rtl: bool) -> list[GlyphRun]:
    """Shape text of one direction into runs from left to right.

    Raises `Malformed("printing.glyph-missing")` with the code point that no face covers.
    """
    drawn = text.translate(_WITHOUT_UNDRAWN)
    if faces[0].coverage.issuperset(map(ord, drawn)):
        return [_shape_in(faces[0], drawn, rtl=rtl)] if drawn else []
    runs = [
        _shape_in(chosen, "".join(part), rtl=rtl)
        for chosen, part in groupby(drawn, key=lambda c: _face_for(c, faces))
    ]
    return runs[::-1] if rtl else runs


def _face_for(character: str, faces: tuple[Face, ...]) -> Face:
    if character in _JOINERS:
        return faces[0]
    for candidate in faces:
        if ord(character) in candidate.coverage:
            return candidate
    raise Malformed("printing.glyph-missing", code_point=f"U+{ord(character):04X}")


def _shape_in(chosen: Face, text: str, *, rtl: bool) -> GlyphRun:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.guess_segment_properties()
    hb.shape(chosen.hb_font, buffer, _FEATURES)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    meanings = _meanings(text, [info.cluster for info in infos], [p.x_advance for p in positions])
    glyphs = tuple(
        Glyph(info.codepoint, meaning, p.x_advance, p.x_offset, p.y_offset)
        for info, p, meaning in zip(infos, positions, meanings, strict=True)
    )
    if any(glyph.glyph_id == 0 for glyph in glyphs):
        raise Malformed("printing.glyph-missing", code_point=f"U+{ord(text[0]):04X}")
    return GlyphRun(chosen, glyphs, sum(glyph.advance for glyph in glyphs))


def _meanings(text: str, clusters: list[int], advances: list[int]) -> list[str]:
    """Text of each glyph: that of its cluster for the glyph that carries it, else nothing."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    if len(starts) == len(clusters):
        return [text[start : ends[start]] for start in clusters]
    carriers: dict[int, int] = {}
    for position, start in enumerate(clusters):
        known = carriers.setdefault(start, position)
        if not advances[known] and advances[position]:
            carriers[start] = position
    return [
        text[start : ends[start]] if carriers[start] == position else ""
        for position, start in enumerate(clusters)
    ]
