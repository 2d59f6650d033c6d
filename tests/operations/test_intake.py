"""Feeds: what becomes of each line, on both databases."""

import json

import pytest
from sqlalchemy import func, select

from absher_desk.models.document import Attachment
from absher_desk.models.event import Event
from absher_desk.models.request import FeedProgress, Person, Request
from absher_desk.models.work import OpenWork
from absher_desk.operations.errors import NotFound, Refused, Unavailable
from absher_desk.operations.intake import read_feed
from absher_desk.system.texts import Texts
from tests.builders import identity, signed_in
from tests.feed_builders import (
    EXAMPLE,
    codes,
    feed_line,
    found_example_branches,
    rejected,
    take_in,
    write_feed,
)


def one(database, statement):
    with database.read() as connection:
        return connection.execute(statement).one()


def count(database, table):
    return one(database, select(func.count()).select_from(table))[0]


def test_a_sound_line_becomes_a_request_in_its_queue(desk, tmp_path):
    feed = write_feed(tmp_path / "feed.jsonl", [feed_line(urgent=True)])
    found = take_in(desk, feed)
    assert (found.read, found.accepted, found.duplicates, found.rejected) == (1, 1, 0, 0)
    assert found.bytes_read == found.bytes_total == feed.stat().st_size
    request = one(desk.database, select(Request.__table__))
    assert (request.reference, request.source) == ("POR-T-0000001", "portal")
    assert request.applicant["mobile"] == "+966500000001"
    assert request.applicant["name_ar"]["family"] == "الدوسري"
    assert request.applicant["address"]["region"] == "SA-01"
    assert request.details["username"] == "fahad0000001"
    assert request.warnings == []
    work = one(desk.database, select(OpenWork.__table__))
    assert (work.request_id, work.queue) == (request.id, "account-activation")
    events = one(desk.database, select(func.count()).where(Event.request_id == request.id))
    assert events[0] == request.event_count == 1


def test_spelling_is_normalised_and_the_name_kept_as_it_looks(desk, tmp_path):
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    line = feed_line(
        applicant__id_number=identity(1).translate(arabic),
        applicant__name_ar__first="محـــمّد",
        applicant__mobile="\u200f٠٥٠ ٠٠٠ ٠٠٠١\u202c",
        branch="١١٠١",
        applicant__birth_date="١٩٩٩/٠٨/١٥",
    )
    take_in(desk, write_feed(tmp_path / "feed.jsonl", [line]))
    request = one(desk.database, select(Request.__table__))
    assert request.identity_number == identity(1)
    assert request.applicant["mobile"] == "+966500000001"
    assert request.applicant["name_ar"]["first"] == "محـــمّد"
    assert request.applicant["birth_date"] == "1999-08-15"
    assert request.branch_code == "1101"


def test_the_same_content_in_other_spelling_is_a_duplicate(desk, tmp_path):
    first = feed_line()
    again = feed_line(applicant__mobile="0500000001", submitted_at="2026-11-22T05:01:16Z")
    again = dict(reversed(again.items()))
    assert first["submitted_at"] == "2026-11-22T08:01:16+03:00"
    found = take_in(desk, write_feed(tmp_path / "feed.jsonl", [first, again]))
    assert (found.accepted, found.duplicates, found.rejected) == (1, 1, 0)


def test_the_same_reference_of_another_source_is_another_request(desk, tmp_path):
    lines = [feed_line(), feed_line(source="bank")]
    assert take_in(desk, write_feed(tmp_path / "feed.jsonl", lines)).accepted == 2


@pytest.mark.parametrize("apart", [False, True], ids=["one batch", "two feeds"])
def test_other_content_under_a_reference_is_a_conflict(desk, tmp_path, apart):
    lines = [feed_line(), feed_line(details__username="another999")]
    rejects = tmp_path / "rejects.jsonl"
    if apart:
        take_in(desk, write_feed(tmp_path / "first.jsonl", lines[:1]))
        lines = lines[1:]
    found = take_in(desk, write_feed(tmp_path / "feed.jsonl", lines), rejects=rejects)
    assert found.rejected == 1
    assert codes(rejected(rejects)[0]) == [("reference", "reference.conflict")]
    assert one(desk.database, select(Request.details)).details["username"] == "fahad0000001"


