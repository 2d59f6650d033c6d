"""Direction marks: taken out of what is stored, put around what is shown (Unicode UAX #9)."""

from typing import Final

LRI: Final = "\u2066"
RLI: Final = "\u2067"
PDI: Final = "\u2069"

CONTROLS: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Every character that only steers direction: marks, embeddings, overrides, isolates."""

_DROP: Final = dict.fromkeys(map(ord, CONTROLS))


def without_controls(text: str) -> str:
    """The text without direction marks.

    >>> without_controls(isolate("RR473124829GB"))
    'RR473124829GB'
    """
    return text if text.isascii() else text.translate(_DROP)


def isolate(text: str) -> str:
    r"""A number, code or Latin name held left to right inside Arabic text; display only.

    >>> ascii(isolate("1448/06/13"))
    "'\\u20661448/06/13\\u2069'"
    """
    return f"{LRI}{text}{PDI}"


def isolate_rtl(text: str) -> str:
    r"""An Arabic phrase held right to left, whatever stands around it; display only.

    >>> ascii(isolate_rtl("x"))
    "'\\u2067x\\u2069'"
    """
    return f"{RLI}{text}{PDI}"
