"""The binding to Qt itself, where a wheel once did not fit the interpreter."""

import sys

from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    rung = Signal()


def lost(act, thing):
    """References to `thing` that 100 calls of `act` lose (or keep)."""
    act()
    before = sys.getrefcount(thing)
    for _ in range(100):
        act()
    return before - sys.getrefcount(thing)


def test_calls_into_qt_do_not_eat_none_and_true():
    # PySide6 6.12.0 on Python 3.11 does: the program is aborted after some 5,000 calls.
    # From Python 3.12 on both live for ever and the count does not move.
    bell = Bell()
    assert lost(lambda: bell.setObjectName("bell"), None) == 0
    assert lost(bell.rung.emit, True) == 0
