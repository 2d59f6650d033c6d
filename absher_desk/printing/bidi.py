"""Which way each character runs: embedding levels of the Unicode bidirectional algorithm (UAX 9).

Most strings of a form run one way only; they are recognised by their character classes and cost
nothing. The rest go through fpdf2's implementation, which passes Unicode's conformance tests.
"""

from itertools import groupby
from typing import NamedTuple
from unicodedata import bidirectional

from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection

from absher_desk.standards.bidi import LRI, PDI

_NEUTRAL = frozenset({"ES", "ET", "CS", "NSM", "ON", "WS"})
_LEFT_ONLY = _NEUTRAL | {"L", "EN"}
_RIGHT_ONLY = _NEUTRAL | {"R", "AL"}


class Stretch(NamedTuple):
    """Characters `start` up to `end` of a paragraph, all at one embedding level."""

    start: int
    end: int
    level: int


def levels(text: str, *, rtl: bool) -> tuple[int, ...]:
    """Embedding level of each character of one paragraph (no line breaks in it)."""
    classes = {bidirectional(character) for character in text}
    if not rtl and classes <= _LEFT_ONLY:
        return (0,) * len(text)
    if rtl and classes <= _RIGHT_ONLY:
        return (1,) * len(text)
    if rtl and _is_one_left_isolate(text):
        return (1, *(2,) * (len(text) - 2), 1)
    return _resolved(text, rtl=rtl)


def stretches(line_levels: tuple[int, ...]) -> list[Stretch]:
    """Split one line into stretches of equal level, in reading order."""
    found = []
    start = 0
    for level, group in groupby(line_levels):
        end = start + len(list(group))
        found.append(Stretch(start, end, level))
        start = end
    return found


def visual_order(line: list[Stretch]) -> list[Stretch]:
    """Put the stretches of one line in the order they stand from left to right (UAX 9, rule L2)."""
    if not line:
        return []
    ordered = list(line)
    highest = max(stretch.level for stretch in line)
    for least in range(highest, 0, -1):
        ordered = _reversed_from(least, ordered)
    return ordered


def _reversed_from(least: int, line: list[Stretch]) -> list[Stretch]:
    """Reverse every series of neighbours whose level is `least` or higher."""
    result: list[Stretch] = []
    series: list[Stretch] = []
    for stretch in line:
        if stretch.level >= least:
            series.append(stretch)
        else:
            result += [*reversed(series), stretch]
            series = []
    return [*result, *reversed(series)]


def _is_one_left_isolate(text: str) -> bool:
    inside = text[1:-1]
    return (
        bool(inside)
        and text[0] == LRI
        and text[-1] == PDI
        and {bidirectional(character) for character in inside} <= _LEFT_ONLY
    )


def _resolved(text: str, *, rtl: bool) -> tuple[int, ...]:
    base = 1 if rtl else 0
    direction = TextDirection.RTL if rtl else TextDirection.LTR
    by_index = {
        character.character_index: character.embedding_level
        for character in BidiParagraph(text, direction).get_characters()
    }
    found: list[int] = []
    for index in range(len(text)):  # joiners are dropped by rule X9: they stay with their letter
        found.append(by_index.get(index, found[-1] if found else base))
    return tuple(found)
