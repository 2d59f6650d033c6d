"""The portrait on a paper: the picture that came with the request, in a frame of 35 × 45 mm."""

from base64 import b64decode
from binascii import Error
from functools import lru_cache
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from absher_desk.printing import marks
from absher_desk.printing.paper import MM, Paper
from absher_desk.printing.sheets import Words

WIDTH = 35 * MM
HEIGHT = 45 * MM
_PIXELS = (420, 540)
"""Enough for 300 dpi, and no more than a form should weigh."""


@lru_cache(maxsize=8)
def picture(encoded: str) -> bytes | None:
    """A picture (base64) as a small JPEG cut to 35:45; None when it cannot be read."""
    try:
        with Image.open(BytesIO(b64decode(encoded, validate=True))) as found:
            shown = _cut(found.convert("RGB"))
    except (Error, UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    file = BytesIO()
    shown.save(file, "JPEG", quality=88)
    return file.getvalue()


def draw_portrait(paper: Paper, x: float, y: float, encoded: str | None, caption: Words) -> None:
    """Draw the portrait with its top left corner at x, y; without one the empty frame."""
    shown = picture(encoded) if encoded else None
    if shown is not None:
        paper.picture(x, y, WIDTH, HEIGHT, shown)
    else:
        middle = x + WIDTH / 2
        paper.text(
            middle, y + HEIGHT / 2, caption.ar, size=8, colour=marks.INK_FAINT, align="centre"
        )
        paper.text(
            middle, y + HEIGHT / 2 + 11, caption.en,
            size=6, colour=marks.INK_FAINT, align="centre", rtl=False,
        )  # fmt: skip
    paper.box(x, y, WIDTH, HEIGHT, stroke=marks.LINE, line=0.6)


def _cut(image: Image.Image) -> Image.Image:
    """The middle of the picture in the frame's shape; the top is kept, where the face is."""
    width, height = image.size
    wide = min(width, height * 35 // 45 or 1)
    high = min(height, width * 45 // 35 or 1)
    left = (width - wide) // 2
    cut = image.crop((left, 0, left + wide, high))
    cut.thumbnail(_PIXELS, Image.Resampling.LANCZOS)
    return cut
