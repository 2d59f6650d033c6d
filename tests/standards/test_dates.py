from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.printing.bidi import levels, stretches, visual_order
from absher_desk.standards.bidi import LRI, PDI, RLI, without_controls
from absher_desk.standards.calendar_names import GREGORIAN_MONTHS, HIJRI_MONTHS, WEEKDAYS, Locale
from absher_desk.standards.dates import (
    FIRST_DAY,
    LAST_DAY,
    HijriDate,
    agrees,
    hijri_age,
    hijri_birthday,
    month_length,
    parse_gregorian,
    parse_hijri,
    to_gregorian,
    to_hijri,
)
from absher_desk.standards.digits import to_arabic_indic
from absher_desk.standards.shown_dates import (
    both_calendars,
    long_form,
    shown_gregorian,
    shown_hijri,
)
from tests.standards.refusals import refusal
from tests.standards.vectors import rows

DAYS = st.dates(FIRST_DAY, LAST_DAY)
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "vector", [row for row in rows("hijri") if row[0] != "invalid"], ids="|".join
)
def test_both_calendars_name_the_same_day(vector: tuple[str, ...]) -> None:
    gregorian, hijri = parse_gregorian(vector[0]), parse_hijri(vector[1])
    assert to_hijri(gregorian) == hijri
    assert to_gregorian(hijri) == gregorian
    assert agrees(gregorian, hijri) == "same"
    if vector[2][:3] not in {"fir", "las"}:
        assert WEEKDAYS["en"][gregorian.weekday()].startswith(vector[2][:3])


@pytest.mark.parametrize("vector", rows("hijri", "invalid"), ids="|".join)
def test_days_that_no_month_has_are_refused(vector: tuple[str, ...]) -> None:
    faults = {"month has": "date.hijri-day", "day": "date.hijri-day", "year": "date.hijri-range"}
    code = next((faults[word] for word in faults if vector[2].startswith(word)), "date.month")
    assert refusal(parse_hijri, vector[1]) == code


@pytest.mark.parametrize("vector", rows("hijri-age"), ids="|".join)
def test_hijri_birthdays(vector: tuple[str, ...]) -> None:
    born, years = parse_gregorian(vector[0]), int(vector[1])
    birthday = parse_gregorian(vector[2])
    assert hijri_birthday(born, years) == birthday
    assert hijri_age(born, birthday) == years
    assert hijri_age(born, birthday - timedelta(days=1)) == years - 1


@given(DAYS)
def test_there_and_back(day: date) -> None:
    hijri = to_hijri(day)
    assert to_gregorian(hijri) == day
    assert parse_hijri(to_arabic_indic(str(hijri))) == hijri


@given(DAYS.filter(lambda day: day < LAST_DAY))
def test_the_next_day_is_the_next_in_both_calendars(day: date) -> None:
    one, following = to_hijri(day), to_hijri(day + timedelta(days=1))
    assert one < following
    assert following.day == (1 if one.day == month_length(one.year, one.month) else one.day + 1)


def test_every_supported_day_follows_the_day_before_it_in_both_calendars() -> None:
    day, hijri, days = FIRST_DAY, HijriDate(1343, 1, 1), 0
    while day <= LAST_DAY:
        assert (to_hijri(day), to_gregorian(hijri)) == (hijri, day)
        last, days, day = hijri, days + 1, day + timedelta(days=1)
        if day <= LAST_DAY:
            hijri = next_day(hijri)
    assert (last, days) == (HijriDate(1500, 12, 30), 55_991)


def next_day(day: HijriDate) -> HijriDate:
    if day.day < month_length(day.year, day.month):
        return HijriDate(day.year, day.month, day.day + 1)
    months = day.year * 12 + day.month
    return HijriDate(months // 12, months % 12 + 1, 1)


@pytest.mark.parametrize(
    ("year", "lengths"),
    [
        (1447, [30, 29, 30, 30, 30, 29, 30, 29, 30, 29, 30, 29]),
        (1448, [29, 30, 29, 30, 30, 29, 30, 30, 29, 30, 29, 30]),
    ],
)
def test_months_have_the_lengths_of_umm_al_qura(year: int, lengths: list[int]) -> None:
    assert [month_length(year, month) for month in range(1, 13)] == lengths


@given(DAYS, DAYS)
def test_age_counts_birthdays(one: date, other: date) -> None:
    born, today = min(one, other), max(one, other)
    age = hijri_age(born, today)
    assert hijri_birthday(born, age) <= today
    if to_hijri(born).year + age + 1 <= 1500:
        assert today < hijri_birthday(born, age + 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "date.empty"),
        ("\u200f ", "date.empty"),
        ("23/11/2026", "date.form"),
        ("2026-11", "date.form"),
        ("2026-11/23", "date.form"),
        ("20261123", "date.form"),
        ("2026-13-01", "date.month"),
        ("2026-00-01", "date.month"),
        ("2026-02-29", "date.day"),
        ("0000-01-01", "date.year"),
    ],
)
def test_faults_of_written_dates_are_named(text: str, code: str) -> None:
    assert refusal(parse_gregorian, text) == code


