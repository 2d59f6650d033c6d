"""Content that runs over pages: planned first, drawn when the number of pages is known."""

from collections.abc import Callable
from functools import partial

from absher_desk.printing.paper import Paper

Draw = Callable[[Paper, float], None]
"""Draws one block on the paper with its top at y points."""


class Flow:
    """Blocks one under another between `top` and `bottom`; lengths in points."""

    def __init__(self, top: float, next_top: float, bottom: float) -> None:
        self.pages: list[list[Callable[[Paper], None]]] = [[]]
        self._y = top
        self._next_top = next_top
        self._bottom = bottom

    def holds(self, height: float) -> bool:
        """Whether a block of that height still fits on this page."""
        return self._y + height <= self._bottom

    def turn_page(self) -> None:
        """Go on at the top of a new page."""
        self.pages.append([])
        self._y = self._next_top

    def put(self, height: float, draw: Draw) -> None:
        """Place a block under the last one."""
        self.pages[-1].append(partial(_at, draw, self._y))
        self._y += height

    def sink(self, height: float) -> None:
        """Move down so that a block of that height ends at the bottom of the page."""
        self._y = max(self._y, self._bottom - height)

    def skip(self, height: float) -> None:
        """Leave space under the last block."""
        self._y += height


def _at(draw: Draw, y: float, paper: Paper) -> None:
    draw(paper, y)
