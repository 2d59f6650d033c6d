"""The suite's own guard: a test that leaves something behind must fail."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
CONFTEST = Path(__file__).with_name("conftest.py")
ROOT = Path(__file__).parents[1]


@pytest.fixture
def suite(pytester, monkeypatch):
    """A suite of one file that uses our conftest, in a process of its own."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))

    def run(body):
        pytester.makepyfile(body)
        return pytester.runpytest_subprocess("-p", "no:cacheprovider", "-W", "error")

    return run


def test_running_thread_is_reported(suite):
    result = suite("""
        import conftest, threading
        conftest.THREAD_GRACE_SECONDS = 0.01

        def test_leaves_a_thread():
            threading.Thread(target=threading.Event().wait, name="forgotten", daemon=True).start()
    """)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*threads still running: *forgotten*"])


def test_window_left_open_is_reported(suite):
    result = suite("""
        from PySide6.QtWidgets import QWidget
        kept = []

        def test_leaves_a_window(qtbot):
            kept.append(QWidget())
            kept[0].show()
    """)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*windows nobody owns or closed: *QWidget*"])


def test_a_failed_test_is_reported_once(suite):
    result = suite("""
        from PySide6.QtWidgets import QWidget

        def test_fails(qtbot):
            window = QWidget()
            assert window.isVisible()
    """)
    result.assert_outcomes(failed=1)


def test_a_tidy_test_passes(suite):
    result = suite("""
        import os, threading
        from PySide6.QtCore import QThreadPool
        from PySide6.QtWidgets import QApplication, QMenu, QWidget

        def test_tidy(qtbot):
            window = QWidget()
            qtbot.addWidget(window)
            QMenu(window)
            window.show()
            thread = threading.Thread(target=lambda: None)
            thread.start()
            done = threading.Event()
            QThreadPool.globalInstance().start(done.set)
            assert done.wait(5)
            assert QApplication.platformName() == "offscreen"

        def test_home(desk_home):
            assert os.environ["ABSHER_DESK_HOME"] == str(desk_home)
    """)
    result.assert_outcomes(passed=2)


def test_property_tests_work_beside_the_automatic_fixtures(suite):
    result = suite("""
        from hypothesis import given, strategies

        @given(strategies.integers())
        def test_any_number(number):
            assert number == int(str(number))
    """)
    result.assert_outcomes(passed=1)
