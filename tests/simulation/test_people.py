"""Made-up people must pass every check that real ones pass."""

from dataclasses import asdict
from datetime import date
from io import BytesIO
from itertools import islice

import pytest
from PIL import Image

from absher_desk.operations.comparison import NEEDS_ACCEPTANCE, Verdict, _rows
from absher_desk.operations.registering import applicant_facts
from absher_desk.simulation.people import people
from absher_desk.simulation.portraits import LOOKS, REQUEST, portrait
from absher_desk.simulation.randomness import SeededRandomness
from absher_desk.simulation.register_entries import Standing, civil_record, spelled_otherwise
from absher_desk.standards.account_names import check_username
from absher_desk.standards.address import parse_address
from absher_desk.standards.countries import parse_nationality
from absher_desk.standards.dates import agrees, parse_hijri
from absher_desk.standards.identity import IdentityType, parse_identity
from absher_desk.standards.mail import parse_email
from absher_desk.standards.mobile import parse_mobile
from absher_desk.standards.names import parse_name

TODAY = date(2026, 11, 23)


def some_people(count=300, seed=1448):
    return list(islice(people(SeededRandomness(seed), TODAY), count))


def test_every_value_is_in_its_standards_form():
    for person in some_people():
        facts = person.facts
        assert (
            parse_identity(facts.identity_number, IdentityType(facts.identity_type)).warnings == ()
        )
        assert parse_name(asdict(facts.name_ar)) == facts.name_ar
        assert parse_name(asdict(facts.name_en)) == facts.name_en
        assert parse_mobile(facts.mobile) == facts.mobile
        assert parse_email(facts.email) == facts.email
        assert parse_nationality(facts.nationality) == facts.nationality
        assert agrees(facts.birth_date, parse_hijri(facts.birth_date_hijri)) == "same"
        assert check_username(person.username) == ()
        assert parse_address(asdict(facts.address)) == (facts.address, ())


def test_citizens_and_residents_of_several_nationalities_men_and_women():
    found = some_people()
    nationalities = {person.facts.nationality for person in found}
    assert {"SAU", "EGY", "PAK", "IND", "YEM", "SYR"} <= nationalities
    for person in found:
        citizen = person.facts.nationality == "SAU"
        assert person.number.startswith("1" if citizen else "2")
    women = sum(person.facts.sex == "F" for person in found)
    assert 60 < women < 200


def test_nobody_twice():
    found = some_people(2000)
    for mark in ("number", "username"):
        assert len({getattr(person, mark) for person in found}) == len(found)
    assert len({person.facts.mobile for person in found}) == len(found)


def test_a_seed_gives_the_same_people_and_another_seed_others():
    assert some_people(20) == some_people(20)
    assert some_people(20) != some_people(20, seed=1449)


@pytest.mark.parametrize("sex", ["M", "F"])
def test_portraits_differ_by_look_and_are_the_same_each_time(sex):
    looks = {portrait(sex, look) for look in range(LOOKS)}
    assert len(looks) == LOOKS
    picture = Image.open(BytesIO(portrait(sex, 3)))
    assert (picture.format, picture.size) == ("PNG", (240, 300))
    first = portrait(sex, 3, REQUEST)
    portrait.cache_clear()
    assert portrait(sex, 3, REQUEST) == first


def verdicts(standing):
    chance = SeededRandomness(standing)
    for person in some_people():
        record = civil_record(chance, person, standing, TODAY)
        rows = _rows(applicant_facts(person.facts), record.data if record else {})
        yield {row.key: row.verdict for row in rows}


def test_the_register_agrees():
    for found in verdicts(Standing.AGREES):
        assert not NEEDS_ACCEPTANCE & set(found.values())


def test_the_register_spells_a_part_of_the_name_otherwise():
    spelled = [
        [key for key, verdict in found.items() if verdict is not Verdict.SAME and key != "mobile"]
        for found in verdicts(Standing.SPELLED_OTHERWISE)
    ]
    assert all(len(keys) <= 1 for keys in spelled)
    assert sum(bool(keys) for keys in spelled) > 150
    assert all(key.startswith("name_ar.") for keys in spelled for key in keys)


def test_the_register_says_something_else():
    different = [Verdict.DIFFERENT in found.values() for found in verdicts(Standing.DIFFERS)]
    assert sum(different) > 270


def test_the_register_does_not_know_him():
    for found in verdicts(Standing.NOT_THERE):
        assert set(found.values()) == {Verdict.ABSENT}


def test_other_spellings_are_only_spellings():
    name = {"first": "سعد", "father": "عبدالله", "grandfather": "", "family": "العنزي"}
    assert spelled_otherwise(name)["father"] == "عبد الله"
    plain = {"first": "سعد", "father": "فهد", "grandfather": "", "family": "خان"}
    assert spelled_otherwise(plain) == plain