def test_a_date_is_read_in_any_script_and_with_strokes() -> None:
    assert parse_gregorian("\u2066٢٠٢٦/١١/٢٣\u2069") == TODAY
    assert parse_hijri("1448/6/13") == HijriDate(1448, 6, 13)


def test_days_beyond_the_table_are_refused() -> None:
    assert refusal(to_hijri, FIRST_DAY - timedelta(days=1)) == "date.gregorian-range"
    assert refusal(to_hijri, LAST_DAY + timedelta(days=1)) == "date.gregorian-range"
    assert refusal(hijri_birthday, TODAY, 60) == "date.hijri-range"
    assert refusal(hijri_age, TODAY, TODAY - timedelta(days=1)) == "date.before-birth"


@pytest.mark.parametrize(
    ("apart", "verdict"),
    [(-2, "different"), (-1, "near"), (0, "same"), (1, "near"), (2, "different")],
)
def test_one_day_apart_is_near(apart: int, verdict: str) -> None:
    assert agrees(TODAY + timedelta(days=apart), HijriDate(1448, 6, 13)) == verdict


def test_dates_on_screen_stand_in_isolates_with_the_era_outside() -> None:
    assert shown_hijri(HijriDate(1448, 6, 13), "ar") == f"{LRI}1448/06/13{PDI} هـ"
    assert shown_gregorian(TODAY, "ar") == f"{LRI}2026/11/23{PDI} م"
    assert both_calendars(TODAY, "ar") == (
        f"{LRI}1448/06/13{PDI} هـ الموافق {LRI}2026/11/23{PDI} م"
    )
    assert both_calendars(TODAY, "en") == (
        f"{LRI}1448/06/13{PDI} AH, corresponding to {LRI}2026/11/23{PDI} CE"
    )


def test_digits_of_a_date_are_read_left_to_right_in_an_arabic_line() -> None:
    shown = both_calendars(TODAY, "ar")
    line = visual_order(stretches(levels(shown, rtl=True)))
    pieces = (shown[one.start : one.end][:: -1 if one.level % 2 else 1] for one in line)
    # From left to right on the screen, as it is read from the right: Gregorian stands last.
    assert without_controls("".join(pieces)) == "م 2026/11/23 قفاوملا ـه 1448/06/13"


def test_the_hijri_date_of_the_document_is_shown_as_stated() -> None:
    stated = HijriDate(1448, 6, 14)
    assert without_controls(both_calendars(TODAY, "en", stated)).startswith("1448/06/14 AH")
    assert "14 جمادى الآخرة" in long_form(TODAY, "ar", stated)


def test_days_beyond_umm_al_qura_are_gregorian_alone() -> None:
    far = date(2090, 1, 2)
    assert both_calendars(far, "en") == shown_gregorian(far, "en")
    assert long_form(far, "en") == f"{LRI}Monday 2 January 2090 CE{PDI}"


def test_long_forms_name_day_and_months_in_their_direction() -> None:
    arabic = long_form(TODAY, "ar")
    assert (arabic[0], arabic[-1]) == (RLI, PDI)
    assert arabic[1:-1] == "الاثنين 13 جمادى الآخرة 1448 هـ الموافق 23 نوفمبر 2026 م"
    assert without_controls(long_form(TODAY, "en")) == (
        "Monday 13 Jumada al-Akhirah 1448 AH, corresponding to 23 November 2026 CE"
    )


@pytest.mark.parametrize("locale", ["ar", "en"])
def test_there_are_twelve_months_and_seven_days(locale: Locale) -> None:
    assert len(set(HIJRI_MONTHS[locale])) == len(set(GREGORIAN_MONTHS[locale])) == 12
    assert len(set(WEEKDAYS[locale])) == 7
