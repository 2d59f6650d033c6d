"""Pictures of the views: any widget, at a size, in a theme and a language."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

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
    widget.activateWindow()
    _settle(app, widget)
    path.parent.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(path))
    return path


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
