"""The bundled screen typeface: loaded once, asked for by pixel size and weight."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from absher_desk.bundled import resource

FAMILY = "IBM Plex Sans Arabic"
REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
STRONG = QFont.Weight.DemiBold


@cache
def load() -> tuple[str, ...]:
    """Register the bundled font files with Qt; returns the families they hold."""
    folder = resource("fonts", "ibm-plex-sans-arabic")
    families: set[str] = set()
    for path in sorted(folder.glob("*.ttf")) + sorted(folder.glob("*.otf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))


@cache
def font(pixels: int, weight: QFont.Weight = REGULAR) -> QFont:
    """The screen typeface at `pixels` high, in `weight` (400, 500 or 600)."""
    face = QFont(FAMILY)
    face.setPixelSize(pixels)
    face.setWeight(weight)
    return face
