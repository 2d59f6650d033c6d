"""PostgreSQL is stopped while a desk works, and comes back."""

import pytest
from PySide6.QtCore import QCoreApplication

from absher_desk.models.database import Database
from absher_desk.operations.audit import verify_log
from absher_desk.operations.claims import claim_next
from absher_desk.operations.errors import Unavailable
from absher_desk.operations.sign_in import program_reader
from absher_desk.presenters.session import SessionPresenter
from absher_desk.presenters.shell import ShellPresenter
from absher_desk.system.texts import Texts
from absher_desk.system.worker import Worker
from tests.builders import BRANCH, PASSWORD, build_desk, register, signed_in
from tests.conftest import make_template
from tests.faults.desks import wait_until
from tests.servers.postgresql import PostgresServer


@pytest.fixture(scope="module")
def own_server():
    """A server that may be stopped without troubling other tests."""
    with PostgresServer() as server:
        make_template(server.create("branch"))
        yield server


@pytest.fixture
def own_desk(own_server):
    database = Database(own_server.url("branch"))
    yield build_desk(database)
    database.close()


@pytest.fixture
def screen(qapp, own_desk):
    """The presenters of a window in which an officer is signed in."""
    worker = Worker()
    session = SessionPresenter(
        own_desk, worker, Texts(), branch=BRANCH, counter="3", language="en",
        version="1", idle_minutes=10,
    )  # fmt: skip
    shell = ShellPresenter(own_desk, worker, Texts(), session, language="en", theme="light")
    session.signed_in.connect(shell.enter)
    session.sign_in(BRANCH, "3", "officer", PASSWORD)
    until(lambda: shell.state.entries)
    yield session, shell
    session.close()
    worker.shutdown()


def until(holds):
    def looked():
        QCoreApplication.processEvents()
        return holds()

    wait_until(looked)


def test_the_window_says_that_it_is_offline_and_comes_back(screen, own_desk, own_server):
    _, shell = screen
    register(own_desk)
    own_server.kill()
    shell.look()
    until(lambda: shell.state.message is not None)
    assert "does not answer" in shell.state.message.text
    assert shell.state.links[0].text == "Offline"
    own_server.start()
    shell.look()
    until(lambda: shell.state.links[0].text == "Connected")
    assert verify_log(own_desk, program_reader(BRANCH)).intact


def test_nothing_is_lost_and_no_dead_connection_is_served(own_desk, own_server):
    (request_id,) = register(own_desk, first=50)
    officer = signed_in(own_desk, "officer")
    own_server.stop()
    with pytest.raises(Unavailable) as fault:
        claim_next(own_desk, officer, "account-activation")
    assert fault.value.code == "database.unreachable"
    own_server.start()
    held = [claim_next(own_desk, officer, "account-activation") for _ in range(2)]
    assert request_id in {claimed.request_id for claimed in held if claimed is not None}
    assert verify_log(own_desk, program_reader(BRANCH)).intact
