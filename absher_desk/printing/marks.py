"""Marks on documents: the sign of the desk, the copy badge, the specimen word across the page."""

from absher_desk.printing.paper import Paper, rgb
from absher_desk.printing.text import set_line
from absher_desk.printing.wording import Wording
from absher_desk.standards.bidi import isolate

INK = "#15211D"
INK_SOFT = "#45534E"
INK_FAINT = "#5B6863"
LINE = "#7D8B85"
HAIRLINE = "#B9C4BF"
BAND = "#EAEFEC"
ACCENT = "#0B6B4E"
RAIL = "#11302A"
NUQTA = "#E9B65A"
STOP = "#B42318"
PALE = "#E4EBE8"

_SIGN_SIDE = 40
_SIGN_STROKE = (
    "4.6 w 35 8 m 35 17.5 l 35 21.642 31.642 25 27.5 25 c "
    "12.5 25 l 8.358 25 5 21.642 5 17.5 c 5 13.5 l S"
)
_SIGN_DOT = "20 27.626 m 25.374 33 l 20 38.374 l 14.626 33 l f"


def draw_sign(paper: Paper, x: float, y: float, side: float) -> None:
    """Draw the sign, a geometric ب over its dot, in a square whose top left corner is x, y."""
    scale = side / _SIGN_SIDE
    matrix = f"{scale:.4f} 0 0 {-scale:.4f} {x:.2f} {paper.height - y:.2f}"
    stroke = f"{rgb(RAIL)} RG {_SIGN_STROKE}"
    paper.transformed(matrix, f"{stroke} {rgb(NUQTA)} rg {_SIGN_DOT}")


def draw_rhombus(paper: Paper, x: float, y: float, radius: float, *, colour: str = ACCENT) -> None:
    """Draw the dot of the sign around the point x, y."""
    middle = paper.height - y
    paper.fill_path(
        f"{x:.2f} {middle + radius:.2f} m {x + radius:.2f} {middle:.2f} l "
        f"{x:.2f} {middle - radius:.2f} l {x - radius:.2f} {middle:.2f} l h",
        colour=colour,
    )


def draw_copy_badge(
    paper: Paper, words: Wording, copy_number: int, *, centre: float, y: float
) -> None:
    """Draw «نسخة رقم N / COPY N» in a frame around `centre`; an original gets no badge."""
    if copy_number > 0:
        arabic, english = words["copy"].ar, words["copy"].en
        draw_badge(paper, f"{arabic} {copy_number}", f"{english} {copy_number}", centre=centre, y=y)


def draw_badge(paper: Paper, arabic: str, english: str, *, centre: float, y: float) -> None:
    """Draw a word that must not be missed, in a heavy frame around `centre`."""
    text = f"{arabic}  /  {isolate(english)}"
    width = set_line(text, "plex-bold").width(9.5) + 18
    paper.box(centre - width / 2, y, width, 17, stroke=STOP, line=1.2)
    paper.text(centre, y + 12, text, size=9.5, face="plex-bold", colour=STOP, align="centre")


def draw_specimen(paper: Paper, words: Wording) -> None:
    """Write the specimen word across the page, pale enough to read the form through it."""
    both = words["specimen"]

    def across(turned: Paper) -> None:
        turned.text(0, -14, both.ar, size=64, face="plex-bold", colour=PALE, align="centre")
        turned.text(
            0, 52, both.en, size=52, face="plex-bold", colour=PALE, align="centre", rtl=False
        )

    paper.turned(paper.width / 2, paper.height / 2, 40, across)
