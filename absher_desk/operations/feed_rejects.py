"""The rejects file: each refused line as it came, plus what is wrong with it in both languages."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Final

import orjson

from absher_desk.operations.errors import Unavailable
from absher_desk.operations.feed_file import RawLine
from absher_desk.operations.feed_lines import Parts
from absher_desk.standards.problems import Problem

Words = Callable[[Problem], tuple[str, str]]
"""Arabic and English sentence of a problem."""

_SHOWN: Final = 2_000


def rejected_line(line: RawLine, parts: Parts, problems: Sequence[Problem], words: Words) -> bytes:
    """One line of the rejects file (`interfaces.md`): the object that came, plus `errors`.

    What is not an object is kept as the text `line`, cut with `truncated` where it is long.
    """
    errors = [_explained(problem, words) for problem in problems]
    if parts.given is None:
        return orjson.dumps({**_as_text(line), "errors": errors}) + b"\n"
    if "errors" in parts.given:  # of the last time
        return _with_errors(_dumped(parts.given), errors)
    return _with_errors(line.data.strip(), errors)


def _with_errors(given: bytes, errors: Sequence[dict[str, str]]) -> bytes:
    """`errors` put into the object's own text: parsed and written again it might be another."""
    start = given[:-1].rstrip()
    comma = b"" if start == b"{" else b","
    return start + comma + b'"errors":' + orjson.dumps(errors) + b"}\n"


def _dumped(given: dict[str, Any]) -> bytes:
    return orjson.dumps({key: value for key, value in given.items() if key != "errors"})


def _explained(problem: Problem, words: Words) -> dict[str, str]:
    ar, en = words(problem)
    return {"path": problem.path, "code": problem.code, "ar": ar, "en": en}


def _as_text(line: RawLine) -> dict[str, object]:
    text = line.data.decode(errors="replace")
    if line.too_long or len(text) > _SHOWN:
        return {"line": f"{text[:_SHOWN]}…", "truncated": True}
    return {"line": text}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a feed's rejects stand in their file; empty without a file."""

    file: str | None = None
    start: int = 0
    end: int = 0


class Rejects:
    """Appends to the rejects file so that a crash neither loses nor doubles a line.

    The bytes of a batch are on disk before the batch is committed, and their end is committed with
    it. What lies beyond the committed end and equals what we are about to write was left by a run
    that was cut off: it is taken as written. Anything else there is somebody's and stays.
    """

    def __init__(self, path: Path) -> None:
        """Remember the path; nothing is opened yet."""
        self._path = path
        self.name = str(path.resolve())

    def begin(self, place: Place, *, again: bool) -> Place:
        """Where a run writes on. `again`: a finished feed is read anew, so its old rejects go.

        Raises:
            Unavailable: `rejects.cannot-write`.
        """
        try:
            with self._path.open("ab") as file:
                size = file.seek(0, os.SEEK_END)
                if place.file == self.name and again and size == place.end:
                    file.truncate(place.start)
                    size = place.start
        except OSError as error:
            raise Unavailable("rejects.cannot-write") from error
        if place.file == self.name and not again and place.end <= size:
            return place
        return Place(self.name, size, size)

    def append(self, lines: bytes, place: Place) -> Place:
        """Write after the committed place; the new place, to be committed.

        Raises:
            Unavailable: `rejects.cannot-write`.
        """
        if not lines:
            return place
        try:
            with self._path.open("a+b") as file:
                if place.file == self.name and _settled(file, lines, place.end):
                    return replace(place, end=place.end + len(lines))
                file.write(lines)
                file.flush()
                os.fsync(file.fileno())
                end = file.tell()
        except OSError as error:
            raise Unavailable("rejects.cannot-write") from error
        return Place(self.name, place.start if place.file == self.name else end - len(lines), end)


def _settled(file: BinaryIO, lines: bytes, end: int) -> bool:
    """Whether a run that was cut off had written these lines; a beginning of them is taken away."""
    file.seek(end)
    tail = file.read(len(lines))
    if tail and tail != lines and lines.startswith(tail):
        file.truncate(end)
    return tail == lines
