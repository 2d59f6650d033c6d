"""The branches of the demonstration, from `resources/branches.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from absher_desk.bundled import resource
from absher_desk.standards.address import NationalAddress, parse_address
from absher_desk.standards.digits import is_digits, normalise
from absher_desk.standards.problems import Malformed


@dataclass(frozen=True, slots=True)
class Branch:
    """An office: four-digit code, names, city in both languages, and the sender's address."""

    code: str
    ar: str
    en: str
    city_ar: str
    city_en: str
    phone: str
    address: NationalAddress

    @property
    def region(self) -> str:
        """ISO 3166-2 code of the region it serves."""
        return self.address.region


def parse_branch_code(text: str) -> str:
    """A branch code: four digits.

    Raises:
        Malformed: `branch.code`.

    >>> parse_branch_code("١١٠١")
    '1101'
    """
    value = normalise(text)
    if len(value) != 4 or not is_digits(value):
        raise Malformed("branch.code")
    return value


@cache
def demonstration_branches() -> tuple[Branch, ...]:
    """The bundled branches in the order of their codes.

    >>> [branch.en for branch in demonstration_branches()][:2]
    ['Al Malqa branch', 'Ar Rawdah branch']
    """
    return read_branches(resource("branches.toml"))


def read_branches(file: Path) -> tuple[Branch, ...]:
    """The branches of a file like the bundled one, in the order of their codes.

    Raises:
        Malformed: `branch.code`, `branch.twice`.
        MalformedMany: an address is not complete.
    """
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["branch"]
    branches = sorted(map(_branch, entries), key=lambda branch: branch.code)
    if len({branch.code for branch in branches}) < len(branches):
        raise Malformed("branch.twice")
    return tuple(branches)


def _branch(entry: Mapping[str, Any]) -> Branch:
    address, _ = parse_address(entry["address"])
    code = parse_branch_code(entry["code"])
    return Branch(**{**entry, "code": code, "address": address})
