"""The supervisor's day: key figures, movement, ages, load, services, and the close of the day."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.presenters.activation_opening import PrinterOf
from absher_desk.presenters.day_page import TODAY, YESTERDAY, DayPagePresenter
from absher_desk.presenters.day_state import DayPhase, DayState
from absher_desk.system.worker import Worker
from absher_desk.views.cell_table import CellTable
from absher_desk.views.confirm_dialog import ConfirmDialog
from absher_desk.views.day_charts import AGE_COLOURS, AgeBars, HourChart, Legend, LoadBars
from absher_desk.views.day_panels import ClosingPanel, FiguresPanel
from absher_desk.views.kit import (
    Band,
    ElidedText,
    FailedState,
    LoadingBars,
    Panel,
    SecondaryButton,
    Segments,
    Text,
    View,
)
from absher_desk.views.kit.painting import colour, painting

_HEADER = 60


class DayPage(View):
    """Draws a `DayState`; every wish of the officer leaves as a signal."""

    day_chosen = Signal(str)
    print_requested = Signal()
    export_requested = Signal(object)
    close_day_requested = Signal()
    retried = Signal()
    spoken = Signal()
    looked_at = Signal(bool)

    def __init__(self, export_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = DayState()
        self.export_folder = export_folder
        self._title = Text("", "title")
        self._note = ElidedText("", "lead")
        self.days = Segments([(TODAY, ""), (YESTERDAY, "")])
        self.export = SecondaryButton("", icon="download-simple")
        self.print = SecondaryButton("", icon="printer", key="F7")
        self.figures = FiguresPanel()
        self.hours, self._hours_panel = HourChart(), Panel(" ", icon="chart-bar")
        self.ages, self._ages_panel = AgeBars(), Panel(" ", icon="hourglass")
        self.load, self._load_panel = LoadBars(), Panel(" ", icon="users")
        self.services, self._services_panel = (
            CellTable(still=True),
            Panel(" ", icon="stack", flush=True),
        )
        self._hours_legend = Legend(("bar2", "bar1"))
        self._ages_legend = Legend(AGE_COLOURS)
        self._load_legend = Legend(("bar1", "bar2"))
        self._papers = Text("", "meta")
        self._no_work = Text("", "note")
        self.closing = ClosingPanel()
        self.failed = FailedState()
        self._stack = QStackedLayout()
        self._build()
        self._connect()
        self.retranslate()
        self.show_state(self._state)

    def show_state(self, state: DayState) -> None:
        """Show `state`."""
        self._state = state
        phases = (DayPhase.LOADING, DayPhase.FAILED, DayPhase.OPEN)
        self.days.set_value(state.day)
        self.failed.set(*state.failure)
        is_open = state.phase is DayPhase.OPEN
        for button in (self.print, self.export):
            button.setEnabled(is_open and not state.busy)
        if is_open:
            self._note.setText(f"{state.branch} · {state.date} · {state.as_of}")
            self.figures.show_figures(state.figures)
            self.hours.show_hours(state.hours)
            self.ages.show_bars(state.queues)
            self.load.show_bars(state.officers)
            self._no_work.setVisible(not state.officers)
            self.services.cells.show(state.columns, state.services)
            self._papers.setText(state.papers)
            self.closing.show_closing(state.closing, busy=state.busy)
        self._stack.setCurrentIndex(phases.index(state.phase))

    def focus_first(self) -> None:
        """Put the keyboard on the choice of the day."""
        self.days.segment(self._state.day).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self._title.setText(self.tr("Supervisor's board"))
        self.days.set_choices([(TODAY, self.tr("Today")), (YESTERDAY, self.tr("Yesterday"))])
        self.days.set_name(self.tr("Day"))
        self.days.setMinimumWidth(self.days.sizeHint().width())
        self.export.set_text(self.tr("Export"))
        self.print.set_text(self.tr("Print the day report"))
        self._hours_panel.set_title(self.tr("Movement by hour"))
        self._hours_legend.say(self.tr("received"), self.tr("steps finished"))
        self._ages_panel.set_title(self.tr("Ages of the queues"))
        self._ages_legend.say(
            self.tr("under 1 h"), self.tr("1–4 h"), self.tr("4–24 h"), self.tr("older")
        )
        self._load_panel.set_title(self.tr("Officers' load"))
        self._load_legend.say(self.tr("finished"), self.tr("in hand"))
        self._no_work.setText(self.tr("Nobody has finished or taken anything on this day."))
        self._services_panel.set_title(self.tr("Services"))
        self.closing.set_title(self.tr("Close of the day"))
        self.closing.close_day.set_text(self.tr("Close the day"))
        self.spoken.emit()

    def changeEvent(self, event: QEvent) -> None:
        """The segments forget their choice when their words change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.days.set_value(self._state.day)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the canvas."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("canvas"))

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self.looked_at.emit(True)  # noqa: FBT003 (a signal)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self.looked_at.emit(False)  # noqa: FBT003 (a signal)

    def ask_to_close(self) -> None:
        """Close the day after the question was answered."""
        dialog = ConfirmDialog(
            self.tr("Close the day {date}").format(date=self._state.date),
            self._state.closing.sentence,
            self.tr("Close the day"),
            parent=self,
        )
        dialog.confirmed.connect(self.close_day_requested)
        dialog.open()

    def ask_for_folder(self) -> None:
        """Export into the folder that is chosen."""
        dialog = QFileDialog(self, self.tr("Export into"), str(self.export_folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._choose_folder)
        dialog.open()

    def _choose_folder(self, folder: str) -> None:
        self.export_folder = Path(folder)
        self.export_requested.emit(self.export_folder)

    def _connect(self) -> None:
        self.days.chosen.connect(self.day_chosen)
        self.print.clicked.connect(self.print_requested)
        self.export.clicked.connect(self.ask_for_folder)
        self.closing.close_day.clicked.connect(self.ask_to_close)
        self.failed.retried.connect(self.retried)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addLayout(self._stack, 1)
        for widget in (LoadingBars(), self.failed, self._panels()):
            self._stack.addWidget(widget)

    def _header(self) -> Band:
        head = Band(_HEADER)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._note)
        row.addStretch(1)
        for widget in (self.days, self.export, self.print):
            row.addWidget(widget)
        return head

    def _panels(self) -> QScrollArea:
        self._fill_panels()
        start, end = QVBoxLayout(), QVBoxLayout()
        start.addWidget(self._hours_panel)
        start.addWidget(self._services_panel)
        for panel in (self.closing, self._ages_panel, self._load_panel):
            end.addWidget(panel)
        columns = QHBoxLayout()
        for side, share in ((start, 9), (end, 5)):
            side.setSpacing(12)
            side.addStretch(1)
            columns.addLayout(side, share)
        columns.setSpacing(12)
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(12)
        rows.addWidget(self.figures)
        rows.addLayout(columns, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _fill_panels(self) -> None:
        self._hours_panel.add_to_header(self._hours_legend)
        self._hours_panel.body.addWidget(self.hours)
        self._ages_panel.body.addWidget(self.ages)
        self._ages_panel.body.addWidget(self._ages_legend)
        self._load_panel.add_to_header(self._load_legend)
        self._load_panel.body.addWidget(self._no_work)
        self._load_panel.body.addWidget(self.load)
        self._services_panel.body.addWidget(self.services)
        self._services_panel.add_to_header(self._papers)


def make_day_page(
    desk: Desk, officer: Officer, worker: Worker, printer_of: PrinterOf, export_folder: Path
) -> tuple[DayPage, DayPagePresenter]:
    """The page with its presenter, which belongs to it; call `presenter.open()` to read."""
    page = DayPage(export_folder)
    presenter = DayPagePresenter(desk, officer, worker, printer_of, export_folder, parent=page)
    presenter.changed.connect(page.show_state)
    page.day_chosen.connect(presenter.choose)
    page.print_requested.connect(presenter.print)
    page.export_requested.connect(presenter.export)
    page.close_day_requested.connect(presenter.close_day)
    page.retried.connect(presenter.open)
    page.spoken.connect(presenter.tell)
    page.looked_at.connect(lambda on: presenter.set_visible(on=on))
    return page, presenter
