import os

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt

from absher_desk.operations.errors import DeskError
from absher_desk.system.language import ScreenLanguage
from absher_desk.system.ts_translator import TsTranslator, plural_form
from installer import translations, ts_file
from installer.ts_file import Message

ARABIC = (
    Message(context="Desk", source="Queue", forms=("الطابور",)),
    Message(context="Desk", source="Open", comment="verb", forms=("افتح",)),
    Message(context="Desk", source="Later"),
    Message(
        context="Desk",
        source="%n request(s)",
        plural=True,
        forms=("لا طلبات", "طلب واحد", "طلبان", "%n طلبات", "%n طلبا", "%n طلب"),
    ),
)
ENGLISH = (
    Message(
        context="Desk", source="%n request(s)", plural=True, forms=("%n request", "%n requests")
    ),
)
COUNTS = (0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 200, 1000, 1011)


class Desk(QObject):
    pass


class SpecialDesk(Desk):
    pass


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "i18n"
    folder.mkdir()
    for language, messages in (("ar", ARABIC), ("en", ENGLISH)):
        text = ts_file.rendered(language, messages)
        (folder / f"absher_desk_{language}.ts").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def show(qapp, sources, tmp_path):
    before = QLocale()
    language = ScreenLanguage((tmp_path / "cache",), sources)
    yield language.show
    language.remove()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(before)


def said():
    desk = SpecialDesk()
    counted = [QCoreApplication.translate("Desk", "%n request(s)", None, count) for count in COUNTS]
    return [desk.tr("Queue"), desk.tr("Open", "verb"), desk.tr("Later"), *counted]


def compile_all(sources):
    return translations.release(translations.Tree(sources.parent))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_source_says_the_same_as_its_compiled_form(show, sources, language):
    show(language)
    from_source = said()
    compile_all(sources)
    show(language)
    assert said() == from_source
    assert from_source[0] == ("الطابور" if language == "ar" else "Queue")
    assert from_source[-1] == ("1011 طلبا" if language == "ar" else "1011 requests")


def test_the_plural_forms_of_arabic_are_those_of_linguist():
    assert [plural_form("ar", count) for count in COUNTS] == [
        0, 1, 2, 3, 3, 4, 4, 5, 5, 5, 3, 4, 5, 5, 4
    ]  # fmt: skip


def test_a_compiled_form_older_than_its_source_is_not_used(show, sources):
    compiled, _ = compile_all(sources)
    source = sources / "absher_desk_ar.ts"
    source.write_text(source.read_text(encoding="utf-8").replace("الطابور", "الصف"), "utf-8")
    later = compiled.stat().st_mtime + 10
    os.utime(source, (later, later))
    show("ar")
    assert said()[0] == "الصف"


def test_the_cache_is_looked_into_first(show, sources, tmp_path):
    compiled, _ = compile_all(sources)
    cache = tmp_path / "cache"
    cache.mkdir()
    compiled.rename(cache / compiled.name)
    (sources / "absher_desk_ar.ts").unlink()
    show("ar")
    assert said()[0] == "الطابور"


def test_direction_locale_and_words_change_together(qapp, show):
    show("ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QLocale().toString(1447).strip("\u200f") in {"1,447", "1447"}
    assert QLocale().name().startswith("ar")
    show("en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert said()[0] == "Queue"
    assert said()[4] == "1 request"


def test_the_dialogues_of_qt_speak_arabic_too(show):
    assert QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    show("ar")
    arabic = QCoreApplication.translate("QPlatformTheme", "Cancel")
    show("en")
    assert arabic == "ألغِ"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_another_language_is_refused(show):
    with pytest.raises(DeskError, match=r"language\.unknown"):
        show("fr")


def test_a_broken_source_is_named(tmp_path):
    file = tmp_path / "x.ts"
    file.write_text("<TS><context>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.ts"):
        TsTranslator(file, "ar")
