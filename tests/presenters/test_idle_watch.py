"""When nobody touches anything."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from absher_desk.presenters.idle_watch import IdleWatch


def test_nobody_touching_anything_is_noticed_and_a_key_starts_anew(qtbot, qapp):
    watch = IdleWatch(1)
    watch.start()
    assert watch.minutes_left == 1
    watch._timer.start(40_000)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    watch._timer.setInterval(60_000)
    QApplication.sendEvent(qapp, key)
    assert watch._timer.remainingTime() > 50_000
    watch._timer.setInterval(20)
    with qtbot.waitSignal(watch.idle):
        watch._timer.start()
    watch.stop()
    assert watch.minutes_left == 0


def test_a_stopped_watch_is_not_woken_by_a_key(qtbot, qapp):
    watch = IdleWatch(1)
    watch.start()
    watch.stop()
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(qapp, key)
    assert watch.minutes_left == 0
