"""The supervisor's day: today's or yesterday's report on screen, on paper, in files; its close."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from absher_desk.operations.day_close import (
    ClosedDay,
    close_day,
    closed_day,
    report_from_document,
)
from absher_desk.operations.day_report import DayReport, day_report
from absher_desk.operations.desk import Desk, day_of
from absher_desk.operations.errors import Conflict, Unavailable
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.presenters.activation_opening import PrinterOf
from absher_desk.presenters.day_showing import DayShowing
from absher_desk.presenters.day_state import DayPhase, DayState
from absher_desk.presenters.wording import language
from absher_desk.printing.day_files import day_files, export_day
from absher_desk.printing.printer import PrinterFault
from absher_desk.standards.bidi import isolate
from absher_desk.system.texts import KnownError, Texts
from absher_desk.system.worker import Worker

TODAY: Final = "today"
YESTERDAY: Final = "yesterday"
_MINUTE: Final = 60_000
_Read = tuple[DayReport, ClosedDay | None]


class DayPagePresenter(QObject):
    """Reads the report of the chosen day; a closed day shows what was frozen.

    `message(tone, title, text)` is for the frame.
    """

    changed = Signal(object)
    message = Signal(str, str, str)

    def __init__(
        self,
        desk: Desk,
        officer: Officer,
        worker: Worker,
        printer_of: PrinterOf,
        export_folder: Path,
        *,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._officer, self._worker = desk, officer, worker
        self._printer_of, self.export_folder = printer_of, export_folder
        self._texts = Texts()
        self._showing = DayShowing(desk.catalogue, self)
        self._chosen = TODAY
        self._read_day: _Read | None = None
        self._failure = ""
        self._busy = False
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.refresh)

    @property
    def day(self) -> date:
        """The day that is shown."""
        today = day_of(self._desk.now())
        return today if self._chosen == TODAY else today - timedelta(days=1)

    @property
    def state(self) -> DayState:
        """What the page shows now."""
        if self._read_day is None:
            phase = DayPhase.FAILED if self._failure else DayPhase.LOADING
            failure = (self.tr("The report did not load"), self._failure)
            return DayState(phase=phase, failure=failure, day=self._chosen)
        shown = self._showing.state(*self._read_day, closes=self._officer.may(Right.CLOSE_DAY))
        return replace(shown, day=self._chosen, busy=self._busy)

    def open(self) -> None:
        """Read the day; also the second try after a failure."""
        self._failure = ""
        self._minute.start()
        self.tell()
        self.refresh()

    def leave(self) -> None:
        """The page is left: the report is read no more."""
        self._minute.stop()

    def set_visible(self, *, on: bool) -> None:
        """Whether anybody looks: only then is the report read again every minute."""
        if on and self._read_day is not None:
            self._minute.start()
            self.refresh()
        elif not on:
            self._minute.stop()

    def choose(self, day: str) -> None:
        """Show today or yesterday."""
        if day != self._chosen:
            self._chosen, self._read_day = day, None
            self.open()

    def refresh(self) -> None:
        """Read the report again."""
        desk, officer, day = self._desk, self._officer, self.day
        self._worker.ask(
            lambda _: read_day(desk, officer, day),
            owner=self,
            on_result=self._opened,
            on_error=self._not_opened,
            key="day",
        )

    def tell(self) -> None:
        """Show what is known, in the language in force."""
        self.changed.emit(self.state)

    def print(self) -> None:
        """Print the report as it is shown."""
        if self._read_day is not None and not self._busy:
            report, closed = self._read_day
            self._change(
                partial(self._printed, report, closed is not None), self.tr("Report printed")
            )

    def export(self, folder: Path) -> None:
        """Write PDF, spreadsheet and JSON into `folder`."""
        if self._read_day is None or self._busy:
            return
        self.export_folder = folder
        work = partial(export_day, self._desk, self._officer, self.day, folder)
        self._change(work, self.tr("Report exported"), isolate(str(folder)))

    def close_day(self) -> None:
        """Freeze the report and seal the log."""
        if self.state.closing.may_close and not self._busy:
            work = partial(close_day, self._desk, self._officer, self.day)
            self._change(work, self.tr("The day is closed"))

    def _printed(self, report: DayReport, closed: bool) -> None:  # noqa: FBT001
        files = day_files(report, self._desk.catalogue, closed=closed)
        name, pdf = next((n, f) for n, f in files.items() if n.endswith(".pdf"))
        try:
            self._printer_of().submit(pdf, name.removesuffix(".pdf"))
        except PrinterFault as fault:
            raise Unavailable(fault.code, **fault.problem.values) from fault

    def _change(self, work: Callable[[], Any], title: str, text: str = "") -> None:
        self._busy = True
        self.tell()
        self._worker.change(
            lambda _: work(),
            owner=self,
            on_result=lambda _: self.message.emit("green", title, text),
            on_error=self._refused,
            on_end=self._ended,
        )

    def _ended(self) -> None:
        self._busy = False
        self.tell()
        self.refresh()

    def _opened(self, read: _Read) -> None:
        self._read_day = read
        self.tell()

    def _not_opened(self, error: KnownError) -> None:
        if self._read_day is None:
            self._failure = self._sentence(error)
            self.tell()
        else:
            self._refused(error)

    def _refused(self, error: KnownError) -> None:
        tone = "amber" if isinstance(error, Conflict) else "red"
        self.message.emit(tone, self.tr("That could not be done"), self._sentence(error))

    def _sentence(self, error: KnownError) -> str:
        said = self._texts.each(error)
        return " ".join(each.ar if language() == "ar" else each.en for each in said)


def read_day(desk: Desk, officer: Officer, day: date) -> _Read:
    """The report of a day: the frozen one of a closed day, else the present one."""
    closed = closed_day(desk, officer, day)
    if closed is not None:
        return report_from_document(closed.report), closed
    return day_report(desk, officer, day), None
