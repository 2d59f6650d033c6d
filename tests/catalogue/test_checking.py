"""Details of a request: what is cleaned, what is refused, what only warns."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.catalogue.checking import check_details, shown_fields
from absher_desk.catalogue.entries import Choice, Condition, Field, Service, Text
from absher_desk.catalogue.kinds import FieldType
from absher_desk.catalogue.loading import load
from absher_desk.catalogue.values import READERS

TODAY = date(2026, 11, 22)
WORDS = Text(ar="س", en="x")
REPORT = {
    "document_type": "passport",
    "document_number": "K91703924",
    "loss_type": "lost",
    "lost_on": "2026-11-16",
    "place": "الرياض - النسيم",
    "circumstances": "سقطت مني في السوق",
    "declared": True,
}
SERVICES = load()


def check(
    code: str, details: dict[str, object], **known: str
) -> tuple[object, list[str], list[str]]:
    cleaned, problems, warnings = check_details(
        SERVICES.service(code), details, today=TODAY, applicant_id=known.get("applicant_id")
    )
    return (
        cleaned,
        [f"{problem.path} {problem.code}" for problem in problems],
        [f"{warning.path} {warning.code}" for warning in warnings],
    )


def report(**changes: object) -> tuple[object, list[str], list[str]]:
    return check("lost-document-report", {**REPORT, **changes})


def one(kind: FieldType, **rest: object) -> Service:
    field = Field(key="x", type=kind, label=WORDS, **rest)  # type: ignore[arg-type]  # any field
    return Service(
        code="x", sector="accounts", audiences=(), channels=(), title=WORDS, fields={"x": field},
        evidence=(), fees=(), target_hours=1, steps={}, start="a", messages=(), forms=(),
        delivery=(),
    )  # fmt: skip


def read(kind: FieldType, raw: object, **rest: object) -> object:
    """The cleaned value, or the code of the first problem."""
    cleaned, problems, _ = check_details(one(kind, **rest), {"x": raw}, today=TODAY)
    return problems[0].code if problems else cleaned.get("x")


def test_a_sound_report_passes_untouched() -> None:
    assert report() == (REPORT, [], [])


@pytest.mark.parametrize("name", REPORT)
def test_a_missing_detail_is_named(name: str) -> None:
    for blank in (None, ""):
        _, problems, _ = report(**{name: blank})
        wrong = "not-yes-no" if (name, blank) == ("declared", "") else "required"
        assert problems == [f"details.{name} details.{wrong}"]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("document_type", "library-card", "details.unknown-choice"),
        ("document_type", 7, "details.not-text"),
        ("document_number", "K9170*924", "details.document-number"),
        ("lost_on", "2026-11-23", "details.in-future"),
        ("lost_on", "2026-02-30", "date.day"),
        ("lost_on", 20261113, "details.not-text"),
        ("lost_time", "24:00", "details.time"),
        ("place", "x" * 201, "details.too-long"),
        ("place", ["الرياض"], "details.not-text"),
        ("place", "الرياض\x00", "details.control-sign"),
        ("circumstances", "ضاع \ud800", "details.control-sign"),
        ("circumstances", "س" * 2001, "details.too-long"),
        ("declared", False, "details.not-accepted"),
        ("declared", "true", "details.not-yes-no"),
        ("colour", "blue", "details.unknown-field"),
    ],
)
def test_a_wrong_detail_is_refused(name: str, value: object, code: str) -> None:
    _, problems, _ = report(**{name: value})
    assert problems == [f"details.{name} {code}"]


def test_all_problems_come_together() -> None:
    _, problems, _ = report(document_type="x", lost_on="x", colour=1)
    assert len(problems) == 3


def test_digits_of_either_keyboard_and_hidden_signs_are_cleaned() -> None:
    cleaned, problems, _ = report(
        document_number="\u200fk٩١٧٠-٣٩٢٤",
        lost_on="٢٠٢٦/١١/١٦",
        lost_time="٩:٠٥",
        place="  حي  النخيل\u200f ",
    )
    assert not problems
    assert isinstance(cleaned, dict)
    assert [cleaned[key] for key in ("document_number", "lost_on", "lost_time", "place")] == [
        "K91703924",
        "2026-11-16",
        "09:05",
        "حي النخيل",
    ]


def test_lines_of_a_long_text_stay() -> None:
    assert read(FieldType.LONG_TEXT, " سطر\r\nثان  \u200f\n\nرابع") == "سطر\nثان\n\nرابع"


def test_a_police_report_counts_only_for_a_theft() -> None:
    assert report(loss_type="stolen", police_report_number="301467300")[1:] == ([], [])
    cleaned, problems, warnings = report(police_report_number="301467300")
    assert cleaned == REPORT
    assert (problems, warnings) == ([], ["details.police_report_number details.not-asked"])
    service = SERVICES.service("lost-document-report")
    shown = {field.key for field in shown_fields(service, {"loss_type": "stolen"})}
    hidden = {field.key for field in shown_fields(service, {"loss_type": "lost"})}
    assert shown - hidden == {"police_report_number"}


def test_an_id_card_of_somebody_else_warns() -> None:
    details: dict[str, object] = {
        **REPORT,
        "document_type": "national-id",
        "document_number": "1173086875",
    }
    own = check("lost-document-report", details, applicant_id="1173086875")
    other = check("lost-document-report", details, applicant_id="1234567897")
    assert own[1:] == ([], [])
    assert other[1:] == ([], ["details.document_number details.other-holder"])


RENEWAL: dict[str, object] = {
    "validity_years": 10,
    "photo": "portrait-m.png",
    "old_passport_number": "K36336395",
    "old_passport_expiry": "2026-08-21",
}


def test_an_unusual_passport_number_only_warns() -> None:
    _, problems, warnings = check("passport-renewal", {**RENEWAL, "old_passport_number": "AB12"})
    assert (problems, warnings) == ([], ["details.old_passport_number details.passport-number"])


@pytest.mark.parametrize("years", [5, "5", "١٠"])
def test_years_may_be_digits(years: object) -> None:
    assert check("passport-renewal", {**RENEWAL, "validity_years": years})[1] == []


@pytest.mark.parametrize("years", [7, "7"])
def test_other_years_are_refused_with_the_choices(years: object) -> None:
    _, problems, _ = check_details(
        SERVICES.service("passport-renewal"), {**RENEWAL, "validity_years": years}, today=TODAY
    )
    assert [(found.code, found.values) for found in problems] == [
        ("details.unknown-choice", {"allowed": "5, 10"})
    ]


@pytest.mark.parametrize("years", [True, 5.0, -5, 10**12, "9" * 12, "five", [5]])
def test_what_is_no_whole_number_is_refused(years: object) -> None:
    assert check("passport-renewal", {**RENEWAL, "validity_years": years})[1] == [
        "details.validity_years details.not-whole-number"
    ]


@pytest.mark.parametrize("name", ["../x.png", "/etc/x", "a\\b.png", "C:x", ".", "..", ".x", "a\nb"])
def test_a_photo_is_a_name_never_a_path(name: str) -> None:
    assert check("passport-renewal", {**RENEWAL, "photo": name})[1] == [
        "details.photo details.file-name"
    ]


def test_a_username_names_every_rule_it_breaks() -> None:
    details: dict[str, object] = {
        "username": "1Nasser",
        "preferred_language": "ar",
        "activation_channel": "officer",
        "registered_at": "2026-11-25T09:12:00+03:00",
    }
    _, problems, _ = check("account-activation", details)
    assert problems == [
        "details.username username.too-short",
        "details.username username.starts",
        "details.registered_at details.in-future",
    ]


def test_the_longest_username_is_a_setting() -> None:
    service = one(FieldType.USERNAME)
    name = "a1" * 10
    assert check_details(service, {"x": name}, today=TODAY)[1] == ()
    shorter = check_details(service, {"x": name}, today=TODAY, username_max=19)[1]
    assert [(found.code, found.path) for found in shorter] == [("username.too-long", "details.x")]


@pytest.mark.parametrize(
    ("kind", "raw", "clean"),
    [
        (FieldType.DATETIME, "2026-11-21T09:12:00Z", "2026-11-21T09:12:00+00:00"),
        (FieldType.DATETIME, "2026-11-21T09:12:00", "details.no-offset"),
        (FieldType.DATETIME, "yesterday", "details.datetime"),
        (FieldType.DATETIME, "0001-01-01T00:00:00+23:00", "details.datetime"),
        (FieldType.DATETIME, " ", None),
        (FieldType.TIME, "18:30:59", "18:30"),
        (FieldType.TIME, "", None),
        (FieldType.DATE, " ", None),
        (FieldType.INTEGER, " ", None),
        (FieldType.MONEY, "٣٠٠", "300.00"),
        (FieldType.MONEY, 300.5, "300.50"),
        (FieldType.MONEY, "1.005", "details.money"),
        (FieldType.MONEY, "-1", "details.money"),
        (FieldType.MONEY, "NaN", "details.money"),
        (FieldType.MONEY, "sNaN", "details.money"),
        (FieldType.MONEY, float("inf"), "details.money"),
        (FieldType.MONEY, "1e400", "details.money"),
        (FieldType.MONEY, True, "details.money"),
        (FieldType.MONEY, "", None),
        (FieldType.IDENTITY, "١٢٣٤٥٦٧٨٩٧", "1234567897"),
        (FieldType.IDENTITY, "1234567898", "identity.checksum"),
        (FieldType.IDENTITY, 1234567897, "details.not-text"),
        (FieldType.MOBILE, "٠٥٠ ١٢٣ ٤٥٦٧", "+966501234567"),
        (FieldType.MOBILE, "0112345678", "mobile.not-mobile"),
        (FieldType.EMAIL, " a@Example.SA", "a@example.sa"),
        (FieldType.EMAIL, " ", None),
        (FieldType.PLATE, "tnj1234", "TNJ 1234"),
        (FieldType.DOCUMENT_NUMBER, "1448/12", "1448/12"),
        (FieldType.DOCUMENT_NUMBER, "1448/", "details.document-number"),
    ],
)
def test_each_type_is_cleaned(kind: FieldType, raw: object, clean: object) -> None:
    assert read(kind, raw) == clean


def test_an_establishment_with_an_odd_check_digit_only_warns() -> None:
    service = one(FieldType.IDENTITY)
    cleaned, problems, warnings = check_details(service, {"x": "7000000001"}, today=TODAY)
    assert (cleaned, problems) == ({"x": "7000000001"}, ())
    assert [found.code for found in warnings] == ["identity.establishment-checksum"]


def test_a_default_stands_for_a_missing_optional_value_only() -> None:
    assert read(FieldType.INTEGER, None, default=0) == 0
    assert read(FieldType.INTEGER, "", default=3) == 3
    assert read(FieldType.INTEGER, None, default=0, required=True) == "details.required"


def test_a_text_with_choices_takes_only_those() -> None:
    choices = (Choice(value="a", label=WORDS),)
    assert read(FieldType.TEXT, " a ", choices=choices) == "a"
    assert read(FieldType.TEXT, "b", choices=choices) == "details.unknown-choice"


def test_every_type_has_a_reader() -> None:
    assert set(READERS) == set(FieldType)


def test_labels_of_choices_and_conditions() -> None:
    field = SERVICES.service("lost-document-report").fields["loss_type"]
    assert field.label_of("stolen", "ar") == "سرقة"
    assert field.label_of("stolen", "en") == "Stolen"
    assert (field.label_of(None, "ar"), field.label_of("?", "ar")) == ("", "?")
    assert Condition(field="x", values=(5,)).holds({"x": 5})


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(FieldType), ANYTHING)
def test_anything_at_all_is_cleaned_or_refused(kind: FieldType, raw: object) -> None:
    choices = (Choice(value="a", label=WORDS),) if kind is FieldType.CHOICE else ()
    service = one(kind, choices=choices)
    cleaned, problems, _ = check_details(service, {"x": raw}, today=TODAY)
    assert problems or "x" not in cleaned or isinstance(cleaned["x"], str | int | bool)


@given(st.sampled_from(FieldType), st.text(max_size=30))
def test_cleaning_twice_changes_nothing(kind: FieldType, raw: str) -> None:
    service = one(kind, choices=(Choice(value="a", label=WORDS),))
    if kind in {FieldType.TEXT, FieldType.INTEGER}:
        service = one(kind)
    once, problems, _ = check_details(service, {"x": raw}, today=TODAY)
    if not problems:
        assert check_details(service, once, today=TODAY)[0] == once
