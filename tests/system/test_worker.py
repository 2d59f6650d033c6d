import gc
import threading
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread

from absher_desk.operations.errors import Conflict, Refused
from absher_desk.standards.problems import Malformed
from absher_desk.system import worker as worker_module
from absher_desk.system.task import Cancelled, Task
from absher_desk.system.worker import Worker


@pytest.fixture
def worker(qapp):
    worker = Worker()
    yield worker
    worker.shutdown()


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def failures(worker):
    told = []
    worker.failed.connect(lambda error, reference: told.append((error, reference)))
    return told


class Gate:
    """A function that says when it began and holds until it is let through."""

    def __init__(self, result=None):
        self.began = threading.Event()
        self.let_through = threading.Event()
        self.result = result

    def __call__(self, _task):
        self.began.set()
        assert self.let_through.wait(10)
        return self.result


class Screen(QObject):
    def __init__(self, parent=None):
        super().__init__(parent)
        self.shown = []

    def show(self, value):
        self.shown.append(value)


def settle(qtbot, worker):
    """Wait until the worker has nothing left."""
    if worker.is_busy:
        with qtbot.waitSignal(worker.busy, check_params_cb=lambda busy: not busy):
            pass


def test_a_reading_runs_elsewhere_and_its_answer_arrives_here(qtbot, worker, owner):
    seen = []

    def read(task):
        return threading.current_thread().name, QThread.currentThread() == worker.thread()

    def show(answer):
        seen.append((answer, QThread.currentThread() == worker.thread()))

    worker.ask(read, owner=owner, on_result=show)
    assert seen == []  # never at once
    settle(qtbot, worker)
    assert seen == [(("desk-asks", False), True)]


def test_changes_have_a_thread_of_their_own_and_do_not_wait_for_readings(qtbot, worker, owner):
    gate, done = Gate(), []
    worker.ask(gate, owner=owner, on_result=lambda _: done.append("read"))
    assert gate.began.wait(10)
    worker.change(lambda _: "changed", owner=owner, on_result=done.append)
    qtbot.waitUntil(lambda: done == ["changed"])
    gate.let_through.set()
    settle(qtbot, worker)
    assert done == ["changed", "read"]


def test_changes_run_in_order_one_after_another(qtbot, worker, owner):
    order, told = [], []
    running = threading.Lock()

    def change(number):
        def run(task):
            assert running.acquire(blocking=False)
            order.append(number)
            running.release()
            return number

        return run

    for number in range(50):
        worker.change(change(number), owner=owner, on_result=told.append)
    settle(qtbot, worker)
    assert order == told == list(range(50))


def test_an_older_answer_to_the_same_question_is_dropped(qtbot, worker, owner):
    gate, shown = Gate("old"), []
    first = worker.ask(gate, owner=owner, key="rows", on_result=shown.append)
    assert gate.began.wait(10)
    ran = []
    worker.ask(ran.append, owner=owner, key="rows", on_result=shown.append)
    worker.ask(lambda _: "new", owner=owner, key="rows", on_result=shown.append)
    assert first.cancelled
    gate.let_through.set()
    settle(qtbot, worker)
    assert shown == ["new"]
    assert ran == []  # not even begun


def test_other_questions_and_other_owners_are_left_alone(qtbot, worker, owner):
    other, shown = QObject(), []
    worker.ask(lambda _: 1, owner=owner, key="rows", on_result=shown.append)
    worker.ask(lambda _: 2, owner=owner, key="total", on_result=shown.append)
    worker.ask(lambda _: 3, owner=other, key="rows", on_result=shown.append)
    worker.ask(lambda _: 4, owner=owner, on_result=shown.append)
    worker.ask(lambda _: 5, owner=owner, on_result=shown.append)
    settle(qtbot, worker)
    assert shown == [1, 2, 3, 4, 5]


def test_an_answer_for_a_screen_that_qt_deleted_is_dropped(qtbot, worker, failures):
    parent = QObject()
    screen = Screen(parent)
    gate, shown = Gate("late"), []
    worker.ask(gate, owner=screen, on_result=shown.append, on_end=lambda: shown.append("end"))
    with qtbot.waitSignal(screen.destroyed):
        parent.deleteLater()
    gate.let_through.set()
    settle(qtbot, worker)
    assert (shown, failures) == ([], [])


