"""Cleans one detail by its field type: from what a feed or a form gives to what is stored.

Stored values are JSON's own: text, whole number, true or false. Dates are ISO texts, money is a
text with two decimals, mobiles are E.164. A reader answers None for a value that is blank.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Final

from absher_desk.catalogue.checks import NamedCheck
from absher_desk.catalogue.entries import Field
from absher_desk.catalogue.kinds import FieldType
from absher_desk.catalogue.situation import Situation
from absher_desk.standards.account_names import check_username
from absher_desk.standards.bidi import without_controls
from absher_desk.standards.dates import parse_gregorian
from absher_desk.standards.digits import ascii_digits, is_digits, normalise
from absher_desk.standards.identity import parse_identity
from absher_desk.standards.mail import parse_email
from absher_desk.standards.mobile import parse_mobile
from absher_desk.standards.plates import parse_plate
from absher_desk.standards.problems import Malformed, Problem

Value = str | int | bool | None
Reader = Callable[[Field, object], Value]

_MOST_DIGITS: Final = 9
_TIME: Final = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?")
_DOCUMENT_NUMBER: Final = re.compile(r"[A-Z0-9](?:[A-Z0-9/]*[A-Z0-9])?")
_HIDDEN_SIGNS: Final = frozenset({"Cc", "Cs", "Cn", "Co"})
_CENT: Final = Decimal("0.01")
_MOST_MONEY: Final = Decimal(1_000_000_000)


def _string(raw: object) -> str:
    if isinstance(raw, str):
        return raw
    raise Malformed("details.not-text")


def _within(field: Field, text: str) -> str | None:
    if len(text) > field.max_length:
        raise Malformed("details.too-long", max=field.max_length)
    return text or None


def _without_hidden(text: str) -> str:
    """Refuses signs no keyboard makes: they break printing, and NUL breaks databases."""
    if not text.isascii() or not text.isprintable():
        for sign in text:
            if sign != "\n" and unicodedata.category(sign) in _HIDDEN_SIGNS:
                raise Malformed("details.control-sign")
    return text


def _text(field: Field, raw: object) -> Value:
    """One line: no direction marks, runs of spaces as one."""
    line = " ".join(without_controls(_string(raw)).split())
    value = _within(field, _without_hidden(line))
    if value is not None and field.choices and value not in {c.value for c in field.choices}:
        raise Malformed("details.unknown-choice", allowed=_allowed(field))
    return value


def _long_text(field: Field, raw: object) -> Value:
    """Lines kept, their outer spaces not."""
    text = without_controls(_string(raw)).strip()
    if "\n" in text or "\r" in text or "\t" in text:
        text = "\n".join(" ".join(line.split()) for line in text.splitlines())
    return _within(field, _without_hidden(text))


def _integer(field: Field, raw: object) -> Value:
    if isinstance(raw, str):
        digits = normalise(raw)
        if not digits:
            return None
        if not is_digits(digits) or len(digits) > _MOST_DIGITS:
            raise Malformed("details.not-whole-number")
        raw = int(digits)
    if isinstance(raw, bool) or not isinstance(raw, int) or not 0 <= raw < 10**_MOST_DIGITS:
        raise Malformed("details.not-whole-number")
    if field.choices and raw not in {choice.value for choice in field.choices}:
        raise Malformed("details.unknown-choice", allowed=_allowed(field))
    return raw


def _boolean(_field: Field, raw: object) -> Value:
    if isinstance(raw, bool):
        return raw
    raise Malformed("details.not-yes-no")


def _date(_field: Field, raw: object) -> Value:
    text = _string(raw)
    return parse_gregorian(text).isoformat() if text.strip() else None


def _time(_field: Field, raw: object) -> Value:
    text = ascii_digits(without_controls(_string(raw))).strip()
    if not text:
        return None
    found = _TIME.fullmatch(text)
    if found is None:
        raise Malformed("details.time")
    return f"{int(found[1]):02d}:{found[2]}"


def _datetime(_field: Field, raw: object) -> Value:
    text = ascii_digits(without_controls(_string(raw))).strip()
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            moment.astimezone(UTC)  # the calendar's first and last day cannot be moved to UTC
    except (ValueError, OverflowError):
        raise Malformed("details.datetime") from None
    if moment.tzinfo is None:
        raise Malformed("details.no-offset")
    return moment.isoformat()


def _choice(field: Field, raw: object) -> Value:
    text = without_controls(_string(raw)).strip()
    if not text:
        return None
    for choice in field.choices:
        if choice.value == text:
            return text
    raise Malformed("details.unknown-choice", allowed=_allowed(field))


def _allowed(field: Field) -> str:
    return ", ".join(str(choice.value) for choice in field.choices)


def _document_number(field: Field, raw: object) -> Value:
    text = normalise(_string(raw)).upper()
    if text and not _DOCUMENT_NUMBER.fullmatch(text):
        raise Malformed("details.document-number")
    return _within(field, text)


def _file(field: Field, raw: object) -> Value:
    """The name of an attachment, never a way to somewhere else."""
    name = _without_hidden(without_controls(_string(raw)).strip())
    if any(sign in name for sign in '/\\:*?"<>|\n') or name.startswith("."):
        raise Malformed("details.file-name")
    return _within(field, name)


def _money(_field: Field, raw: object) -> Value:
    text = ascii_digits(without_controls(raw)).strip() if isinstance(raw, str) else str(raw)
    if not text:
        return None
    try:
        amount = Decimal(text)
        fits = not isinstance(raw, bool) and 0 <= amount < _MOST_MONEY
        exact = fits and amount == amount.quantize(_CENT)
    except InvalidOperation:
        exact = False
    if not exact:
        raise Malformed("details.money")
    return str(amount.quantize(_CENT))


def _blank_or(parse: Callable[[str], str]) -> Reader:
    def read(_field: Field, raw: object) -> Value:
        text = _string(raw)
        return parse(text) if text.strip() else None

    return read


def _username(field: Field, raw: object) -> Value:
    return _within(field, ascii_digits(without_controls(_string(raw))).strip())


def _username_faults(value: object, situation: Situation) -> tuple[Problem, ...]:
    return check_username(str(value), longest=situation.username_max)


def _identity_warnings(value: object, _situation: Situation) -> tuple[Problem, ...]:
    return parse_identity(str(value)).warnings


READERS: Final[Mapping[FieldType, Reader]] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _long_text,
    FieldType.INTEGER: _integer,
    FieldType.BOOLEAN: _boolean,
    FieldType.DATE: _date,
    FieldType.TIME: _time,
    FieldType.DATETIME: _datetime,
    FieldType.CHOICE: _choice,
    FieldType.IDENTITY: _blank_or(lambda text: parse_identity(text).value),
    FieldType.MOBILE: _blank_or(parse_mobile),
    FieldType.EMAIL: _blank_or(parse_email),
    FieldType.USERNAME: _username,
    FieldType.PLATE: _blank_or(lambda text: parse_plate(text).value),
    FieldType.DOCUMENT_NUMBER: _document_number,
    FieldType.FILE: _file,
    FieldType.MONEY: _money,
}

# What every value of the type is checked for, besides the check its field names.
TYPE_CHECKS: Final[Mapping[FieldType, NamedCheck]] = {
    FieldType.USERNAME: NamedCheck(_username_faults),
    FieldType.IDENTITY: NamedCheck(_identity_warnings, warns=True),
}
