"""Numbers of Saudi passports as typed or scanned.

The form is not published: older books have a letter and six digits. The pattern is a setting
(`passport.number_regex`), here its default.
"""

import re
from typing import Final

from absher_desk.standards.digits import normalise
from absher_desk.standards.problems import Malformed

DEFAULT_PATTERN: Final = r"[A-Z][0-9]{6,8}"


def parse_passport_number(text: str, *, pattern: str = DEFAULT_PATTERN) -> str:
    """The number in capitals and ASCII digits, without spaces; the pattern must match all of it.

    Raises:
        Malformed: `passport-number.empty`, `passport-number.form`.

    >>> parse_passport_number("a ١٢٣٤٥٦٧٨")
    'A12345678'
    """
    value = normalise(text).upper()
    if not value:
        raise Malformed("passport-number.empty")
    if not re.fullmatch(pattern, value):
        raise Malformed("passport-number.form")
    return value
