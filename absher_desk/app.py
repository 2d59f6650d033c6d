"""The one place that wires the window: application, worker, session, frame and pages."""

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from absher_desk import __version__
from absher_desk.assembly import with_sender
from absher_desk.navigation import Navigation
from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.outside import MessageSender
from absher_desk.presenters.session import SessionPresenter
from absher_desk.presenters.shell import ShellPresenter
from absher_desk.printers import DeskPrinters
from absher_desk.standards.bidi import isolate
from absher_desk.system.garbage import GuiThreadGarbage
from absher_desk.system.language import ScreenLanguage
from absher_desk.system.paths import Paths
from absher_desk.system.settings import Settings, SettingsFile
from absher_desk.system.texts import KnownError, Language, Texts
from absher_desk.system.worker import Worker
from absher_desk.views import theme
from absher_desk.views.desk_window import DeskWindow


class AnnouncedPhone(QObject):
    """The demonstration's phones, shown: what an applicant receives appears in the window."""

    received = Signal(str, str)

    def __init__(self, phones: MessageSender, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phones = phones

    def send(self, channel: str, recipient: str, text: str) -> None:
        """Deliver, then show; called on the worker's threads."""
        self._phones.send(channel, recipient, text)
        self.received.emit(recipient, text)


class DeskApplication(QObject):
    """Everything that lives as long as the window."""

    def __init__(
        self,
        application: QApplication,
        desk: Desk,
        settings: Settings,
        paths: Paths,
        texts: Texts,
        *,
        phones: MessageSender | None = None,
        save: Callable[[Settings], None] | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        self._save = save
        self._phone = AnnouncedPhone(phones, self) if phones is not None else None
        self.desk = desk if self._phone is None else with_sender(desk, self._phone)
        self._garbage = GuiThreadGarbage(self)
        self._screen_language = ScreenLanguage((paths.translations,))
        self._screen_language.show(settings.language)
        theme.apply(application, _theme_name(application, settings.theme))
        self.worker = Worker(self)
        self.session = SessionPresenter(
            self.desk, self.worker, texts,
            branch=settings.branch or None, counter=settings.counter, language=settings.language,
            version=__version__, idle_minutes=settings.idle_lock_minutes, parent=self,
        )  # fmt: skip
        self.shell = ShellPresenter(
            self.desk, self.worker, texts, self.session,
            language=settings.language, theme=theme.current().name, parent=self,
        )  # fmt: skip
        self.printers = DeskPrinters(settings, paths, self.worker, self)
        self.window = DeskWindow()
        self.navigation = Navigation(
            desk=self.desk, worker=self.worker, shell=self.shell, frame=self.window.frame,
            printers=self.printers, paths=paths, parent=self,
        )  # fmt: skip
        self._connect()

    def start(self) -> None:
        """Show the sign-in page; what is not needed for it comes after the first paint."""
        self.window.resize(1440, 900)
        self.window.show_sign_in()
        self.window.show()
        self.session.start()
        QTimer.singleShot(0, self.printers.look)

    def finish(self) -> None:
        """End sessions and threads; what was asked to be written is written."""
        self.session.close()
        self.worker.shutdown()
        self._garbage.stop()
        self._screen_language.remove()
        self.desk.database.close()

    def _connect(self) -> None:
        window, frame = self.window, self.window.frame
        self.session.state_changed.connect(window.sign_in.show_state)
        self.session.signed_in.connect(self._enter)
        self.session.signed_out.connect(self._leave)
        self.session.lock_changed.connect(self._show_lock)
        self.session.jobs_unknown.connect(self.shell.say_unknown_jobs)
        self.session.claims_renewed.connect(self.navigation.note_claims)
        self.session.claims_renewed.connect(self._follow_prints)
        window.sign_in.sign_in_requested.connect(self.session.sign_in)
        self.shell.changed.connect(frame.show_frame)
        self.worker.failed.connect(self._tell_failure)
        self.printers.changed.connect(self.shell.set_printer)
        frame.page_requested.connect(self.navigation.go)
        frame.search_requested.connect(self.navigation.search)
        frame.lock_requested.connect(self.session.lock)
        frame.unlock_requested.connect(self.session.unlock)
        frame.switch_requested.connect(self.session.sign_out)
        frame.sign_out_requested.connect(self.session.sign_out)
        frame.language_requested.connect(self.set_language)
        frame.theme_requested.connect(self.set_theme)
        if self._phone is not None:
            self._phone.received.connect(self._show_on_phone)

    def _enter(self, officer: Officer) -> None:
        self._remember(counter=officer.counter or "")
        self.shell.enter(officer)
        self.navigation.enter(officer)
        self.window.show_desk()

    def _leave(self) -> None:
        self.navigation.leave()
        self.shell.leave()
        self.window.show_sign_in()

    def _show_lock(self, state: object) -> None:
        if state is None:
            self.window.frame.hide_lock()
        else:
            self.window.frame.show_lock(state)  # type: ignore[arg-type]  # a LockState

    def _tell_failure(self, error: KnownError, reference: str) -> None:
        self.shell.say_error(error, reference)

    def set_language(self, language: str) -> None:
        """Switch the whole window, without restart."""
        self._screen_language.show(language)
        self.session.set_language(language)
        self.shell.set_language(language)
        self.printers.tell()
        self._remember(language=language)

    def set_theme(self, name: str) -> None:
        """Switch between light and dark, without restart."""
        shown = _theme_name(self._application, name)
        theme.apply(self._application, shown)
        self.shell.set_theme(shown)
        self._remember(theme=name)

    def _follow_prints(self, _held: object) -> None:
        self.printers.look()
        if self.session.officer is not None:
            self.printers.follow(self.desk, self.session.officer)

    def _show_on_phone(self, recipient: str, text: str) -> None:
        with suppress(OSError):  # a terminal that was closed; the window shows it too
            sys.stdout.write(f"{recipient}: {text}\n")
            sys.stdout.flush()
        if self.navigation.shows_request:
            title = self.tr("Demonstration: the applicant's phone {mobile}")
            self.shell.say("info", title.format(mobile=isolate(recipient)), text)

    def _remember(self, **changes: str) -> None:
        settings = replace(self._settings, **changes)  # type: ignore[arg-type]  # text fields
        if settings == self._settings:
            return
        self._settings = settings
        if self._save is not None:
            save = self._save
            self.worker.change(
                lambda _task: save(settings), owner=self, on_result=lambda _none: None
            )


def run_window(
    desk: Desk,
    settings: Settings,
    paths: Paths,
    texts: Texts,
    *,
    settings_file: SettingsFile | None = None,
    phones: MessageSender | None = None,
) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    paths.create()
    application = QApplication.instance() or QApplication(["absher-desk"])
    app = DeskApplication(
        application,  # type: ignore[arg-type]  # made right here
        desk, settings, paths, texts,
        phones=phones, save=settings_file.save if settings_file else None,
    )  # fmt: skip
    _close_when_told(application)
    app.start()
    QTimer.singleShot(0, lambda: _start_log(settings, paths, texts))
    try:
        return application.exec()
    finally:
        app.finish()
        _end_log()


def _close_when_told(application: QCoreApplication) -> None:
    """Ctrl-C in the terminal and the system's end close the window in order, drafts included.

    Python hears a signal at the next tick of the clock; left alone it would raise inside a slot.
    """
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, lambda _number, _frame: application.quit())


def _start_log(settings: Settings, paths: Paths, texts: Texts) -> None:
    """Right after the first paint, which does not wait for the log's own imports."""
    from absher_desk.system.log import configure  # noqa: PLC0415

    try:
        configure(paths.log_file, settings.log_level)
    except OSError:
        language: Language = "en" if settings.language == "en" else "ar"
        log_file = str(paths.log_file)
        sys.stderr.write(f"{texts.of('command.no-log', language, file=log_file)}\n")


def _end_log() -> None:
    from absher_desk.system.log import release  # noqa: PLC0415

    release()


def _theme_name(application: QApplication, wanted: str) -> str:
    """`system` becomes what the system shows now."""
    if wanted in {"light", "dark"}:
        return wanted
    from PySide6.QtCore import Qt  # noqa: PLC0415

    dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"
