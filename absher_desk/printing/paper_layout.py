"""The layout of a service's paper, read from `resources/forms/<form>.toml`.

A layout is a kind, a size and parts one under another; the schema is told in `docs/papers.md`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Final, Literal, get_args

from absher_desk.bundled import resource
from absher_desk.printing.sheets import Words
from absher_desk.standards.problems import Malformed

PaperKind = Literal["notice", "permit", "certificate", "statement", "letter", "slip", "receipt"]
PaperSize = Literal["A4", "A6", "80mm"]
TextStyle = Literal["plain", "lead", "small"]
PLACEHOLDER: Final = re.compile(r"\{([a-z_.]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A part that is drawn only where a fact has one of `values` (empty: any value)."""

    fact: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact in a row of a grid; `weight` is its share of the width."""

    fact: str
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A grid of facts. What the request does not state is left out; `photo` adds the portrait."""

    rows: tuple[tuple[Cell, ...], ...]
    title: Words | None = None
    photo: bool = False
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A list of the declared fields that no other part shows."""

    title: Words | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph; `{fact}` stands for a value. The English may be empty."""

    ar: str
    en: str = ""
    style: TextStyle = "plain"
    title: Words | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A long text of the request over as many pages as it takes.

    `empty` is said where the request has none; without it the paper cannot be made yet.
    """

    fact: str
    empty: Words | None = None
    title: Words | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of what the request has many of: its decisions, or its fees."""

    of: Literal["decisions", "fees"]
    title: Words | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """Places to sign side by side: `applicant`, `officer`, `approver` or `stamp`."""

    places: tuple[str, ...]
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One fact, very large."""

    fact: str
    when: When | None = None


Part = Facts | Declared | Text | Body | Table | Signatures | Ticket

PARTS: Final[Mapping[str, type[Part]]] = {
    "facts": Facts,
    "declared": Declared,
    "text": Text,
    "body": Body,
    "table": Table,
    "signatures": Signatures,
    "ticket": Ticket,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A paper. `specimen` marks what imitates a document of the state.

    `authority` stands under the ministry on certificates.
    """

    form: str
    kind: PaperKind
    title: Words
    parts: tuple[Part, ...]
    size: PaperSize = "A4"
    authority: Words | None = None
    specimen: bool = False


@cache
def layout(form: str) -> Layout:
    """The layout of a form.

    Raises:
        Malformed: `printing.layout-broken` with the form and the place.
    """
    try:
        text = resource("forms", f"{form}.toml").read_text("utf-8")
        return read_layout(form, form_titles()[form], tomllib.loads(text))
    except (OSError, KeyError, tomllib.TOMLDecodeError) as fault:
        raise Malformed("printing.layout-broken", form=form, place=str(fault)) from fault


@cache
def form_titles() -> Mapping[str, Words]:
    """The title of every form, from `resources/forms.toml`."""
    table = tomllib.loads(resource("forms.toml").read_text("utf-8"))
    return {form: Words(**entry["title"]) for form, entry in table.items()}


def read_layout(form: str, title: Words, table: Mapping[str, Any]) -> Layout:
    """A layout from its table; `Malformed("printing.layout-broken")` for anything unknown."""
    reader = _Reader(form)
    rest = dict(table)
    parts = [reader.part(f"part[{i}]", dict(one)) for i, one in enumerate(rest.pop("part", []))]
    if "authority" in rest:
        rest["authority"] = reader.words("authority", rest["authority"])
    reader.one_of("kind", rest.get("kind"), get_args(PaperKind))
    reader.one_of("size", rest.get("size", "A4"), get_args(PaperSize))
    if not parts:
        raise reader.broken("part")
    values = rest | {"form": form, "title": title, "parts": tuple(parts)}
    built: Layout = reader.built("", Layout, values)
    return built


class _Reader:
    """Reads the tables of one form and says where one is wrong."""

    def __init__(self, form: str) -> None:
        self._form = form

    def broken(self, place: str) -> Malformed:
        return Malformed("printing.layout-broken", form=self._form, place=place)

    def one_of(self, place: str, value: object, known: tuple[str, ...]) -> None:
        if value not in known:
            raise self.broken(place)

    def words(self, place: str, value: Any) -> Words:
        if not isinstance(value, dict) or set(value) != {"ar", "en"} or not value["ar"]:
            raise self.broken(place)
        return Words(value["ar"], value["en"])

    def part(self, place: str, table: dict[str, Any]) -> Part:
        kind = table.pop("kind", None)
        self.one_of(f"{place}.kind", kind, tuple(PARTS))
        if "style" in table:
            self.one_of(f"{place}.style", table["style"], get_args(TextStyle))
        for name in ("title", "empty"):
            if name in table:
                table[name] = self.words(f"{place}.{name}", table[name])
        if "when" in table:
            condition = table["when"] | {"values": tuple(table["when"].get("values", ()))}
            table["when"] = self.built(f"{place}.when", When, condition)
        if "rows" in table:
            table["rows"] = tuple(tuple(map(_cell, row)) for row in table["rows"])
        if "places" in table:
            table["places"] = tuple(table["places"])
        part: Part = self.built(place, PARTS[str(kind)], table)
        return part

    def built(self, place: str, what: type[Any], values: Mapping[str, Any]) -> Any:
        unknown = values.keys() - {field.name for field in fields(what)}
        if unknown:
            raise self.broken(f"{place}.{min(unknown)}")
        try:
            return what(**values)
        except TypeError as fault:
            raise self.broken(place) from fault


def _cell(text: str) -> Cell:
    """A fact's name, with `*2` behind it where it takes twice the width."""
    name, _, weight = text.partition("*")
    return Cell(name, int(weight or 1))
