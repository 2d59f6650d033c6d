"""Which page is shown: queues, a request in its station, search, the supervisor's day."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from absher_desk.catalogue.kinds import StepKind
from absher_desk.operations.claims import claim_next
from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.queue_pages import visible_queues
from absher_desk.operations.request_file import RequestFile, open_request
from absher_desk.operations.rights import Right
from absher_desk.presenters.shell import DAY, QUEUE, ShellPresenter
from absher_desk.printers import DeskPrinters
from absher_desk.system.paths import Paths
from absher_desk.system.worker import Worker
from absher_desk.views.main_window import MainWindow

Made = tuple[QWidget, Any]


class Navigation(QObject):
    """Makes pages when they are first needed; a request's page goes when it is left."""

    def __init__(
        self,
        *,
        desk: Desk,
        worker: Worker,
        shell: ShellPresenter,
        frame: MainWindow,
        printers: DeskPrinters,
        paths: Paths,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker = worker
        self._shell = shell
        self._frame = frame
        self._printers = printers
        self._paths = paths
        self._officer: Officer | None = None
        self._kept: dict[str, Made] = {}
        self._passing: Made | None = None
        self._home = ""

    def enter(self, officer: Officer) -> None:
        """Show the first page of a person who has signed in."""
        self._officer = officer
        queues = visible_queues(self._desk, officer) if officer.may(Right.READ_QUEUES) else ()
        if officer.may(Right.READ_REPORTS):
            self.go(DAY)
        elif queues:
            self.go(f"{QUEUE}{queues[0]}")
        else:
            self._frame.set_page(self._nothing_here())

    @property
    def shows_request(self) -> bool:
        """Whether a request (or a search) is shown, not one of the rail's pages."""
        return self._passing is not None

    def leave(self) -> None:
        """Let all pages go: the next person starts with his own."""
        self._drop_passing()
        for made in self._kept.values():
            self._drop(made)
        self._kept.clear()
        self._officer = None

    def go(self, key: str) -> None:
        """Show the page of a key of the rail."""
        self._drop_passing()
        made = self._kept.get(key)
        if made is None:
            made = self._make(key)
            if made is None:
                return
            self._kept[key] = made
        self._home = key
        self._shell.set_current(key)
        self._frame.set_page(made[0])
        _give_keyboard(made[0])

    def search(self, text: str) -> None:
        """Show what a scan or a typed text finds."""
        from absher_desk.views.search_page import make_search_page  # noqa: PLC0415

        officer = self._officer
        if officer is None or not text.strip():
            return
        self._pass(make_search_page(self._desk, officer, self._worker, text))

    def open_request(self, request_id: int) -> None:
        """Open a request where its open step is worked: in its station, or on its own page."""
        officer = self._officer
        if officer is None:
            return
        self._worker.ask(
            lambda _task: open_request(self._desk, officer, request_id),
            owner=self,
            on_result=self._open_file,
            key="open",
        )

    def take_next(self) -> None:
        """Take the next of the queue in which the officer works."""
        officer = self._officer
        queue = self._home.removeprefix(QUEUE)
        if officer is None or not self._home.startswith(QUEUE):
            return
        self._worker.change(
            lambda _task: claim_next(self._desk, officer, queue),
            owner=self,
            on_result=lambda claim: (
                self.back() if claim is None else self.open_request(claim.request_id)
            ),
        )

    def note_claims(self, held: tuple[int, ...]) -> None:
        """What the officer still holds: a station whose request is not among it is shut."""
        if self._passing is None:
            return
        presenter = self._passing[1]
        lost = getattr(presenter, "note_claim_lost", None)
        if lost is not None and presenter.request_id not in held:
            lost()

    def back(self) -> None:
        """From a request to the page it was opened from."""
        self.go(self._home)

    def _open_file(self, file: RequestFile) -> None:
        officer = self._officer
        if officer is None:
            return
        step = file.open_step
        if step is not None and step.claimed_by == officer.staff_id and self._is_activation(file):
            self._open_station(file.request_id)
        else:
            self._open_page(file.request_id)

    def _is_activation(self, file: RequestFile) -> bool:
        step = file.open_step
        if step is None:
            return False
        kind = self._desk.catalogue.service(file.service).step(step.step).kind
        return kind is StepKind.ACTIVATE

    def _open_station(self, request_id: int) -> None:
        from absher_desk.views.activation_station import (  # noqa: PLC0415
            make_activation_station,
        )

        if self._officer is not None:
            self._pass(
                make_activation_station(
                    self._desk, self._officer, self._worker, request_id, self._printers.current
                )
            )

    def _open_page(self, request_id: int) -> None:
        from absher_desk.views.request_page import make_request_page  # noqa: PLC0415

        if self._officer is not None:
            self._pass(
                make_request_page(
                    self._desk, self._officer, self._worker, request_id, self._printers.current
                )
            )

    def _make(self, key: str) -> Made | None:
        officer = self._officer
        if officer is None:
            return None
        if key == DAY:
            from absher_desk.views.day_page import make_day_page  # noqa: PLC0415

            made: Made = make_day_page(
                self._desk, officer, self._worker, self._printers.current, self._paths.documents
            )
        elif key.startswith(QUEUE):
            from absher_desk.views.queue_page import make_queue_page  # noqa: PLC0415

            made = make_queue_page(self._desk, officer, self._worker, key.removeprefix(QUEUE))
        else:
            return None
        self._listen(made[1])
        return made

    def _pass(self, made: Made) -> None:
        """Show a page that goes when it is left."""
        self._drop_passing()
        self._passing = made
        self._listen(made[1])
        self._frame.set_page(made[0])
        _give_keyboard(made[0])

    def _listen(self, presenter: QObject) -> None:
        """Connect the wishes that a page may have, then let it read what it shows."""
        wishes: dict[str, Callable[..., object]] = {
            "message": self._shell.say,
            "request_opened": self.open_request,
            "station_requested": self._open_station,
            "closed": self.back,
            "next_requested": self.take_next,
            "draft_state": lambda unsaved: self._shell.set_drafts(unsaved=unsaved),
        }
        for name, answer in wishes.items():
            signal = getattr(presenter, name, None)
            if signal is not None:
                signal.connect(answer)
        begin = getattr(presenter, "open", None)
        if begin is not None:
            begin()

    def _nothing_here(self) -> QWidget:
        """What an administrator sees: he sets the branch up, and may not read what people bring."""
        from absher_desk.views.kit import EmptyState  # noqa: PLC0415

        page = EmptyState(
            self.tr("No work queues for your role"),
            self.tr("Use the commands to look after the branch: absher-desk doctor"),
            icon="gear-six",
        )
        self._kept[""] = (page, QObject(self))
        return page

    def _drop_passing(self) -> None:
        if self._passing is not None:
            self._drop(self._passing)
            self._passing = None
            self._shell.set_drafts(unsaved=False)

    def _drop(self, made: Made) -> None:
        page, presenter = made
        leave = getattr(presenter, "leave", None)
        if leave is not None:
            leave()
        self._frame.remove_page(page)
        page.deleteLater()
        presenter.deleteLater()


def _give_keyboard(page: QWidget) -> None:
    """To the list or field where a page's work begins."""
    for name in ("focus_first", "focus_list", "focus_next"):
        begin = getattr(page, name, None)
        if begin is not None:
            begin()
            return
    page.setFocus()
