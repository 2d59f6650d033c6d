"""Rules of services: the shelf's vectors and ours, and each rule at both sides of its border."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.catalogue.checking import check_details
from absher_desk.catalogue.loading import load
from absher_desk.catalogue.rules import civil_affairs, passports, residence, spans, traffic
from absher_desk.catalogue.rules.named import FEE_RULES, RULES
from absher_desk.catalogue.settings_register import load_register
from absher_desk.catalogue.situation import default_setting
from tests.catalogue.examples import APPLICANT, ASKED_ON, BORN, EXAMPLES
from tests.standards.vectors import rows

CATALOGUE = load()
SERVICES = CATALOGUE.services.values()
CHILD = date(2010, 1, 1)


def settings(**changed: Any) -> Any:
    """The register's values with some changed; `__` stands for the point of a key."""
    other = {key.replace("__", "."): value for key, value in changed.items()}
    return lambda key: other.get(key, default_setting(key))


def found(code: str, changes: Mapping[str, Any], **situation: Any) -> tuple[list[str], list[str]]:
    """Problems and warnings of the service's example with these changes (None: left out)."""
    details = {k: v for k, v in (EXAMPLES[code] | changes).items() if v is not None}
    known = {"asked_on": ASKED_ON, "applicant_id": APPLICANT, "birth_date": BORN} | situation
    _, problems, warnings = check_details(
        CATALOGUE.service(code), details, today=date(2026, 11, 23), **known
    )
    return tuple(  # type: ignore[return-value]  # two of them
        [f"{one.path.removeprefix('details.')} {one.code.removeprefix('details.')}" for one in many]
        for many in (problems, warnings)
    )


@pytest.mark.parametrize("vector", rows("erfee"), ids="|".join)
def test_exit_reentry_fee(vector: tuple[str, ...]) -> None:
    kind, months, where, fee = vector
    visa = "multiple" if kind.startswith("multiple") else "single"
    abroad = kind.endswith("-extend")
    assert abroad == (where == "outside")
    assert residence.exit_reentry_fee(
        visa, int(months), default_setting, extended_abroad=abroad  # type: ignore[arg-type]  # a literal
    ) == Decimal(fee)  # fmt: skip


@pytest.mark.parametrize("vector", rows("finalexit"), ids="|".join)
def test_life_of_a_final_exit_visa(vector: tuple[str, ...]) -> None:
    _, left, life = vector
    expected = None if life == "refuse" else int(life)
    assert residence.final_exit_life(int(left), default_setting) == expected


@pytest.mark.parametrize("vector", rows("visitext"), ids="|".join)
def test_window_of_a_visit_extension(vector: tuple[str, ...]) -> None:
    expiry, today = (date.fromisoformat(part.split()[1]) for part in vector[:2])
    assert residence.visit_window(expiry, today, default_setting) == vector[2]


@pytest.mark.parametrize("vector", rows("hijri-age"), ids="|".join)
def test_ages_are_counted_in_hijri_years(vector: tuple[str, ...]) -> None:
    born, birthday = date.fromisoformat(vector[0]), date.fromisoformat(vector[2])
    years = int(vector[1])
    assert passports.age_on(born, birthday, default_setting) == years
    assert passports.age_on(born, birthday - timedelta(days=1), default_setting) == years - 1
    gregorian = settings(passport__age_calendar="gregorian")
    assert passports.age_on(born, born.replace(year=born.year + years), gregorian) == years


@pytest.mark.parametrize(
    ("issued", "years", "changed", "expiry"),
    [
        (date(2026, 11, 23), 5, {}, date(2031, 11, 22)),
        (date(2026, 11, 23), 10, {}, date(2036, 11, 22)),
        (date(2024, 2, 29), 5, {}, date(2029, 2, 27)),
        (date(2024, 2, 29), 5, {"passport__expiry_minus_one_day": False}, date(2029, 2, 28)),
        (date(2026, 11, 23), 5, {"passport__validity_calendar": "hijri"}, date(2031, 9, 29)),
    ],
)
def test_passport_expiry(issued: date, years: int, changed: Any, expiry: date) -> None:
    assert passports.passport_expiry(issued, years, settings(**changed)) == expiry


@pytest.mark.parametrize(
    ("late", "earlier", "fine"), [(3, 0, 0), (4, 0, 500), (4, 1, 1000), (4, 2, None), (3, 5, 0)]
)
def test_fine_of_a_late_iqama(late: int, earlier: int, fine: int | None) -> None:
    expected = None if fine is None else Decimal(fine)
    assert residence.iqama_late_fine(late, earlier, default_setting) == expected


BORN_2025 = date(2025, 1, 1)  # the thirty days end on 31 January


