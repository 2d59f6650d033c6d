"""The frame of a form's page: letterhead above, numbers of page and document below.

Fixed parts are drawn by `draw_fixed_frame` inside a stamp, which the file holds once.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from absher_desk.printing import marks
from absher_desk.printing.barcode import draw_code128, symbol_width
from absher_desk.printing.fitting import draw_fitted
from absher_desk.printing.paper import A4, MM, Paper
from absher_desk.printing.sheets import Words
from absher_desk.printing.text import size_that_fits
from absher_desk.printing.wording import Wording
from absher_desk.standards.bidi import isolate
from absher_desk.standards.problems import Malformed
from absher_desk.standards.request_number import LENGTH, grouped

LEFT = 15 * MM
RIGHT = A4[0] - 15 * MM
WIDTH = RIGHT - LEFT
TOP = 11 * MM
HEAD_BOTTOM = TOP + 72
FOOT_TOP = A4[1] - 16 * MM
_TITLE_ROOM = 190.0
"""Between the barcode at the left and the names of the state at the right."""

Sheet = TypeVar("Sheet")


def draw_batch(
    title: str,
    sheets: Sequence[Sheet],
    created: Callable[[Sheet], datetime],
    draw: Callable[[Paper, Sheet], None],
) -> bytes:
    """Draw one document after another into one file, dated by the first sheet.

    Raises `Malformed("printing.nothing-to-print")` for no sheet.
    """
    if not sheets:
        raise Malformed("printing.nothing-to-print")
    paper = Paper(title, created(sheets[0]))
    for position, sheet in enumerate(sheets):
        if position:
            paper.next_page()
        draw(paper, sheet)
    return paper.finish()


def shown_number(number: str) -> str:
    """Group a number of request length as requests are grouped; others stay as they are."""
    return grouped(number) if len(number) == LENGTH else number


def draw_fixed_frame(paper: Paper, words: Wording, title: Words) -> None:
    """Draw what every page of a form repeats; fixed."""
    draw_letterhead(paper, words, title)
    draw_foot(paper, words)


def draw_letterhead(paper: Paper, words: Wording, title: Words) -> None:
    """Draw what every page of a form has at its top; fixed."""
    marks.draw_sign(paper, RIGHT - 42, TOP, 42)
    edge = RIGHT - 52
    paper.text(edge, TOP + 11, words["kingdom"].ar, size=9, colour=marks.INK_SOFT)
    paper.text(edge, TOP + 25, words["ministry"].ar, size=12, face="plex-bold", colour=marks.INK)
    english = f"{words['kingdom'].en} · {words['ministry'].en}"
    paper.text(edge, TOP + 50, english, size=6.5, colour=marks.INK_FAINT, rtl=False)
    middle = A4[0] / 2
    size = size_that_fits(title.ar, "plex-bold", _TITLE_ROOM, size=18, least=10)
    paper.text(
        middle, TOP + 22, title.ar, size=size, face="plex-bold", colour=marks.INK, align="centre"
    )
    paper.text(middle, TOP + 37, title.en, size=9, colour=marks.INK_SOFT, align="centre", rtl=False)
    paper.rule(LEFT, HEAD_BOTTOM, RIGHT, HEAD_BOTTOM, colour=marks.RAIL, width=1.4)


def draw_head_values(paper: Paper, branch: Words, number: str, shown_number: str) -> None:
    """Draw the branch, and the number as a barcode with its grouped digits."""
    room = 124.0
    x = RIGHT - 52 - room
    draw_fitted(paper, x, TOP + 39, room, branch.ar, size=9.5, face="plex-medium")
    if branch.en:
        faint = marks.INK_FAINT
        draw_fitted(
            paper, x, TOP + 60, room, branch.en, size=6.5, face="plex", colour=faint, rtl=False
        )
    left, wide = LEFT - 8.6, symbol_width(number)  # the quiet zone stands in the margin
    draw_code128(paper, number, left, TOP, 34)
    paper.text(
        left + wide / 2,
        TOP + 46,
        shown_number,
        size=9.5,
        face="plex-semibold",
        align="centre",
        rtl=False,
        colour=marks.INK,
    )


def draw_foot(paper: Paper, words: Wording) -> None:
    """Draw the line and the warning at the foot of a page. Fixed."""
    paper.rule(LEFT, FOOT_TOP, RIGHT, FOOT_TOP, colour=marks.LINE, width=0.6)
    warning = words["void_if_altered"]
    paper.text(RIGHT, FOOT_TOP + 11, warning.ar, size=7.5, colour=marks.INK_SOFT)
    paper.text(RIGHT, FOOT_TOP + 20.5, warning.en, size=6, colour=marks.INK_FAINT, rtl=False)


def draw_foot_values(
    paper: Paper, words: Wording, document: str, page: int, pages: int, *, raised: float = 0
) -> None:
    """Draw page numbers (middle) and the number of the document (left) at the foot.

    `raised` is by how much the foot stands higher than that of a plain form.
    """
    top = FOOT_TOP - raised
    middle = A4[0] / 2
    arabic = words["page"].ar.format(page=page, pages=pages)
    english = words["page"].en.format(page=page, pages=pages)
    paper.text(middle, top + 11, arabic, size=8, colour=marks.INK_SOFT, align="centre")
    paper.text(
        middle, top + 20.5, english, size=6, colour=marks.INK_FAINT, align="centre", rtl=False
    )
    shown = f"{words['document'].ar}: {isolate(document)}"
    paper.text(LEFT, top + 11, shown, size=8, colour=marks.INK_SOFT, align="left")
    paper.text(
        LEFT,
        top + 20.5,
        words["document"].en,
        size=6,
        colour=marks.INK_FAINT,
        align="left",
        rtl=False,
    )
