"""The commands as a person or a script meets them: output, exit code, one clear line."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from absher_desk.models.schema import REVISION
from tests.feed_builders import feed_line, write_feed


def run(*arguments, stdin=None, **environment):
    """The program as its own process, as it is used."""
    return subprocess.run(
        [sys.executable, "-m", "absher_desk", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        input=stdin,
        env=os.environ | environment,
        timeout=60,
        check=False,
    )


def answer(*arguments, **environment):
    """The JSON document of a command that went well."""
    done = run("--json", *arguments, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def one_line(done):
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'new.sqlite'}"


def test_a_feed_is_read_once_and_found_again(url, tmp_path):
    feed = write_feed(tmp_path / "feed.jsonl", [feed_line(1), feed_line(2)])
    assert answer("--database", url, "intake", feed) == {
        "read": 2, "accepted": 2, "duplicates": 0, "rejected": 0,
    }  # fmt: skip
    assert answer("--database", url, "intake", feed)["duplicates"] == 2
    assert sum(q["open"] for q in answer("--database", url, "queues")) == 2


def test_refused_lines_make_exit_code_1_and_a_rejects_file(url, tmp_path):
    broken = feed_line(2) | {"service": "passport-rental"}
    feed = write_feed(tmp_path / "feed.jsonl", [feed_line(1), broken])
    rejects = tmp_path / "rejects.jsonl"
    done = run("--database", url, "--json", "intake", feed, "--rejects", rejects)
    assert done.returncode == 1
    assert json.loads(done.stdout)["rejected"] == 1
    [line] = [json.loads(text) for text in rejects.read_text(encoding="utf-8").splitlines()]
    assert line["reference"] == broken["reference"]
    [error] = line["errors"]
    assert (error["code"], error["path"]) == ("unknown-service", "service")
    assert error["ar"] != error["en"]


def test_a_request_is_found_by_number_and_by_reference(url, tmp_path):
    feed = write_feed(tmp_path / "feed.jsonl", [feed_line(7)])
    run("--database", url, "intake", feed)
    by_reference = answer("--database", url, "request", feed_line(7)["reference"])
    by_number = answer("--database", url, "request", by_reference["number"])
    assert by_number == by_reference
    assert by_number["state"] == "registered"
    assert [event["kind"] for event in by_number["events"]] == ["request-registered"]
    grouped = run("--database", url, "request", by_reference["number"], "--locale", "en")
    assert "Registered" in grouped.stdout


def test_a_form_is_rendered_without_being_counted(url, tmp_path):
    feed = write_feed(tmp_path / "feed.jsonl", [feed_line(7)])
    run("--database", url, "intake", feed)
    number = answer("--database", url, "request", feed_line(7)["reference"])["number"]
    paper = tmp_path / "papers" / "receipt.pdf"
    answer("--database", url, "form", number, "request-receipt", "--out", paper)
    assert paper.read_bytes().startswith(b"%PDF")
    assert answer("--database", url, "request", number)["documents"] == []


def test_services_are_listed_without_a_database():
    listed = answer("services", ABSHER_DESK_DATABASE_URL="sqlite:////nowhere/at/all.sqlite")
    assert {"account-activation", "passport-renewal"} <= {service["code"] for service in listed}
    assert all(service["title_ar"] and service["steps"] for service in listed)


def test_audit_verify_names_the_first_fault(url, tmp_path):
    run("--database", url, "intake", write_feed(tmp_path / "feed.jsonl", [feed_line(1)]))
    assert run("--database", url, "audit", "verify").returncode == 0
    with sqlite3.connect(tmp_path / "new.sqlite") as connection:
        connection.execute("UPDATE event SET data = '{}' WHERE kind = 'request-registered'")
    connection.close()
    done = run("--database", url, "--locale", "en", "audit", "verify")
    assert done.returncode == 1
    assert "altered" in done.stdout.casefold() or "changed" in done.stdout.casefold()


def test_database_status_upgrade_and_backup(url, tmp_path):
    assert answer("--database", url, "database", "status")["current"] is False
    answer("--database", url, "database", "upgrade")
    status = answer("--database", url, "database", "status")
    assert status == {
        "database": "sqlite", "revision": REVISION, "program": REVISION, "current": True,
    }  # fmt: skip
    copy = tmp_path / "copy.sqlite"
    answer("--database", url, "database", "backup", copy)
    assert answer("--database", f"sqlite:///{copy}", "database", "status")["current"] is True
    one_line(run("--database", url, "database", "backup", copy))


@pytest.mark.parametrize(
    "arguments",
    [
        ("bogus",),
        ("--database", "mysql://somewhere/x", "queues"),
        ("--database", "not a url", "queues"),
        ("--database", "postgresql+psycopg://nobody@127.0.0.1:1/x", "queues"),
        ("--branch", "9999", "queues"),
        ("--config", "missing.toml", "queues"),
        ("request", "123"),
        ("form", "123", "activation-form", "--out", "x.pdf"),
        ("intake", "missing.jsonl"),
        ("end-of-day", "--date", "2026-02-30"),
        ("end-of-day", "--close", "--branch", "1101"),
        ("end-of-day", "--close"),
        ("demo", "--requests", "none"),
    ],
)
def test_a_wrong_call_is_answered_with_one_line(arguments):
    one_line(run("--locale", "en", *arguments))
    one_line(run("--locale", "ar", *arguments))


def test_a_torn_database_file_is_named_as_damaged(tmp_path):
    torn = tmp_path / "torn.sqlite"
    torn.write_bytes(b"SQLite format 3\x00" + os.urandom(4096))
    assert "damaged" in one_line(run("--locale", "en", "--database", f"sqlite:///{torn}", "queues"))


def test_without_a_display_the_headless_command_is_named():
    environment = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    for command in ((), ("demo",)):
        line = one_line(run("--locale", "en", *command, **environment))
        assert "demo --headless --out" in line


def test_the_day_report_of_every_branch_with_work(url, tmp_path):
    run("--database", url, "intake", write_feed(tmp_path / "feed.jsonl", [feed_line(1)]))
    out = tmp_path / "day"
    document = answer("--database", url, "end-of-day", "--out", out)
    assert document["totals"]["received"] == 1
    assert len(document["reports"]) == 1
    assert sorted(Path(name).suffix for name in document["files"]) == [".json", ".pdf", ".xlsx"]
    assert all(Path(name).stat().st_size > 0 for name in document["files"])
