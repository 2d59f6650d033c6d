"""Set Arabic and mixed text in lines: levels first, then breaking, shaping and visual order.

Lines are broken in reading order and reordered afterwards, so an isolate may span a break.
Lengths here are in thousandths of the type size unless a size in points is given.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from absher_desk.printing.bidi import levels, stretches, visual_order
from absher_desk.printing.fonts import FaceName, faces
from absher_desk.printing.glyphs import GlyphRun, shape

_WORD = re.compile(r"[^ ]+ *")
_SPACES = str.maketrans({"\t": " ", "\r": " ", "\n": " ", "\u202f": "\u00a0"})


@dataclass(frozen=True, slots=True, eq=False)
class TextLine:
    """One line of placed glyphs from left to right; equal lines are the same object."""

    runs: tuple[GlyphRun, ...]
    advance: int

    def width(self, size: float) -> float:
        """Width in points at a type size in points."""
        return self.advance * size / 1000


@lru_cache(maxsize=4096)
def set_line(text: str, face: FaceName = "plex", *, rtl: bool = True) -> TextLine:
    """Set text as one line; `rtl` is the direction of the paragraph it belongs to.

    Raises `Malformed("printing.glyph-missing")` for a character that cannot be drawn.
    """
    clean = normalize("NFC", text).translate(_SPACES)
    return _line(clean, levels(clean, rtl=rtl), face)


@lru_cache(maxsize=2048)
def break_lines(
    text: str, face: FaceName, size: float, width: float, *, rtl: bool = True
) -> tuple[TextLine, ...]:
    """Set a text in lines no wider than `width` points at `size` points.

    Line breaks in the text are kept; U+00A0 holds the parts of a number together. A word
    wider than the line (an e-mail address) is divided where it reaches the margin.
    """
    limit = width * 1000 / size + 0.5
    lines: list[TextLine] = []
    for paragraph in normalize("NFC", text).splitlines() or [""]:
        clean = paragraph.translate(_SPACES).rstrip(" ")
        depth = levels(clean, rtl=rtl)
        whole = _line(clean, depth, face)
        if whole.advance <= limit:
            lines.append(whole)
            continue
        for start, end in _breaks(clean, depth, face, limit):
            lines.append(_line(clean[start:end], depth[start:end], face))
    return tuple(lines)


def size_that_fits(
    text: str, face: FaceName, width: float, *, size: float, least: float, rtl: bool = True
) -> float:
    """Largest type size, from `size` down to `least` points, at which the text fits one line."""
    natural = set_line(text, face, rtl=rtl).width(size)
    return size if natural <= width else max(least, int(size * width / natural * 20) / 20)


def _line(text: str, depth: tuple[int, ...], face: FaceName) -> TextLine:
    ordered = visual_order(stretches(depth))
    runs = tuple(
        run
        for start, end, level in ordered
        for run in shape(faces(face), text[start:end], rtl=level % 2 == 1)
    )
    return TextLine(runs, sum(run.advance for run in runs))


def _breaks(
    text: str, depth: tuple[int, ...], face: FaceName, limit: float
) -> list[tuple[int, int]]:
    """Start and end of each line, in reading order, without the space at its end."""
    found: list[tuple[int, int]] = []
    start = end = 0
    for first, last in _pieces(text, depth, face, limit):
        if end > start and _line(text[start:last], depth[start:last], face).advance > limit:
            found.append((start, end))
            start = first
        end = last
    return [*found, (start, end)]


def _pieces(
    text: str, depth: tuple[int, ...], face: FaceName, limit: float
) -> list[tuple[int, int]]:
    """Words as (start, end without trailing space); a word wider than the line in parts."""
    pieces: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        start, end = match.start(), match.start() + len(match.group().rstrip(" "))
        while _line(text[start:end], depth[start:end], face).advance > limit and end - start > 1:
            cut = end - 1
            while (
                cut - start > 1 and _line(text[start:cut], depth[start:cut], face).advance > limit
            ):
                cut -= 1
            pieces.append((start, cut))
            start = cut
        pieces.append((start, end))
    return pieces
