"""What every test gets: no screen, no user's files or secrets, nothing left behind."""

import gc
import os
import threading

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

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


# --- Nothing left behind -------------------------------------------------------------------------

THREAD_GRACE_SECONDS = 5


@pytest.fixture(autouse=True)
def nothing_left_behind(desk_home):
    """Fails the test that leaves a thread running or a window without an owner."""
    threads = set(threading.enumerate())
    windows = set(orphan_windows())
    yield
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
