"""Files beside a feed: kept with the request, or refused with the reason; never from elsewhere."""

import hashlib

import pytest
from sqlalchemy import select

from absher_desk.models.document import Attachment, Content
from absher_desk.operations.feed_attachments import LARGEST
from tests.feed_builders import codes, feed_line, rejected, take_in, write_feed

PICTURE = b"\x89PNG\r\n\x1a\n" + b"portrait"


def attachment(data=PICTURE, **changes):
    entry = {
        "name": "me.png",
        "kind": "portrait",
        "sha256": hashlib.sha256(data).hexdigest(),
        "file": "me.png",
    }
    return entry | changes


def read_with(desk, folder, *attachments):
    rejects = folder / "rejects.jsonl"
    feed = write_feed(folder / "feed.jsonl", [feed_line(attachments=list(attachments))])
    found = take_in(desk, feed, rejects=rejects)
    return found, rejected(rejects)


def test_a_file_is_kept_with_its_request(desk, tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "me.png").write_bytes(PICTURE)
    stated = attachment(file="pictures/me.png", sha256=attachment()["sha256"].upper())
    found, _ = read_with(desk, tmp_path, stated)
    assert found.accepted == 1
    with desk.database.read() as connection:
        [kept] = connection.execute(
            select(Attachment.name, Attachment.kind, Content.media_type, Content.data).join(Content)
        )
    assert tuple(kept) == ("me.png", "portrait", "image/png", PICTURE)


def test_two_requests_share_the_bytes_of_one_picture(desk, tmp_path):
    (tmp_path / "me.png").write_bytes(PICTURE)
    lines = [feed_line(i, attachments=[attachment()]) for i in (1, 2)]
    assert take_in(desk, write_feed(tmp_path / "feed.jsonl", lines)).accepted == 2
    with desk.database.read() as connection:
        assert len(connection.execute(select(Content.sha256)).all()) == 1
        assert len(connection.execute(select(Attachment.id)).all()) == 2


@pytest.mark.parametrize(
    "file",
    [
        "../secret.png",
        "a/../../secret.png",
        "/etc/passwd",
        "C:\\secret.png",
        "..\\secret.png",
        "C:secret.png",
        "link.png",
        "linked/secret.png",
        "",
        ".",
        "me\u0000.png",
    ],
)
def test_nothing_is_read_from_outside_the_folder(desk, tmp_path, file):
    (tmp_path / "secret.png").write_bytes(PICTURE)
    folder = tmp_path / "feed"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "linked").symlink_to(tmp_path)
    found, [line] = read_with(desk, folder, attachment(file=file))
    assert found.accepted == 0
    assert codes(line) == [("attachments.0.file", "attachment.outside")]


@pytest.mark.parametrize(
    ("data", "changes", "fault"),
    [
        (None, {}, "file attachment.missing"),
        (PICTURE + b"!", {}, "sha256 attachment.sha256"),
        (PICTURE, {"sha256": "12"}, "sha256 attachment.sha256-form"),
        (PICTURE, {"kind": "song"}, "kind attachment.kind"),
        (PICTURE, {"name": "a/b.png"}, "name attachment.name"),
        (PICTURE, {"name": " "}, "name attachment.name"),
        (b"MZ program", {}, "file attachment.media-type"),
        (PICTURE + bytes(LARGEST), {}, "file attachment.too-large"),
    ],
)
def test_a_file_that_is_not_as_stated(desk, tmp_path, data, changes, fault):
    if data is not None:
        (tmp_path / "me.png").write_bytes(data)
    _, [line] = read_with(desk, tmp_path, attachment(**changes))
    path, code = fault.split()
    assert codes(line) == [(f"attachments.0.{path}", code)]


def test_links_in_a_circle(desk, tmp_path):
    (tmp_path / "me.png").symlink_to(tmp_path / "me.png")
    _, [line] = read_with(desk, tmp_path, attachment())
    assert codes(line)[0][0] == "attachments.0.file"


def test_faults_of_files_are_told_with_the_others(desk, tmp_path):
    rejects = tmp_path / "rejects.jsonl"
    lines = [feed_line(attachments=[attachment()], applicant__mobile="0112345678")]
    take_in(desk, write_feed(tmp_path / "feed.jsonl", lines), rejects=rejects)
    assert codes(rejected(rejects)[0]) == [
        ("applicant.mobile", "mobile.not-mobile"),
        ("attachments.0.file", "attachment.missing"),
    ]


def test_a_duplicate_needs_its_files_no_more(desk, tmp_path):
    picture = tmp_path / "me.png"
    picture.write_bytes(PICTURE)
    read_with(desk, tmp_path, attachment())
    picture.unlink()
    found, _ = read_with(desk, tmp_path, attachment())
    assert (found.duplicates, found.rejected) == (1, 0)


def test_another_picture_is_other_content(desk, tmp_path):
    other = PICTURE + b" of somebody else"
    (tmp_path / "me.png").write_bytes(PICTURE)
    (tmp_path / "other.png").write_bytes(other)
    read_with(desk, tmp_path, attachment())
    _, [line] = read_with(desk, tmp_path, attachment(other, file="other.png"))
    assert codes(line) == [("reference", "reference.conflict")]


def test_too_many_files(desk, tmp_path):
    _, [line] = read_with(desk, tmp_path, *[attachment()] * 21)
    assert codes(line) == [("attachments", "field.too-many")]
