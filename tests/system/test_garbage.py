import gc
import threading

import pytest

from absher_desk.system.garbage import GuiThreadGarbage


class Knot:
    """Garbage that only the collector can free; says on which thread it was."""

    def __init__(self, freed_on):
        self.itself = self
        self.freed_on = freed_on

    def __del__(self):
        self.freed_on.append(threading.current_thread())


@pytest.fixture
def garbage(qapp):
    gc.collect()
    garbage = GuiThreadGarbage()
    yield garbage
    garbage.stop()


def test_garbage_made_elsewhere_is_freed_on_the_gui_thread(garbage):
    freed_on = []

    def litter():
        for _ in range(20_000):
            Knot(freed_on)

    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert freed_on == []
    garbage.collect()
    assert freed_on
    assert set(freed_on) == {threading.main_thread()}


def test_the_timer_collects_by_itself(qtbot, garbage):
    freed_on = []
    for _ in range(20_000):
        Knot(freed_on)
    qtbot.waitUntil(lambda: bool(freed_on))


def test_stopping_gives_collection_back_to_python(garbage):
    assert not gc.isenabled()
    garbage.stop()
    assert gc.isenabled()
