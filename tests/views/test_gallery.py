"""The sheet of states fits the smallest desk screen and shows every word in both languages."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from absher_desk.views.gallery import Gallery
from absher_desk.views.main_window import MainWindow
from absher_desk.views.screenshots import take, take_all
from tests.views.looking import share_of

SMALLEST_PAGE = QSize(1366 - 200, 768 - 56 - 28)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_control_fits_the_smallest_page(speak, shown, language):
    speak(language)
    gallery = shown(Gallery())
    gallery.strip.set("دون اتصال منذ 10:40")
    width, height = SMALLEST_PAGE.width(), SMALLEST_PAGE.height()
    assert gallery.minimumSizeHint().width() <= width
    assert gallery.layout().minimumHeightForWidth(width) <= height


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_control_is_cut(speak, shown, language):
    speak(language)
    window = MainWindow()
    gallery = Gallery()
    window.set_page(gallery)
    window.resize(1366, 768)
    shown(window)
    cut = [
        (type(child).__name__, child.accessibleName() or getattr(child, "text", str)())
        for child in gallery.findChildren(QWidget)
        if child.isVisible()
        and not child.isWindow()
        and (
            child.width() < child.minimumSizeHint().width()
            or child.height() < child.minimumSizeHint().height()
        )
    ]
    assert cut == []


def test_picture_shows_theme_and_size(screen, qtbot, tmp_path):
    gallery = Gallery()
    qtbot.addWidget(gallery)
    path = take(gallery, tmp_path / "new" / "gallery.png", QSize(1366, 768), "dark", "en")
    image = QImage(str(path))
    assert image.size() == QSize(1366, 768)
    assert share_of(image, "canvas") > 0.1


def test_all_pictures_are_taken(screen, tmp_path):
    taken = take_all(lambda _: Gallery(), "controls", tmp_path, (QSize(1366, 768),))
    assert {path.name for path in taken} == {
        f"controls-{language}-{theme}-1366.png"
        for language in ("ar", "en")
        for theme in ("light", "dark")
    }
    assert all(path.stat().st_size > 10_000 for path in taken)
