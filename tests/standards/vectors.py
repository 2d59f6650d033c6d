"""Reads test vectors: our own sets, and those of the reference shelf where it is at hand.

A set is lines of fields separated by `|`. Ours are the files `vectors/<kind>.txt` (`#` starts a
comment line); the shelf's are the fenced blocks ```` ```vectors <kind> ```` of its `domain.md`.
The shelf stands in the folder named by `ABSHER_DESK_SHELF`, else in `shared` beside the checkout.
"""

import os
import re
from functools import cache
from pathlib import Path

Row = tuple[str, ...]

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
_READ = re.compile(r"\brows\(\s*\"([a-z0-9-]+)\"")
_HEADING_OR_KIND = re.compile(r"^#{2,3} ([0-9]+(?:\.[0-9]+)*)|^```vectors (\S+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```vectors (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def rows(kind: str, verdict: str = "") -> list[Row]:
    """All vectors of a kind as their fields, ours first; with `verdict`, only those, without it.

    An unknown kind is an error, so that a misspelt name cannot make a test empty.
    """
    found = list(dict.fromkeys([*_own(kind), *_shelf().get(kind, ())]))
    if verdict:
        found = [row[1:] for row in found if row[0] == verdict]
    if not found:
        raise LookupError(f"no vectors: {kind} {verdict}")
    return found


def own_kinds() -> set[str]:
    """Kinds of which we have a set."""
    return {file.stem for file in (_HERE / "vectors").glob("*.txt")}


def shelf_kinds(*sections: str) -> set[str]:
    """Kinds in these sections of the page on the shelf, such as `4` or `6.7`; without it, none."""
    kinds, section = set(), ""
    for heading, kind in _HEADING_OR_KIND.findall(_page()):
        section = heading or section
        if kind and any(f"{section}.".startswith(f"{wanted}.") for wanted in sections):
            kinds.add(kind)
    return kinds


def kinds_read() -> set[str]:
    """Kinds that the source of some test reads."""
    sources = (file.read_text(encoding="utf-8") for file in _HERE.parent.rglob("*.py"))
    return {kind for source in sources for kind in _READ.findall(source)}


def _own(kind: str) -> list[Row]:
    file = _HERE / "vectors" / f"{kind}.txt"
    return _split(file.read_text(encoding="utf-8")) if file.is_file() else []


@cache
def _shelf() -> dict[str, list[Row]]:
    return {kind: _split(body) for kind, body in _BLOCK.findall(_page())}


@cache
def _page() -> str:
    folder = os.environ.get("ABSHER_DESK_SHELF")
    page = (Path(folder) if folder else _ROOT.parent / "shared") / "domain.md"
    return page.read_text(encoding="utf-8") if page.is_file() else ""


def _split(text: str) -> list[Row]:
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [tuple(line.split("|")) for line in lines]
