"""The words for codes, in both languages, from `i18n/messages/*.toml`."""

import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final, Literal, NamedTuple

from absher_desk.bundled import I18N
from absher_desk.operations.errors import DeskError, Invalid
from absher_desk.standards.problems import Malformed, MalformedMany, Problem

# The errors that have words for the user; everything else is unexpected.
KnownError = DeskError | Malformed | MalformedMany

Language = Literal["ar", "en"]
LANGUAGES: Final[tuple[Language, Language]] = ("ar", "en")
UNKNOWN: Final = "text.unknown"

_ARABIC_LETTER = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")
_LEFT_TO_RIGHT = re.compile(r"[0-9A-Za-z\u0660-\u0669]")
_ISOLATE_LTR, _ISOLATE_RTL, _END_ISOLATE = "\u2066", "\u2067", "\u2069"
_MISSING_VALUE = "…"


class Both(NamedTuple):
    """One sentence in both languages."""

    ar: str
    en: str


class Texts:
    """Sentences by code. Read once, when the first is asked for."""

    def __init__(self, folder: Path = I18N / "messages") -> None:
        self._folder = folder

    def of(self, code: str, language: Language, /, **values: str | int) -> str:
        """The sentence of `code` with its placeholders filled.

        Values that run against the sentence's direction are set in isolates (UAX #9, X5). For a
        code without text it is a sentence that names the code, so nobody is left with nothing.
        """
        sentence = self._sentences.get(code, {}).get(language)
        if sentence is None:
            sentence, values = self._sentences[UNKNOWN][language], {"code": code}
        shown = {name: isolated(str(value), language) for name, value in values.items()}
        return string.Formatter().vformat(sentence, (), _Values(shown))

    def both(self, problem: Problem | Malformed | DeskError) -> Both:
        """The sentence of a problem, or of the error that carries one, in both languages."""
        said = problem if isinstance(problem, Problem) else problem.problem
        return Both(*(self.of(said.code, language, **said.values) for language in LANGUAGES))

    def each(self, error: KnownError) -> tuple[Both, ...]:
        """One sentence for every problem that a known error carries."""
        if isinstance(error, MalformedMany | Invalid):
            return tuple(self.both(problem) for problem in error.problems)
        return (self.both(error),)

    def has(self, code: str) -> bool:
        """Whether there is a text for this code."""
        return code in self._sentences

    def placeholders(self, code: str) -> frozenset[str]:
        """The names that the Arabic sentence of `code` wants filled; raises KeyError."""
        return placeholders(self._sentences[code]["ar"])

    def faults(self) -> list[str]:
        """What is wrong with the files themselves, one line each; empty when all is well."""
        seen: dict[str, str] = {}
        return [fault for file in self._files() for fault in _file_faults(file, seen)]

    @cached_property
    def _sentences(self) -> dict[str, Mapping[str, str]]:
        found: dict[str, Mapping[str, str]] = {}
        for file in self._files():
            found.update(_read(file))
        return found

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.toml"))


class _Values(dict[str, str]):
    def __missing__(self, key: str) -> str:
        # A message with a gap still helps the person; the test on the tree finds the gap.
        return _MISSING_VALUE


def isolated(value: str, language: Language) -> str:
    """`value` set apart where it runs against the language's direction.

    Without it, the correct algorithm shows 2026-11-23 as 23-11-2026 after Arabic letters.
    """
    if value.startswith((_ISOLATE_LTR, _ISOLATE_RTL)):
        return value
    arabic = _ARABIC_LETTER.search(value) is not None
    if language == "ar" and not arabic and _LEFT_TO_RIGHT.search(value):
        return f"{_ISOLATE_LTR}{value}{_END_ISOLATE}"
    if language == "en" and arabic:
        return f"{_ISOLATE_RTL}{value}{_END_ISOLATE}"
    return value


def placeholders(sentence: str) -> frozenset[str]:
    """Names in braces; raises ValueError for braces that do not pair."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def _read(file: Path) -> dict[str, Mapping[str, str]]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _file_faults(file: Path, seen: dict[str, str]) -> Iterator[str]:
    entries: dict[str, object] = {**_read(file)}
    for code, entry in entries.items():
        where = f"{file.name}: {code}"
        if code in seen:
            yield f"{where}: also in {seen[code]}"
        seen[code] = file.name
        if not isinstance(entry, Mapping) or set(entry) != set(LANGUAGES):
            yield f"{where}: needs ar and en, nothing else (is the code quoted?)"
            continue
        yield from (f"{where}: {fault}" for fault in _entry_faults(entry))


def _entry_faults(entry: Mapping[str, object]) -> Iterator[str]:
    arabic, english = entry["ar"], entry["en"]
    if not isinstance(arabic, str) or not isinstance(english, str):
        yield "not text"
        return
    if not _ARABIC_LETTER.search(arabic) or not english.strip():
        yield "a language is empty, or the Arabic has no Arabic letters"
    try:
        uneven = placeholders(arabic) ^ placeholders(english)
    except ValueError as error:
        yield f"braces: {error}"
        return
    if uneven:
        yield f"placeholders differ: {sorted(uneven)}"
