"""Signing in, locking and the frame, as the window hears of them."""

import pytest

from absher_desk.operations.claims import claim_next
from absher_desk.operations.queue_pages import queue_counts
from absher_desk.presenters.session import SessionPresenter
from absher_desk.presenters.shell import DAY, ShellPresenter
from absher_desk.system.texts import Texts
from absher_desk.system.worker import Worker
from tests.builders import BRANCH, PASSWORD, program_of, register, signed_in
from tests.presenters.queueing import Outage

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What differs between the databases is tested below the screen."""


@pytest.fixture
def worker(qapp):
    worker = Worker()
    yield worker
    worker.shutdown()


@pytest.fixture
def session(desk, worker, qtbot):
    session = SessionPresenter(
        desk, worker, Texts(),
        branch=BRANCH, counter="3", language="ar", version="1", idle_minutes=10,
    )  # fmt: skip
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda s: bool(s.branches)):
        session.start()
    yield session
    session.close()


def enter(session, qtbot, username="officer"):
    with qtbot.waitSignal(session.signed_in):
        session.sign_in(BRANCH, "3", username, PASSWORD)


def test_signing_in_opens_a_session(session, qtbot):
    enter(session, qtbot)
    assert session.officer.username == "officer"
    assert session.idle_watch.minutes_left == 10


def test_a_wrong_password_is_told_in_arabic_and_leaves_nobody_signed_in(session, qtbot):
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda s: bool(s.error)):
        session.sign_in(BRANCH, "3", "officer", "wrong")
    assert session.officer is None
    assert any("\u0600" <= letter <= "\u06ff" for letter in session.state.error)


def test_a_lockout_counts_down_and_ends(session, desk, qtbot):
    for _ in range(desk.setting("sign_in.lockout_tries") + 1):
        session.sign_in(BRANCH, "3", "officer", "wrong")
        qtbot.waitUntil(lambda: not session.state.busy)
    assert session.state.locked_for == "01:00"
    desk.outside.clock.forward(seconds=61)
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda s: not s.locked_for):
        pass
    enter(session, qtbot)


def test_the_lock_covers_and_the_same_password_opens(session, qtbot):
    enter(session, qtbot)
    with qtbot.waitSignal(session.lock_changed):
        session.lock()
    assert session.locked
    with qtbot.waitSignal(
        session.lock_changed, check_params_cb=lambda s: s is not None and bool(s.error)
    ):
        session.unlock("wrong")
    assert session.locked
    with qtbot.waitSignal(session.lock_changed, check_params_cb=lambda s: s is None):
        session.unlock(PASSWORD)
    assert session.officer.username == "officer"


def test_the_rail_follows_what_another_desk_does(session, desk, worker, qtbot):
    register(desk, 3)
    shell = ShellPresenter(desk, worker, Texts(), session, language="ar", theme="light")
    enter(session, qtbot, "supervisor")
    shell.enter(session.officer)
    qtbot.waitUntil(lambda: len(shell.state.entries) > 1)
    [activation] = [e for e in shell.state.entries if e.key == "queue:account-activation"]
    assert activation.count == 3
    assert shell.state.entries[-1].key == DAY
    register(desk, 2, first=10)
    with qtbot.waitSignal(shell.news):
        shell.look()
    [activation] = [e for e in shell.state.entries if e.key == "queue:account-activation"]
    assert activation.count == 5
    shell.leave()


def test_an_outage_is_said_until_it_ends_in_the_language_in_force(
    session, desk, worker, qtbot, monkeypatch
):
    shell = ShellPresenter(desk, worker, Texts(), session, language="ar", theme="light")
    enter(session, qtbot)
    shell.enter(session.officer)
    qtbot.waitUntil(lambda: bool(shell.state.entries))
    outage = Outage(desk, monkeypatch)
    outage.on = True
    shell.look()
    qtbot.waitUntil(lambda: shell.state.message is not None)
    assert shell.state.message.tone == "amber"
    arabic = shell.state.message.text
    shell.set_language("en")
    assert shell.state.message.text != arabic
    assert shell.state.message.text.startswith("The database server")
    outage.on = False
    shell.look()
    qtbot.waitUntil(lambda: shell.state.message is None)
    shell.leave()


def test_what_was_said_goes_with_its_language(session, desk, worker, qtbot):
    shell = ShellPresenter(desk, worker, Texts(), session, language="ar", theme="light")
    enter(session, qtbot)
    shell.enter(session.officer)
    shell.say("green", "طُبع النموذج")
    shell.set_language("en")
    assert shell.state.message is None
    shell.leave()


def test_an_officer_sees_his_own_queue_and_no_report(session, desk, worker, qtbot):
    shell = ShellPresenter(desk, worker, Texts(), session, language="en", theme="light")
    enter(session, qtbot)
    shell.enter(session.officer)
    qtbot.waitUntil(lambda: bool(shell.state.entries))
    assert [entry.key for entry in shell.state.entries] == ["queue:account-activation"]
    assert shell.state.officer.role
    shell.leave()


def test_the_heartbeat_keeps_claims_and_sends_what_waits(session, desk, qtbot):
    register(desk)
    enter(session, qtbot)
    claim_next(desk, session.officer, "account-activation")
    desk.outside.clock.forward(minutes=desk.setting("lease.minutes") - 1)
    session._beat()
    qtbot.waitUntil(lambda: not session._worker.is_busy)
    desk.outside.clock.forward(minutes=2)
    assert claim_next(desk, signed_in(desk, "officer2"), "account-activation") is None
    assert queue_counts(desk, program_of(desk))[0].claimed == 1


def test_signing_out_ends_the_session(session, qtbot):
    enter(session, qtbot)
    with qtbot.waitSignal(session.signed_out):
        session.sign_out()
    assert session.officer is None
    assert session.idle_watch.minutes_left == 0


def test_a_heartbeat_tells_what_is_still_held(session, desk, qtbot):
    [request_id] = register(desk)
    enter(session, qtbot)
    qtbot.waitUntil(lambda: not session._worker.is_busy)
    claim_next(desk, session.officer, "account-activation")
    with qtbot.waitSignal(session.claims_renewed) as held:
        session._beat()
    assert held.args == [(request_id,)]
    desk.outside.clock.forward(hours=1)
    claim_next(desk, signed_in(desk, "officer2"), "account-activation")
    with qtbot.waitSignal(session.claims_renewed) as held:
        session._beat()
    assert held.args == [()]
