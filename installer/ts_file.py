"""Qt's `.ts` translation files: read, and written always in the same form."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One string of the screen; `forms` is empty while it has no translation.

    A plural message (`plural`) has one form per plural class, any other a single form.
    """

    context: str
    source: str
    comment: str = ""
    note: str = ""
    plural: bool = False
    forms: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What identifies the message for Qt."""
        return (self.context, self.source, self.comment)

    @property
    def label(self) -> str:
        """How a fault names the message."""
        return f"{self.context}: {self.source!r}"


def read(file: Path) -> list[Message]:
    """All messages of a file, none if it does not exist; raises ValueError if it is not XML."""
    if not file.exists():
        return []
    try:
        root = ET.parse(file).getroot()  # noqa: S314  # our own file
    except ET.ParseError as error:
        raise ValueError(f"{file}: {error}") from error
    return list(_messages(root))


def _messages(root: ET.Element) -> Iterator[Message]:
    for context in root.iterfind("context"):
        for element in context.iterfind("message"):
            yield Message(
                context=context.findtext("name", ""),
                source=element.findtext("source", ""),
                comment=element.findtext("comment", ""),
                note=element.findtext("extracomment", ""),
                plural=element.get("numerus") == "yes",
                forms=_forms(element),
            )


def _forms(element: ET.Element) -> tuple[str, ...]:
    translation = element.find("translation")
    if translation is None or translation.get("type") is not None:
        return ()
    texts = [form.text or "" for form in translation.iterfind("numerusform")]
    forms = tuple(texts or [translation.text or ""])
    return forms if all(forms) else ()


def rendered(language: str, messages: Iterable[Message]) -> str:
    """The text of a `.ts` file, sorted, without places in the source."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
    ]
    context = None
    for message in sorted(messages, key=lambda each: each.key):
        if message.context != context:
            lines += ["</context>"] if context is not None else []
            lines += ["<context>", f"    <name>{_text(message.context)}</name>"]
            context = message.context
        lines += _message_lines(message)
    lines += ["</context>"] if context is not None else []
    return "\n".join([*lines, "</TS>", ""])


def _message_lines(message: Message) -> Iterator[str]:
    yield '    <message numerus="yes">' if message.plural else "    <message>"
    yield f"        <source>{_text(message.source)}</source>"
    if message.comment:
        yield f"        <comment>{_text(message.comment)}</comment>"
    if message.note:
        yield f"        <extracomment>{_text(message.note)}</extracomment>"
    state = "" if message.forms else ' type="unfinished"'
    if message.plural and message.forms:
        yield f"        <translation{state}>"
        for form in message.forms:
            yield f"            <numerusform>{_text(form)}</numerusform>"
        yield "        </translation>"
    else:
        yield f"        <translation{state}>{_text(''.join(message.forms))}</translation>"
    yield "    </message>"


def _text(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})
