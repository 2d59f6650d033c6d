"""What the civil register says of made-up people: mostly what they say, sometimes not quite."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from absher_desk.operations.civil_register import CivilRecord
from absher_desk.simulation.people import Person, demonstration_data
from absher_desk.simulation.portraits import REGISTER, portrait
from absher_desk.simulation.randomness import SeededRandomness
from absher_desk.standards.dates import to_hijri
from absher_desk.standards.identity import IdentityType


class Standing(StrEnum):
    """How a person's statement stands to the register."""

    AGREES = "agrees"
    SPELLED_OTHERWISE = "spelled-otherwise"
    DIFFERS = "differs"
    OTHER_FACE = "other-face"
    NOT_THERE = "not-there"


_SHARES: Final = {
    Standing.AGREES: 10,
    Standing.SPELLED_OTHERWISE: 2,
    Standing.DIFFERS: 2,
    Standing.OTHER_FACE: 1,
    Standing.NOT_THERE: 1,
}
"""How many of sixteen people stand so: dealt like cards, so that every morning has them all."""

_SPELLINGS: Final = (
    ("عبدال", "عبد ال"), ("إبر", "ابر"), ("أحم", "احم"), ("أمل", "امل"), ("أس", "اس"), ("ئش", "يش"),
    ("مة", "مه"), ("رة", "ره"), ("دة", "ده"), ("حيى", "حيي"), ("آل ", "ال "), ("أنص", "انص"),
)  # fmt: skip
_NAME_PARTS: Final = ("first", "father", "grandfather", "family")


def standings(chance: SeededRandomness) -> Iterator[Standing]:
    """How one person after another stands, as often as it happens at a counter; without end."""
    while True:
        hand = [standing for standing, count in _SHARES.items() for _ in range(count)]
        while hand:
            yield hand.pop(chance.between(0, len(hand) - 1))


def civil_record(
    chance: SeededRandomness, person: Person, standing: Standing, today: date
) -> CivilRecord | None:
    """The register's record of a person; None when it has none."""
    if standing is Standing.NOT_THERE:
        return None
    facts = person.facts
    data: dict[str, Any] = {
        "name_ar": asdict(facts.name_ar),
        "name_en": asdict(facts.name_en) if facts.name_en else None,
        "birth_date": facts.birth_date.isoformat() if facts.birth_date else None,
        "birth_date_hijri": facts.birth_date_hijri,
        "sex": facts.sex,
        "nationality": facts.nationality,
        "short_address": facts.address.short if facts.address else "",
        "document": _document(chance, person, today),
    }
    if standing is Standing.SPELLED_OTHERWISE:
        data["name_ar"] = spelled_otherwise(data["name_ar"])
    if standing is Standing.DIFFERS:
        data |= _difference(chance, data)
    look = person.look + 1 if standing is Standing.OTHER_FACE else person.look
    return CivilRecord(
        identity_number=person.number, data=data, portrait=portrait(facts.sex, look, REGISTER)
    )


def spelled_otherwise(name: Mapping[str, str]) -> dict[str, str]:
    """The same name as another clerk would write it; unchanged where there is no other way.

    >>> spelled_otherwise({"first": "سعد", "father": "عبدالله", "grandfather": "", "family": "بت"})
    {'first': 'سعد', 'father': 'عبد الله', 'grandfather': '', 'family': 'بت'}
    """
    changed = dict(name)
    for part in _NAME_PARTS:
        for usual, other in _SPELLINGS:
            if usual in changed[part]:
                changed[part] = changed[part].replace(usual, other, 1)
                return changed
    return changed


def _document(chance: SeededRandomness, person: Person, today: date) -> dict[str, Any]:
    """The card he should show: most are valid, a few have run out."""
    citizen = person.facts.identity_type == IdentityType.CITIZEN
    return {
        "kind": "national-id" if citizen else "iqama",
        "number": person.number,
        "copy": chance.between(1, 4),
        "expires_hijri": str(to_hijri(today + timedelta(days=chance.between(-60, 1700)))),
    }


def _difference(chance: SeededRandomness, data: Mapping[str, Any]) -> dict[str, Any]:
    """One value that is not what the person stated."""
    kind = chance.one_of(("address", "birth", "family"))
    if kind == "address" and data["short_address"]:
        return {"short_address": f"{data['short_address'][:4]}{chance.between(2001, 8999)}"}
    if kind == "birth" and data["birth_date_hijri"]:
        year = int(data["birth_date_hijri"][:4])
        return {"birth_date_hijri": f"{year - 1}{data['birth_date_hijri'][4:8]}10"}
    families = demonstration_data("names")["people"][0]["families"]
    return {"name_ar": {**data["name_ar"], "family": chance.one_of(families)[0]}}