def test_work_under_way_does_not_keep_a_screen_alive(qtbot, worker):
    screen = Screen()
    alive = weakref.ref(screen)
    gate = Gate("late")
    worker.ask(gate, owner=screen, on_result=screen.show)
    del screen
    gc.collect()
    assert alive() is None
    gate.let_through.set()
    settle(qtbot, worker)


def test_a_method_of_the_screen_is_called_while_it_lives(qtbot, worker):
    screen = Screen()
    worker.ask(lambda _: "rows", owner=screen, on_result=screen.show)
    settle(qtbot, worker)
    assert screen.shown == ["rows"]


def test_a_change_runs_and_its_error_is_told_though_the_screen_is_gone(
    qtbot, worker, owner, failures
):
    screen, gate, ran = Screen(), Gate(), []

    def change(task):
        ran.append("second")
        raise Conflict("request.changed")

    worker.change(gate, owner=owner)
    worker.change(change, owner=screen, on_error=screen.show)
    del screen
    gate.let_through.set()
    settle(qtbot, worker)
    assert ran == ["second"]
    assert [(error.code, reference) for error, reference in failures] == [("request.changed", "")]


@pytest.mark.parametrize("error", [Refused("right.missing"), Malformed("id.check-digit")])
@pytest.mark.parametrize("verb", [Worker.ask, Worker.change])
def test_a_known_error_goes_to_the_screen_that_takes_it(qtbot, worker, failures, verb, error):
    owner = QObject()

    def fail(task):
        raise error

    taken, ends = [], []
    run = partial(verb, worker)
    run(
        fail,
        owner=owner,
        on_result=taken.append,
        on_error=taken.append,
        on_end=lambda: ends.append(1),
    )
    settle(qtbot, worker)
    assert (taken, failures, ends) == ([error], [], [1])
    run(fail, owner=owner, on_result=taken.append, on_end=lambda: ends.append(2))
    settle(qtbot, worker)
    assert (taken, failures, ends) == ([error], [(error, "")], [1, 2])


@pytest.mark.parametrize("error", [ZeroDivisionError("bug"), SystemExit(3)])
def test_an_unknown_error_is_logged_and_always_takes_the_default_path(
    qtbot, worker, failures, monkeypatch, error
):
    owner, logged = QObject(), []
    monkeypatch.setattr(
        worker_module, "log_unexpected", lambda error: logged.append(error) or "AD-7K3F-22"
    )

    def fail(task):
        raise error

    taken, ends = [], []
    worker.ask(
        fail,
        owner=owner,
        on_result=taken.append,
        on_error=taken.append,
        on_end=lambda: ends.append(1),
    )
    settle(qtbot, worker)
    assert (logged, failures) == ([error], [(error, "AD-7K3F-22")])
    assert (taken, ends) == ([], [1])
    worker.ask(lambda _: "still there", owner=owner, on_result=taken.append)
    settle(qtbot, worker)
    assert taken == ["still there"]


def test_a_bug_in_a_reading_nobody_waits_for_is_logged_not_shown(
    qtbot, worker, owner, failures, monkeypatch
):
    logged = []
    monkeypatch.setattr(worker_module, "log_unexpected", logged.append)
    began, go_on = threading.Event(), threading.Event()

    def fail(task):
        began.set()
        assert go_on.wait(10)
        raise ZeroDivisionError

    worker.ask(fail, owner=owner, key="rows", on_result=print)
    assert began.wait(10)
    worker.ask(lambda _: 0, owner=owner, key="rows", on_result=lambda _: None)
    go_on.set()
    settle(qtbot, worker)
    assert [type(error) for error in logged] == [ZeroDivisionError]
    assert failures == []


def test_an_error_while_showing_the_answer_takes_the_default_path(
    qtbot, worker, owner, failures, monkeypatch
):
    monkeypatch.setattr(worker_module, "log_unexpected", lambda _: "AD-2222-10")
    ends = []
    worker.ask(
        lambda _: 0, owner=owner, on_result=lambda rows: 1 / rows, on_end=lambda: ends.append(1)
    )
    settle(qtbot, worker)
    assert [(type(error), reference) for error, reference in failures] == [
        (ZeroDivisionError, "AD-2222-10")
    ]
    assert ends == [1]


def test_progress_arrives_here_before_the_answer_and_does_not_pile_up(qtbot, worker, owner):
    gate, told = Gate(), []

    def count(task):
        for number in range(1, 100_001):
            task.progress(number, 100_000, "reading")
        gate(task)
        task.progress(0, 0, "closing")
        return "done"

    worker.change(count, owner=owner, on_progress=told.append, on_result=told.append)
    qtbot.waitUntil(lambda: bool(told) and told[-1] == (100_000, 100_000, "reading"))
    gate.let_through.set()
    settle(qtbot, worker)
    assert told[-2:] == [(0, 0, "closing"), "done"]


