"""Names of persons in their four parts: first, father, grandfather, family (SAMA rulebook).

The name is stored as it looks: marks, hamza and tatweel stay as given. Only what cannot be seen
goes. What two spellings have in common is the search key's affair (`folding.fold`).
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from absher_desk.standards.bidi import without_controls
from absher_desk.standards.problems import Malformed, MalformedMany, Problem

MAX_PART: Final = 60
PARTS: Final = ("first", "father", "grandfather", "family")
REQUIRED: Final = frozenset({"first", "family"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in one script; father and grandfather may be unknown (empty)."""

    first: str
    father: str
    grandfather: str
    family: str

    @property
    def full(self) -> str:
        """All known parts in their order.

        >>> PersonName("نورة", "علي", "", "القحطاني").full
        'نورة علي القحطاني'
        """
        parts = (self.first, self.father, self.grandfather, self.family)
        return " ".join(part for part in parts if part)


def clean_name(text: str) -> str:
    """The text without what cannot be seen: direction and control marks, surplus spaces.

    >>> clean_name(" محـــمّد  \u202bعلي\u202c ")
    'محـــمّد علي'
    """
    words = " ".join(text.split())
    if not words.isprintable():
        kept = (c for c in without_controls(words) if unicodedata.category(c) != "Cc")
        words = " ".join("".join(kept).replace("\ufeff", "").split())
    return unicodedata.normalize("NFC", words)


def parse_name_part(text: str) -> str:
    """One part of a name, checked.

    Raises:
        Malformed: `name.empty`, `name.too-long`, `name.character` (a digit or a sign).

    >>> parse_name_part("آل سعيد")
    'آل سعيد'
    """
    value = clean_name(text)
    if not value:
        raise Malformed("name.empty")
    if len(value) > MAX_PART:
        raise Malformed("name.too-long", max=MAX_PART)
    if not value.isalpha() and not all(map(_belongs, value)):
        raise Malformed("name.character")
    return value


def parse_name(parts: Mapping[str, object]) -> PersonName:
    """A whole name from its parts by name; father and grandfather may be left out.

    Raises:
        MalformedMany: every fault, each with the part as its path.
    """
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for part in PARTS:
        given = parts.get(part)
        try:
            values[part] = _parse_given(given, required=part in REQUIRED)
        except Malformed as fault:
            problems.append(fault.problem.at(part))
    if problems:
        raise MalformedMany(problems)
    return PersonName(**values)


def _parse_given(given: object, *, required: bool) -> str:
    if given is None or given == "":
        if required:
            raise Malformed("name.empty")
        return ""
    if not isinstance(given, str):
        raise Malformed("name.not-text")
    return parse_name_part(given)


def _belongs(character: str) -> bool:
    """Letters and their marks, spaces, joiners, and the signs of Latin names."""
    category = unicodedata.category(character)
    return category[0] == "L" or category == "Mn" or character in " '’-.\u200c\u200d"
