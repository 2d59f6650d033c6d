"""Vehicle plates: three letters of seventeen and a number of one to four digits.

Each Latin letter stands under its Arabic one and Arabic is read from the right, so the Latin
letters are the reverse of the Arabic reading order; the digits are not reversed. One form is
kept: Latin letters from the left. Leading zeros are a matter of display.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from absher_desk.standards.digits import normalise
from absher_desk.standards.problems import Malformed

ARABIC_LETTERS: Final = "ابحدرسصطعقكلمنهوى"
LATIN_LETTERS: Final = "ABJDRSXTEGKLZNHUV"

_TO_LATIN: Final = dict(zip(ARABIC_LETTERS, LATIN_LETTERS, strict=True))
_TO_ARABIC: Final = dict(zip(LATIN_LETTERS, ARABIC_LETTERS, strict=True))
_USUAL_TYPING: Final = str.maketrans("أإآٱيیک", "ااااىىك")
_FORM: Final = re.compile(r"(?P<before>[0-9]*)(?P<letters>[^0-9]*)(?P<after>[0-9]*)")


@dataclass(frozen=True, slots=True, order=True)
class Plate:
    """A plate in its kept form: Latin letters from left to right, and the number."""

    letters: str
    number: int

    @property
    def value(self) -> str:
        """The kept text: `TNJ 1234`."""
        return f"{self.letters} {self.number}"

    def latin(self, *, padded: bool = False) -> str:
        """As the Latin line of the plate shows it, the number with leading zeros if asked.

        >>> Plate("RSX", 456).latin(padded=True)
        'RSX 0456'
        """
        return f"{self.letters} {self._digits(padded=padded)}"

    def arabic(self, *, padded: bool = False) -> str:
        """As the Arabic line is read from the right: letters apart, then the number.

        >>> Plate("TNJ", 1234).arabic()
        'ح ن ط 1234'
        """
        letters = " ".join(_TO_ARABIC[letter] for letter in reversed(self.letters))
        return f"{letters} {self._digits(padded=padded)}"

    def _digits(self, *, padded: bool) -> str:
        return f"{self.number:04d}" if padded else str(self.number)


def parse_plate(text: str) -> Plate:
    """A plate as typed in either script, the number before or after the letters.

    Raises:
        Malformed: `plate.empty`, `.form`, `.mixed`, `.letter`, `.letters`, `.digits`, `.zero`.

    >>> parse_plate("ح ن ط ١٢٣٤") == parse_plate("tnj1234")
    True
    """
    value = unicodedata.normalize("NFC", normalise(text)).upper()
    if not value:
        raise Malformed("plate.empty")
    found = _FORM.fullmatch(value)
    if found is None or (found["before"] and found["after"]):
        raise Malformed("plate.form")
    letters = _letters(found["letters"].translate(_USUAL_TYPING))
    return Plate(letters, _number(found["before"] or found["after"]))


def _letters(letters: str) -> str:
    if any(letter in _TO_LATIN for letter in letters):
        if any(letter.isascii() for letter in letters):
            raise Malformed("plate.mixed")
        letters = "".join(_TO_LATIN.get(letter, letter) for letter in reversed(letters))
    for letter in letters:
        if letter not in _TO_ARABIC:
            raise Malformed("plate.letter", letter=letter)
    if len(letters) != 3:
        raise Malformed("plate.letters")
    return letters


def _number(digits: str) -> int:
    if not 1 <= len(digits) <= 4:
        raise Malformed("plate.digits")
    if not int(digits):
        raise Malformed("plate.zero")
    return int(digits)
