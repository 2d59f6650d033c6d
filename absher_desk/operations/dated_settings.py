"""Dated settings in force: the register's defaults and what an administrator entered for a day."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from absher_desk.catalogue.settings_register import SettingDefinition, value_on
from absher_desk.models.database import Database
from absher_desk.models.day import Setting


class DatedSettings:
    """Values by key and day. `reload` sees what other desks entered since."""

    def __init__(self, register: Mapping[str, SettingDefinition]) -> None:
        """Start with the register's defaults alone."""
        self._register = register
        self._entered: dict[str, list[tuple[date, Any]]] = {}

    def value(self, key: str, on: date) -> Any:
        """The value in force on a day. Raises KeyError for a key that the register lacks."""
        definition = self._register[key]
        return value_on(definition, self._entered.get(key, ()), on)

    def reload(self, database: Database) -> None:
        """Read what was entered."""
        with database.read() as connection:
            rows = connection.execute(
                select(Setting.key, Setting.effective_from, Setting.value)
            ).all()
        self._replace((row.key, row.effective_from, row.value) for row in rows)

    def _replace(self, rows: Iterable[tuple[str, date, Any]]) -> None:
        entered: dict[str, list[tuple[date, Any]]] = {}
        for key, effective_from, value in rows:
            entered.setdefault(key, []).append((effective_from, value))
        self._entered = entered
