"""Made-up people from a seed: names, numbers with check digits, birth dates in both calendars."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from absher_desk.bundled import resource
from absher_desk.operations.registering import Applicant
from absher_desk.simulation.portraits import LOOKS
from absher_desk.simulation.randomness import SeededRandomness
from absher_desk.standards.address import NationalAddress
from absher_desk.standards.dates import to_hijri
from absher_desk.standards.identity import IdentityType, check_digit
from absher_desk.standards.mobile import parse_mobile
from absher_desk.standards.names import PersonName

CITIZENSHIP: Final = "SAU"
_MOBILE_RANGES: Final = ("50", "53", "54", "55", "56", "58", "59")
_ELDEST, _YOUNGEST = 74, 17
_DAYS_OF_YEAR: Final = 365
_USERNAME_NAME: Final = 11
"""Letters of the name in a username: with four digits it stays below twenty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who may come to the branch, as he truly is; `look` chooses his portrait."""

    facts: Applicant
    username: str
    look: int

    @property
    def number(self) -> str:
        """His identity number."""
        return self.facts.identity_number


@cache
def demonstration_data(name: str) -> Mapping[str, Any]:
    """A file of `resources/demonstration/` as read."""
    text = resource("demonstration", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def people(chance: SeededRandomness, today: date) -> Iterator[Person]:
    """As many people as are asked for, no number, mobile or username twice; all aged 17 to 74."""
    taken: set[str] = set()
    while True:
        person = _person(chance, today)
        marks = {person.number, person.facts.mobile, person.username}
        if taken.isdisjoint(marks):
            taken |= marks
            yield person


def identity_number(chance: SeededRandomness, kind: IdentityType) -> str:
    """A citizen's or resident's number with its check digit."""
    body = ("1" if kind is IdentityType.CITIZEN else "2") + chance.digits(8)
    return body + check_digit(body)


def _person(chance: SeededRandomness, today: date) -> Person:
    groups = demonstration_data("names")["people"]
    group = chance.weighted(groups, [one["share"] for one in groups])
    citizen = group["nationality"] == CITIZENSHIP
    sex = "M" if chance.chance(58 if citizen else 72) else "F"
    arabic, latin = _names(chance, group, sex)
    born = today - timedelta(
        days=chance.between(_YOUNGEST * _DAYS_OF_YEAR + 10, _ELDEST * _DAYS_OF_YEAR)
    )
    kind = IdentityType.CITIZEN if citizen else IdentityType.RESIDENT
    letters = "".join(c for c in latin.first.lower() + latin.family.lower() if c.isalpha())
    username = letters[:_USERNAME_NAME] + chance.digits(4)
    facts = Applicant(
        identity_number=identity_number(chance, kind),
        identity_type=kind.value,
        name_ar=arabic,
        name_en=latin,
        birth_date=born,
        birth_date_hijri=str(to_hijri(born)),
        sex=sex,
        nationality=group["nationality"],
        mobile=parse_mobile(f"0{chance.one_of(_MOBILE_RANGES)}{chance.digits(7)}"),
        email=f"{username}@example.sa",
        language="ar" if citizen or chance.chance(50) else "en",
        address=_address(chance),
    )
    return Person(facts=facts, username=username, look=chance.between(0, LOOKS - 1))


def _names(
    chance: SeededRandomness, group: Mapping[str, Any], sex: str
) -> tuple[PersonName, PersonName]:
    """The same name in both scripts."""
    pairs = [
        chance.one_of(group["women" if sex == "F" else "men"]),
        chance.one_of(group["men"]),
        chance.one_of(group["men"]),
        chance.one_of(group["families"]),
    ]
    arabic, latin = ([pair[script] for pair in pairs] for script in (0, 1))
    return PersonName(*arabic), PersonName(*latin)


def _address(chance: SeededRandomness) -> NationalAddress:
    places = demonstration_data("places")
    place = chance.weighted(places["place"], [one["share"] for one in places["place"]])
    district, postal_code = chance.one_of(place["districts"])
    building = str(chance.between(2001, 8999))
    return NationalAddress(
        short=f"{chance.one_of(place['letters'])}{building}",
        building=building,
        street=chance.one_of(places["streets"]),
        secondary=str(chance.between(2001, 9899)),
        district=district,
        city=place["city"],
        postal_code=postal_code,
        region=place["region"],
        unit=str(chance.between(1, 24)) if chance.chance(40) else "",
    )
