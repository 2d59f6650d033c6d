"""Pictures of the views: any widget, at a size, in a theme and a language."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from absher_desk.bundled import I18N
from absher_desk.views import theme as themes

SIZES = (QSize(1366, 768), QSize(1440, 900))
_TRANSLATOR = "screenshot_translator"


def speak(app: QApplication, language: str) -> None:
    """Turn the running application to `language` (`ar` or `en`), words and direction."""
    old = app.findChild(QTranslator, _TRANSLATOR)
    if old is not None:
        app.removeTranslator(old)
        old.setParent(None)
    arabic = language == "ar"
    rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    app.setLayoutDirection(rtl if arabic else ltr)
    QLocale.setDefault(QLocale(QLocale.Language.English))
    translator = QTranslator(app)
    translator.setObjectName(_TRANSLATOR)
    if translator.load(str(I18N / f"absher_desk_{language}.qm")):
        app.installTranslator(translator)


def take(widget: QWidget, path: Path, size: QSize, theme: str, language: str) -> Path:
    """Save a picture of `widget` at `size` px in `theme` and `language` as PNG at `path`."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a widget application must be running")
    themes.apply(app, theme)
    speak(app, language)
    widget.resize(size)
    widget.show()
    widget.activateWindow()
    for _ in range(3):  # layout, then what the layout asked for
        app.processEvents()
    path.parent.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(path))
    return path


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
