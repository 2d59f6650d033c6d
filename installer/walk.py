"""Drives the real window on a demonstration branch, and takes the time of every step."""

import re
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from absher_desk.app import DeskApplication
from absher_desk.assembly import open_desk
from absher_desk.gateways.phones import Phones
from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import Unavailable
from absher_desk.operations.officer import Officer
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
        self.language = language
        self.longest_ms = 0.0
        paths = paths_beneath(home).create()
        self.documents = paths.documents
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

    @property
    def page(self) -> Any:
        """The page in the frame, of whatever kind."""
        return self.app.window.frame.page()

    @property
    def page_presenter(self) -> Any:
        """What the request's page or station in the frame shows the state of."""
        from absher_desk.presenters.activation_station import (  # noqa: PLC0415
            ActivationStationPresenter,
        )
        from absher_desk.presenters.request_page import RequestPagePresenter  # noqa: PLC0415

        return self.page.findChild(ActivationStationPresenter) or self.page.findChild(
            RequestPagePresenter
        )

    @property
    def officer(self) -> Officer:
        """Who is signed in; LookupError for nobody."""
        if self.app.session.officer is None:
            raise LookupError("nobody is signed in")
        return self.app.session.officer

    def until(self, done: Callable[[], bool]) -> None:
        """Let the program work until something is so; TimeoutError when it does not happen."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while not done():
            if time.monotonic() > end:
                raise TimeoutError("the window did not come to rest")
            self._dispatch()

    def rest(self) -> None:
        """Let the program work until nothing is under way."""
        self._dispatch()
        self.until(lambda: not self.app.worker.is_busy)
        self._dispatch()

    def pass_time(self, seconds: float) -> None:
        """Let the program work for so long, for what a timer shows."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end)

    def _dispatch(self) -> None:
        """One round of events; the longest is how long the window once did not answer."""
        before = time.perf_counter()
        self._application.processEvents()
        self.longest_ms = max(self.longest_ms, (time.perf_counter() - before) * 1000)

    def press(
        self, *keys: Qt.Key, ctrl: bool = False, alt: bool = False, shift: bool = False
    ) -> None:
        """Press keys one after another, as a person at this desk would."""
        modifiers = Qt.KeyboardModifier.NoModifier
        if shift:
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        if ctrl:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        if alt:
            modifiers |= Qt.KeyboardModifier.AltModifier
        for key in keys:
            if QApplication.activeModalWidget() is None and not self.window.isActiveWindow():
                self.window.activateWindow()  # as window managers do when a question closes
                self.until(self.window.isActiveWindow)
            QTest.keyClick(self._application.focusWidget() or self.window, key, modifiers)
            self.rest()

    def type(self, text: str) -> None:
        """Type text into what has the keyboard; Qt's test keys know no Arabic."""
        field = self._application.focusWidget() or self.window
        if text.isascii() or not isinstance(field, QLineEdit):
            QTest.keyClicks(field, text)
        else:
            field.insert(text)
        self.pass_time(0.4)  # fields wait for the pause in typing
        self.rest()

    def sign_in(self, username: str) -> None:
        """Sign in by name and password."""
        [password] = [p.password for p in demonstration_staff(SEED) if p.username == username]
        self.app.session.sign_in(BRANCH_CODE, "3", username, password)
        self.until(lambda: self.app.session.officer is not None)
        self.rest()

    def go(self, queue: str) -> None:
        """Show a queue of the rail."""
        self.app.navigation.go(f"queue:{queue}")
        self.rest()

    def open(self, request_id: int) -> None:
        """Show a request where it is worked."""
        self.app.navigation.open_request(request_id)
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

    def close_menu(self) -> None:
        """Close the menu that is open."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    @contextmanager
    def outage(self) -> Iterator[None]:
        """A database that does not answer, as long as the block lasts."""
        before = Desk.read

        def silent(_desk: Desk, _officer: Officer, _right: object) -> Any:
            raise Unavailable("database.unreachable")

        Desk.read = silent  # type: ignore[method-assign,assignment]  # stands in for the outside
        try:
            yield
        finally:
            Desk.read = before  # type: ignore[method-assign]  # as it was

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
