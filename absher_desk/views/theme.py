"""The theme in force: colours by name, the palette made of them, and the switch at run time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from absher_desk.bundled import resource
from absher_desk.views import fonts
from absher_desk.views.style_sheet import style_sheet

LIGHT = "light"
DARK = "dark"
NAMES = (LIGHT, DARK)
_PROPERTY = "absher_theme"

_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "red",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface2",
    QPalette.ColorRole.Midlight: "sunken",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border2",
    QPalette.ColorRole.Shadow: "border2",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one appearance, by the names of `resources/theme/tokens.json`."""

    name: str
    colours: Mapping[str, str]

    def colour(self, token: str) -> QColor:
        """The colour called `token`; raises KeyError for a name the theme does not know."""
        return QColor(self.colours[token])

    def palette(self) -> QPalette:
        """What the widgets of Qt itself are painted with."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.colour(token))
        disabled = QPalette.ColorGroup.Disabled
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(disabled, role, self.colour("disabled_tx"))
        palette.setColor(disabled, QPalette.ColorRole.Base, self.colour("disabled_bg"))
        return palette


@cache
def load(name: str) -> Theme:
    """The theme called `name`, `light` or `dark`; raises KeyError for another name."""
    tokens = json.loads(resource("theme", "tokens.json").read_text(encoding="utf-8"))
    return Theme(name, tokens[name])


def current() -> Theme:
    """The theme of the running application, light before any was chosen.

    It is a property of the application, like its palette and font, so that a widget that paints
    itself asks at the moment of painting and never holds an old colour.
    """
    app = QApplication.instance()
    chosen = app.property(_PROPERTY) if app is not None else None
    return load(chosen if isinstance(chosen, str) else LIGHT)


def apply(app: QApplication, name: str) -> Theme:
    """Show the whole application in theme `name`; every widget is told by a StyleChange event."""
    theme = load(name)
    if app.property(_PROPERTY) is None:
        app.setStyle(QStyleFactory.create("Fusion"))
        fonts.load()
        app.setFont(fonts.font(14))
    app.setProperty(_PROPERTY, name)
    app.setPalette(theme.palette())
    app.setStyleSheet(style_sheet(theme.colours))
    return theme
