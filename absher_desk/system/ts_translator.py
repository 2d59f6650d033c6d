"""Screen words straight from a Qt `.ts` source, for a checkout where no `.qm` was built.

Slower than `.qm` (Python is called for every string), but a newcomer sees the right language.
"""

import xml.etree.ElementTree as ET  # reads only files that travel with the program
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator

_Key = tuple[str, str, str]


def plural_form(language: str, count: int) -> int:
    """Index of the plural form for `count`, in the order of Qt Linguist (qtbase numerus rules).

    Arabic: 0, 1, 2, 3-10, 11-99, 100-102, the last three by the last two digits.
    English: one, other.
    """
    if language != "ar":
        return 0 if count == 1 else 1
    if count in {0, 1, 2}:
        return count
    rest = count % 100
    if 3 <= rest <= 10:
        return 3
    return 4 if rest >= 11 else 5


class TsTranslator(QTranslator):
    """Answers from one `.ts` file; raises OSError or ValueError if it cannot be read."""

    def __init__(self, file: Path, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._forms = dict(_finished(file))

    def isEmpty(self) -> bool:
        """Whether the file has no finished translation."""
        return not self._forms

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The translation, for a count its plural form; None where there is none."""
        forms = self._forms.get((context, source, disambiguation or ""))
        if forms is None:
            forms = self._forms.get((context, source, ""))
        if forms is None:
            return None
        index = plural_form(self._language, n) if n >= 0 and len(forms) > 1 else 0
        return forms[min(index, len(forms) - 1)]


def _finished(file: Path) -> Iterator[tuple[_Key, list[str]]]:
    try:
        root = ET.parse(file).getroot()  # noqa: S314  # our own file
    except ET.ParseError as error:
        raise ValueError(f"{file.name}: {error}") from error
    for context in root.iterfind("context"):
        name = context.findtext("name", "")
        for message in context.iterfind("message"):
            forms = _forms(message)
            if forms:
                yield (name, message.findtext("source", ""), message.findtext("comment", "")), forms


def _forms(message: ET.Element) -> list[str]:
    """The forms of a finished translation; none if it is unfinished or no longer used."""
    translation = message.find("translation")
    if translation is None or translation.get("type") is not None:
        return []
    if message.get("numerus") == "yes":
        forms = [form.text or "" for form in translation.iterfind("numerusform")]
    else:
        forms = [translation.text or ""]
    return forms if all(forms) else []
