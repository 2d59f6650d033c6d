"""Drawn portraits for made-up people: flat shapes in the register's 4:5, nobody's face."""

from functools import cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

WIDTH: Final = 240
HEIGHT: Final = 300
_SCALE: Final = 2
"""Drawn so many times larger, then made smaller: smooth edges."""

REGISTER: Final = "#e3e9f1"
REQUEST: Final = "#eef0ef"
"""Background of the register's picture and of the one that came with the request."""

_SKIN: Final = ("#d9a983", "#c68f68", "#b07b55", "#e4bd9b", "#9a6a48")
_HAIR: Final = ("#2b211c", "#3a2c24", "#1f1b1a", "#57504c")
_WHITE, _SHADE, _BLACK, _INK = "#fbfbfa", "#e3e4e3", "#232323", "#2c2522"
_VEILS: Final = ("#2c3238", "#3a3f52", "#4a3b3f", "#33443f", "#5a5148")
LOOKS: Final = 12
"""How many looks there are for men and for women."""

Box = tuple[float, float, float, float]


@cache
def portrait(sex: str, look: int, background: str = REGISTER) -> bytes:
    """PNG of 240 × 300 for a sex (`M` or `F`) and a look (any number): always the same bytes."""
    image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), background)
    pencil = _Pencil(ImageDraw.Draw(image))
    skin, hair = _SKIN[look % len(_SKIN)], _HAIR[look % len(_HAIR)]
    if sex == "F":
        _woman(pencil, skin, veil=_VEILS[look % len(_VEILS)])
    else:
        _man(pencil, skin, hair, look)
    _face(pencil, hair, older=look % 6 == 5)
    small = image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    file = BytesIO()
    small.quantize(48).save(file, "PNG", optimize=False)
    return file.getvalue()


class _Pencil:
    """Draws in the picture's own measure, 240 × 300."""

    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self._draw = draw

    def oval(self, box: Box, fill: str) -> None:
        self._draw.ellipse([_SCALE * value for value in box], fill=fill)

    def shape(self, points: tuple[tuple[float, float], ...], fill: str) -> None:
        self._draw.polygon([(_SCALE * x, _SCALE * y) for x, y in points], fill=fill)

    def block(self, box: Box, fill: str, radius: float = 0) -> None:
        scaled = [_SCALE * value for value in box]
        self._draw.rounded_rectangle(scaled, radius=_SCALE * radius, fill=fill)

    def curve(self, box: Box, start: float, end: float, fill: str, width: float = 3) -> None:
        scaled = [_SCALE * value for value in box]
        self._draw.arc(scaled, start, end, fill=fill, width=round(_SCALE * width))


def _man(pencil: _Pencil, skin: str, hair: str, look: int) -> None:
    """A ghutra held by an igal, a white collar, and for most a beard."""
    pencil.shape(((46, 130), (52, 64), (188, 64), (194, 130), (210, 300), (30, 300)), _WHITE)
    pencil.oval((50, 22, 190, 140), _WHITE)
    pencil.shape(((54, 150), (86, 110), (92, 300), (34, 300)), _SHADE)
    pencil.shape(((186, 150), (154, 110), (148, 300), (206, 300)), _SHADE)
    pencil.block((98, 196, 142, 252), skin)
    pencil.shape(((60, 300), (98, 238), (120, 262), (142, 238), (180, 300)), _WHITE)
    pencil.oval((76, 64, 164, 214), skin)
    if look % 4 != 3:
        _beard(pencil, skin, hair, full=look % 2 == 0)
    pencil.shape(((62, 86), (74, 58), (166, 58), (178, 86), (120, 78)), _WHITE)
    pencil.block((60, 44, 180, 56), _BLACK, 6)
    pencil.block((58, 60, 182, 71), _BLACK, 6)


def _beard(pencil: _Pencil, skin: str, hair: str, *, full: bool) -> None:
    top = 150 if full else 172
    pencil.shape(
        ((78, top - 8), (82, 186), (100, 212), (140, 212), (158, 186), (162, top - 8)), hair
    )
    pencil.oval((94, 196, 146, 220), hair)
    pencil.oval((86, top - 40, 154, 190 if full else 194), skin)
    pencil.block((100, 168, 140, 175), hair, 3)


def _woman(pencil: _Pencil, skin: str, veil: str) -> None:
    """A plain veil around the face and over the shoulders."""
    pencil.oval((46, 24, 194, 250), veil)
    pencil.shape(((62, 190), (178, 190), (222, 300), (18, 300)), veil)
    pencil.oval((74, 58, 166, 212), skin)
    pencil.shape(((84, 196), (120, 222), (156, 196), (170, 300), (70, 300)), veil)


def _face(pencil: _Pencil, hair: str, *, older: bool) -> None:
    """Brows, eyes, nose and mouth; an older face has glasses."""
    for left in (90, 128):
        pencil.curve((left, 104, left + 24, 122), 200, 340, hair, 4)
        pencil.oval((left + 3, 121, left + 21, 133), "#ffffff")
        pencil.oval((left + 8, 122, left + 17, 132), _INK)
        if older:
            pencil.curve((left - 4, 112, left + 28, 142), 0, 360, _INK, 2)
    pencil.curve((112, 134, 130, 160), 20, 130, "#8a5f45", 3)
    pencil.curve((104, 164, 136, 188), 25, 155, "#8d4b42", 4)
