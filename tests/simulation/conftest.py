"""Desks for simulated days: a clock that is told the time, papers that cost nothing."""

import shutil
import uuid
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from absher_desk.gateways.phones import Phones
from absher_desk.models.database import Database
from absher_desk.simulation.branch import build_demonstration
from absher_desk.simulation.clock import ManualClock
from absher_desk.simulation.outside import simulated_outside
from absher_desk.simulation.randomness import SeededRandomness
from tests.builders import PlainComposer, PlainWords, build_desk

MID_MORNING = datetime(2026, 11, 23, 7, 40, tzinfo=UTC)  # 10:40 in Riyadh, a Monday
REQUESTS = 45


def desk_at(database, moment=MID_MORNING):
    outside = simulated_outside(
        clock=ManualClock(moment),
        chance=SeededRandomness("outside"),
        phones=Phones(),
        composer=PlainComposer(),
        words=PlainWords(),
        code_key=lambda: b"k" * 32,
    )
    return replace(build_desk(database), outside=outside)


@pytest.fixture
def morning_desk(database):
    """A desk at 10:40 on either database, without a demonstration."""
    return desk_at(database)


@pytest.fixture(scope="session")
def built_sqlite(migrated_sqlite, tmp_path_factory):
    """A file with a demonstration, to copy, and what it was."""
    path = tmp_path_factory.mktemp("demonstration") / "desk.sqlite"
    shutil.copy(migrated_sqlite, path)
    return path, built(f"sqlite:///{path}")


@pytest.fixture(scope="session")
def built_postgres(migrated_postgres):
    """The name of a database with a demonstration, to use as a template, and what it was."""
    name = f"demonstration_{uuid.uuid4().hex[:8]}"
    migrated_postgres.create(name, template="desk_template")
    return name, built(migrated_postgres.url(name))


def built(url):
    database = Database(url)
    demonstration = build_demonstration(desk_at(database), requests=REQUESTS)
    database.close()
    return demonstration


@pytest.fixture(params=["sqlite", "postgresql"])
def demonstration_desk(request, tmp_path):
    """A desk on a demonstration of the default seed (quickly copied), and the demonstration."""
    if request.param == "sqlite":
        template, demonstration = request.getfixturevalue("built_sqlite")
        shutil.copy(template, tmp_path / "desk.sqlite")
        database = Database(f"sqlite:///{tmp_path / 'desk.sqlite'}")
        yield desk_at(database), demonstration
        database.close()
        return
    template, demonstration = request.getfixturevalue("built_postgres")
    server = request.getfixturevalue("migrated_postgres")
    name = f"t_{uuid.uuid4().hex[:12]}"
    server.create(name, template=template)
    database = Database(server.url(name))
    yield desk_at(database), demonstration
    database.close()
    server.drop(name)


@pytest.fixture
def two_databases(request, tmp_path):
    """A migrated SQLite and a migrated PostgreSQL database, for tests that compare them."""
    path = tmp_path / "desk.sqlite"
    shutil.copy(request.getfixturevalue("migrated_sqlite"), path)
    server = request.getfixturevalue("migrated_postgres")
    name = f"t_{uuid.uuid4().hex[:12]}"
    server.create(name, template="desk_template")
    databases = [Database(f"sqlite:///{path}"), Database(server.url(name))]
    yield databases
    for database in databases:
        database.close()
    server.drop(name)
