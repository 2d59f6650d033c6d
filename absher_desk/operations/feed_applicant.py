"""The applicant of a feed's line: every value by its standard, both calendars of the birth date."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from absher_desk.operations.feed_notes import Notes
from absher_desk.operations.registering import Applicant
from absher_desk.standards.address import NationalAddress, parse_address
from absher_desk.standards.countries import parse_nationality
from absher_desk.standards.dates import (
    HijriDate,
    agrees,
    parse_gregorian,
    parse_hijri,
    to_gregorian,
)
from absher_desk.standards.identity import IdentityType, parse_identity
from absher_desk.standards.mail import parse_email
from absher_desk.standards.mobile import parse_mobile
from absher_desk.standards.names import PersonName, parse_name

_OLDEST: Final = 150
"""Years; nobody has lived so long."""

_AT: Final = "applicant"


def read_applicant(given: Mapping[str, Any], today: date, notes: Notes) -> Applicant | None:
    """Who asks; None with the faults noted. Parts that `given` lacks were faulty already."""
    before = len(notes.problems)
    number = _identity(given, notes)
    name_ar = notes.read(f"{_AT}.name_ar", parse_name, given.get("name_ar"))
    name_en = _latin_name(given, notes)
    born, born_hijri = _birth(given, today, notes)
    nationality = notes.read(f"{_AT}.nationality", parse_nationality, given.get("nationality"))
    mobile = notes.read(f"{_AT}.mobile", parse_mobile, given.get("mobile"))
    email = notes.read(f"{_AT}.email", parse_email, given.get("email"))
    address = _address(given, notes)
    closed = (given.get("id_type"), given.get("sex"), given.get("language"))
    if (
        len(notes.problems) > before
        or number is None or name_ar is None or nationality is None
        or mobile is None or email is None or address is None or None in closed
    ):  # fmt: skip
        return None
    return Applicant(
        identity_number=number,
        identity_type=given["id_type"],
        name_ar=name_ar,
        name_en=name_en,
        birth_date=born,
        birth_date_hijri=born_hijri,
        sex=given["sex"],
        nationality=nationality,
        mobile=mobile,
        email=email,
        language=given["language"],
        address=address,
    )


def _identity(given: Mapping[str, Any], notes: Notes) -> str | None:
    """The number; a stated kind of holder must agree with it."""
    kind = given.get("id_type")
    holder = None if kind is None else IdentityType(kind)
    path = f"{_AT}.id_number"
    found = notes.read(path, lambda text: parse_identity(text, holder), given.get("id_number"))
    if found is None:
        return None
    notes.warnings.extend(problem.at(path) for problem in found.warnings)
    return found.value


def _latin_name(given: Mapping[str, Any], notes: Notes) -> PersonName | None:
    parts = given.get("name_en")
    if not parts or not any(parts.values()):
        return None
    return notes.read(f"{_AT}.name_en", parse_name, parts)


def _address(given: Mapping[str, Any], notes: Notes) -> NationalAddress | None:
    path = f"{_AT}.address"
    found = notes.read(path, parse_address, given.get("address"))
    if found is None:
        return None
    address, doubts = found
    notes.warnings.extend(problem.at(path) for problem in doubts)
    return address


def _birth(given: Mapping[str, Any], today: date, notes: Notes) -> tuple[date | None, str | None]:
    """The Gregorian day and the Hijri date as stated (domain 8.1); either side may be alone."""
    stated = _text(given, "birth_date"), _text(given, "birth_date_hijri")
    if stated == (None, None):
        # An establishment was not born.
        if given.get("id_type") not in {None, IdentityType.ESTABLISHMENT}:
            notes.fault("birth-date.missing", f"{_AT}.birth_date")
        return None, None
    born = notes.read(f"{_AT}.birth_date", parse_gregorian, stated[0])
    hijri = notes.read(f"{_AT}.birth_date_hijri", parse_hijri, stated[1])
    path = f"{_AT}.birth_date"
    if born is not None and hijri is not None:
        _compare(born, hijri, notes)
    elif hijri is not None and stated[0] is None:
        born, path = to_gregorian(hijri), f"{_AT}.birth_date_hijri"
    if born is not None and born > today:
        notes.fault("birth-date.in-future", path)
    elif born is not None and born.year < today.year - _OLDEST:
        notes.fault("birth-date.too-early", path, years=_OLDEST)
    return born, None if hijri is None else str(hijri)


def _text(given: Mapping[str, Any], key: str) -> str | None:
    """A stated text; a blank one states nothing."""
    value = given.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _compare(born: date, hijri: HijriDate, notes: Notes) -> None:
    """Differences are for the officer to decide: cards themselves have them (domain 8.1)."""
    agreement = agrees(born, hijri)
    if agreement == "near":
        notes.warn("birth-date.one-day-apart", f"{_AT}.birth_date_hijri")
    elif agreement == "different":
        notes.warn("birth-date.calendars-differ", f"{_AT}.birth_date_hijri")
