"""Icons by their Phosphor name (qtawesome without its `ph.`), painted in a colour of the theme."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap

from absher_desk.views import theme

# Icons that point along the line of reading; drawn mirrored when the layout is left to right,
# because the names are chosen for Arabic (a return arrow points right).
_TOWARDS_START = frozenset({"arrow-right", "caret-right"})
_TOWARDS_END = frozenset({"arrow-left", "caret-left"})


@cache
def _folder() -> Path:
    """Where qtawesome keeps its typefaces; importing it would take a tenth of a second."""
    package = find_spec("qtawesome")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError("qtawesome")
    return Path(package.submodule_search_locations[0]) / "fonts"


@cache
def _characters() -> dict[str, str]:
    """Character code in hexadecimal of each icon name."""
    names = next(_folder().glob("phosphor-charmap-*.json"))
    codes: dict[str, str] = json.loads(names.read_text(encoding="utf-8"))
    return codes


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(next(_folder().glob("phosphor-[0-9]*.ttf"))))
    return QFontDatabase.applicationFontFamilies(number)[0]


def glyph(name: str) -> str:
    """The character of icon `name` in the icon typeface; raises KeyError for an unknown name."""
    return chr(int(_characters()[name], 16))


@cache
def _face(pixels: int) -> QFont:
    face = QFont(_family())
    face.setPixelSize(pixels)
    return face


def _facing(name: str) -> str:
    """The directed icon for the present direction of layout."""
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return name
    if name in _TOWARDS_START:
        return name.replace("right", "left")
    if name in _TOWARDS_END:
        return name.replace("left", "right")
    return name


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: str, colour: QColor) -> None:
    """Draw icon `name` to fill `rect` (a square of 14, 16, 18 or 20 px) in `colour`."""
    square = QRectF(rect)
    painter.save()
    painter.setFont(_face(round(square.height())))
    painter.setPen(colour)
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, glyph(_facing(name)))
    painter.restore()


def pixmap(name: str, token: str, size: int = 18) -> QPixmap:
    """Icon `name` as a pixmap of `size` logical pixels in the theme's colour `token`."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    canvas = QPixmap(QSize(size, size) * ratio)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    paint_icon(painter, QRect(0, 0, size, size), name, theme.current().colour(token))
    painter.end()
    return canvas


def icon(name: str, token: str = "text2", size: int = 18) -> QIcon:  # noqa: S107 (a colour name)
    """Icon `name` for menus and actions; ask again when the theme changed."""
    return QIcon(pixmap(name, token, size))
