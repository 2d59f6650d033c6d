"""Check digits of the machine-readable zone (ICAO 9303-3 §4.9)."""

import string

from absher_desk.standards.problems import Malformed

FILLER = "<"

WEIGHTS: list[int] = [7, 3, 1]
"""Weights of the positions from the left, repeating."""

VALUES: dict[str, int] = {
    FILLER: 0,
    **{digit: value for value, digit in enumerate(string.digits)},
    **{letter: value for value, letter in enumerate(string.ascii_uppercase, start=10)},
}
"""Value of each character: digits as themselves, A = 10 … Z = 35, the filler 0."""


def check_digit(text: str) -> str:
    """The check digit of a field, one decimal digit; raises `mrz.characters` (ICAO 9303-3 §4.9).

    >>> check_digit("520727")
    '3'
    >>> check_digit("AB2134<<<")
    '5'
    """
    total = 0
    for index, character in enumerate(text):
        if character not in VALUES:
            raise Malformed("mrz.characters", line=1, column=index + 1)
        total += VALUES[character] * WEIGHTS[index % len(WEIGHTS)]
    return str(total % 10)
