"""Search keys: what two spellings of one name have in common. Never stored as the name itself."""

import unicodedata
from typing import Final

from absher_desk.standards.digits import TATWEEL

_LETTERS: Final = {
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ے": "ي",
    "ة": "ه",
    "ھ": "ه",
    "ہ": "ه",
    "ک": "ك",
    TATWEEL: "",
}


class _Folded(dict[int, str]):
    """Folds a character when it is first met and remembers it."""

    def __missing__(self, code: int) -> str:
        whole = unicodedata.normalize("NFKD", chr(code)).casefold()
        parts = unicodedata.normalize("NFKD", whole)
        self[code] = folded = "".join(map(_fold_part, parts))
        return folded


def _fold_part(part: str) -> str:
    if unicodedata.category(part) in {"Mn", "Me", "Cf"}:
        return ""
    digit = unicodedata.decimal(part, None)
    return _LETTERS.get(part, part) if digit is None else str(digit)


_FOLDED: Final = _Folded()


def fold(text: str) -> str:
    """The search key of a name or text, the same for every usual spelling of it.

    Hamza loses its seat's mark (أ إ آ ٱ become ا, ؤ becomes و, ئ becomes ي), ى becomes ي, ة becomes
    ه; vowel marks, tatweel and direction marks fall away; digits become ASCII, letters lower case,
    runs of space one space.

    >>> fold("محـــمّد  آل أحمد")
    'محمد ال احمد'
    >>> fold("فاطمة") == fold("فاطمه"), fold("NOURAH ALI")
    (True, 'nourah ali')
    """
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(text.translate(_FOLDED).split())
