"""The faces that documents are set in: bundled TrueType files, parsed once per process.

IBM Plex Sans Arabic for modern forms, Noto Naskh Arabic for formal certificates. Each covers
signs that the other lacks (Noto Naskh has the riyal sign U+20C1), so each falls back on the other.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import uharfbuzz as hb

from absher_desk.bundled import resource

FaceName = Literal["plex", "plex-medium", "plex-semibold", "plex-bold", "naskh", "naskh-bold"]

_PLEX = "ibm-plex-sans-arabic/IBMPlexSansArabic"
_NASKH = "noto-naskh-arabic/NotoNaskhArabic"
_FILES: dict[FaceName, str] = {
    "plex": f"{_PLEX}-Regular.ttf",
    "plex-medium": f"{_PLEX}-Medium.ttf",
    "plex-semibold": f"{_PLEX}-SemiBold.ttf",
    "plex-bold": f"{_PLEX}-Bold.ttf",
    "naskh": f"{_NASKH}-Regular.ttf",
    "naskh-bold": f"{_NASKH}-Bold.ttf",
}
_FALLBACK: dict[FaceName, FaceName] = {
    "plex": "naskh",
    "plex-medium": "naskh",
    "plex-semibold": "naskh-bold",
    "plex-bold": "naskh-bold",
    "naskh": "plex",
    "naskh-bold": "plex-bold",
}


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One parsed font file; lengths are in thousandths of the type size.

    `coverage` holds the code points that the font maps to a glyph.
    """

    name: str
    ascent: int
    descent: int
    cap_height: int
    bounds: tuple[int, int, int, int]
    coverage: frozenset[int]
    hb_face: Any
    hb_font: Any

    def advance(self, glyph: int) -> int:
        """Width of a glyph by itself, as the font's metrics table states it."""
        return int(self.hb_font.get_glyph_h_advance(glyph))


@cache
def face(name: FaceName) -> Face:
    """Return the parsed face of that name."""
    path = resource("fonts", *_FILES[name].split("/"))
    hb_face = hb.Face(hb.Blob(path.read_bytes()))
    font = hb.Font(hb_face)
    font.scale = (1000, 1000)
    extents = font.get_font_extents("ltr")
    capital = font.get_glyph_extents(font.get_nominal_glyph(ord("H")))
    return Face(
        name=path.stem,
        ascent=int(extents.ascender),
        descent=int(extents.descender),
        cap_height=int(capital.y_bearing),
        bounds=_bounds(hb_face),
        coverage=frozenset(hb_face.unicodes),
        hb_face=hb_face,
        hb_font=font,
    )


def faces(name: FaceName) -> tuple[Face, ...]:
    """Return the face of that name, followed by the face that supplies what it lacks."""
    return (face(name), face(_FALLBACK[name]))


def _bounds(hb_face: Any) -> tuple[int, int, int, int]:
    """Font bounding box from the `head` table (OpenType, xMin … yMax at byte 36)."""
    head = bytes(hb_face.reference_table("head").data)
    to_thousand = 1000 / int(hb_face.upem)
    numbers = (int.from_bytes(head[i : i + 2], "big", signed=True) for i in range(36, 44, 2))
    x_min, y_min, x_max, y_max = (round(n * to_thousand) for n in numbers)
    return (x_min, y_min, x_max, y_max)
