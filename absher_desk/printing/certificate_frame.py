"""The page of a formal certificate: an ornamented border, the state's names above, Naskh type."""

from absher_desk.printing import marks
from absher_desk.printing import page_frame as frame
from absher_desk.printing.barcode import draw_code128, symbol_width
from absher_desk.printing.paper import A4, MM, Paper
from absher_desk.printing.sheets import Words
from absher_desk.printing.text import size_that_fits
from absher_desk.printing.wording import Wording

TOP = 15 * MM
CONTENT_TOP = TOP + 138
NEXT_TOP = TOP + 138
FOOT_TOP = A4[1] - 21 * MM
_OUTER = 7 * MM
_INNER = 10.2 * MM
_STEP = 13.0
_MIDDLE = A4[0] / 2


def draw_fixed(paper: Paper, words: Wording, title: Words, authority: Words | None) -> None:
    """Draw the border, the names of the state and the title; fixed."""
    _draw_border(paper)
    marks.draw_sign(paper, _MIDDLE - 21, TOP + 2, 42)
    edge = frame.RIGHT - 4
    right = [words["kingdom"], words["ministry"], *([authority] if authority else [])]
    for number, name in enumerate(right):
        base = TOP + 16 + number * 19
        if number:
            paper.text(edge, base, name.ar, size=13, face="naskh-bold", colour=marks.INK)
        else:
            paper.text(edge, base, name.ar, size=12, face="naskh", colour=marks.INK_SOFT)
    base = TOP + 16 + len(right) * 19 - 4
    english = " · ".join(name.en for name in right[1:])
    paper.text(edge, base, english, size=6.5, colour=marks.INK_FAINT, rtl=False)
    paper.text(
        _MIDDLE, TOP + 97, title.ar, size=27, face="naskh-bold", colour=marks.ACCENT,
        align="centre",
    )  # fmt: skip
    paper.text(
        _MIDDLE, TOP + 116, title.en, size=11, face="plex-medium", colour=marks.INK_SOFT,
        align="centre", rtl=False,
    )  # fmt: skip
    _draw_ruled_ornament(paper, TOP + 128)
    paper.rule(frame.LEFT, FOOT_TOP, frame.RIGHT, FOOT_TOP, colour=marks.LINE, width=0.6)
    warning = words["void_if_altered"]
    paper.text(frame.RIGHT, FOOT_TOP + 11, warning.ar, size=8, face="naskh", colour=marks.INK_SOFT)
    paper.text(frame.RIGHT, FOOT_TOP + 20, warning.en, size=6, colour=marks.INK_FAINT, rtl=False)


def draw_values(paper: Paper, branch: Words, number: str, shown: str) -> None:
    """Draw the number as a barcode with its digits, and the branch below."""
    wide = symbol_width(number)
    left = frame.LEFT - 4
    draw_code128(paper, number, left, TOP + 2, 34)
    middle = left + wide / 2
    paper.text(
        middle, TOP + 48, shown, size=9.5, face="plex-semibold", align="centre",
        rtl=False, colour=marks.INK,
    )  # fmt: skip
    size = size_that_fits(branch.ar, "naskh", wide - 16, size=11, least=6)
    paper.text(
        middle, TOP + 65, branch.ar, size=size, face="naskh", colour=marks.INK_SOFT,
        align="centre",
    )  # fmt: skip


def _draw_border(paper: Paper) -> None:
    for inset, width, colour in ((_OUTER, 1.8, marks.ACCENT), (_INNER, 0.7, marks.RAIL)):
        across, down = A4[0] - 2 * inset, A4[1] - 2 * inset
        paper.box(inset, inset, across, down, stroke=colour, line=width)
    between = (_OUTER + _INNER) / 2
    paper.fill_path(" ".join(_rhombi(between)), colour=marks.NUQTA)
    for x in (between, A4[0] - between):
        for y in (between, A4[1] - between):
            marks.draw_rhombus(paper, x, y, 4.2, colour=marks.ACCENT)


def _rhombi(inset: float) -> list[str]:
    """Small rhombi in the middle of the border, evenly between the corners."""
    points: list[tuple[float, float]] = []
    across, down = A4[0] - 2 * inset, A4[1] - 2 * inset
    for i in range(1, round(across / _STEP)):
        x = inset + i * across / round(across / _STEP)
        points += ((x, inset), (x, A4[1] - inset))
    for i in range(1, round(down / _STEP)):
        y = inset + i * down / round(down / _STEP)
        points += ((inset, y), (A4[0] - inset, y))
    radius = 1.7
    return [
        f"{x:.2f} {y + radius:.2f} m {x + radius:.2f} {y:.2f} l "
        f"{x:.2f} {y - radius:.2f} l {x - radius:.2f} {y:.2f} l h"
        for x, y in points
    ]


def _draw_ruled_ornament(paper: Paper, y: float) -> None:
    for side in (-1, 1):
        paper.rule(_MIDDLE + side * 12, y, _MIDDLE + side * 110, y, colour=marks.NUQTA, width=1)
        marks.draw_rhombus(paper, _MIDDLE + side * 116, y, 2.2, colour=marks.NUQTA)
    marks.draw_rhombus(paper, _MIDDLE, y, 4.5, colour=marks.ACCENT)
