"""Document codes of passports and since when their second letter counts (ICAO 9303-4 §4.4)."""

import re
from datetime import date

from absher_desk.standards.problems import Malformed

KINDS: dict[str, str] = {
    "PP": "document-code.ordinary",
    "PE": "document-code.emergency",
    "PD": "document-code.diplomatic",
    "PO": "document-code.official",
    "PR": "document-code.refugee",
    "PT": "document-code.alien",
    "PS": "document-code.stateless",
    "PL": "document-code.laissez-passer",
    "PM": "document-code.military",
    "PU": "document-code.single-sheet",
}
"""Kind of each code; the kinds are codes of texts."""

LETTER_FROM_TABLE_SINCE = date(2026, 1, 1)
LETTER_REQUIRED_SINCE = date(2028, 1, 1)
LETTERLESS_EXPIRE_BEFORE = date(2038, 1, 1)

_CODE = re.compile(r"P[A-Z]?")


def kind_of_document(code: str) -> str:
    """The kind of a passport by its code, to a reader: old books have no letter or their own.

    `code` is without filler. Raises `document-code.not-passport`.

    >>> kind_of_document("PD")
    'document-code.diplomatic'
    >>> kind_of_document("P")
    'document-code.unspecified'
    """
    if not _CODE.fullmatch(code):
        raise Malformed("document-code.not-passport")
    return KINDS.get(code, "document-code.unspecified")


def require_document_code(code: str, *, issued_on: date, expires_on: date) -> str:
    """The code, if a passport issued that day may carry it; for issuing, not for reading.

    Raises `document-code.not-passport`, `document-code.letter-unknown` (letter outside the table,
    issued since 2026), `document-code.letter-missing` (issued since 2028) and
    `document-code.letterless-too-long` (no letter, expiry in 2038 or later).

    >>> require_document_code("PP", issued_on=date(2028, 1, 1), expires_on=date(2037, 12, 31))
    'PP'
    >>> require_document_code("P", issued_on=date(2026, 1, 1), expires_on=date(2035, 12, 31))
    'P'
    """
    kind_of_document(code)
    if len(code) == 1:
        _require_letterless(issued_on, expires_on)
    elif code not in KINDS and issued_on >= LETTER_FROM_TABLE_SINCE:
        raise Malformed("document-code.letter-unknown")
    return code


def _require_letterless(issued_on: date, expires_on: date) -> None:
    if issued_on >= LETTER_REQUIRED_SINCE:
        raise Malformed("document-code.letter-missing")
    if expires_on >= LETTERLESS_EXPIRE_BEFORE:
        raise Malformed("document-code.letterless-too-long")
