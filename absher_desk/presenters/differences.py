"""Which characters of two shown values differ, so that the eye is led to them alone."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from absher_desk.presenters.activation_state import Spans

_ALIKE_ENOUGH = 0.4


def differing(stated: str, register: str) -> tuple[Spans, Spans]:
    """Ranges of characters that differ, in each of the two values.

    Values that have little in common are marked whole: marks on every other letter say nothing.

    >>> differing("1451/03/02", "1451/03/20")
    (((8, 10),), ((8, 10),))
    >>> differing("عبد الله", "عبدالله")
    (((3, 4),), ())
    """
    matcher = SequenceMatcher(None, stated, register, autojunk=False)
    if matcher.ratio() < _ALIKE_ENOUGH:
        return _whole(stated), _whole(register)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        _joined((start, end) for _, start, end, _, _ in changes),
        _joined((start, end) for _, _, _, start, end in changes),
    )


def _whole(text: str) -> Spans:
    return ((0, len(text)),) if text else ()


def _joined(spans: Iterable[tuple[int, int]]) -> Spans:
    """Without empty ones; those with one equal character between them become one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if start == end:
            continue
        if found and start - found[-1][1] <= 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
