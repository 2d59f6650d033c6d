"""Reads one TOML table key by key, collecting faults instead of stopping at the first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from absher_desk.catalogue.entries import Text
from absher_desk.catalogue.faults import Fault

_T = TypeVar("_T")
_NAMES: dict[type, str] = {
    str: "string",
    int: "integer",
    bool: "boolean",
    list: "array",
    dict: "table",
    date: "date",
}


@dataclass(slots=True)
class Table:
    """One table of one file. A getter notes a fault and answers with an empty value.

    `finish` must be called last: it reports the keys nobody asked for.
    """

    data: Mapping[str, object]
    file: str
    faults: list[Fault]
    key: str = ""
    _asked: set[str] = field(default_factory=set)

    def path(self, name: str) -> str:
        """The dotted key of `name` in this file."""
        return f"{self.key}.{name}" if self.key else name

    def fault(self, name: str, code: str, /, **values: str | int) -> None:
        """Notes a fault at `name` of this table (empty: the table itself)."""
        path = self.path(name) if name else self.key
        self.faults.append(Fault(self.file, path, f"catalogue.{code}", values))

    def _get(self, name: str, kind: type[_T], *, required: bool) -> _T | None:
        self._asked.add(name)
        value = self.data.get(name)
        if value is None:
            if required:
                self.fault(name, "missing-key")
            return None
        # bool is an int in Python; the two are not the same in a catalogue.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.fault(name, "wrong-type", expected=_NAMES[kind])
            return None
        return value

    def has(self, name: str) -> bool:
        """Whether the key is there."""
        return name in self.data

    def text(self, name: str, *, required: bool = True) -> str:
        """A text that is not blank."""
        value = self._get(name, str, required=required)
        if value is not None and not value.strip():
            self.fault(name, "missing-key")
        return value or ""

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number of 0 or more; required when there is no default."""
        value = self._get(name, int, required=default is None)
        if value is not None and value < 0:
            self.fault(name, "wrong-type", expected="integer ≥ 0")
        return (default or 0) if value is None else value

    def flag(self, name: str, *, default: bool) -> bool:
        """True or false."""
        value = self._get(name, bool, required=False)
        return default if value is None else value

    def value(self, name: str) -> str | int | bool | None:
        """A text, a whole number, true or false, or nothing."""
        self._asked.add(name)
        value = self.data.get(name)
        if value is None or isinstance(value, str | int):
            return value
        self.fault(name, "wrong-type", expected="string | integer | boolean")
        return None

    def anything(self, name: str) -> object:
        """Whatever is there, which the caller checks."""
        return self._get(name, object, required=True)

    def day(self, name: str) -> date:
        """A date without a time."""
        value = self._get(name, date, required=True)
        if isinstance(value, datetime):
            self.fault(name, "wrong-type", expected=_NAMES[date])
            return value.date()
        return value or date.min

    def values(self, name: str) -> tuple[str | int | bool, ...]:
        """A list of texts, whole numbers, or true and false, with at least one."""
        found = self._get(name, list, required=True) or []
        good = tuple(value for value in found if isinstance(value, str | int))
        if len(good) < len(found) or (name in self.data and not found):
            self.fault(name, "wrong-type", expected="array of string | integer | boolean")
        return good

    def texts(self, name: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts, each once."""
        found = self._get(name, list, required=required) or []
        good = tuple(value for value in found if isinstance(value, str))
        if len(good) < len(found):
            self.fault(name, "wrong-type", expected="array of string")
        if len(set(good)) < len(good):
            self.fault(name, "named-twice", name=next(n for n in good if good.count(n) > 1))
        if required and name in self.data and not found:
            self.fault(name, "missing-key")
        return good

    def words(self, name: str) -> Text:
        """The words in both languages, neither blank."""
        table = self._get(name, dict, required=True)
        if table is None:
            return Text(ar="", en="")
        words = Table(table, self.file, self.faults, self.path(name))
        found = Text(ar=words.words_in("ar"), en=words.words_in("en"))
        words.finish()
        return found

    def words_in(self, language: str) -> str:
        """The words of one language of a table with `ar` and `en`."""
        value = self._get(language, str, required=False)
        if language not in self.data or (value is not None and not value.strip()):
            self.fault("", "missing-translation", language=language)
        return value or ""

    def table(self, name: str, *, required: bool = False) -> "Table | None":
        """The table under `name`."""
        found = self._get(name, dict, required=required)
        return None if found is None else Table(found, self.file, self.faults, self.path(name))

    def named_tables(self, name: str, *, required: bool = False) -> Iterator[tuple[str, "Table"]]:
        """The tables under `name` with their keys, in the order of the file."""
        outer = self.table(name, required=required)
        if outer is not None:
            yield from outer.every_table()

    def every_table(self) -> Iterator[tuple[str, "Table"]]:
        """Each key of this table as a table."""
        for key in self.data:
            inner = self.table(key)
            if inner is not None:
                yield key, inner

    def listed_tables(self, name: str) -> Iterator["Table"]:
        """The tables of an array, keyed `name[0]`, `name[1]`."""
        for number, item in enumerate(self._get(name, list, required=False) or []):
            key = f"{name}[{number}]"
            if isinstance(item, dict):
                yield Table(item, self.file, self.faults, self.path(key))
            else:
                self.fault(key, "wrong-type", expected="table")

    def finish(self) -> None:
        """Reports every key that is not part of the schema."""
        for name in self.data:
            if name not in self._asked:
                self.fault(name, "unknown-key")
