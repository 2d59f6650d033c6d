"""Changing values in a flat TOML file without losing its comments, and writing it atomically."""

import json
import os
import re
import tempfile
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def with_values(text: str, changed: Mapping[str, str | int]) -> str:
    """`text` with each key set: its line is replaced where it stands, or one is added.

    Raises tomllib.TOMLDecodeError if `text` is not TOML.
    """
    wanted = {**tomllib.loads(text), **changed}
    edited = text
    for key, value in changed.items():
        edited = _with_value(edited, key, value)
    try:
        if tomllib.loads(edited) == wanted:
            return edited
    except tomllib.TOMLDecodeError:
        pass
    # A value over several lines: a line of it was taken for the key. Write the file afresh.
    return "".join(f"{key} = {_literal(value)}\n" for key, value in wanted.items())


def _with_value(text: str, key: str, value: str | int) -> str:
    line = f"{key} = {_literal(value)}"
    own_line = re.compile(rf"^[ \t]*\"?{re.escape(key)}\"?[ \t]*=.*$", re.MULTILINE)
    if own_line.search(text):
        return own_line.sub(lambda _: line, text, count=1)
    gap = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{gap}{line}\n"


def _literal(value: str | int) -> str:
    # JSON's escapes are TOML's, except that TOML also wants DEL escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def replace_file(path: Path, text: str) -> None:
    """Write `text` so that a reader, or a power cut, sees the old file or the new one.

    Raises OSError; then the old file stands as it was.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
