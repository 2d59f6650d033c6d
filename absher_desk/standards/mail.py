"""Email addresses: their form only (RFC 5321, RFC 5322, by email-validator); no look-up."""

import re
from typing import Final

from absher_desk.standards.bidi import without_controls
from absher_desk.standards.digits import ascii_digits
from absher_desk.standards.problems import Malformed

MAX_LENGTH: Final = 254

# Nearly every address has this plain form, on which email-validator would change nothing; it
# spares a large feed most of its time. A property test holds the two together.
_PLAIN: Final = re.compile(
    r"[A-Za-z0-9_]+(?:[.+-][A-Za-z0-9_]+){0,3}@[a-z0-9]{2,40}(?:\.[a-z0-9]{2,40}){0,2}"
    r"\.(?:com|net|org|edu\.sa|gov\.sa|com\.sa|sa)"
)


def parse_email(text: str) -> str:
    """The address as it is stored: no direction marks or outer spaces, domain in lower case.

    Raises:
        Malformed: `mail.empty`, `.at-sign`, `.space`, `.too-long`, `.form`.

    >>> parse_email(" Nasser.S@Example.SA ")
    'Nasser.S@example.sa'
    """
    value = ascii_digits(without_controls(text)).strip()
    _check_shape(value)
    if len(value) <= 64 and _PLAIN.fullmatch(value):
        return value
    # Costs 15 ms to import, and hardly an address needs it.
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415

    try:
        checked = validate_email(value, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        raise Malformed("mail.form") from None
    return checked.normalized


def masked_email(address: str) -> str:
    """A stored address of which the first letter and the domain can be read.

    >>> masked_email("nasser@example.sa")
    'n•••@example.sa'
    """
    local, _, domain = address.rpartition("@")
    return f"{local[:1]}•••@{domain}"


def _check_shape(value: str) -> None:
    if not value:
        raise Malformed("mail.empty")
    if len(value) > MAX_LENGTH:
        raise Malformed("mail.too-long", max=MAX_LENGTH)
    if any(character.isspace() for character in value):
        raise Malformed("mail.space")
    if value.count("@") != 1:
        raise Malformed("mail.at-sign")
