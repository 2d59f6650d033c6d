"""A screen for the tests of views: Arabic and light unless a test says otherwise."""

import pytest
from PySide6.QtCore import Qt

from absher_desk.presenters.frame import FrameState, Link, Officer, RailEntry
from absher_desk.presenters.sign_in import (
    BranchChoice,
    CounterChoice,
    LockState,
    SignInState,
)
from absher_desk.views import theme
from absher_desk.views.screenshots import screen_language


@pytest.fixture
def screen(qapp):
    """The application dressed as the desk; every test begins in Arabic, light."""
    theme.apply(qapp, theme.LIGHT)
    screen_language().show("ar")
    yield qapp
    screen_language().remove()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def speak(screen):
    """Change the language as the menu does, and let the widgets be told."""

    def change(language):
        screen_language().show(language)
        screen.processEvents()

    return change


@pytest.fixture
def shown(screen, qtbot):
    """Show a widget in an active window, as an officer has it in front of them."""

    def show(widget):
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show


@pytest.fixture
def frame_state():
    entries = (
        RailEntry(key="activation", icon="fingerprint", title="تفعيل الحسابات", count=47, late=4),
        RailEntry(key="lost", icon="file-search", title="بدل فاقد", count=18),
        RailEntry(key="stock", icon="stack", title="المخزون"),
    )
    return FrameState(
        entries=entries,
        current="activation",
        branch="فرع الملقا، الرياض",
        officer=Officer(name="سلمان الرويلي", initials="سر", role="موظف التفعيل"),
        links=(Link(icon="wifi-high", text="متصل"),),
    )


@pytest.fixture
def sign_in_state():
    counters = (CounterChoice(key="3", title="شباك 3"), CounterChoice(key="4", title="شباك 4"))
    return SignInState(
        branches=(
            BranchChoice(key="104", title="الملقا، الرياض", counters=counters),
            BranchChoice(
                key="201", title="جدة", counters=(CounterChoice(key="1", title="شباك 1"),)
            ),
        ),
        branch="104",
        counter="3",
        username="s.alruwaili",
    )


@pytest.fixture
def lock_state():
    return LockState(name="سلمان الرويلي", initials="سر", role="موظف التفعيل", since="10:42")
