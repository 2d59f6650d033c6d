"""Digits of the three keyboards: ASCII, Arabic-Indic (٠–٩) and Extended Arabic-Indic (۰–۹)."""

from typing import Final

from absher_desk.standards.bidi import CONTROLS

TATWEEL: Final = "\u0640"

_TO_ASCII: Final = {base + value: str(value) for base in (0x0660, 0x06F0) for value in range(10)}
_TO_ARABIC: Final = {ord("0") + value: chr(0x0660 + value) for value in range(10)}
_SPACES: Final = (
    " \t\r\n\f\v\u00a0\u1680\u202f\u205f\u3000"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)
_DASHES: Final = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_ZERO_WIDTH: Final = "\u200b\u200c\u200d\u2060\ufeff"
_DROPPED: Final = {*_SPACES, *_DASHES, *_ZERO_WIDTH, *CONTROLS, TATWEEL}
_NORMALISE: Final = {**_TO_ASCII, **dict.fromkeys(map(ord, _DROPPED))}


def normalise(text: str) -> str:
    """A number or code as it is stored: ASCII digits, no spaces, dashes, direction marks, tatweel.

    Letters and other signs stay, so that the checks after it can name them.

    >>> normalise("١٢٣٤-٥٦٧ 897")
    '1234567897'
    """
    if text.isascii() and text.isalnum():
        return text
    return text.translate(_NORMALISE)


def ascii_digits(text: str) -> str:
    """The text with its digits in ASCII and nothing else changed.

    >>> ascii_digits("١٤٤٨-٠٦-١٣")
    '1448-06-13'
    """
    return text if text.isascii() else text.translate(_TO_ASCII)


def to_arabic_indic(text: str) -> str:
    """The text with its ASCII digits as Arabic-Indic ones, for paper that asks for them.

    >>> to_arabic_indic("1448/06/13")
    '١٤٤٨/٠٦/١٣'
    """
    return text.translate(_TO_ARABIC)


def is_digits(text: str) -> bool:
    """Whether the text is one or more ASCII digits and nothing else.

    >>> is_digits("0123"), is_digits("٠١٢٣"), is_digits("")
    (True, False, False)
    """
    return text.isascii() and text.isdigit()
