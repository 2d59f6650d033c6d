"""Pictures of the views: any widget, at a size, in a theme and a language."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from absher_desk.system.language import ScreenLanguage
from absher_desk.views import theme as themes

SIZES = (QSize(1366, 768), QSize(1440, 900))


@cache
def screen_language() -> ScreenLanguage:
    """The language of this process's screen, for pictures and tests of views."""
    return ScreenLanguage()


def take(widget: QWidget, path: Path, size: QSize, theme: str, language: str) -> Path:
    """Save a picture of `widget` at `size` px in `theme` and `language` as PNG at `path`."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a widget application must be running")
    themes.apply(app, theme)
    screen_language().show(language)
    widget.resize(size)
    widget.show()
    if QApplication.activeModalWidget() is None:
        widget.activateWindow()
        _settle(app, widget)
    app.processEvents()
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = widget.grab()
    for over in _over(widget):
        _paint_over(picture, over, widget)
    picture.save(str(path))
    return path


def _over(widget: QWidget) -> list[QWidget]:
    """Open menus and questions of `widget`: windows of their own, which `grab` leaves out."""
    return [
        other
        for other in QApplication.topLevelWidgets()
        if other is not widget and other.isVisible() and isinstance(other, QMenu | QDialog)
    ]


def _paint_over(picture: QPixmap, over: QWidget, widget: QWidget) -> None:
    """A question stands in the middle of its window, a menu where it was opened."""
    place = widget.rect().center() - over.rect().center()
    if isinstance(over, QMenu):
        place = widget.mapFromGlobal(over.pos())
    painter = QPainter(picture)
    painter.drawPixmap(place, over.grab())
    painter.end()


def _settle(app: QApplication, widget: QWidget) -> None:
    """Let the layout come to rest and the window become active, so that the ring is drawn."""
    for _ in range(20):
        app.processEvents()
        if widget.isActiveWindow():
            break
        widget.activateWindow()
    focused = widget.focusWidget()
    if focused is not None:
        focused.setFocus()
    app.processEvents()


def take_all(
    make: Callable[[str], QWidget], name: str, folder: Path, sizes: tuple[QSize, ...] = SIZES
) -> list[Path]:
    """Pictures of `make(language)` in both themes and languages at every size."""
    taken = []
    for language in ("ar", "en"):
        widget = make(language)
        for theme in themes.NAMES:
            for size in sizes:
                file = f"{name}-{language}-{theme}-{size.width()}.png"
                taken.append(take(widget, folder / file, size, theme, language))
        widget.close()
        widget.deleteLater()
    return taken
