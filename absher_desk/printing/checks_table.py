"""The table of checks made on an applicant: what, with which outcome, when."""

from collections.abc import Sequence
from functools import cache

from absher_desk.printing import marks
from absher_desk.printing import page_frame as frame
from absher_desk.printing.form_parts import SECTION_HEIGHT, draw_section_head
from absher_desk.printing.moments import clock
from absher_desk.printing.paper import Paper
from absher_desk.printing.sheets import CheckMade, Words
from absher_desk.printing.text import size_that_fits
from absher_desk.printing.wording import Wording

ROW = 22.0
HEAD = 17.0
_SHARES = (0.06, 0.53, 0.28, 0.13)
_KEYS = ("check.number", "check.label", "check.outcome", "check.at")


def rows_between(top: float, bottom: float) -> int:
    """Number of checks that fit in a table whose title stands at `top`."""
    return int((bottom - top - SECTION_HEIGHT - HEAD) / ROW)


def draw_checks_head(paper: Paper, y: float, words: Wording, note: str = "") -> None:
    """Draw the title and the head row of the table at y; fixed."""
    top = draw_section_head(paper, y, words["section.checks"], note)
    paper.box(frame.LEFT, top, frame.WIDTH, HEAD, fill=marks.BAND, stroke=marks.LINE)
    for x, width, key in _columns():
        caption = words[key]
        paper.text(
            x + width - 6,
            top + 11.5,
            caption.ar,
            size=8,
            face="plex-semibold",
            colour=marks.INK_SOFT,
        )
        paper.text(
            x + 6, top + 11.5, caption.en, size=6, colour=marks.INK_FAINT, align="left", rtl=False
        )


def draw_checks(paper: Paper, y: float, checks: Sequence[CheckMade], done: int) -> None:
    """Draw rows under a head that stands at y; `done` checks stand on pages before."""
    top = y + SECTION_HEIGHT + HEAD
    (number_x, number_width, _), (label_x, label_width, _), (outcome_x, outcome_width, _), at = (
        _columns()
    )
    for position, check in enumerate(checks):
        row = top + position * ROW
        number = str(done + position + 1)
        paper.text(
            number_x + number_width / 2,
            row + 14,
            number,
            size=8.5,
            align="centre",
            colour=marks.INK_SOFT,
        )
        _draw_both(paper, label_x + 6, row, label_width - 12, check.label)
        _draw_both(
            paper, outcome_x + 6, row, outcome_width - 12, check.outcome, stop=not check.passed
        )
        paper.text(
            at[0] + at[1] / 2, row + 14, clock(check.at), size=9, align="centre", colour=marks.INK
        )
        paper.rule(frame.LEFT, row + ROW, frame.RIGHT, row + ROW, colour=marks.HAIRLINE)
    bottom = top + len(checks) * ROW
    for x in (frame.LEFT, frame.RIGHT, *(x for x, _width, _key in _columns()[:3])):
        paper.rule(x, top, x, bottom, colour=marks.LINE)
    paper.rule(frame.LEFT, bottom, frame.RIGHT, bottom, colour=marks.LINE)


def _draw_both(
    paper: Paper, x: float, row: float, width: float, words: Words, *, stop: bool = False
) -> None:
    """Draw a phrase in Arabic, with its English beneath."""
    colour = marks.STOP if stop else marks.INK
    size = size_that_fits(words.ar, "plex-medium", width, size=9, least=5)
    paper.text(x + width, row + 10.5, words.ar, size=size, face="plex-medium", colour=colour)
    if words.en:
        size = size_that_fits(words.en, "plex", width, size=6.5, least=4, rtl=False)
        paper.text(x + width, row + 18.5, words.en, size=size, colour=marks.INK_FAINT, rtl=False)


@cache
def _columns() -> tuple[tuple[float, float, str], ...]:
    """Left edge, width and caption of each column of the checks, from the right."""
    found = []
    edge = frame.RIGHT
    for share, key in zip(_SHARES, _KEYS, strict=True):
        edge -= share * frame.WIDTH
        found.append((edge, share * frame.WIDTH, key))
    return tuple(found)
