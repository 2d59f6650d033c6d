"""Every fault of a line, by its path and code; no database is needed to find them."""

from dataclasses import replace
from datetime import date

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.catalogue.loading import load
from absher_desk.operations.feed_attachments import Folder
from absher_desk.operations.feed_file import LONGEST_LINE, RawLine, lines_from
from absher_desk.operations.feed_lines import MOST_PROBLEMS, read_line
from absher_desk.operations.feed_rejects import rejected_line
from absher_desk.operations.feed_values import Standing, check_line
from absher_desk.system.texts import Texts
from tests.builders import MORNING, identity
from tests.feed_builders import feed_line

CATALOGUE = load()
TEXTS = Texts()
STANDING = Standing(
    catalogue=CATALOGUE,
    branches=frozenset({"1101"}),
    kinds=frozenset({"portrait"}),
    now=MORNING,
    today=date(2026, 11, 23),
    username_max=30,
    passport_number=r"[A-Z][0-9]{6,8}",
)


def check(data, tmp_path):
    if not isinstance(data, bytes):
        data = orjson.dumps(data)
    parts = read_line(RawLine(data, len(data), too_long=False))
    return parts, check_line(parts, STANDING, Folder(tmp_path))


def faults(data, tmp_path):
    _, checked = check(data, tmp_path)
    assert (checked.request is None) == bool(checked.problems)
    for problem in checked.problems:
        assert TEXTS.has(problem.code), problem.code
        assert "…" not in "".join(TEXTS.both(problem)), "a placeholder is not filled"
    return {(problem.path, problem.code) for problem in checked.problems}


def warnings(data, tmp_path):
    _, checked = check(data, tmp_path)
    assert checked.request is not None, checked.problems
    for problem in checked.request.warnings:
        assert TEXTS.has(problem.code), problem.code
    return {(problem.path, problem.code) for problem in checked.request.warnings}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "line.empty"),
        (b" \t ", "line.empty"),
        (b'{"reference": "POR-cut", "sour', "line.not-json"),
        (b'{"reference": NaN}', "line.not-json"),
        (b'{"reference": "\\ud800"}', "line.not-json"),
        (b"[" * 5000, "line.not-json"),
        (b'{"reference": "\xff"}', "line.not-utf8"),
        (b"[1]", "line.not-object"),
        (b"null", "line.not-object"),
    ],
)
def test_what_is_no_object(data, code, tmp_path):
    assert faults(data, tmp_path) == {("", code)}


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"reference": None}, "reference", "field.missing"),
        ({"reference": 7}, "reference", "field.not-text"),
        ({"reference": " \u200f"}, "reference", "reference.form"),
        ({"reference": "x" * 101}, "reference", "reference.form"),
        ({"reference": "a\u0000b"}, "reference", "reference.form"),
        ({"source": "fax"}, "source", "field.not-allowed"),
        ({"source": "hospital"}, "source", "source.not-for-service"),
        ({"service": "passport-rental"}, "service", "unknown-service"),
        ({"audience": "business"}, "audience", "audience.not-for-service"),
        ({"submitted_at": "yesterday"}, "submitted_at", "submitted-at.form"),
        ({"submitted_at": "2026-11-22T08:00:00"}, "submitted_at", "submitted-at.no-offset"),
        ({"submitted_at": "0001-01-01T00:00:00+14:00"}, "submitted_at", "submitted-at.range"),
        ({"submitted_at": "9999-12-31T23:59:59-12:00"}, "submitted_at", "submitted-at.range"),
        ({"branch": "110"}, "branch", "branch.code"),
        ({"branch": "9999"}, "branch", "branch.unknown"),
        ({"urgent": "yes"}, "urgent", "field.not-yes-no"),
        ({"applicant": "somebody"}, "applicant", "field.not-object"),
        ({"details": []}, "details", "field.not-object"),
        ({"attachments": {}}, "attachments", "field.not-list"),
        ({"delivery": "drone"}, "delivery", "field.not-allowed"),
        ({"colour": "green"}, "colour", "field.unknown"),
        ({"details__colour": "green"}, "details.colour", "details.unknown-field"),
        ({"details__username": None}, "details.username", "details.required"),
        ({"applicant__id_number": "1000000000"}, "applicant.id_number", "identity.checksum"),
        ({"applicant__id_type": "resident"}, "applicant.id_number", "identity.type-mismatch"),
        ({"applicant__id_type": "guest"}, "applicant.id_type", "field.not-allowed"),
        ({"applicant__name_ar__first": ""}, "applicant.name_ar.first", "name.empty"),
        ({"applicant__name_ar__first": "فهد2"}, "applicant.name_ar.first", "name.character"),
        ({"applicant__name_ar__last": "فهد"}, "applicant.name_ar.last", "field.unknown"),
        ({"applicant__name_en": {"first": "FAHAD"}}, "applicant.name_en.family", "name.empty"),
        ({"applicant__mobile": "0112345678"}, "applicant.mobile", "mobile.not-mobile"),
        ({"applicant__email": "fahad"}, "applicant.email", "mail.at-sign"),
        ({"applicant__language": "fr"}, "applicant.language", "field.not-allowed"),
        ({"applicant__sex": "X"}, "applicant.sex", "field.not-allowed"),
        ({"applicant__nationality": "KSA"}, "applicant.nationality", "nationality.unknown"),
        ({"applicant__address": None}, "applicant.address", "field.missing"),
        ({"applicant__address__city": None}, "applicant.address.city", "address.missing"),
        ({"applicant__address__region": "Atlantis"}, "applicant.address.region", "region.unknown"),
        ({"applicant__birth_date": "2031-02-30"}, "applicant.birth_date", "date.day"),
        ({"applicant__birth_date": "1800-01-01"}, "applicant.birth_date", "birth-date.too-early"),
        (
            {"applicant__birth_date": "2026-11-24", "applicant__birth_date_hijri": None},
            "applicant.birth_date",
            "birth-date.in-future",
        ),
        (
            {"applicant__birth_date": None, "applicant__birth_date_hijri": "1449-01-01"},
            "applicant.birth_date_hijri",
            "birth-date.in-future",
        ),
        (
            {"applicant__birth_date": None, "applicant__birth_date_hijri": "1447-02-30"},
            "applicant.birth_date_hijri",
            "date.hijri-day",
        ),
        (
            {"applicant__birth_date": None, "applicant__birth_date_hijri": " "},
            "applicant.birth_date",
            "birth-date.missing",
        ),
    ],
)
def test_one_fault_is_named_with_its_place(changes, path, code, tmp_path):
    assert faults(feed_line(**changes), tmp_path) == {(path, code)}