def test_a_feed_read_again_changes_nothing(desk, tmp_path):
    lines = [feed_line(i) for i in range(1, 8)] + [feed_line(9, service="passport-rental")]
    feed, rejects = write_feed(tmp_path / "feed.jsonl", lines), tmp_path / "rejects.jsonl"
    first = take_in(desk, feed, rejects=rejects, batch=3)
    kept = rejects.read_bytes()
    again = take_in(desk, feed, rejects=rejects, batch=3)
    assert (first.accepted, first.duplicates, first.rejected) == (7, 0, 1)
    assert (again.accepted, again.duplicates, again.rejected) == (0, 7, 1)
    assert rejects.read_bytes() == kept
    assert count(desk.database, Request) == count(desk.database, OpenWork) == 7


def test_a_rejected_line_comes_back_as_it_was_with_its_faults_in_both_languages(desk, tmp_path):
    line = feed_line(applicant__mobile="0112345678", details__username=None)
    line["note"] = {"of the sender": [1.0, None]}
    rejects = tmp_path / "rejects.jsonl"
    take_in(desk, write_feed(tmp_path / "feed.jsonl", [line]), rejects=rejects)
    [back] = rejected(rejects)
    errors = back.pop("errors")
    assert back == line
    assert {(e["path"], e["code"]) for e in errors} == {
        ("applicant.mobile", "mobile.not-mobile"),
        ("details.username", "details.required"),
        ("note", "field.unknown"),
    }
    assert all(set(e) == {"path", "code", "ar", "en"} for e in errors)
    mobile = next(e for e in errors if e["path"] == "applicant.mobile")
    assert "رقم ثابت" in mobile["ar"]
    assert "landline" in mobile["en"].lower()


def test_a_corrected_reject_may_be_sent_again_with_its_errors(desk, tmp_path):
    rejects = tmp_path / "rejects.jsonl"
    feed = write_feed(tmp_path / "feed.jsonl", [feed_line(applicant__mobile="0112345678")])
    take_in(desk, feed, rejects=rejects)
    [back] = rejected(rejects)
    still = tmp_path / "still.jsonl"
    again = take_in(desk, write_feed(tmp_path / "again.jsonl", [back]), rejects=still)
    assert again.rejected == 1
    assert len(rejected(still)[0]["errors"]) == 1
    back["applicant"]["mobile"] = "0500000001"
    assert take_in(desk, write_feed(tmp_path / "third.jsonl", [back])).accepted == 1


def test_several_feeds_share_a_rejects_file(desk, tmp_path):
    rejects = tmp_path / "rejects.jsonl"
    for name in ("a", "b"):
        feed = write_feed(tmp_path / name, [feed_line(reference=name, branch="9999")])
        take_in(desk, feed, rejects=rejects)
    assert [line["reference"] for line in rejected(rejects)] == ["a", "b"]


def test_byte_order_mark_and_windows_line_ends_do_no_harm(desk, tmp_path):
    feed = tmp_path / "feed.jsonl"
    lines = b"\r\n".join(json.dumps(feed_line(i)).encode() for i in (1, 2))
    feed.write_bytes(b"\xef\xbb\xbf" + lines)
    found = take_in(desk, feed, batch=1)
    assert (found.read, found.accepted, found.bytes_read) == (2, 2, feed.stat().st_size)


def test_an_empty_feed_is_read_at_once(desk, tmp_path):
    found = take_in(desk, write_feed(tmp_path / "feed.jsonl", []))
    assert (found.read, found.bytes_total) == (0, 0)


