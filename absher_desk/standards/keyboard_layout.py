"""What a keyboard scanner typed while the Arabic (101) layout was on, turned back to Latin.

A wedge scanner presses keys, and the layout decides what they write: `RR` arrives as two vowel
marks. Windows and current X11 layouts put the same signs on the same keys, except that one key
writes two characters on Windows and one ligature on X11; both are known here.
"""

import re
from collections.abc import Iterator
from typing import Final

_PLAIN: Final = dict(
    zip(
        "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ",
        "qwertyuiop[]asdfghjkl;'zxcvnm,./`",
        strict=True,
    )
)
_SHIFTED: Final = dict(
    zip(
        "\u064e\u064b\u064f\u064cإ\u2018`÷×؛<>\u0650\u064d][أ\u0640،/~\u0652}{آ\u2019',.؟\u0651",
        "QWERYUUIOP{}ASDFHJKLZXCVNMM<>?~",
        strict=True,
    )
)
_LAM_ALEF: Final = {
    "لأ": "G",
    "لإ": "T",
    "لآ": "B",
    "\ufef7": "G",
    "\ufef9": "T",
    "\ufef5": "B",
    "\ufefb": "b",
}
_KEYS: Final = {**_PLAIN, **_SHIFTED, **_LAM_ALEF}
_TWO_KEYS_OR_ONE: Final = "لا"


def readings(text: str) -> Iterator[str]:
    """What may have been scanned, the likeliest first: the text itself, then its Latin keys.

    On Windows the key b writes ل and ا, as the keys g and h do together: such a text has two
    Latin readings. A text without signs of the Arabic layout has itself alone.

    >>> list(readings("481101000012384"))
    ['481101000012384']
    >>> list(readings("\u064c\u064c473124829\u064d\u0650"))[-1]
    'RR473124829SA'
    """
    yield text
    latin = _latin(text, "b")
    if latin != text:
        yield latin
    if _TWO_KEYS_OR_ONE in text:
        yield _latin(text, "gh")


def _latin(text: str, lam_alef: str) -> str:
    keys = {**_KEYS, _TWO_KEYS_OR_ONE: lam_alef}
    return _PRESSED.sub(lambda found: keys[found[0]], text)


_PRESSED: Final = re.compile(
    "|".join(map(re.escape, sorted([*_KEYS, _TWO_KEYS_OR_ONE], key=len, reverse=True)))
)
