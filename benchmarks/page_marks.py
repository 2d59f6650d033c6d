"""What our form draws, taken down mark by mark, so that the peers draw the very same page.

Places are points from the top left; `text` is as it was given to the text engine, so each peer
shapes and orders it by its own means.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import NamedTuple
from unittest.mock import patch

from absher_desk.printing import fitting, page_frame, paper
from absher_desk.printing.activation_form import activation_forms
from absher_desk.printing.fonts import FaceName
from absher_desk.printing.paper import Paper
from absher_desk.printing.sheets import ActivationSheet
from absher_desk.printing.text import TextLine, break_lines, set_line


class Text(NamedTuple):
    """One line; `x` is the edge that `align` names, `y` the base line."""

    x: float
    y: float
    text: str
    size: float
    face: FaceName
    colour: str
    align: str
    rtl: bool


class Box(NamedTuple):
    """A rectangle, filled or framed."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str


@dataclass(slots=True)
class Marks:
    """One page's marks; `bars` are the barcode's."""

    texts: list[Text] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    bars: list[Box] = field(default_factory=list)


def marks_of(sheet: ActivationSheet) -> Marks:
    """The marks of the sheet's one page."""
    found = Marks()
    known: dict[TextLine, tuple[str, FaceName, bool]] = {}

    class Recorder(Paper):
        def stamp(self, name: str, draw: Callable[[Paper], None]) -> None:  # noqa: ARG002
            draw(self)

        def line_of_text(
            self, x: float, y: float, line: TextLine, *,
            size: float, colour: str = "#000000", align: str = "right",
        ) -> None:  # fmt: skip
            text, face, rtl = known[line]
            found.texts.append(Text(x, y, text, size, face, colour, align, rtl))
            super().line_of_text(x, y, line, size=size, colour=colour, align=align)

        def box(
            self, x: float, y: float, width: float, height: float, *,
            fill: str = "", stroke: str = "", line: float = 0.5,
        ) -> None:  # fmt: skip
            found.boxes.append(Box(x, y, width, height, fill, stroke))
            super().box(x, y, width, height, fill=fill, stroke=stroke, line=line)

        def rule(
            self, x1: float, y1: float, x2: float, y2: float, *,
            colour: str = "#000000", width: float = 0.5,
        ) -> None:  # fmt: skip
            wide, tall = max(x2 - x1, width), max(y2 - y1, width)
            found.boxes.append(Box(x1, y1, wide, tall, colour, ""))
            super().rule(x1, y1, x2, y2, colour=colour, width=width)

        def fill_path(self, operators: str, *, colour: str = "#000000") -> None:
            found.bars.extend(_bars(operators, self.height))
            super().fill_path(operators, colour=colour)

    def known_line(text: str, face: FaceName = "plex", *, rtl: bool = True) -> TextLine:
        line = set_line(text, face, rtl=rtl)
        known[line] = (text, face, rtl)
        return line

    def known_lines(
        text: str, face: FaceName, size: float, width: float, *, rtl: bool = True
    ) -> tuple[TextLine, ...]:
        lines = break_lines(text, face, size, width, rtl=rtl)
        words, taken = text.split(" "), 0
        for number, line in enumerate(lines):
            share = len(words) if number == len(lines) - 1 else -(-len(words) // len(lines))
            known[line] = (" ".join(words[taken : taken + share]), face, rtl)
            taken += share
        return lines

    with ExitStack() as patched:
        patched.enter_context(patch.object(page_frame, "Paper", Recorder))
        for module in (paper, fitting):
            patched.enter_context(patch.object(module, "set_line", known_line))
            patched.enter_context(patch.object(module, "break_lines", known_lines))
        activation_forms([sheet])
    return found


def _bars(operators: str, height: float) -> list[Box]:
    """Rectangles of a path (`x y width height re`); other marks are curves and left out."""
    words = operators.split()
    if "c" in words or "l" in words:
        return []
    found = []
    for place in range(0, len(words), 5):
        x, y, width, tall = map(float, words[place : place + 4])
        found.append(Box(x, height - y - tall, width, tall, "#000000", ""))
    return found