@pytest.mark.parametrize(
    ("day", "rounding", "fine"),
    [
        (date(2025, 1, 31), "started-year", 0),
        (date(2025, 2, 1), "started-year", 50),
        (date(2026, 1, 31), "started-year", 50),
        (date(2026, 2, 1), "started-year", 100),
        (date(2025, 2, 1), "completed-year", 0),
        (date(2026, 1, 31), "completed-year", 50),
        (date(2028, 6, 1), "completed-year", 150),
    ],
)
def test_fine_of_a_late_birth(day: date, rounding: str, fine: int) -> None:
    setting = settings(birth__rounding=rounding)
    assert civil_affairs.birth_late_fine(BORN_2025, day, setting) == Decimal(fine)


@pytest.mark.parametrize(("days", "fine"), [(60, 0), (61, 100), (60 + 365, 100), (60 + 366, 200)])
def test_fine_of_a_late_vehicle_registration(days: int, fine: int) -> None:
    expired = date(2025, 1, 1)
    day = expired + timedelta(days=days)
    assert traffic.registration_late_fine(expired, day, default_setting) == Decimal(fine)


def test_hajj_waits_for_the_years_of_the_season() -> None:
    assert residence.hajj_allowed(None, 1448, default_setting)
    assert residence.hajj_allowed(1442, 1448, default_setting)
    assert not residence.hajj_allowed(1443, 1448, default_setting)
    assert residence.hajj_allowed(1443, 1448, settings(hajj__years=4))


@pytest.mark.parametrize(
    ("code", "changes", "problems", "warnings"),
    [
        ("account-mobile-change", {"new_mobile": "0501234567"}, ["new_mobile same-mobile"], []),
        ("birth-registration", {"born_at": "2026-10-23T01:00:00+03:00"}, [], []),
        (
            "birth-registration", {"born_at": "2026-10-22T23:00:00+03:00"},
            [], ["born_at registered-late"],
        ),
        ("birth-registration", {"father_id": "1290075405"}, [], ["father_id not-parent"]),
        ("birth-registration", {"mother_id": APPLICANT}, ["mother_id same-parent"], []),
        ("death-registration", {"died_at": "2026-10-23T01:00:00+03:00"}, [], []),
        (
            "death-registration", {"died_at": "2026-10-22T01:00:00+03:00"},
            [], ["died_at registered-late"],
        ),
        ("death-registration", {"deceased_id": APPLICANT}, ["deceased_id own-death"], []),
        (
            "death-registration", {"informant_relation": "uncle"},
            [], ["informant_relation not-first-degree"],
        ),
        ("lost-document-report", {"lost_on": "2026-11-15"}, [], []),
        ("lost-document-report", {"lost_on": "2026-11-14"}, [], ["lost_on reported-late"]),
        ("travel-permit", {"valid_to": "2027-01-21"}, [], []),
        ("travel-permit", {"valid_to": "2027-01-22"}, ["valid_to permit-too-long"], []),
        ("travel-permit", {"valid_to": "2026-11-21"}, ["valid_to ends-before"], []),
        ("travel-permit", {"traveller_id": APPLICANT}, ["consent_by own-consent"], []),
        ("travel-record-statement", {"to_date": "2024-12-31"}, ["to_date ends-before"], []),
        ("final-exit-visa", {"passport_expiry": "2027-01-21"}, [], []),
        (
            "final-exit-visa", {"passport_expiry": "2027-01-20"},
            ["passport_expiry passport-too-short"], [],
        ),
        ("visit-extension", {"expiry": "2026-11-29"}, [], []),
        ("visit-extension", {"expiry": "2026-11-30"}, ["expiry visit-too-early"], []),
        ("visit-extension", {"expiry": "2026-11-19"}, [], []),
        ("visit-extension", {"expiry": "2026-11-18"}, ["expiry visit-too-late"], []),
        ("visit-extension", {"days": 180}, [], []),
        ("visit-extension", {"days": 181}, ["days visit-too-long"], []),
        ("visit-extension", {"days": 0}, ["days at-least-one"], []),
        ("driving-delegation", {"valid_to": "2027-05-22"}, [], []),
        ("driving-delegation", {"valid_to": "2027-05-23"}, ["valid_to delegation-too-long"], []),
        ("driving-delegation", {"valid_to": "2030-01-01", "scope": "inside"}, [], []),
        ("driving-delegation", {"valid_to": "2026-11-21"}, ["valid_to ends-before"], []),
        ("driving-delegation", {"delegate_id": APPLICANT}, [], ["delegate_id same-person"]),
        ("vehicle-user-add", {"user_id": APPLICANT}, [], ["user_id same-person"]),
        ("vehicle-insurance-enquiry", {"plate": None}, [], []),
        (
            "vehicle-insurance-enquiry", {"plate": None, "sequence_number": None},
            ["plate vehicle-wanted"], [],
        ),
        ("worker-reception-delegation", {"valid_to": "2026-11-22"}, [], []),
        (
            "worker-reception-delegation", {"valid_to": "2026-11-21"},
            ["valid_to already-over"], [],
        ),
        ("department-appointment", {"slot": "2026-11-22T08:00:00+03:00"}, [], []),
        ("department-appointment", {"slot": "2026-11-21T08:00:00+03:00"}, ["slot slot-past"], []),
        ("exit-reentry-visa", {"months": 0}, ["months at-least-one"], []),
        ("exit-reentry-visa", {"months": 100}, ["months count"], []),
        ("hajj-eligibility-enquiry", {"season": 2026}, ["season hijri-year"], []),
        (
            "business-account-activation", {"establishment_number": APPLICANT},
            ["establishment_number establishment"], [],
        ),
        ("vehicle-registration-renewal", {"sequence_number": "A1"}, ["sequence_number digits"], []),
        ("birth-registration", {"child_name_ar": "Hussein"}, ["child_name_ar not-arabic"], []),
    ],
)  # fmt: skip
def test_a_rule_refuses_or_warns(
    code: str, changes: Mapping[str, Any], problems: list[str], warnings: list[str]
) -> None:
    assert found(code, changes) == (problems, warnings)


