"""The language of the screen: translators in, layout direction set."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from absher_desk.bundled import I18N
from absher_desk.operations.errors import DeskError
from absher_desk.system.texts import LANGUAGES
from absher_desk.system.ts_translator import TsTranslator

# Not ar_SA: it shows dates and numbers with ٠١٢, but the branch reads and types 012.
_LOCALES = {"ar": "ar_AE", "en": "en_GB"}


class ScreenLanguage:
    """Puts one language at a time on the screen of the running application.

    Our words come from `absher_desk_<language>.qm` in the first of `folders` that has one not
    older than its source, or from the source `.ts` itself.
    """

    def __init__(self, folders: tuple[Path, ...] = (), sources: Path = I18N) -> None:
        self._folders = (*folders, sources)
        self._sources = sources
        self._installed: list[QTranslator] = []
        self.current = ""

    def show(self, language: str) -> None:
        """Change to `ar` or `en`; raises `DeskError` for another language.

        Every widget is sent a LanguageChange event and says its words again.
        """
        if language not in LANGUAGES:
            raise DeskError("language.unknown", language=language)
        self.remove()
        QLocale.setDefault(QLocale(_LOCALES[language]))
        for translator in (_qt_words(language), self._our_words(language)):
            if translator is not None and QCoreApplication.installTranslator(translator):
                self._installed.append(translator)
        self.current = language
        if isinstance(QCoreApplication.instance(), QGuiApplication):
            QGuiApplication.setLayoutDirection(direction(language))

    def remove(self) -> None:
        """Take our translators out again."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()
        self.current = ""

    def _our_words(self, language: str) -> QTranslator | None:
        source = self._sources / f"absher_desk_{language}.ts"
        for folder in self._folders:
            compiled = folder / f"absher_desk_{language}.qm"
            if compiled.is_file() and not _is_newer(source, compiled):
                translator = QTranslator()
                if translator.load(str(compiled)):
                    return translator
        return TsTranslator(source, language) if source.is_file() else None


def direction(language: str) -> Qt.LayoutDirection:
    """The direction in which a language is read."""
    right_to_left = language == "ar"
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight


def _qt_words(language: str) -> QTranslator | None:
    """Qt's own words (the buttons of its dialogues), where Qt brings them."""
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load(f"qtbase_{language}", folder) else None


def _is_newer(source: Path, compiled: Path) -> bool:
    return source.is_file() and source.stat().st_mtime > compiled.stat().st_mtime
