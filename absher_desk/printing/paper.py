"""The sheet of paper that documents draw on: many pages, one file, measured from the top left.

All lengths are points (1/72 inch), y grows downwards. Operators are written directly; ReportLab
keeps the file's structure. The same drawing makes the same bytes: no clock, no random identifier.
"""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from math import cos, radians, sin
from typing import Literal

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from absher_desk.printing.embedding import EmbeddedFace, Strip
from absher_desk.printing.fonts import Face, FaceName
from absher_desk.printing.text import TextLine, break_lines, set_line

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)

Align = Literal["right", "left", "centre"]

rl_config.useA85 = 0  # streams stay binary: a quarter smaller, and every printer reads them


class _File(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A ReportLab canvas without its preamble, which would name a Helvetica we never use."""

    def _make_preamble(self) -> None:
        self._preamble = ""

    def embed(self, faces: list[EmbeddedFace]) -> None:
        for face in faces:
            face.add_to(self._doc)


class Paper:
    """One document being drawn. `finish` gives its bytes; nothing can be drawn after."""

    def __init__(
        self,
        title: str,
        created: datetime,
        *,
        size: tuple[float, float] = A4,
        language: str = "ar-SA",
    ) -> None:
        self.width, self.height = size
        self._bytes = BytesIO()
        self._file = _File(
            self._bytes,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            lang=language,
            pdfVersion=(1, 7),
        )
        self._file.setTitle(title)
        self._file.setAuthor("Absher Desk")
        self._file.setSubject(title)
        self._file.setCreator("Absher Desk")
        self._file.setDateFormatter(lambda *_now: _pdf_date(created))
        self._file.setViewerPreference("Direction", "R2L" if language.startswith("ar") else "L2R")
        self._file.setViewerPreference("DisplayDocTitle", "true")
        self._faces: dict[Face, EmbeddedFace] = {}
        self._encoded: dict[TextLine, tuple[tuple[str, tuple[Strip, ...]], ...]] = {}
        self._operators: list[str] = []
        self._stamps: set[str] = set()
        self._fill = self._stroke = ""

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 10,
        face: FaceName = "plex",
        colour: str = "#000000",
        align: Align = "right",
        rtl: bool = True,
    ) -> float:
        """Set one line with its base line at `y`; `x` is the edge that `align` names.

        Returns the width in points. Raises `Malformed("printing.glyph-missing")`.
        """
        line = set_line(text, face, rtl=rtl)
        self.line_of_text(x, y, line, size=size, colour=colour, align=align)
        return line.width(size)

    def paragraph(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        *,
        size: float = 10,
        leading: float = 15,
        face: FaceName = "plex",
        colour: str = "#000000",
        rtl: bool = True,
    ) -> float:
        """Set a text in lines no wider than `width`, from the edge where reading begins.

        `x` is the left edge of the column; `y` the first base line. Returns the last base line.
        """
        lines = break_lines(text, face, size, width, rtl=rtl)
        edge, align = (x + width, "right") if rtl else (x, "left")
        for number, line in enumerate(lines):
            base = y + number * leading
            self.line_of_text(edge, base, line, size=size, colour=colour, align=align)
        return y + (len(lines) - 1) * leading

    def line_of_text(
        self,
        x: float,
        y: float,
        line: TextLine,
        *,
        size: float,
        colour: str = "#000000",
        align: str = "right",
    ) -> None:
        """Draw a line that is already set."""
        if align == "right":
            x -= line.width(size)
        elif align == "centre":
            x -= line.width(size) / 2
        self._set_fill(colour)
        parts = [f"BT {x:.2f} {self.height - y:.2f} Td"]
        for resource, strips in self._encode(line):
            parts.append(f"/{resource} {size:g} Tf")
            for rise, operand in strips:
                if rise:
                    parts.append(f"{rise * size / 1000:.3f} Ts [{operand}] TJ 0 Ts")
                else:
                    parts.append(f"[{operand}] TJ")
        parts.append("ET")
        self._operators.append(" ".join(parts))

    def rule(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        colour: str = "#000000",
        width: float = 0.5,
    ) -> None:
        """Draw a straight line."""
        self._set_stroke(colour)
        self._operators.append(
            f"{width:g} w {x1:.2f} {self.height - y1:.2f} m {x2:.2f} {self.height - y2:.2f} l S"
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        stroke: str = "",
        line: float = 0.5,
    ) -> None:
        """Draw a rectangle whose top left corner is at x, y."""
        if fill:
            self._set_fill(fill)
        if stroke:
            self._set_stroke(stroke)
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}.get(
            (bool(fill), bool(stroke)), "n"
        )
        self._operators.append(
            f"{line:g} w {x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re {paint}"
        )

    def fill_path(self, operators: str, *, colour: str = "#000000") -> None:
        """Fill one path given as PDF operators in page coordinates (y upwards)."""
        self._set_fill(colour)
        self._operators.append(f"{operators} f")

    def turned(self, x: float, y: float, degrees: float, draw: Callable[["Paper"], None]) -> None:
        """Draw around a point of the page, turned; inside, that point is the top left corner."""
        c, s = cos(radians(degrees)), sin(radians(degrees))
        self._operators.append(
            f"q {c:.5f} {s:.5f} {-s:.5f} {c:.5f} {x:.2f} {self.height - y:.2f} cm"
        )
        self._operators.append(f"1 0 0 1 0 {-self.height:.2f} cm")
        self._forget_colours()
        draw(self)
        self._operators.append("Q")
        self._forget_colours()

    def transformed(self, matrix: str, operators: str) -> None:
        """Draw raw operators under a transformation matrix, leaving the state as it was."""
        self._operators.append(f"q {matrix} cm {operators} Q")

    def picture(self, x: float, y: float, width: float, height: float, image: bytes) -> None:
        """Place a picture (JPEG or PNG), stretched to the box whose top left corner is x, y."""
        self._flush()
        bottom = self.height - y - height
        self._file.drawImage(ImageReader(BytesIO(image)), x, bottom, width, height)

    def stamp(self, name: str, draw: Callable[["Paper"], None]) -> None:
        """Place a part that every page repeats; it is drawn once per file."""
        if name not in self._stamps:
            self._stamps.add(name)
            self._flush()
            self._file.beginForm(name)
            draw(self)
            self._flush()
            self._file.endForm()
        self._flush()
        self._file.doForm(name)

    def next_page(self) -> None:
        """End this page and begin another."""
        self._flush()
        self._file.showPage()

    def finish(self) -> bytes:
        """End the last page and return the file."""
        self.next_page()
        self._file.embed(list(self._faces.values()))
        self._file.save()
        return self._bytes.getvalue()

    def _encode(self, line: TextLine) -> tuple[tuple[str, tuple[Strip, ...]], ...]:
        known = self._encoded.get(line)
        if known is None:
            encoded = []
            for run in line.runs:
                embedded = self._faces.get(run.face)
                if embedded is None:
                    embedded = EmbeddedFace(run.face, f"F{len(self._faces) + 1}")
                    self._faces[run.face] = embedded
                encoded.append((embedded.resource, embedded.strips(run)))
            known = self._encoded[line] = tuple(encoded)
        return known

    def _set_fill(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self._operators.append(f"{rgb(colour)} rg")

    def _set_stroke(self, colour: str) -> None:
        if colour != self._stroke:
            self._stroke = colour
            self._operators.append(f"{rgb(colour)} RG")

    def _forget_colours(self) -> None:
        self._fill = self._stroke = ""

    def _flush(self) -> None:
        if self._operators:
            self._file.addLiteral("\n".join(self._operators))
            self._operators.clear()
        self._forget_colours()


@lru_cache(maxsize=64)
def rgb(colour: str) -> str:
    """`#RRGGBB` as three PDF numbers."""
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.3f}" for i in (1, 3, 5))


def _pdf_date(moment: datetime) -> str:
    """A date string of PDF 32000-1 §7.9.4, with the offset from UTC."""
    offset = moment.strftime("%z") or "+0000"
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"