def test_delivery_that_the_service_has_not(tmp_path):
    service = replace(CATALOGUE.service("account-activation"), delivery=("counter",))
    catalogue = replace(CATALOGUE, services={service.code: service})
    parts = read_line(RawLine(orjson.dumps(feed_line(delivery="post")), 0, too_long=False))
    checked = check_line(parts, replace(STANDING, catalogue=catalogue), Folder(tmp_path))
    assert [(one.path, one.code) for one in checked.problems] == [
        ("delivery", "delivery.not-for-service")
    ]


def test_all_faults_are_told_together(tmp_path):
    line = feed_line(
        source="fax",
        branch="9999",
        colour=1,
        applicant__mobile="1",
        applicant__sex=None,
        applicant__birth_date="2026-13-01",
        applicant__address__building="12",
        details__username=None,
        attachments=[{"name": "a.png", "kind": "song", "sha256": "0", "file": "../a.png"}, 5],
    )
    assert faults(line, tmp_path) == {
        ("source", "field.not-allowed"),
        ("branch", "branch.unknown"),
        ("colour", "field.unknown"),
        ("applicant.mobile", "mobile.leading-digit"),
        ("applicant.sex", "field.missing"),
        ("applicant.birth_date", "date.month"),
        ("applicant.address.building", "address.building"),
        ("details.username", "details.required"),
        ("attachments.0.kind", "attachment.kind"),
        ("attachments.0.sha256", "attachment.sha256-form"),
        ("attachments.0.file", "attachment.outside"),
        ("attachments.1", "field.not-object"),
    }


def test_a_line_full_of_unknown_fields_gets_a_short_answer(tmp_path):
    line = feed_line() | {f"field {number}": 1 for number in range(1000)}
    assert len(faults(line, tmp_path)) == MOST_PROBLEMS
    assert faults(feed_line() | {"k" * 5000: 1}, tmp_path) == {("k" * 60, "field.unknown")}


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        (
            {"applicant__birth_date_hijri": "1420-05-05"},
            "applicant.birth_date_hijri",
            "birth-date.one-day-apart",
        ),
        (
            {"applicant__birth_date_hijri": "1421-05-04"},
            "applicant.birth_date_hijri",
            "birth-date.calendars-differ",
        ),
        ({"submitted_at": "2026-12-30T08:00:00Z"}, "submitted_at", "submitted-at.in-future"),
        (
            {"applicant__address__building": "4321"},
            "applicant.address.short",
            "address.short-building",
        ),
    ],
)
def test_what_an_officer_must_look_at_does_not_refuse(changes, path, code, tmp_path):
    assert warnings(feed_line(**changes), tmp_path) == {(path, code)}


def test_evidence_that_did_not_come_is_a_warning(tmp_path):
    line = feed_line(
        service="passport-renewal",
        details={
            "validity_years": 5,
            "photo": "me.png",
            "old_passport_number": "K12345678",
            "old_passport_expiry": "2027-01-01",
        },
    )
    assert warnings(line, tmp_path) == {
        ("attachments", "attachment.wanted"),
        ("details.photo", "attachment.not-enclosed"),
    }


