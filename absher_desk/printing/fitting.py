"""Values made to fit their room: never cut off, never drawn over their neighbour."""

from absher_desk.printing import marks
from absher_desk.printing.fonts import FaceName
from absher_desk.printing.paper import Paper
from absher_desk.printing.text import break_lines, set_line, size_that_fits

_LEADING = 1.2


def draw_fitted(
    paper: Paper,
    x: float,
    y: float,
    width: float,
    text: str,
    *,
    size: float = 11,
    face: FaceName = "plex-semibold",
    colour: str = marks.INK,
    rtl: bool = True,
) -> None:
    """Set a value against the right edge of its room, whose base line is `y`.

    It shrinks to two thirds of `size`; what is still too long goes into two lines around the
    base line, as large as they can be.
    """
    whole = set_line(text, face, rtl=rtl)
    fitting = size_that_fits(text, face, width, size=size, least=size * 0.66, rtl=rtl)
    if whole.width(fitting) <= width:
        paper.line_of_text(x + width, y, whole, size=fitting, colour=colour)
        return
    lines = break_lines(text, face, fitting, width, rtl=rtl)
    while len(lines) > 2 and fitting > 2:
        fitting -= 0.25
        lines = break_lines(text, face, fitting, width, rtl=rtl)
    first = y - (len(lines) - 1) * fitting * _LEADING * 0.6
    for number, line in enumerate(lines):
        base = first + number * fitting * _LEADING
        paper.line_of_text(x + width, base, line, size=fitting, colour=colour)
