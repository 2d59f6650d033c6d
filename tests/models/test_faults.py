"""What goes wrong in the database reaches a person as a code that he can act on."""

import sqlite3
import threading
from contextlib import closing

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from absher_desk.models import database as database_module
from absher_desk.models.branch import Branch
from absher_desk.models.database import Database
from absher_desk.models.document import Content
from absher_desk.models.faults import DatabaseFault, fault_code
from absher_desk.operations.errors import Unavailable
from absher_desk.operations.sign_in import note_lock
from tests.builders import signed_in


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(database_module, "_PATIENCE_SECONDS", 0.2)


def test_a_second_writer_is_told_that_it_is_locked(impatient, database_url):
    one, two = Database(database_url), Database(database_url)
    with one.change() as connection:
        connection.execute(text("UPDATE branch SET name_en = 'a'"))
        with pytest.raises(DatabaseFault) as fault, two.change() as other:
            other.execute(text("UPDATE branch SET name_en = 'b'"))
    assert fault.value.code == "database.locked"
    with two.read() as connection:
        names = {row.name_en for row in connection.execute(select(Branch.name_en))}
    assert names == {"a"}
    one.close()
    two.close()


def test_an_operation_says_that_the_database_is_locked(impatient, desk, database_url):
    officer = signed_in(desk, "officer")
    if not desk.database.is_sqlite:
        return
    with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"))) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable) as fault:
            note_lock(desk, officer, idle=False)
        assert fault.value.code == "database.locked"
        holder.rollback()
    note_lock(desk, officer, idle=False)  # and the chain goes on unbroken
    assert officer.chain.seq == 2


def test_readers_do_not_wait_for_a_writer(database):
    with database.change() as writing:
        writing.execute(text("UPDATE branch SET name_en = 'x'"))
        with database.read() as reading:
            assert "x" not in set(reading.execute(select(Branch.name_en)).scalars())


def test_a_read_sees_one_moment(database):
    with database.read() as reading:
        before = reading.execute(select(Branch.name_en)).all()
        with database.change() as writing:
            writing.execute(text("UPDATE branch SET name_en = 'later'"))
        assert reading.execute(select(Branch.name_en)).all() == before


def test_a_full_disk_writes_nothing(tmp_path, migrated_sqlite):
    path = tmp_path / "desk.sqlite"
    path.write_bytes(migrated_sqlite.read_bytes())
    database = Database(f"sqlite:///{path}")
    with pytest.raises(DatabaseFault) as fault, database.change() as connection:
        fill(connection)
    assert fault.value.code == "database.disk-full"
    with database.read() as connection:
        assert "x" not in set(connection.execute(select(Branch.name_en)).scalars())
    database.close()


def fill(connection):
    """Write more than the disk has room for."""
    connection.execute(text("UPDATE branch SET name_en = 'x'"))
    pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    connection.execute(text(f"PRAGMA max_page_count = {pages + 2}"))
    content = {"sha256": "0" * 64, "media_type": "x", "data": b"x" * 500_000}
    connection.execute(Content.__table__.insert(), content)


def test_a_file_that_may_not_be_written(tmp_path, migrated_sqlite):
    path = tmp_path / "desk.sqlite"
    path.write_bytes(migrated_sqlite.read_bytes())
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        database = Database(f"sqlite:///file:{path}?mode=ro&uri=true")
        with pytest.raises(DatabaseFault) as fault, database.change() as connection:
            connection.execute(text("UPDATE branch SET name_en = 'x'"))
        assert fault.value.code == "database.read-only"
        database.close()


def test_no_free_connection_is_busy(database, monkeypatch):
    pool = database.engine.pool
    monkeypatch.setattr(pool, "_timeout", 0.05)
    monkeypatch.setattr(pool, "_max_overflow", 0)
    held = [database.engine.connect() for _ in range(pool.size())]
    with pytest.raises(DatabaseFault) as fault, database.read():
        pass
    assert fault.value.code == "database.busy"
    for connection in held:
        connection.close()


def test_a_server_that_goes_away_is_unreachable_and_then_there_again(migrated_postgres):
    migrated_postgres.create("t_away", template="desk_template")
    database = Database(migrated_postgres.url("t_away"))
    with pytest.raises(DatabaseFault) as fault, database.read() as connection:
        drop_and_read(migrated_postgres, connection)
    assert fault.value.code == "database.unreachable"
    migrated_postgres.create("t_away", template="desk_template")
    with database.read() as connection:
        assert len(connection.execute(select(Branch.code)).all()) == 2
    database.close()
    migrated_postgres.drop("t_away")


def drop_and_read(server, connection):
    server.drop("t_away")
    connection.execute(select(Branch.code))


def test_a_deadlock_is_told_as_locked(migrated_postgres):
    migrated_postgres.create("t_dead", template="desk_template")
    database = Database(migrated_postgres.url("t_dead"))
    meet, said = threading.Barrier(2), []

    def lock(first, second):
        try:
            with database.change() as connection:
                connection.execute(update_branch(first))
                meet.wait()
                connection.execute(update_branch(second))
        except DatabaseFault as fault:
            said.append(fault.code)

    both = [threading.Thread(target=lock, args=way) for way in (("1101", "1201"), ("1201", "1101"))]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert said == ["database.locked"]
    database.close()
    migrated_postgres.drop("t_dead")


def update_branch(code):
    return text("UPDATE branch SET name_en = 'x' WHERE code = :code").bindparams(code=code)


def test_a_bug_stays_a_bug_and_its_text_holds_no_values(database):
    row = {"code": "1101", "name_ar": "1234567890", "name_en": "x", "city_ar": "x",
           "city_en": "x", "region": "SA-01"}  # fmt: skip
    with pytest.raises(IntegrityError) as error, database.change() as connection:
        connection.execute(Branch.__table__.insert(), row)
    assert "1234567890" not in str(error.value)
    assert fault_code(error.value) is None
    assert fault_code(ValueError()) is None
