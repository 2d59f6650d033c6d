"""The test server itself: what a test relies on when it says "on PostgreSQL"."""

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
import sqlalchemy

from .postgresql import PostgresServer, ServerFailed, programs


@pytest.fixture
def database(postgres_server, request):
    name = f"Server-{request.node.name}"  # a name that needs quoting in SQL
    postgres_server.create(name)
    yield name
    postgres_server.drop(name)


def ask(server, database, question):
    with psycopg.connect(server.conninfo(database)) as connection:
        return connection.execute(question).fetchone()[0]


def test_sqlalchemy_reaches_it_by_url(postgres_server, database):
    engine = sqlalchemy.create_engine(postgres_server.url(database))
    with engine.connect() as connection:
        assert connection.scalar(sqlalchemy.text("SELECT current_database()")) == database
    engine.dispose()


def test_listens_on_loopback_only_and_wants_the_password(postgres_server):
    assert ask(postgres_server, "postgres", "SHOW listen_addresses") == "127.0.0.1"
    assert ask(postgres_server, "postgres", "SHOW unix_socket_directories") == ""
    wrong = postgres_server.conninfo().replace("administrator:", "administrator:x")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)


def test_arabic_letters_are_letters(postgres_server, database):
    with psycopg.connect(postgres_server.conninfo(database)) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
        alike = connection.execute("SELECT similarity('الشمري', 'الشمراني')").fetchone()[0]
    assert alike > 0.3


def test_template_brings_its_rows(postgres_server, database):
    with psycopg.connect(postgres_server.conninfo(database)) as connection:
        connection.execute("CREATE TABLE blank AS SELECT 'A00000001' AS serial")
    postgres_server.create("copy", template=database)
    try:
        assert ask(postgres_server, "copy", "SELECT serial FROM blank") == "A00000001"
    finally:
        postgres_server.drop("copy")


def test_drop_ends_open_sessions(postgres_server):
    postgres_server.create("dropped")
    session = psycopg.connect(postgres_server.conninfo("dropped"))
    postgres_server.drop("dropped")
    with pytest.raises(psycopg.OperationalError):
        session.execute("SELECT 1")
    session.close()
    postgres_server.drop("dropped")  # nothing there is fine


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_what_was_committed_is_there_after_it_went_down(end):
    with PostgresServer() as server:
        with psycopg.connect(server.conninfo(), autocommit=True) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
            port = server.port
            getattr(server, end)()
            with pytest.raises(psycopg.OperationalError):
                connection.execute("SELECT 1")
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(server.conninfo())
        server.start()
        assert server.port == port
        assert ask(server, "postgres", "SELECT number FROM kept") == 7
        recovered = "not properly shut down" in server.log()
        assert recovered == (end == "kill")


def test_durable_on_request():
    with PostgresServer(durable=True) as server:
        assert ask(server, "postgres", "SHOW fsync") == "on"


def test_nothing_is_left_when_the_owner_is_killed():
    script = (
        "from tests.servers.postgresql import PostgresServer\n"
        "server = PostgresServer().__enter__()\n"
        "print(server.port, server._folder, flush=True)\n"
        "input()\n"
    )
    owner = subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    port, folder = owner.stdout.readline().split()
    assert Path(folder).exists()
    owner.kill()
    owner.communicate()  # the guard holds standard error: this ends when its work is done
    assert not Path(folder).exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(f"postgresql://127.0.0.1:{port}/postgres")


def test_without_postgresql_the_message_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("tests.servers.postgresql.PROGRAM_FOLDERS", ())
    with pytest.raises(ServerFailed, match="make test"):
        programs()
