"""Arabic names in the letters of the machine-readable zone (ICAO 9303-3 §6.C).

A fallback for writing where no Latin name is on record, and a key for finding names.
"""

import re
import unicodedata

from absher_desk.standards.problems import Malformed
from absher_desk.standards.transliteration_table import CODES

SHADDA = "ّ"
TEH_MARBUTA = "ة"
FINAL_TEH_MARBUTA = "XAH"

_SEPARATORS = frozenset("،,<")
_ALLAH_AS_PRINTED = re.compile(r"ALLXH(?=<|$)")


def transliterate(text: str) -> str:
    """An Arabic name as components of A–Z parted by a filler (ICAO 9303-3 §6.C).

    Vowel marks, tatweel and direction marks are dropped. A shadda repeats the whole code of its
    letter, also across a vowel mark; a teh marbuta at the end of a component is XAH. Raises
    `transliteration.letter` with the `position` (from 1, after normalisation) of a letter that the
    standard does not encode, `transliteration.shadda` for one without letter before it, and
    `transliteration.empty`.

    >>> transliterate("عبد العزيز بن متعب")
    'EBD<ALEZYZ<BN<MTEB'
    >>> transliterate("فضّة")
    'FXDZXDZXAH'
    """
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text))
    kept = "".join(_kept(character, index) for index, character in enumerate(plain, start=1))
    components = [_component(component) for component in kept.split()]
    if not components:
        raise Malformed("transliteration.empty")
    return "<".join(components)


def search_key(name: str) -> str:
    """A transliterated name with the two spellings of Allah made one, for searching only.

    The standard's table gives ALLH, several of its examples print ALLXH.

    >>> search_key("EBD<ALLXH") == search_key(transliterate("عبد الله"))
    True
    """
    return _ALLAH_AS_PRINTED.sub("ALLH", name)


def _kept(character: str, position: int) -> str:
    """The character without what has no code: marks are dropped, separators become spaces."""
    if character == SHADDA or CODES.get(character):
        return character
    category = unicodedata.category(character)
    if character in _SEPARATORS or category in {"Pd", "Zs"}:
        return " "
    if character in CODES or category in {"Cf", "Po", "Ps", "Pe", "Pi", "Pf"}:
        return ""
    raise Malformed("transliteration.letter", position=position)


def _component(letters: str) -> str:
    written: list[str] = []
    last = len(letters.rstrip(SHADDA)) - 1
    for index, letter in enumerate(letters):
        if letter == SHADDA and not written:
            raise Malformed("transliteration.shadda")
        if letter == SHADDA:
            written.append(written[-1])
        elif letter == TEH_MARBUTA and index == last:
            written.append(FINAL_TEH_MARBUTA)
        else:
            written.append(CODES[letter])
    return "".join(written)
