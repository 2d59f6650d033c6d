"""The fixed words of forms, in both languages, from `resources/forms/*.toml`."""

import tomllib
from functools import cache
from typing import Any

from absher_desk.bundled import resource
from absher_desk.printing.sheets import Words


class Wording:
    """Words of one form by dotted key; asking for a key that is not there is a fault of ours."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._table = table

    def __getitem__(self, key: str) -> Words:
        entry: Any = self._table
        for part in key.split("."):
            entry = entry[part]
        return Words(entry["ar"], entry["en"])


@cache
def wording(form: str) -> Wording:
    """Read the words of a form, over those that all forms share."""
    shared = tomllib.loads(resource("forms", "shared.toml").read_text("utf-8"))
    own = tomllib.loads(resource("forms", f"{form}.toml").read_text("utf-8"))
    return Wording(shared | own)
