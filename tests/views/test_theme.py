"""The theme: colours, readable contrast, and the switch while the window is open."""

import itertools

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from absher_desk.views import fonts, icons, theme
from absher_desk.views.kit import LineField, Panel, PrimaryButton
from tests.views.looking import share_of


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT_ON = [
    ("text", "surface"), ("text", "canvas"), ("text2", "surface"), ("text3", "surface"),
    ("text3", "canvas"), ("text3", "accent_t"), ("on_accent", "accent"), ("on_accent", "accent_h"),
    ("accent_x", "accent_t"), ("red", "surface"), ("red", "red_t"), ("amber", "amber_t"),
    ("info", "info_t"), ("rail_text", "rail"), ("rail_mut", "rail"), ("late_tx", "late_bg"),
]  # fmt: skip


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_words_can_be_read(name, ink, ground):
    colours = theme.load(name)
    assert contrast(colours.colour(ink), colours.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("shape", ["border2", "amber_s", "focus"])
def test_shapes_can_be_seen(name, shape):
    colours = theme.load(name)
    assert contrast(colours.colour(shape), colours.colour("surface")) >= 3.0


def test_both_themes_know_the_same_colours():
    light, dark = (theme.load(name).colours for name in theme.NAMES)
    assert set(light) == set(dark)
    assert all(QColor(value).isValid() for value in itertools.chain(light.values(), dark.values()))


def test_unknown_colour_is_an_error():
    with pytest.raises(KeyError):
        theme.load("light").colour("purple")


def test_switch_repaints_an_open_window(screen, shown):
    page, button = QWidget(), PrimaryButton("اعتماد")
    layout = QVBoxLayout(page)
    layout.addWidget(LineField("الاسم"))
    layout.addWidget(button)
    shown(page)
    assert share_of(button.grab().toImage(), "accent") > 0.5
    theme.apply(screen, theme.DARK)
    assert theme.current().name == "dark"
    assert share_of(button.grab().toImage(), "accent") > 0.5
    theme.apply(screen, theme.LIGHT)
    assert share_of(button.grab().toImage(), "accent") > 0.5


def test_icons_follow_the_switch(screen, shown):
    panel = shown(Panel("لوحة", icon="printer"))
    panel.resize(300, 120)
    before = panel.grab().toImage()
    theme.apply(screen, theme.DARK)
    dark = panel.grab().toImage()
    assert share_of(before, "accent") == 0  # the light icon, judged by the dark colour
    assert share_of(dark, "accent") > 0


def test_bundled_typeface_is_the_one_in_use(screen):
    assert fonts.FAMILY in fonts.load()
    assert screen.font().family() == fonts.FAMILY


def test_unknown_icon_is_an_error(screen):
    with pytest.raises(KeyError):
        icons.glyph("no-such-icon")


def test_back_arrow_turns_with_the_layout(speak):
    arabic = icons.pixmap("arrow-right", "text").toImage()
    speak("en")
    english = icons.pixmap("arrow-right", "text").toImage()
    assert arabic != english
    assert icons.pixmap("arrow-left", "text").toImage() == arabic
