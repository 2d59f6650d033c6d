"""What an eye would see: colours and focus rings counted in the picture of a widget."""

import re
from collections.abc import Iterator

from PySide6.QtGui import QImage

from absher_desk.views import theme

_EDGE = 8  # px: a shorter blue run is a corner or a side


def _rows(image: QImage) -> Iterator[bytes]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    data, step = bytes(plain.constBits()), plain.bytesPerLine()
    for y in range(plain.height()):
        yield data[y * step : y * step + plain.width() * 4]


def _pixel(token: str) -> bytes:
    red, green, blue, _ = theme.current().colour(token).getRgb()
    return bytes((blue, green, red, 255))


def share_of(image: QImage, token: str) -> float:
    """Share of the pixels of `image` that are exactly the theme's colour `token`."""
    wanted = re.compile(rb"(?s:....)*?" + re.escape(_pixel(token)))
    found = 0
    for row in _rows(image):
        place = 0
        while (match := wanted.match(row, place)) is not None:
            found, place = found + 1, match.end()
    return found / (image.width() * image.height())


def rings(image: QImage) -> int:
    """How many focus rings the picture shows: each has two level edges, top and bottom."""
    run = _pixel("focus") * _EDGE
    edges, above = 0, set[int]()
    for row in _rows(image):
        starts, place = set[int](), row.find(run)
        while place >= 0:
            starts.add(place // 4)
            end = place + len(run)
            while row[end : end + 4] == run[:4]:
                end += 4
            place = row.find(run, end)
        edges += sum(all(abs(start - old) > 6 for old in above) for start in starts)
        above = starts
    return edges // 2