@pytest.mark.parametrize(
    ("stated", "gregorian", "hijri"),
    [
        ({"birth_date": "1999-08-15"}, date(1999, 8, 15), None),
        ({"birth_date_hijri": "1420/5/4"}, date(1999, 8, 15), "1420-05-04"),
        (
            {"birth_date": "1999-08-16", "birth_date_hijri": "1420-05-04"},
            date(1999, 8, 16),
            "1420-05-04",
        ),
    ],
)
def test_either_calendar_may_be_stated_and_is_kept(stated, gregorian, hijri, tmp_path):
    line = feed_line(applicant__birth_date=None, applicant__birth_date_hijri=None)
    line["applicant"] |= stated
    applicant = check(line, tmp_path)[1].request.applicant
    assert (applicant.birth_date, applicant.birth_date_hijri) == (gregorian, hijri)


def test_optional_parts_may_be_missing_or_empty(tmp_path):
    line = feed_line(
        urgent=None, applicant__name_ar__father=None, applicant__name_ar__grandfather=""
    )
    line |= {"attachments": None, "urgent": None}
    line["applicant"] |= {"name_en": {"first": "", "family": None}}
    request = check(line, tmp_path)[1].request
    assert (request.urgent, request.applicant.name_en) == (False, None)
    assert request.applicant.name_ar.full == "فهد الدوسري"


def test_the_stateless_and_establishments_can_ask(tmp_path):
    assert faults(feed_line(applicant__nationality="XXA"), tmp_path) == set()
    line = feed_line(applicant__id_type="establishment", applicant__id_number=identity(5))
    del line["applicant"]["birth_date"], line["applicant"]["birth_date_hijri"]
    assert faults(line, tmp_path) == set()


def rejects(data, *, too_long=False):
    line = RawLine(data, len(data), too_long)
    parts = read_line(line)
    return orjson.loads(rejected_line(line, parts, parts.problems, TEXTS.both))


def test_what_is_no_object_is_kept_as_text():
    assert rejects(b'{"cut": ')["line"] == '{"cut": '
    bad = rejects(b"\xff\xfe" + "م".encode() * 3000)
    assert bad["truncated"] is True
    assert bad["line"].startswith("\ufffd\ufffdم")
    assert len(bad["line"]) == 2001
    assert rejects(b"{" * 9000, too_long=True)["errors"][0]["code"] == "line.too-long"


def test_numbers_and_nesting_come_back_as_they_were():
    data = b'{"a": 1.0, "b": 123456789012345678901234567890, "c": %s1%s}' % (b"[" * 400, b"]" * 400)
    line = RawLine(data, len(data), too_long=False)
    parts = read_line(line)
    back = rejected_line(line, parts, parts.problems, TEXTS.both)
    assert back.startswith(data[:-1] + b',"errors":[')
    assert rejects(b"{}")["errors"]
    assert rejects(b'{"errors": [1], "a": 2}')["a"] == 2


def test_a_line_is_never_held_beyond_its_limit(tmp_path):
    feed = tmp_path / "feed"
    longest, beyond = b"a" * (LONGEST_LINE - 1), b"b" * (LONGEST_LINE + 1)
    feed.write_bytes(longest + b"\n" + beyond * 4 + b"\nend")
    with feed.open("rb") as file:
        lines = list(lines_from(file, 0))
        assert [line.too_long for line in lines] == [False, True, False]
        assert lines[0].data == longest
        assert len(lines[1].data) < 10_000
        assert (lines[2].data, lines[2].end) == (b"end", feed.stat().st_size)
        assert list(lines_from(file, lines[1].end)) == lines[2:]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
PLACES = [
    *feed_line(), "attachments", "urgent", "errors",
    *(f"applicant__{key}" for key in [*feed_line()["applicant"], "name_en"]),
    *(f"applicant__address__{key}" for key in feed_line()["applicant"]["address"]),
    *(f"details__{key}" for key in feed_line()["details"]),
]  # fmt: skip


@given(place=st.sampled_from(PLACES), value=json_values)
def test_whatever_stands_in_a_field_the_answer_is_a_request_or_faults(
    place, value, tmp_path_factory
):
    folder = tmp_path_factory.getbasetemp()
    line = feed_line(**{place: value})
    parts, checked = check(line, folder)
    assert (checked.request is None) == bool(checked.problems)
    if checked.problems:
        raw = RawLine(orjson.dumps(line), 0, too_long=False)
        back = orjson.loads(rejected_line(raw, parts, checked.problems, TEXTS.both))
        back.pop("errors")
        assert back == {key: one for key, one in line.items() if key != "errors"}


@given(st.binary(max_size=200))
def test_whatever_the_bytes_a_line_is_answered(data):
    parts = read_line(RawLine(data, len(data), too_long=False))
    assert parts.problems
