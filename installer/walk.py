"""Walks the real window through a demonstration morning, so that every screen can be pictured."""

import re
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from absher_desk.app import DeskApplication
from absher_desk.assembly import open_desk
from absher_desk.gateways.phones import Phones
from absher_desk.simulation.branch import BRANCH_CODE, build_demonstration, demonstration_staff
from absher_desk.system.paths import paths_beneath
from absher_desk.system.settings import Settings
from absher_desk.system.texts import Texts

SEED = 1448
_PATIENCE_SECONDS = 20.0


class Walk:
    """A window on a demonstration branch of its own, driven by its keys."""

    def __init__(self, application: QApplication, home: Path, language: str) -> None:
        """Make the branch and open the window on its sign-in page."""
        self._application = application
        self.phones = Phones()
        paths = paths_beneath(home).create()
        texts = Texts()
        url = f"sqlite:///{(home / 'walk.sqlite').as_posix()}"
        self.desk = open_desk(url, texts=texts, sender=self.phones, code_key=lambda: b"w" * 32)
        build_demonstration(self.desk, seed=SEED, requests=120)
        settings = Settings(language=language, theme="light", branch=BRANCH_CODE, counter="3")
        self.app = DeskApplication(
            application, self.desk, settings, paths, texts, phones=self.phones
        )
        self.app.start()
        self.until(lambda: bool(self.app.session.state.branches))

    @property
    def window(self) -> QWidget:
        """What is pictured."""
        return self.app.window

    def until(self, done: Callable[[], bool]) -> None:
        """Let the program work until something is so; TimeoutError when it does not happen."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while not done():
            if time.monotonic() > end:
                raise TimeoutError("the window did not come to rest")
            self._application.processEvents()

    def rest(self) -> None:
        """Let the program work until nothing is under way."""
        self._application.processEvents()
        self.until(lambda: not self.app.worker.is_busy)
        self._application.processEvents()

    def press(self, *keys: Qt.Key, ctrl: bool = False, alt: bool = False) -> None:
        """Press keys one after another, as a person at this desk would."""
        modifiers = Qt.KeyboardModifier.NoModifier
        if ctrl:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        if alt:
            modifiers |= Qt.KeyboardModifier.AltModifier
        for key in keys:
            QTest.keyClick(self._application.focusWidget() or self.window, key, modifiers)
            self.rest()

    def type(self, text: str) -> None:
        """Type text into what has the keyboard."""
        QTest.keyClicks(self._application.focusWidget() or self.window, text)
        self.rest()

    def sign_in(self, username: str) -> None:
        """Sign in by name and password."""
        [password] = [p.password for p in demonstration_staff(SEED) if p.username == username]
        self.app.session.sign_in(BRANCH_CODE, "3", username, password)
        self.until(lambda: self.app.session.officer is not None)
        self.rest()

    def sign_out(self) -> None:
        """Back to the sign-in page."""
        self.app.session.sign_out()
        self.rest()

    def last_code(self) -> str:
        """The newest code on an applicant's phone."""
        for message in reversed(self.phones.delivered):
            found = re.findall(r"(?<!\d)\d{6}(?!\d)", message.text)
            if found:
                return str(found[0])
        raise LookupError("no code was sent")

    def close(self) -> None:
        """Close the window and end its sessions."""
        self.app.window.close()
        self.app.finish()


@contextmanager
def walk(application: QApplication, language: str) -> Iterator[Walk]:
    """A walk in a folder of its own, which goes with it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        one = Walk(application, Path(home), language)
        try:
            yield one
        finally:
            one.close()


def stations(one: Walk) -> Iterator[str]:
    """The names of the screens, each once the window shows it."""
    yield "sign-in"
    one.app.session.sign_in(BRANCH_CODE, "3", "s.alruwaili", "wrong")
    one.until(lambda: bool(one.app.session.state.error))
    yield "sign-in-refused"
    yield from _officer(one)
    yield from _supervisor(one)


def _officer(one: Walk) -> Iterator[str]:
    one.sign_in("s.alruwaili")
    yield "queue"
    one.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    yield "queue-selected"
    one.press(Qt.Key.Key_F1)
    yield "keys"
    one.press(Qt.Key.Key_Escape)
    one.press(Qt.Key.Key_F5)
    yield "activation"
    one.press(Qt.Key.Key_R, ctrl=True)
    yield "activation-code-sent"
    one.type(one.last_code())
    yield "activation-code-confirmed"
    one.press(Qt.Key.Key_L, ctrl=True)
    yield "locked"
    one.sign_out()


def _supervisor(one: Walk) -> Iterator[str]:
    one.sign_in("t.albaqami")
    yield "day"
    one.app.navigation.search("الدوسري")
    one.rest()
    yield "search"
    one.app.navigation.go("queue:reviews")
    one.rest()
    yield "queue-supervisor"
    one.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    yield "request"