def test_a_person_is_known_by_what_was_stated_last(desk, tmp_path):
    lines = [feed_line(reference=f"R{i}", applicant__email=f"mail{i}@example.sa") for i in (1, 2)]
    take_in(desk, write_feed(tmp_path / "feed.jsonl", [*lines]))
    assert one(desk.database, select(Person.email)).email == "mail2@example.sa"


def test_a_clerk_may_read_a_feed_and_an_officer_may_not(desk, tmp_path):
    feed = write_feed(tmp_path / "feed.jsonl", [feed_line()])
    with pytest.raises(Refused) as fault:
        read_feed(desk, signed_in(desk, "officer"), feed, words=Texts().both)
    assert fault.value.code == "right.missing"
    assert read_feed(desk, signed_in(desk, "clerk"), feed, words=Texts().both).accepted == 1


def test_the_log_says_that_a_feed_was_read(desk, tmp_path):
    take_in(desk, write_feed(tmp_path / "feed.jsonl", [feed_line(), b"{"]))
    event = one(desk.database, select(Event.data).where(Event.kind == "feed-read"))
    said = json.loads(event.data)
    assert (said["lines"], said["accepted"], said["rejected"]) == (2, 1, 1)
    assert one(desk.database, select(FeedProgress.finished)).finished


def test_files_that_cannot_be_used_are_named(desk, tmp_path):
    with pytest.raises(NotFound) as missing:
        take_in(desk, tmp_path / "none.jsonl")
    assert missing.value.code == "feed.not-found"
    with pytest.raises(Unavailable) as folder:
        take_in(desk, tmp_path)
    assert folder.value.code == "feed.unreadable"
    feed = write_feed(tmp_path / "feed.jsonl", [feed_line(), b"{"])
    with pytest.raises(Unavailable) as rejects:
        take_in(desk, feed, rejects=tmp_path / "nowhere" / "rejects.jsonl")
    assert rejects.value.code == "rejects.cannot-write"
    with pytest.raises(Refused) as itself:
        take_in(desk, feed, rejects=tmp_path / "." / "feed.jsonl")
    assert itself.value.code == "rejects.is-feed"
    assert count(desk.database, Request) == 0


MESSY = [
    ("POR-11-0000008", {("reference", "reference.conflict")}),
    ("POR-11-0000004-X", {("applicant.id_number", "identity.checksum")}),
    (
        "POR-11-0000000-X",
        {("applicant.mobile", "mobile.not-mobile"), ("details.document_type", "details.required")},
    ),
    ("POR-11-0000003-X", {("service", "unknown-service")}),
    ("POR-11-0000003-X", {("applicant.birth_date", "date.day")}),
    ("BAN-11-0000241", {("applicant.birth_date_hijri", "date.hijri-day")}),
    (None, {("", "line.not-json")}),
    (None, {("", "line.empty")}),
    (None, {("", "line.too-long")}),
]
"""The example's refused lines from 241 on; 241 is a duplicate, 243 has Arabic digits."""


if EXAMPLE.exists():

    def test_the_example_feed(desk, tmp_path):
        found_example_branches(desk)
        rejects = tmp_path / "rejects.jsonl"
        found = take_in(desk, EXAMPLE, rejects=rejects)
        lines = rejected(rejects)
        assert (found.read, found.duplicates, found.rejected) == (251, 1, len(lines))
        assert found.accepted == 251 - 1 - len(lines) == count(desk.database, Request)
        messy = lines[-len(MESSY) :]
        assert [line.get("reference") for line in messy] == [reference for reference, _ in MESSY]
        for line, (_, faults) in zip(messy, MESSY, strict=True):
            assert faults <= set(codes(line))
        # Before them only services that the catalogue does not have yet.
        for line in lines[: -len(MESSY)]:
            assert codes(line) == [("service", "unknown-service")]
        assert count(desk.database, Attachment) > 0
        stretched = one(
            desk.database,
            select(Request.applicant, Request.identity_number).where(
                Request.reference == "POR-11-0000240"
            ),
        )
        assert stretched.applicant["name_ar"]["first"] == "محـــمّد"
        assert stretched.identity_number == "1566775407"
