"""C40 encoding of text in visible digital seals (ICAO 9303-13 §2.6).

Letters A–Z, digits and the space; the filler `<` becomes a space and is read back as one.
"""

import string
from collections.abc import Iterator

from absher_desk.standards.problems import Malformed

VALUES: dict[str, int] = {
    " ": 3,
    **{digit: value for value, digit in enumerate(string.digits, start=4)},
    **{letter: value for value, letter in enumerate(string.ascii_uppercase, start=14)},
}
"""C40 value of each character."""

PAD = 0
"""Completes a triple of which two characters are left (Shift 1)."""

UNLATCH = 0xFE
"""Stands before a single character that is left, which follows as ASCII + 1."""


def encoded_length(characters: int) -> int:
    """Bytes that a text of so many characters takes: two for each three begun.

    >>> encoded_length(9), encoded_length(10)
    (6, 8)
    """
    return -(-characters // 3) * 2


def encode(text: str) -> bytes:
    """The bytes of a text; raises `c40.character` with its `position` from 1.

    >>> encode("XK<CD").hex()
    'eb0466a9'
    >>> encode("XKCD").hex()
    'eb11fe45'
    """
    plain = text.replace("<", " ")
    for index, character in enumerate(plain, start=1):
        if character not in VALUES:
            raise Malformed("c40.character", position=index)
    return b"".join(_pair(plain[start : start + 3]) for start in range(0, len(plain), 3))


def decode(data: bytes) -> str:
    """The text in some bytes, spaces for fillers; raises `c40.bytes`.

    >>> decode(bytes.fromhex("eb0466a9"))
    'XK CD'
    """
    if len(data) % 2:
        raise Malformed("c40.bytes")
    characters = {value: character for character, value in VALUES.items()}
    text = "".join(characters.get(value, "?") for value in _values(data))
    if "?" in text:
        raise Malformed("c40.bytes")
    return text


def _pair(part: str) -> bytes:
    if len(part) == 1:
        return bytes([UNLATCH, ord(part) + 1])
    first, second, third = [*(VALUES[character] for character in part), PAD][:3]
    return (1600 * first + 40 * second + third + 1).to_bytes(2, "big")


def _values(data: bytes) -> Iterator[int]:
    """C40 values of all characters, -1 for one outside the table."""
    for start in range(0, len(data), 2):
        is_last = start + 2 == len(data)
        high, low = data[start : start + 2]
        if high == UNLATCH and is_last:
            yield VALUES.get(chr(max(low - 1, 0)), -1)
            continue
        rest, third = divmod(high * 256 + low - 1, 40)
        yield from divmod(rest, 40)
        if not (is_last and third == PAD):
            yield third
