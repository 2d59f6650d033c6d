"""Opening: new, older, newer, damaged, unreachable; a backup before anything is changed."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select, text

from absher_desk.models import opening
from absher_desk.models.branch import Branch
from absher_desk.models.database import Database
from absher_desk.models.faults import DatabaseFault
from absher_desk.models.opening import back_up, open_database, revision_of
from absher_desk.models.schema import REVISION, metadata

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


def refused(url):
    with pytest.raises(DatabaseFault) as fault:
        open_database(url, now=NOW).close()
    return fault.value.code


@pytest.fixture
def new_url(tmp_path):
    return f"sqlite:///{tmp_path / 'new' / 'desk.sqlite'}"


@pytest.fixture
def whole(tmp_path, migrated_sqlite):
    """A copy of a database with branches in it."""
    path = tmp_path / "desk.sqlite"
    path.write_bytes(migrated_sqlite.read_bytes())
    return path


def test_a_new_database_gets_its_folder_and_tables(new_url, tmp_path):
    database = open_database(new_url, now=NOW)
    with database.read() as connection:
        assert revision_of(connection) == REVISION
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}
    database.close()
    assert [path.name for path in (tmp_path / "new").glob("*before*")] == []


def test_opening_again_changes_nothing(database_url):
    before = Database(database_url)
    with before.read() as connection:
        branches = connection.execute(select(Branch.code)).all()
    before.close()
    again = open_database(database_url, now=NOW)
    with again.read() as connection:
        assert connection.execute(select(Branch.code)).all() == branches
    again.close()


def test_the_migrations_make_the_tables_of_the_program(database):
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_constant_is_the_head_of_the_migrations():
    config = Config()
    config.set_main_option("script_location", opening.__file__.replace("opening.py", "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == REVISION


def test_a_newer_database_is_left_alone(database_url):
    database = Database(database_url)
    with database.change() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert refused(database_url) == "database.newer"
    with database.read() as connection:
        assert revision_of(connection) == "9999"
    database.close()


def as_if_older(monkeypatch):
    """This program is one revision ahead of every database there is."""
    monkeypatch.setattr(opening, "REVISION", "0002")


def test_what_holds_something_is_backed_up_before_an_upgrade(whole, monkeypatch):
    as_if_older(monkeypatch)
    for name in ("desk-before-0002-20261123T050000.sqlite",
                 "desk-before-0002-20261123T050000-2.sqlite"):  # fmt: skip
        open_database(f"sqlite:///{whole}", now=NOW).close()
        with closing(sqlite3.connect(whole.with_name(name))) as copy:
            assert copy.execute("SELECT count(*) FROM branch").fetchone() == (2,)


def test_a_backup_is_whole_and_overwrites_nothing(whole, tmp_path):
    database = Database(f"sqlite:///{whole}")
    with database.change() as connection:  # a desk that is at work
        connection.execute(text("UPDATE branch SET name_en = 'unfinished'"))
        back_up(database, tmp_path / "copy.sqlite")
    with pytest.raises(DatabaseFault) as fault:
        back_up(database, tmp_path / "copy.sqlite")
    assert fault.value.code == "database.backup-exists"
    with pytest.raises(DatabaseFault) as fault:
        back_up(database, tmp_path / "nowhere" / "copy.sqlite")
    assert fault.value.code == "database.cannot-open"
    database.close()
    with closing(sqlite3.connect(tmp_path / "copy.sqlite")) as copy:
        names = copy.execute("SELECT DISTINCT name_en FROM branch ORDER BY 1").fetchall()
    assert names == [("Al Malqa",), ("As Safa",)]


def test_a_server_is_backed_up_with_its_own_tools(migrated_postgres, tmp_path):
    database = Database(migrated_postgres.url("desk_template"))
    with pytest.raises(DatabaseFault) as fault:
        back_up(database, tmp_path / "copy.sqlite")
    assert fault.value.code == "database.backup-not-embedded"
    database.close()


def test_a_torn_file_is_damaged(whole):
    content = whole.read_bytes()
    whole.write_bytes(content[: len(content) // 2])
    assert refused(f"sqlite:///{whole}") == "database.damaged"


def test_a_file_that_is_no_database_is_damaged_and_left_as_it_is(tmp_path):
    path = tmp_path / "desk.sqlite"
    path.write_text("سجل الفرع\n" * 500, encoding="utf-8")
    assert refused(f"sqlite:///{path}") == "database.damaged"
    assert path.read_text(encoding="utf-8").startswith("سجل الفرع")


def test_a_folder_in_place_of_the_file(tmp_path):
    (tmp_path / "desk.sqlite").mkdir()
    assert refused(f"sqlite:///{tmp_path / 'desk.sqlite'}") == "database.cannot-open"


def test_a_file_in_place_of_the_folder(tmp_path):
    (tmp_path / "data").write_text("")
    assert refused(f"sqlite:///{tmp_path / 'data' / 'desk.sqlite'}") == "database.cannot-open"


@pytest.mark.parametrize(
    "url", ["", "desk.sqlite", "mysql://u@h/d", "postgresql://u@h:port/d", "oracle://"]
)
def test_a_wrong_address(url):
    assert refused(url) == "database.bad-url"


def test_a_server_that_is_not_there():
    assert refused("postgresql://u:p@127.0.0.1:1/desk") == "database.unreachable"


def test_a_database_the_server_has_not(postgres_server):
    assert refused(postgres_server.url("nowhere")) == "database.cannot-open"


def test_a_wrong_password(postgres_server):
    wrong = postgres_server.url().replace("administrator:", "administrator:x")
    assert refused(wrong) == "database.sign-in-refused"
