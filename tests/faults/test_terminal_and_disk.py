"""Wrong turns at the terminal, a disk that gives out: one line, exit 2, nothing half-made."""

import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.desks import answer, command, ended, one_line, start, wait_until
from tests.feed_builders import feed_line, write_feed

SMALL_FILES = (
    "import resource, runpy, sys; "
    "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2); "
    "sys.argv[1:2] = []; runpy.run_module('absher_desk', run_name='__main__')"
)


@pytest.fixture
def embedded(tmp_path, migrated_sqlite):
    path = tmp_path / "desk.sqlite"
    path.write_bytes(migrated_sqlite.read_bytes())
    return path


@pytest.fixture
def feed(tmp_path):
    return write_feed(tmp_path / "feed.jsonl", [feed_line(i) for i in range(1, 1200)])


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_disk_that_fills_up_during_a_feed(embedded, feed):
    url = f"sqlite:///{embedded}"
    room = embedded.stat().st_size + 400_000
    words = ["--locale", "en", "--database", url, "intake", str(feed)]
    code, out, err = ended(start([sys.executable, "-c", SMALL_FILES, str(room), *words]))
    assert (code, out, len(err.splitlines())) == (2, "", 1), err
    assert answer("--database", url, "audit", "verify")["intact"]
    assert answer("--database", url, "intake", feed)["accepted"] == 1199


def test_a_database_held_by_another_program_is_said_to_be_locked(embedded, feed):
    with closing(sqlite3.connect(embedded, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        line = one_line("--database", f"sqlite:///{embedded}", "intake", feed)
        holder.execute("ROLLBACK")
    assert "busy" in line or "lock" in line.casefold() or "another" in line
    assert answer("--database", f"sqlite:///{embedded}", "intake", feed)["accepted"] == 1199


def test_a_newer_database_is_refused(embedded):
    with closing(sqlite3.connect(embedded)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "newer" in one_line("--database", f"sqlite:///{embedded}", "queues")


def test_two_desks_begin_on_one_new_database(tmp_path, feed):
    url = f"sqlite:///{tmp_path / 'new.sqlite'}"
    both = [command("--json", "--database", url, "intake", feed) for _ in range(2)]
    results = [ended(one) for one in both]
    assert [code for code, _, _ in results] == [0, 0], results
    assert sum(queue["open"] for queue in answer("--database", url, "queues")) == 1199


def test_an_interruption_is_no_traceback_and_loses_nothing(embedded, feed):
    url = f"sqlite:///{embedded}"
    interrupted = command("--database", url, "intake", feed)
    wait_until(lambda: entered(embedded) or interrupted.poll() is not None)
    interrupted.send_signal(signal.SIGINT)
    _, _, err = ended(interrupted)
    assert err.splitlines() in (
        [],
        ["Interrupted. Nothing is lost; run the command again to go on."],
    )
    answer("--database", url, "intake", feed)
    assert entered(embedded) == 1199


def entered(path):
    """How many requests are in an embedded database."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM request").fetchone()[0]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_said(desk_home):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        words = [sys.executable, "-m", "absher_desk", "--locale", "en", "services"]
        code, _, err = ended(start(words, stdout=full))
    assert (code, len(err.splitlines())) == (2, 1), err


@pytest.mark.parametrize(
    "settings", ["x = [", "unknown = 1", 'database_url = "postgresql+psycopg://u:hidden7@h/x"']
)
def test_a_broken_settings_file_is_named_without_what_it_hides(settings, tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text(settings, encoding="utf-8")
    line = one_line("--config", file, "queues")
    assert "settings.toml" in line
    assert "hidden7" not in line
