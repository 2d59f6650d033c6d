"""Reads cleaned details for rules: a value that is missing or was refused is None."""

from collections.abc import Mapping
from datetime import date, datetime

from absher_desk.standards.problems import Problem

Details = Mapping[str, object]
Problems = tuple[Problem, ...]


def day_in(details: Details, name: str) -> date | None:
    """The day of a cleaned date, or of a moment as its own clock shows it."""
    text = details.get(name)
    return datetime.fromisoformat(text).date() if isinstance(text, str) else None


def number_in(details: Details, name: str) -> int | None:
    """A cleaned whole number."""
    value = details.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def text_in(details: Details, name: str) -> str | None:
    """A cleaned text."""
    value = details.get(name)
    return value if isinstance(value, str) else None


def in_order(details: Details, first: str, last: str) -> Problems:
    """A span of days that ends before it begins, noted at its last day."""
    begins, ends = day_in(details, first), day_in(details, last)
    if begins is not None and ends is not None and ends < begins:
        return (Problem("details.ends-before", last),)
    return ()