def test_a_minor_gets_five_years_with_the_guardians_consent() -> None:
    assert found("passport-issue", {}, birth_date=CHILD)[0] == ["validity_years minor-validity"]
    assert found("passport-renewal", {}, birth_date=CHILD)[0] == ["validity_years minor-validity"]
    five = {"validity_years": 5}
    assert found("passport-issue", five, birth_date=CHILD) == ([], [])
    no_word = five | {"guardian_id": None, "guardian_consent": None}
    assert found("passport-issue", no_word, birth_date=CHILD) == (
        [],
        ["guardian_id guardian-wanted", "guardian_consent guardian-wanted"],
    )
    assert found("passport-issue", five | {"guardian_consent": False}, birth_date=CHILD)[0] == [
        "guardian_consent guardian-refuses"
    ]


def test_the_age_of_choice_is_a_hijri_birthday() -> None:
    born = date(2005, 12, 31)  # 21 Hijri years on 2026-05-16
    day = date(2026, 5, 16)
    five = {"old_passport_expiry": "2026-08-21"}
    assert found("passport-renewal", five, birth_date=born, asked_on=day) == ([], [])
    before = day - timedelta(days=1)
    assert found("passport-renewal", five, birth_date=born, asked_on=before)[0]


def test_a_pilgrim_below_the_least_age_is_told() -> None:
    young = date(2014, 11, 20)  # 12 Hijri years on 2026-07-12
    before, day = date(2026, 7, 11), date(2026, 7, 12)
    assert found("hajj-eligibility-enquiry", {}, birth_date=young, asked_on=before)[1]
    assert found("hajj-eligibility-enquiry", {}, birth_date=young, asked_on=day) == ([], [])


def test_limits_are_dated_settings() -> None:
    longer = {"valid_to": "2027-01-22"}
    assert found("travel-permit", longer, setting=settings(permit__max_days=61)) == ([], [])


def test_nobody_loses_a_window_because_a_feed_came_late() -> None:
    assert found("visit-extension", {"expiry": "2026-11-19"}) == ([], [])
    late = found("visit-extension", {"expiry": "2026-11-19"}, asked_on=None)
    assert late[0] == ["expiry visit-too-late"]


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(0, 400))
def test_months_later_is_that_month(day: date, months: int) -> None:
    later = spans.months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(0, 20_000))
def test_started_years_are_completed_ones_or_one_more(first: date, days: int) -> None:
    day = first + timedelta(days=days)
    completed = spans.years_since(first, day, started=False)
    started = spans.years_since(first, day, started=True)
    assert spans.months_after(first, 12 * completed) <= day
    assert day < spans.months_after(first, 12 * (completed + 1))
    assert started - completed == (spans.months_after(first, 12 * completed) != day)


def test_every_rule_belongs_to_a_service() -> None:
    assert {name for service in SERVICES for name in service.rules} == RULES.keys()
    fees = {fee.rule for service in SERVICES for fee in service.fees if fee.rule}
    assert fees == FEE_RULES.keys()


def test_every_target_is_a_setting_of_working_hours() -> None:
    register = load_register()
    for service in SERVICES:
        assert register[str(service.target_hours)].unit == "working hours"
