"""What can be wrong with a translated string, and strings that Qt's lupdate does not see."""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from installer.ts_file import Message

PLURAL_FORMS = {"ar": 6, "en": 2}
# Forms that stand for one number may say it as a word: no, one and two requests in Arabic.
_FORMS_WITHOUT_NUMBER = {"ar": {0, 1, 2}, "en": {0}}
_PLACEHOLDER = re.compile(r"%L?n|%L?\d{1,2}|\{[^{}]*\}")


def form_faults(message: Message, language: str) -> Iterator[str]:
    """What is wrong with the translation of one message."""
    if not message.forms or not all(message.forms):
        yield f"{message.label} is not translated"
        return
    wanted = PLURAL_FORMS[language] if message.plural else 1
    if len(message.forms) != wanted:
        yield f"{message.label} has {len(message.forms)} forms, wants {wanted}"
        return
    for index, form in enumerate(message.forms):
        may_omit = message.plural and index in _FORMS_WITHOUT_NUMBER[language]
        if not _placeholders_agree(message.source, form, may_omit_number=may_omit):
            yield f"{message.label} has other placeholders in {form!r}"


def _placeholders_agree(source: str, form: str, *, may_omit_number: bool) -> bool:
    wanted, given = Counter(_PLACEHOLDER.findall(source)), Counter(_PLACEHOLDER.findall(form))
    if may_omit_number:
        missing = wanted - given
        return not given - wanted and set(missing) <= {"%n", "%Ln"}
    return wanted == given


def source_faults(folder: Path, seen: Sequence[Message]) -> list[str]:
    """Strings marked for translation that would not be translated, with their place."""
    known = {each.source for each in seen}
    trees = {
        file: ast.parse(file.read_text(encoding="utf-8"), str(file))
        for file in sorted(folder.rglob("*.py"))
    }
    bases = {name for tree in trees.values() for name in _bases(tree)}
    faults = []
    for file, tree in trees.items():
        place = file.relative_to(folder.parent).as_posix()
        faults += [f"{place}:{line}: {fault}" for line, fault in _unseen(tree, known)]
        faults += [f"{place}:{line}: {fault}" for line, fault in _inherited_plurals(tree, bases)]
    return faults


def _bases(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from (_name(base) for base in node.bases)


def _unseen(tree: ast.AST, known: set[str]) -> Iterator[tuple[int, str]]:
    for line, source in _marked(tree):
        if source is None:
            yield line, "an f-string cannot be translated; use placeholders"
        elif source not in known:
            yield line, f"lupdate does not see {source!r}; pass n by position"


def _inherited_plurals(tree: ast.AST, bases: set[str]) -> Iterator[tuple[int, str]]:
    """Plurals said with `tr` in a class that others derive from.

    `tr` tries the class of the object first and takes any answer that differs from the source
    for a translation; with %n replaced it always differs. So a derived class speaks English.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name in bases:
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _name(call.func) == "tr" and len(call.args) > 2:
                    instead = f'QCoreApplication.translate("{node.name}", …, None, n)'
                    yield call.lineno, f"others derive from {node.name}: use {instead}"


def _name(node: ast.expr) -> str:
    return str(getattr(node, "attr", getattr(node, "id", "")))


def _marked(tree: ast.AST) -> Iterator[tuple[int, str | None]]:
    """Line and text of each literal given to `tr` or `translate`; None for an f-string."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        place = {"tr": 0, "translate": 1}.get(_name(node.func), -1)
        if not 0 <= place < len(node.args):
            continue
        given = node.args[place]
        if isinstance(given, ast.JoinedStr):
            yield node.lineno, None
        elif isinstance(given, ast.Constant) and isinstance(given.value, str):
            yield node.lineno, given.value
