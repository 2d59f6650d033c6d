"""The register of dated settings: what each one is, its first value, and which value holds when.

Fees, targets and limits may change by law; a value holds from its date until a later one does.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from types import MappingProxyType
from typing import Final

from absher_desk.bundled import resource
from absher_desk.catalogue.entries import Text
from absher_desk.catalogue.faults import BrokenCatalogue, Fault
from absher_desk.catalogue.tables import Table

SettingValue = str | int | bool | Decimal | tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingDefinition:
    """One setting; `unit` is free text (empty: none), `source` says where the default is from."""

    key: str
    type: str
    default: SettingValue
    effective_from: date
    unit: str
    title: Text
    source: str

    def parse(self, raw: object) -> SettingValue:
        """A stored value in the setting's type; money is stored as text. Raises ValueError."""
        value = _PARSERS[self.type](raw)
        if value is None:
            raise ValueError(self.key)
        return value


def load_register(path: Path | None = None) -> Mapping[str, SettingDefinition]:
    """The register, by key; without `path` the bundled one. Raises BrokenCatalogue."""
    path = path or resource("settings", "register.toml")
    faults: list[Fault] = []
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise BrokenCatalogue([Fault(path.name, "", "catalogue.unreadable-file")]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        reason = {"reason": str(error)}
        raise BrokenCatalogue([Fault(path.name, "", "catalogue.not-toml", reason)]) from None
    tables = Table(data, path.name, faults).every_table()
    found = {key: _definition(key, table) for key, table in tables}
    if faults:
        raise BrokenCatalogue(faults)
    return MappingProxyType(found)


def value_on(
    definition: SettingDefinition, entered: Iterable[tuple[date, object]], day: date
) -> SettingValue:
    """The value that holds on that day: the latest that has begun; of equals, the last given.

    `entered` are (first day, stored value) pairs in any order; without one that has begun the
    default holds. Raises ValueError for a stored value that is not of the setting's type.
    """
    best: tuple[date, object] | None = None
    for row in entered:
        if row[0] <= day and (best is None or row[0] >= best[0]):
            best = row
    return definition.default if best is None else definition.parse(best[1])


def _definition(key: str, table: Table) -> SettingDefinition:
    kind = table.text("type")
    if kind and kind not in _PARSERS:
        table.fault("type", "unknown-type", name=kind)
    found = SettingDefinition(
        key=key,
        type=kind,
        default=_default(table, kind),
        effective_from=table.day("effective_from"),
        unit=table.text("unit", required=False),
        title=table.words("title"),
        source=table.text("source"),
    )
    table.finish()
    return found


def _default(table: Table, kind: str) -> SettingValue:
    raw = table.anything("default")
    if raw is None or kind not in _PARSERS:
        return ""
    value = _PARSERS[kind](raw)
    if value is None:
        table.fault("default", "wrong-type", expected=kind)
        return ""
    return value


def _whole(raw: object) -> int | None:
    return raw if isinstance(raw, int) and not isinstance(raw, bool) else None


def _money(raw: object) -> Decimal | None:
    """An amount as text, so that no binary fraction comes near it."""
    try:
        amount = Decimal(raw) if isinstance(raw, str) else None
    except InvalidOperation:
        return None
    return amount if amount is not None and amount.is_finite() and amount >= 0 else None


def _numbers(raw: object) -> tuple[int, ...] | None:
    if not isinstance(raw, list | tuple):
        return None
    numbers = tuple(number for number in map(_whole, raw) if number is not None)
    return numbers if numbers and len(numbers) == len(raw) else None


_PARSERS: Final[Mapping[str, Callable[[object], SettingValue | None]]] = {
    "integer": _whole,
    "boolean": lambda raw: raw if isinstance(raw, bool) else None,
    "text": lambda raw: raw if isinstance(raw, str) else None,
    "money": _money,
    "integer-list": _numbers,
}