def test_progress_keeps_only_the_latest_until_it_is_taken():
    announced = []
    task = Task(lambda: announced.append(1))
    for number in range(1000):
        task.progress(number, 1000)
    assert announced == [1]
    assert task.take_progress() == (999, 1000, "")
    assert task.take_progress() is None
    task.progress(1)
    assert announced == [1, 1]


def test_long_work_can_be_cancelled(qtbot, worker, owner, failures):
    began, taken, ends = threading.Event(), [], []

    def long(task):
        began.set()
        while True:
            task.stop_if_cancelled()

    for verb in (worker.ask, worker.change):
        task = verb(
            long,
            owner=owner,
            on_result=taken.append,
            on_error=taken.append,
            on_end=lambda: ends.append(1),
        )
        assert began.wait(10)
        began.clear()
        task.cancel()
        settle(qtbot, worker)
    assert [type(error) for error in taken] == [Cancelled, Cancelled]
    assert (failures, ends) == ([], [1, 1])


def test_cancelled_work_that_nobody_asks_about_is_no_failure(qtbot, worker, owner, failures):
    gate, ends = Gate(), []
    worker.ask(gate, owner=owner, on_result=print)
    waiting = worker.ask(print, owner=owner, on_result=print, on_end=lambda: ends.append(1))
    waiting.cancel()
    gate.let_through.set()
    settle(qtbot, worker)
    assert (failures, ends) == ([], [1])


def test_busy_is_told_once_each_way(qtbot, worker, owner):
    told = []
    worker.busy.connect(told.append)
    for _ in range(3):
        worker.ask(lambda _: None, owner=owner, on_result=lambda _: None)
        worker.change(lambda _: None, owner=owner)
    assert worker.is_busy
    settle(qtbot, worker)
    assert told == [True, False]
    assert not worker.is_busy


def test_shutdown_runs_every_change_and_drops_the_readings(qtbot, worker, owner, failures):
    reading, change, done = Gate(), Gate("first"), []

    def patient(task):
        reading.began.set()
        while True:
            task.stop_if_cancelled()

    def refuse(task):
        raise Refused("day.closed")

    worker.ask(patient, owner=owner, on_result=done.append)
    worker.ask(lambda _: "never", owner=owner, on_result=done.append)
    worker.change(change, owner=owner, on_result=done.append)
    worker.change(lambda _: "second", owner=owner, on_result=done.append)
    worker.change(refuse, owner=owner)
    assert reading.began.wait(10)
    assert change.began.wait(10)
    change.let_through.set()
    assert worker.shutdown() is True
    assert done == ["first", "second"]
    assert [error.code for error, _ in failures] == ["day.closed"]
    assert not worker.is_busy
    assert worker.shutdown() is True


def test_shutdown_does_not_wait_for_ever_for_a_reading(qtbot, owner, monkeypatch):
    monkeypatch.setattr(worker_module, "_ASKS_PATIENCE", 0.01)
    worker, gate, shown = Worker(), Gate("late"), []
    worker.ask(gate, owner=owner, on_result=shown.append)
    assert gate.began.wait(10)
    assert worker.shutdown() is False
    gate.let_through.set()
    settle(qtbot, worker)
    assert shown == ["late"]


def test_work_after_shutdown_or_from_another_thread_is_a_fault_of_the_program(qtbot, worker, owner):
    raised = []

    def from_elsewhere(task):
        with pytest.raises(RuntimeError, match="another thread"):
            worker.change(print, owner=owner)
        raised.append(True)

    worker.ask(from_elsewhere, owner=owner, on_result=lambda _: None)
    settle(qtbot, worker)
    assert raised == [True]
    worker.shutdown()
    with pytest.raises(RuntimeError, match="shut down"):
        worker.ask(print, owner=owner, on_result=print)


def test_what_a_function_holds_is_freed_on_the_gui_thread(qtbot, worker, owner):
    freed_on = []

    class Held:
        def __del__(self):
            freed_on.append(threading.current_thread())

    def hold(held):
        return lambda _: held and None

    for _ in range(20):
        worker.change(hold(Held()), owner=owner)
    settle(qtbot, worker)
    assert freed_on == [threading.main_thread()] * 20
