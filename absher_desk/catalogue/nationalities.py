"""Names of nationalities in both languages, from resources/nationalities.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache

from absher_desk.bundled import resource
from absher_desk.catalogue.entries import Text


@cache
def load_nationalities() -> Mapping[str, Text]:
    """Every three-letter code of `standards.countries` with its name."""
    text = resource("nationalities.toml").read_text(encoding="utf-8")
    return {code: Text(ar=ar, en=en) for code, (ar, en) in tomllib.loads(text).items()}
