"""What every test gets: no screen, no user's files or secrets, nothing left behind."""

import gc
import os
import shutil
import threading
import uuid

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from absher_desk.models.database import Database
from absher_desk.models.opening import open_database
from tests.builders import MORNING, build_desk, furnish
from tests.servers.postgresql import PostgresServer

# --- Before any application object and any keyring exist -----------------------------------------

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# A developer's own keyring is not for tests; those of the keyring start their own.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

if "CI" not in os.environ:  # there hypothesis has its own profile
    settings.register_profile("desk", deadline=None)  # a busy machine is no fault of the code
    settings.load_profile("desk")


# --- Isolation -----------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def desk_home(tmp_path, monkeypatch):
    """Settings, data and logs of this test alone."""
    home = tmp_path / "desk-home"
    monkeypatch.setenv("ABSHER_DESK_HOME", str(home))
    return home


# --- Servers -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def postgres_server():
    """A real PostgreSQL, one per test process, started by the first test that asks for it."""
    with PostgresServer() as server:
        yield server


# --- Databases: every test of the database runs on both ------------------------------------------


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory):
    """A file that the migrations made, to copy: migrating for each test would take a minute."""
    path = tmp_path_factory.mktemp("template") / "desk.sqlite"
    make_template(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_postgres(request):
    """A database on the real server that the migrations made, to use as a template."""
    server = request.getfixturevalue("postgres_server")
    server.create("desk_template")
    make_template(server.url("desk_template"))
    return server


def make_template(url):
    """Migrate and furnish once what every test then copies."""
    database = open_database(url, now=MORNING)
    furnish(build_desk(database))
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """URL of a migrated database with branches and staff, no requests."""
    if request.param == "sqlite":
        path = tmp_path / "desk.sqlite"
        shutil.copy(request.getfixturevalue("migrated_sqlite"), path)
        yield f"sqlite:///{path}"
        return
    server = request.getfixturevalue("migrated_postgres")
    name = f"t_{uuid.uuid4().hex[:12]}"
    server.create(name, template="desk_template")
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def database(database_url):
    """An opened database."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def desk(database):
    """A desk with a branch and one person of each role; its clock stands still."""
    return build_desk(database)


# --- Nothing left behind -------------------------------------------------------------------------

THREAD_GRACE_SECONDS = 5
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Remembers a failure: its traceback keeps the test's windows alive, which is no second one."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(autouse=True)
def nothing_left_behind(desk_home, request):
    """Fails the test that leaves a thread running or a window without an owner."""
    threads = set(threading.enumerate())
    windows = set(orphan_windows())
    yield
    if request.node.stash.get(FAILED, False):
        return
    left = [thread for thread in python_threads() if thread not in threads]
    for thread in left:
        thread.join(THREAD_GRACE_SECONDS)
    running = [thread.name for thread in left if thread.is_alive()]
    assert not running, f"threads still running: {running}"
    if any(window not in windows for window in orphan_windows()):
        delete_released_windows()
    open_windows = [window for window in orphan_windows() if window not in windows]
    assert not open_windows, f"windows nobody owns or closed: {open_windows}"


def python_threads():
    """Threads started in Python; Qt's pool threads keep a dummy entry for good."""
    dummy = threading._DummyThread
    return [thread for thread in threading.enumerate() if not isinstance(thread, dummy)]


def orphan_windows():
    """Top-level widgets without a parent; none before the first QApplication."""
    if not isinstance(QApplication.instance(), QApplication):
        return []
    return [window for window in QApplication.topLevelWidgets() if not window.parent()]


def delete_released_windows():
    """Runs `deleteLater` and the collector, which otherwise come at their own time."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
