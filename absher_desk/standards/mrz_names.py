"""The name field of the machine-readable zone (ICAO 9303-3 §4.6, 9303-4 §4.2.3)."""

import re
import string
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from absher_desk.standards.problems import Malformed

TD3_WIDTH = 39

_FIELD = re.compile(r"([A-Z]+(?:<[A-Z]+)*)(?:<<([A-Z]+(?:<[A-Z]+)*))?<*")
_LETTERS = frozenset(string.ascii_uppercase)
_SEPARATORS = frozenset("<,،")


@dataclass(frozen=True, slots=True)
class MrzName:
    """A name as the zone holds it: components parted by one space, upper case.

    `fills_field` says that the field ends with a letter, so the name may have been truncated.
    """

    primary: str
    secondary: str
    fills_field: bool


def name_components(text: str) -> list[str]:
    """Components of a Latin name in A–Z (ICAO 9303-3 §4.6).

    Apostrophes and other punctuation are dropped, hyphens and commas part components. Raises
    `mrz.name.character` with the `position` (from 1) of a digit or of a letter outside A–Z.

    >>> name_components("Smith-Jones")
    ['SMITH', 'JONES']
    >>> name_components("O'Connor")
    ['OCONNOR']
    """
    kept = "".join(_kept(character, index) for index, character in enumerate(text, start=1))
    return kept.split()


def write_name(primary: str, secondary: str = "", *, width: int = TD3_WIDTH) -> str:
    """The name field, filled or truncated to `width` characters (ICAO 9303-4 §4.2.3).

    A name that does not fit keeps the beginning of its components in order, ends with a letter
    and keeps at least one letter of the secondary identifier. Raises `mrz.name.character`,
    `mrz.name.empty` (no letter in the primary) and `mrz.name.not-truncatable` (components of one
    letter that leave no way to end with a letter).

    >>> write_name("Al Basri", "Huda", width=20)
    'AL<BASRI<<HUDA<<<<<<'
    >>> write_name("Papandropoulous", "Jonathon Warren Trevor")
    'PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR'
    >>> write_name("Papandropoulous", "Jonathon Warren X Trevor")
    'PAPANDROPOULOUS<<JONATHON<WARREN<X<TREV'
    """
    first, second = name_components(primary), name_components(secondary)
    if not first:
        raise Malformed("mrz.name.empty")
    whole = _joined(first, second)
    if len(whole) <= width:
        return whole.ljust(width, "<")
    for field in _truncations(first, second, width):
        if len(field) == width and not field.endswith("<"):
            return field
    raise Malformed("mrz.name.not-truncatable")


def read_name(field: str) -> MrzName:
    """The identifiers in a name field; raises `mrz.name.field` (ICAO 9303-3 §4.6).

    >>> read_name("AL<BASRI<<HUDA<<<<<<")
    MrzName(primary='AL BASRI', secondary='HUDA', fills_field=False)
    """
    matched = _FIELD.fullmatch(field)
    if matched is None:
        raise Malformed("mrz.name.field")
    primary, secondary = matched[1], matched[2] or ""
    fills_field = not field.endswith("<")
    return MrzName(primary.replace("<", " "), secondary.replace("<", " "), fills_field)


def name_agrees(
    read: MrzName, primary: str, secondary: str = "", *, width: int = TD3_WIDTH
) -> bool:
    """Whether a name read from a zone can stand for this full name, truncation allowed for.

    The standard leaves open where a State cuts, so components need only begin the full ones, in
    order. A name that fits must be complete. Raises `mrz.name.character`.

    >>> cut = read_name("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K")
    >>> name_agrees(cut, "Nilavadhanananda", "Chayapa Dejthamrong Krasuang")
    True
    """
    first, second = name_components(primary), name_components(secondary)
    if len(_joined(first, second)) <= width:
        return (read.primary.split(), read.secondary.split()) == (first, second)
    return (
        read.fills_field
        and _begins(read.primary.split(), first)
        and _begins(read.secondary.split(), second)
    )


def _kept(character: str, position: int) -> str:
    upper = character.upper()
    if upper in _LETTERS:
        return upper
    category = unicodedata.category(character)
    if character in _SEPARATORS or category in {"Pd", "Zs"}:
        return " "
    if category.startswith("P") or category in {"Sk", "Cf", "Lm"}:
        return ""
    raise Malformed("mrz.name.character", position=position)


def _joined(primary: Sequence[str], secondary: Sequence[str]) -> str:
    return "<<".join("<".join(part) for part in (primary, secondary) if part)


def _begins(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether each component begins the full one at its place, some at the end perhaps missing."""
    if len(short) > len(full) or bool(short) != bool(full):
        return False
    return all(whole.startswith(part) for part, whole in zip(short, full, strict=False))


def _truncations(primary: Sequence[str], secondary: Sequence[str], width: int) -> Iterator[str]:
    """Truncated fields to try: the second cuts the primary by one letter more than needed."""
    if not secondary:
        yield _shortened(primary, width)
        return
    needed = min(len("<".join(primary)), width - 3)
    for room in range(needed, max(needed - 2, 0), -1):
        head = _shortened(primary, room)
        yield f"{head}<<{_cut(secondary, width - len(head) - 2)}"


def _shortened(components: Sequence[str], width: int) -> str:
    """Components within `width`, cut one letter at a time from the longest, the last of equals."""
    kept = list(components[: (width + 1) // 2])
    while len("<".join(kept)) > width:
        longest = max(range(len(kept)), key=lambda index: (len(kept[index]), index))
        kept[longest] = kept[longest][:-1]
    return "<".join(kept)


def _cut(components: Sequence[str], width: int) -> str:
    """Components cut at `width`, with a letter at the end where that can be.

    Where the cut falls on a separator, the last component before it with two letters gives one
    up, so that the next component can begin.
    """
    cut = "<".join(components)[:width]
    if not cut.endswith("<"):
        return cut
    kept = cut[:-1].split("<")
    for index in reversed(range(len(kept))):
        if len(kept[index]) > 1:
            kept[index] = kept[index][:-1]
            return "<".join([*kept, components[len(kept)][0]])
    return cut
