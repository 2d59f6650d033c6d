"""Files that come with a feed: only from its own folder, only what the line says they are."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from absher_desk.operations.registering import Evidence
from absher_desk.standards.bidi import without_controls
from absher_desk.standards.problems import Malformed, Problem

LARGEST: Final = 10 * 1024 * 1024
"""Bytes of an attachment at most."""

_SMALL: Final = 64 * 1024
_REMEMBERED: Final = 64
_LONGEST_NAME: Final = 200
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_FORBIDDEN: Final = frozenset('\\:*?"<>|')
_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"%PDF-", "application/pdf"),
)


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment as a line states it; `path` is where it stands in the line."""

    name: str
    kind: str
    sha256: str
    file: str
    path: str


@dataclass(frozen=True, slots=True)
class _Found:
    sha256: str
    media_type: str
    data: bytes


def read_attached(
    given: Sequence[Mapping[str, Any] | None], kinds: frozenset[str]
) -> tuple[list[Attached], list[Problem]]:
    """What a line says about its files, and what cannot be; the files are not touched yet.

    A missing entry was faulty already.
    """
    found: list[Attached] = []
    problems: list[Problem] = []
    for number, entry in enumerate(given):
        if entry is None:
            continue
        one = Attached(
            name=without_controls(entry["name"]).strip(),
            kind=entry["kind"],
            sha256=entry["sha256"].strip().lower(),
            file=entry["file"],
            path=f"attachments.{number}",
        )
        faults = [problem.at(one.path) for problem in _faults(one, kinds)]
        problems.extend(faults)
        if not faults:
            found.append(one)
    return found, problems


def _faults(one: Attached, kinds: frozenset[str]) -> Iterator[Problem]:
    if not one.name.isprintable() or not 0 < len(one.name) <= _LONGEST_NAME or "/" in one.name:
        yield Problem("attachment.name", "name")
    if one.kind not in kinds:
        yield Problem("attachment.kind", "kind", {"allowed": ", ".join(sorted(kinds))})
    if not _SHA256.fullmatch(one.sha256):
        yield Problem("attachment.sha256-form", "sha256")
    if not _stays_inside(one.file):
        yield Problem("attachment.outside", "file")


def _stays_inside(file: str) -> bool:
    """A plain way down, in the form that means the same on every system."""
    path = PurePosixPath(file)
    plain = file.isprintable() and not _FORBIDDEN & set(file)
    return plain and bool(path.parts) and not path.is_absolute() and ".." not in path.parts


@dataclass(slots=True)
class Folder:
    """The folder beside the feed. Small files are remembered: many lines share a picture."""

    root: Path
    _known: dict[str, _Found] = field(default_factory=dict)

    def evidence(
        self, attached: Sequence[Attached]
    ) -> tuple[tuple[Evidence, ...], tuple[Problem, ...]]:
        """The files themselves, and the faults of those that are not as stated."""
        evidence: list[Evidence] = []
        problems: list[Problem] = []
        for one in attached:
            try:
                found = self._known.get(one.file) or self._read(one.file)
            except Malformed as fault:
                problems.append(fault.problem.at(f"{one.path}.file"))
                continue
            if found.sha256 != one.sha256:
                problems.append(Problem("attachment.sha256", f"{one.path}.sha256"))
                continue
            evidence.append(
                Evidence(name=one.name, kind=one.kind, media_type=found.media_type, data=found.data)
            )
        return tuple(evidence), tuple(problems)

    def _read(self, file: str) -> _Found:
        data = self._bytes(file)
        media_type = next((kind for sign, kind in _SIGNATURES if data.startswith(sign)), None)
        if media_type is None:
            raise Malformed("attachment.media-type")
        found = _Found(hashlib.sha256(data).hexdigest(), media_type, data)
        if len(data) <= _SMALL:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[file] = found
        return found

    def _bytes(self, file: str) -> bytes:
        """The file's bytes; links that lead out of the folder are not followed."""
        try:
            path = (self.root / file).resolve()
            if not path.is_relative_to(self.root.resolve()):
                raise Malformed("attachment.outside")
            if not path.is_file():
                raise Malformed("attachment.missing")
            with path.open("rb") as opened:
                data = opened.read(LARGEST + 1)
        except (OSError, RuntimeError):  # the latter for links that lead in a circle
            raise Malformed("attachment.unreadable") from None
        if len(data) > LARGEST:
            raise Malformed("attachment.too-large", max=LARGEST // (1024 * 1024))
        return data
