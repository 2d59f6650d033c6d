"""Keeps the translations of the screen: `python -m installer.translations update|check|release`.

update   takes the strings from the source, the translations from `i18n/parts/*.json`, and writes
         `i18n/absher_desk_ar.ts` and `_en.ts` (English: plural forms only)
check    names every string that lacks a translation, has gone, or differs in placeholders
release  compiles both to `.qm` beside them

A part is `{"Context": {"source": "translation" or [plural forms]}}`; its name ends in `.ar.json`
(six forms: 0, 1, 2, 3-10, 11-99, 100-102) or `.en.json` (two: one, other).
"""

import argparse
import io
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from installer import ts_file
from installer.translation_faults import form_faults, source_faults
from installer.ts_file import Message

LANGUAGES = ("ar", "en")
Translations = dict[tuple[str, str], tuple[str, ...]]


class ToolFailed(Exception):
    """Qt's tool is missing or did not do its work; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The folders of one checkout."""

    root: Path

    @property
    def source(self) -> Path:
        """The program."""
        return self.root / "absher_desk"

    @property
    def parts(self) -> Path:
        """Translations as people write them."""
        return self.root / "i18n" / "parts"

    def ts(self, language: str) -> Path:
        """The Qt source of one language."""
        return self.root / "i18n" / f"absher_desk_{language}.ts"


def update(tree: Tree) -> list[Path]:
    """Write both `.ts` files anew and return those that changed."""
    changed = []
    for language in LANGUAGES:
        text = ts_file.rendered(language, merged(tree, language))
        file = tree.ts(language)
        if not _is_current(file, text):
            file.write_text(text, encoding="utf-8", newline="\n")
            changed.append(file)
    return changed


def check(tree: Tree) -> list[str]:
    """Everything that keeps a screen from being complete in both languages, one line each."""
    found = {language: merged(tree, language) for language in LANGUAGES}
    faults = []
    for language, messages in found.items():
        if not _is_current(tree.ts(language), ts_file.rendered(language, messages)):
            faults.append(f"{language}: {tree.ts(language).name} is not up to date (run update)")
        faults += [f"{language}: {fault}" for fault in _vanished(tree, language, messages)]
        faults += [f"{language}: {one}" for each in messages for one in form_faults(each, language)]
    return faults + source_faults(tree.source, found["ar"])


def _is_current(file: Path, text: str) -> bool:
    return file.exists() and file.read_text(encoding="utf-8") == text


def release(tree: Tree) -> list[Path]:
    """Compile both languages to `.qm`."""
    compiled = [tree.ts(language).with_suffix(".qm") for language in LANGUAGES]
    for file in compiled:
        _run("pyside6-lrelease", ["-silent", str(file.with_suffix(".ts")), "-qm", str(file)])
    return compiled


def merged(tree: Tree, language: str) -> list[Message]:
    """The strings of the source with their translations: from the parts, else as they were."""
    before = {each.key: each.forms for each in ts_file.read(tree.ts(language))}
    parts = read_parts(tree.parts, language)
    return [
        replace(each, forms=parts.get((each.context, each.source), before.get(each.key, ())))
        for each in extracted(tree, language)
    ]


def extracted(tree: Tree, language: str) -> list[Message]:
    """The strings that Qt's lupdate finds in the program; of English only the plural ones."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "found.ts"
        plural = ["-pluralonly"] if language == "en" else []
        options = ["-silent", "-extensions", "py", "-locations", "none", *plural]
        languages = ["-source-language", "en", "-target-language", language]
        _run("pyside6-lupdate", [*options, *languages, str(tree.source), "-ts", str(file)])
        return [replace(each, forms=()) for each in ts_file.read(file)]


def read_parts(folder: Path, language: str) -> Translations:
    """All parts of one language; raises ValueError for one that is broken or contradicts."""
    found: Translations = {}
    for file in sorted(folder.glob(f"*.{language}.json")):
        for key, forms in _part(file):
            if found.setdefault(key, forms) != forms:
                raise ValueError(f"{file.name}: {key[0]}: {key[1]!r} is translated twice, unlike")
    return found


def _part(file: Path) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    try:
        contexts = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{file.name}: {error}") from error
    for context, strings in _object(contexts, file.name).items():
        for source, given in _object(strings, f"{file.name}: {context}").items():
            forms = tuple(given) if isinstance(given, list) else (given,)
            texts = tuple(form for form in forms if isinstance(form, str))
            if texts != forms:
                raise ValueError(f"{file.name}: {context}: {source!r} wants text or a list of it")
            yield (context, source), texts


def _object(value: object, where: str) -> dict[str, object]:
    if isinstance(value, dict):
        return value
    raise ValueError(f"{where}: wants an object in braces")


def _vanished(tree: Tree, language: str, messages: Sequence[Message]) -> Iterator[str]:
    present = {(each.context, each.source) for each in messages}
    for context, source in read_parts(tree.parts, language):
        if (context, source) not in present:
            yield f"{context}: {source!r} is translated but no longer in the program"


def _run(tool: str, arguments: Sequence[str]) -> None:
    program = shutil.which(tool, path=str(Path(sys.executable).parent)) or shutil.which(tool)
    if program is None:
        raise ToolFailed(f"{tool} is missing: install the requirements first")
    done = subprocess.run(
        [program, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        raise ToolFailed(f"{tool} failed:\n{done.stdout}{done.stderr}")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 0 done, 1 faults found, 2 could not be done."""
    parser = argparse.ArgumentParser(prog="translations", description="Translations of the screen.")
    parser.add_argument("act", choices=("update", "check", "release"))
    act = parser.parse_args(arguments).act
    if isinstance(sys.stdout, io.TextIOWrapper):  # a console that cannot show Arabic
        sys.stdout.reconfigure(errors="backslashreplace")
    tree = Tree(Path(__file__).resolve().parent.parent)
    try:
        if act == "check":
            faults = check(tree)
            print("\n".join(faults) or "translations: complete")
            return 1 if faults else 0
        files = update(tree) if act == "update" else release(tree)
    except (OSError, ValueError, ToolFailed) as error:
        print(f"translations: {error}", file=sys.stderr)
        return 2
    print(f"translations: {', '.join(file.name for file in files) or 'nothing changed'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
