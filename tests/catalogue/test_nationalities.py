"""Nationalities by name."""

from absher_desk.catalogue.nationalities import load_nationalities
from absher_desk.standards.countries import ALPHA_2, WITHOUT_COUNTRY


def test_every_code_of_the_standard_has_a_name_in_both_languages():
    names = load_nationalities()
    assert set(names) == set(ALPHA_2) | WITHOUT_COUNTRY
    assert all(name.ar.strip() and name.en.strip() for name in names.values())


def test_names_tell_countries_apart():
    names = load_nationalities().values()
    assert len({name.ar for name in names}) == len({name.en for name in names}) == len(names)


def test_names_are_written_in_their_own_script():
    for code, name in load_nationalities().items():
        assert not any("a" <= letter.lower() <= "z" for letter in name.ar), code
        assert not any("\u0600" <= letter <= "\u06ff" for letter in name.en), code
