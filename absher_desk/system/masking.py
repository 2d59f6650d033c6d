"""Taking personal data out of what goes to the log.

Two nets: keys that name personal data lose their value whatever it is; in all other text,
what has the shape of an identity number, mobile, e-mail, IBAN or password is masked.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from pathlib import PurePath
from typing import Final
from uuid import UUID

MASK: Final = "***"

# A key is personal if any of its words (split at "_", ".", "-") is here: applicant_name, sms_code.
# Better one harmless value lost than one person's shown.
# fmt: off
PERSONAL_WORDS: Final = frozenset({
    "name", "names", "first", "father", "grandfather", "family", "surname", "person", "applicant",
    "holder", "recipient", "sender", "birth", "birthdate", "born", "sex", "nationality", "photo",
    "id", "idnumber", "iqama", "passport", "mrz", "plate", "iban", "card", "signature",
    "mobile", "phone", "email", "mail", "address",
    "password", "passphrase", "secret", "token", "otp", "code", "codes", "pin",
    "body", "text", "message", "answer", "note", "notes", "details", "payload", "draft",
    "params", "parameters",
})
# fmt: on

# \d also matches Arabic-Indic digits, which applicants do type.
_SHAPES: Final = (
    (re.compile(r"(://[^:/\s@]+):[^@\s]+@"), rf"\1:{MASK}@"),
    (re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"), MASK),
    (re.compile(r"\bSA\d{2}(?: ?\w{4}){5}\b", re.IGNORECASE), MASK),
    (re.compile(r"(?<!\d)(?:\+|\b00)?[9٩][6٦][6٦][ -]?[0٠]?[5٥](?:[ -]?\d){8}(?!\d)"), MASK),
    (re.compile(r"(?<!\d)[0٠][5٥](?:[ -]?\d){8}(?!\d)"), MASK),
    (re.compile(r"(?<!\d)\d{10}(?!\d)"), MASK),
    (re.compile(r"(?<!\d)\d{4}[ -]\d{3}[ -]\d{3}(?!\d)"), MASK),
)


def is_personal(key: str) -> bool:
    """Whether a key names something personal or secret."""
    return not PERSONAL_WORDS.isdisjoint(re.split(r"[_.\- ]", key.lower()))


def masked_text(text: str) -> str:
    """`text` without anything that has the shape of personal data."""
    for shape, mask in _SHAPES:
        text = shape.sub(mask, text)
    return text


def masked(value: object) -> object:
    """`value` fit for the log: numbers and text masked, containers gone through, objects named.

    An object that is not plain data becomes its class name: its text may hold anything.
    """
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): MASK if is_personal(str(key)) else masked(value[key]) for key in value}
    if isinstance(value, list | tuple | set | frozenset):
        return [masked(each) for each in value]
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, str | int | PurePath | UUID | datetime):
        text = masked_text(str(value))
        return value if text == str(value) and isinstance(value, int) else text
    return f"<{type(value).__qualname__}>"
