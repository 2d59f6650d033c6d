from dataclasses import asdict
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.address import NationalAddress, parse_address, parse_short_address
from absher_desk.standards.countries import ALPHA_2, ALPHA_3, parse_nationality
from absher_desk.standards.problems import MalformedMany, Problem
from absher_desk.standards.regions import REGIONS, Region, parse_region
from tests.standards.refusals import refusal, refusals
from tests.standards.vectors import rows

PARTS: dict[str, object] = {
    "short": "RABC1234",
    "building": "1234",
    "street": "شارع التجربة",
    "secondary": "5678",
    "district": "حي المثال",
    "city": "الرياض",
    "postal_code": "12345",
    "region": "منطقة الرياض",
}


@pytest.mark.parametrize("vector", rows("shortaddr", "valid"), ids="|".join)
def test_short_addresses_are_kept_in_one_form(vector: tuple[str, ...]) -> None:
    expected = vector[1].removeprefix("normalise to ") or vector[0]
    assert parse_short_address(vector[0]) == expected


@pytest.mark.parametrize("vector", rows("shortaddr", "invalid"), ids="|".join)
def test_other_short_addresses_are_refused(vector: tuple[str, ...]) -> None:
    code = "address.short-form" if vector[0] else "address.short-empty"
    assert refusal(parse_short_address, vector[0]) == code


def test_a_complete_address_raises_no_doubt() -> None:
    address, warnings = parse_address({**PARTS, "unit": "٥"})
    assert address == NationalAddress(
        "RABC1234",
        "1234",
        "شارع التجربة",
        "5678",
        "حي المثال",
        "الرياض",
        "12345",
        "SA-01",
        "5",
    )
    assert warnings == ()


def test_numbers_in_streets_are_stored_in_ascii_and_stay_in_place() -> None:
    address, _ = parse_address({**PARTS, "street": " شارع  ٣٠ - ب ", "building": "١٢٣٤"})
    assert address.street == "شارع 30 - ب"
    assert address.building == "1234"
    assert address.unit == ""


def test_every_fault_is_told_with_its_part() -> None:
    faulty = {
        "short": "RAB1234",
        "building": "12345",
        "street": "\u200f",
        "secondary": "12a4",
        "district": None,
        "city": 7,
        "postal_code": "1234",
        "region": "المنطقة الخالية",
        "unit": "1234567",
    }
    assert refusals(parse_address, faulty) == {
        "short": "address.short-form",
        "building": "address.building",
        "street": "address.missing",
        "secondary": "address.secondary",
        "district": "address.missing",
        "city": "address.not-text",
        "postal_code": "address.postal-code",
        "region": "region.unknown",
        "unit": "address.unit",
    }


@pytest.mark.parametrize(
    ("street", "code"),
    [("ش" * 101, "address.too-long"), ("شارع \ud800", "address.character")],
)
def test_text_that_cannot_be_kept_is_refused(street: str, code: str) -> None:
    assert refusals(parse_address, {**PARTS, "street": street}) == {"street": code}


def test_a_joiner_in_a_street_is_text() -> None:
    address, _ = parse_address({**PARTS, "street": "عبد\u200cالله"})
    assert address.street == "عبد\u200cالله"


@given(
    st.fixed_dictionaries(
        {},
        optional={part: st.text() | st.none() | st.just(given) for part, given in PARTS.items()}
        | {"unit": st.text("٠123", max_size=7)},
    )
)
def test_whatever_the_parts_there_is_an_address_or_faults_at_parts(
    parts: dict[str, object],
) -> None:
    paths = {problem.path for problem in faults_of({**PARTS, **parts})}
    assert paths <= {*PARTS, "unit"}
    if not paths:
        address, warnings = parse_address({**PARTS, **parts})
        assert parse_address(asdict(address)) == (address, warnings)


def faults_of(parts: dict[str, object]) -> tuple[Problem, ...]:
    try:
        parse_address(parts)
    except MalformedMany as faults:
        return faults.problems
    return ()


@pytest.mark.parametrize(
    ("changed", "path", "code"),
    [
        ({"short": "RABC4321"}, "short", "address.short-building"),
        ({"postal_code": "92345"}, "postal_code", "address.postal-zone"),
        ({"postal_code": "02345"}, "postal_code", "address.postal-zone"),
        ({"postal_code": "32345"}, "postal_code", "address.postal-region"),
    ],
)
def test_parts_that_disagree_are_warnings(changed: dict[str, object], path: str, code: str) -> None:
    address, warnings = parse_address({**PARTS, **changed})
    assert address.region == "SA-01"
    assert [(warning.path, warning.code) for warning in warnings] == [(path, code)]


def test_there_are_thirteen_regions_and_no_sa_13() -> None:
    codes = [region.code for region in REGIONS]
    assert len(codes) == len(set(codes)) == 13
    assert "SA-13" not in codes
    assert all(region.ar and region.en and region.seat for region in REGIONS)


@given(st.sampled_from(REGIONS), st.sampled_from(["{}", " {} ", "{} region", "{} Province"]))
def test_a_region_is_found_by_code_and_names(region: Region, form: str) -> None:
    for name in (region.code, region.code.lower(), region.en, region.en.upper()):
        assert parse_region(form.format(name)) is region


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("منطقة مكه المكرمه", "SA-02"),
        ("مكة", "SA-02"),
        ("المدينة المنورة", "SA-03"),
        ("الشرقية", "SA-04"),
        ("جيزان", "SA-09"),
        ("Al Jouf", "SA-12"),
        ("منطقة عسير", "SA-14"),
    ],
)
def test_usual_names_of_regions_are_known(text: str, code: str) -> None:
    assert parse_region(text).code == code


def test_what_is_no_region_is_refused() -> None:
    assert refusal(parse_region, "SA-13") == "region.unknown"
    assert refusal(parse_region, " ") == "region.empty"


def test_country_codes_are_those_of_the_time_zone_data() -> None:
    table = resources.files("tzdata").joinpath("zoneinfo/iso3166.tab").read_text(encoding="utf-8")
    lines = [line for line in table.splitlines() if not line.startswith("#")]
    assert set(ALPHA_3) == {line.split("\t")[0] for line in lines}
    assert len(ALPHA_2) == len(ALPHA_3) == 249
    assert ALPHA_3["SA"] == "SAU"


def test_nationalities_are_three_letter_codes() -> None:
    assert parse_nationality(" egy ") == "EGY"
    assert refusal(parse_nationality, "") == "nationality.empty"
    assert refusal(parse_nationality, "SA") == "nationality.unknown"
    assert refusal(parse_nationality, "XYZ") == "nationality.unknown"
