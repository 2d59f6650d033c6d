"""A real PostgreSQL for the tests: a fresh cluster in a temporary folder, on loopback only."""

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg
from psycopg import sql

from .guard import Guard, identity, unprivileged_account

PROGRAM_FOLDERS = ("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt")
OLDEST_VERSION = 14
ADMINISTRATOR = "administrator"
START_SECONDS = 60
# A test server may lose everything when the machine stops, not when the server is killed.
NOT_DURABLE = {"fsync": "off", "full_page_writes": "off"}
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "shared_buffers": "64MB",
    "max_connections": "100",
    "log_min_messages": "warning",
    "TimeZone": "Asia/Riyadh",  # not UTC, so that a forgotten zone shows
}


class ServerFailed(RuntimeError):
    """PostgreSQL is not there, or did not start; the text carries its own words."""


class PostgresServer:
    """One PostgreSQL cluster; as a context manager it starts, and is gone at the end.

    `durable` keeps fsync on, for measurements. Databases are made by `create`, from a template
    where many tests want the same schema.
    """

    def __init__(self, *, durable: bool = False) -> None:
        self._durable = durable
        self._account = unprivileged_account()
        self._programs = programs()
        # Not below pytest's folder: that one is closed to the account that runs the server.
        self._folder = Path(tempfile.mkdtemp(prefix="absher-desk-postgresql-"))
        self._data = self._folder / "data"
        self._password = secrets.token_urlsafe(16)
        self.port = 0
        if self._account:
            os.chown(self._folder, *self._account)
        self._guard = Guard(self._control("stop", "-m", "immediate"), self._folder, self._account)

    def __enter__(self) -> Self:
        try:
            self._initialise()
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def url(self, database: str = "postgres") -> str:
        """The database in SQLAlchemy's form."""
        return self.conninfo(database).replace("postgresql://", "postgresql+psycopg://", 1)

    def conninfo(self, database: str = "postgres") -> str:
        """The database in the form of libpq, psycopg and pg_dump."""
        return f"postgresql://{ADMINISTRATOR}:{self._password}@127.0.0.1:{self.port}/{database}"

    def create(self, database: str, template: str | None = None) -> str:
        """Makes a database, empty or as a copy of a template nobody is connected to; its URL."""
        origin = sql.Identifier(template or "template0")
        self._execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(database), origin)
        )
        return self.url(database)

    def drop(self, database: str) -> None:
        """Removes a database, ending whatever is connected to it; none is fine too."""
        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        self._execute(statement.format(sql.Identifier(database)))

    def start(self) -> None:
        """Starts the server and returns when it answers; after a stop on the same port.

        Raises ServerFailed with the server's own log.
        """
        fresh = self.port == 0
        for _ in range(5 if fresh else 1):
            if fresh:
                self.port = free_port()  # somebody may take it before the server does
            done = self._run(self._control("start", "-w", "-t", str(START_SECONDS)))
            if done.returncode == 0:
                return
        raise ServerFailed(f"PostgreSQL did not start:\n{self.log()}")

    def stop(self) -> None:
        """Ends sessions and shuts down in order."""
        self._run(self._control("stop", "-m", "fast", "-w"), must=True)

    def kill(self) -> None:
        """Ends the server as a crash does: no checkpoint, and recovery at the next start."""
        self._run(self._control("stop", "-m", "immediate", "-w"), must=True)

    def close(self) -> None:
        """Stops the server for good and removes its folder."""
        self._guard.release()

    def log(self) -> str:
        """What the server has written; empty before its first start."""
        file = self._folder / "log"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""

    def _initialise(self) -> None:
        password_file = self._folder / "password"
        password_file.write_text(self._password, encoding="utf-8")
        if self._account:
            os.chown(password_file, *self._account)
        command = [str(self._programs / "initdb"), f"--pgdata={self._data}", "--encoding=UTF8"]
        command += [f"--username={ADMINISTRATOR}", f"--pwfile={password_file}"]
        command += ["--auth=scram-sha-256", "--no-sync", "--no-instructions"]
        if sys.platform == "linux":
            # Not plain C: there Arabic letters are no letters, and pg_trgm finds nothing.
            command.append("--locale=C.UTF-8")
        self._run(command, must=True)
        password_file.unlink()
        settings = SETTINGS if self._durable else {**SETTINGS, **NOT_DURABLE}
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())

    def _control(self, verb: str, *arguments: str) -> list[str]:
        command = [str(self._programs / "pg_ctl"), verb, "--silent", f"--pgdata={self._data}"]
        if verb == "start":
            command += [f"--log={self._folder / 'log'}", f"--options=-p {self.port}"]
        return [*command, *arguments]

    def _run(self, command: list[str], *, must: bool = False) -> subprocess.CompletedProcess[str]:
        # Into a file, not a pipe: the server inherits it and would keep a pipe open for ever.
        with (self._folder / "output").open("w+", encoding="utf-8", errors="replace") as output:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
                cwd=self._folder,
                env={**os.environ, "LC_MESSAGES": "C"},
                **identity(self._account),
            )
            output.seek(0)
            if must and done.returncode != 0:
                raise ServerFailed(f"{Path(command[0]).name}: {output.read()}\n{self.log()}")
        return done

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.conninfo(), autocommit=True) as connection:
            connection.execute(statement)


def programs() -> Path:
    """Folder of the newest PostgreSQL's programs; raises ServerFailed when there is none."""
    found = [
        program.parent
        for folder in PROGRAM_FOLDERS
        for program in Path(folder).glob("*/bin/pg_ctl")
    ]
    on_path = shutil.which("pg_ctl")
    if on_path:
        found.append(Path(on_path).resolve().parent)
    recent = [folder for folder in found if version(folder) >= OLDEST_VERSION]
    if not recent:
        raise ServerFailed("No PostgreSQL 14 or newer here: run `make test`, or install it.")
    return max(recent, key=version)


def version(folder: Path) -> int:
    """Major version that the programs of a folder name; 0 when they do not run."""
    try:
        answer = subprocess.run(
            [folder / "pg_ctl", "--version"], capture_output=True, text=True, check=False
        )
    except OSError:
        return 0
    number = re.search(r"\) (\d+)", answer.stdout)
    return int(number[1]) if number else 0


def free_port() -> int:
    """A loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
