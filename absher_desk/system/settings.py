"""The settings of one desk: typed, from a TOML file and the environment, checked on reading."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from absher_desk.operations.errors import DeskError
from absher_desk.system.settings_text import replace_file, with_values

PREFIX = "ABSHER_DESK_"


class SettingsFault(DeskError):
    """The settings cannot be used; `values` name the file (or variable) and the key."""


def _setting(default: str | int, *, user: bool = False, **rules: object) -> Any:
    """A field whose rules travel with it: `choices`, `form` (code, pattern), `low` and `high`."""
    return field(default=default, metadata={"user": user, **rules})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What may differ from desk to desk. Secrets are not here: they live in the keyring.

    Empty text means "not set": the embedded database, the system's printer, the platform's
    documents folder. `branch` is the 4-digit branch code, `idle_lock_minutes` is in minutes.
    """

    database_url: str = _setting("")
    branch: str = _setting("", form=("settings.branch_form", r"[0-9]{4}|"))
    counter: str = _setting("", user=True, form=("settings.counter_form", r"[0-9A-Za-z-]{0,8}"))
    language: str = _setting("ar", user=True, choices=("ar", "en"))
    theme: str = _setting("system", user=True, choices=("system", "light", "dark"))
    text_size: int = _setting(100, user=True, low=80, high=200)
    idle_lock_minutes: int = _setting(10, low=1, high=120)
    printer: str = _setting("", user=True)
    label_printer: str = _setting("", user=True)
    save_pdf_folder: str = _setting("", user=True)
    log_level: str = _setting("info", choices=("debug", "info", "warning", "error"))


_FIELDS = {each.name: each for each in fields(Settings)}
USER_CHANGEABLE = tuple(name for name, each in _FIELDS.items() if each.metadata["user"])


class SettingsFile:
    """One settings file with the environment that overrides it.

    `required` is for a file that somebody named (`--config FILE`): then it must exist.
    Environment variables are `ABSHER_DESK_` and the key in capitals; others with that prefix
    (`ABSHER_DESK_HOME`) belong to someone else and are left alone.
    """

    def __init__(
        self, path: Path, environment: Mapping[str, str] = os.environ, *, required: bool = False
    ) -> None:
        self.path = path
        self._environment = environment
        self._required = required

    def load(self) -> Settings:
        """Defaults, then the file, then the environment; raises `SettingsFault`."""
        found = _checked_table(self._table(), str(self.path))
        for name in _FIELDS:
            variable = PREFIX + name.upper()
            if variable in self._environment:
                text = self._environment[variable]
                found[name] = _checked(name, _from_text(name, text, variable), variable)
        return Settings(**found)  # type: ignore[arg-type]  # each checked against its field

    def save(self, settings: Settings) -> None:
        """Write what the user changed, atomically, and leave the rest of the file as it is.

        Only user-changeable keys that differ from `load()` are written, so an override from the
        environment does not creep into the file. Raises `SettingsFault`.
        """
        before = self.load()
        changed = {
            name: getattr(settings, name)
            for name in USER_CHANGEABLE
            if getattr(settings, name) != getattr(before, name)
        }
        for name, value in changed.items():
            _checked(name, value, str(self.path))
        if not changed:
            return
        try:
            replace_file(self.path, with_values(self._text(), changed))
        except OSError as error:
            raise _fault("settings.not_saved", str(self.path), reason=_reason(error)) from error

    def _text(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8-sig")
        except FileNotFoundError as error:
            if not self._required:
                return ""
            raise _fault("settings.missing", str(self.path)) from error
        except UnicodeDecodeError as error:
            raise _fault("settings.not_utf8", str(self.path)) from error
        except OSError as error:
            raise _fault("settings.unreadable", str(self.path), reason=_reason(error)) from error

    def _table(self) -> dict[str, Any]:
        text = self._text()
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            place = line.group(1) if line else str(max(1, len(text.splitlines())))  # at its end
            raise _fault("settings.not_toml", str(self.path), line=place) from error


def _checked_table(table: Mapping[str, Any], source: str) -> dict[str, str | int]:
    for key in table:
        if key not in _FIELDS:
            raise _fault("settings.unknown_key", source, key)
    found = {key: _checked(key, value, source) for key, value in table.items()}
    if carries_password(str(found.get("database_url", ""))):
        raise _fault("settings.password_in_file", source, "database_url")
    return found


def _checked(key: str, value: Any, source: str) -> str | int:
    """The value as its field allows it; raises `SettingsFault`."""
    if not isinstance(value, str | int):
        raise _fault(_type_fault(key), source, key)
    kind: type = type(_FIELDS[key].default)
    if type(value) is not kind:  # exact: True is an int to isinstance
        raise _fault(_type_fault(key), source, key)
    rules = _FIELDS[key].metadata
    if "choices" in rules and value not in rules["choices"]:
        raise _fault("settings.not_a_choice", source, key, choices=", ".join(rules["choices"]))
    if "form" in rules and not re.fullmatch(rules["form"][1], str(value)):
        raise _fault(rules["form"][0], source, key)
    if "low" in rules and not rules["low"] <= value <= rules["high"]:
        raise _fault("settings.out_of_range", source, key, low=rules["low"], high=rules["high"])
    return value


def _type_fault(key: str) -> str:
    wants_text = isinstance(_FIELDS[key].default, str)
    return "settings.not_text" if wants_text else "settings.not_a_number"


def _from_text(key: str, text: str, variable: str) -> str | int:
    if isinstance(_FIELDS[key].default, str):
        return text
    try:
        return int(text)
    except ValueError:
        raise _fault(_type_fault(key), variable, key) from None


def carries_password(url: str) -> bool:
    """Whether a database address holds a password, before the host or as a parameter."""
    if url.startswith("sqlite"):
        return False
    address = url.partition("://")[2]
    account = address.rpartition("@")[0]
    return ":" in account or re.search(r"[?&]password=", address) is not None


def _fault(code: str, file: str, key: str = "", **values: str | int) -> SettingsFault:
    return SettingsFault(code, file=file, key=key, **values)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
