"""Every control in every state on one sheet: the reference for eyes and for screenshots."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from absher_desk.views.kit import (
    ActionBar,
    Button,
    CheckRow,
    Chip,
    CountChip,
    DangerButton,
    EmptyState,
    FailedState,
    FilterChip,
    LineField,
    LoadingBars,
    MessageStrip,
    Notice,
    Panel,
    PrimaryButton,
    Reading,
    SecondaryButton,
    Segments,
    Size,
    Steps,
    Text,
    Timeline,
    TimelineEntry,
    View,
)
from absher_desk.views.kit.painting import colour, painting


class Gallery(View):
    """The sheet of states."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Gallery")
        columns = QHBoxLayout()
        columns.setContentsMargins(16, 12, 16, 12)
        columns.setSpacing(12)
        columns.addLayout(self._controls(), 3)
        columns.addLayout(self._panels(), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.strip = MessageStrip()
        self.strip.set(
            self.tr("Offline since 10:40"),
            self.tr("Drafts are kept on this computer; approving and printing stopped."),
            icon="wifi-slash",
        )
        column.addWidget(self.strip)
        column.addLayout(columns, 1)
        column.addWidget(self._bar())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the canvas."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("canvas"))

    def _controls(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(self._buttons())
        column.addLayout(self._fields())
        column.addLayout(self._chips())
        column.addLayout(self._filters())
        column.addLayout(self._choices())
        steps = Steps()
        steps.show_steps(
            [self.tr("Report"), self.tr("Review"), self.tr("Fees"), self.tr("Printing")], 1
        )
        column.addWidget(steps)
        column.addLayout(self._notices())
        column.addStretch(1)
        return column

    def _notices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        moved = self.tr("The mobile moves here from another account.")
        row.addWidget(Notice(moved))
        row.addWidget(Notice(self.tr("The passport was cancelled yesterday, for ever."), "red"))
        return row

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        kinds: tuple[tuple[type[Button], str], ...] = (
            (PrimaryButton, self.tr("Approve")),
            (SecondaryButton, self.tr("Refer")),
            (DangerButton, self.tr("Reject")),
        )
        for row, (kind, words) in enumerate(kinds):
            pressed, disabled = kind(words), kind(words)
            pressed.setDown(True)
            disabled.setEnabled(False)
            gated = kind(words, key="F9", bind=False)
            gated.set_gated(on=True)
            keyed = kind(words, icon="check", key="F9", bind=False)
            for column, button in enumerate((kind(words), pressed, disabled, keyed, gated)):
                grid.addWidget(button, row, column)
        return grid

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        shown = [self._field(words) for words in (self.tr("Normal"), self.tr("Focus"))]
        self.focused = shown[1]
        error, warned, fixed, off = (
            self._field(words)
            for words in (
                self.tr("Error"),
                self.tr("Warning"),
                self.tr("Read only"),
                self.tr("Off"),
            )
        )
        error.set_error(self.tr("The check digit is wrong."))
        warned.set_text("RABC1235")
        warned.set_warning(self.tr("Does not match the building number."))
        fixed.set_read_only(on=True)
        off.setEnabled(False)
        for place, field in enumerate((*shown, error, warned, fixed, off)):
            grid.addWidget(field, place // 3, place % 3, Qt.AlignmentFlag.AlignTop)
        return grid

    def _field(self, label: str) -> LineField:
        field = LineField(label, icon="identification-card", reading=Reading.NUMBER)
        field.set_text("1234567897")
        return field

    def _chips(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, tone, icon in (
            (self.tr("New"), "neutral", ""),
            (self.tr("In progress"), "info", ""),
            (self.tr("Returned"), "amber", ""),
            (self.tr("Rejected"), "red", "x"),
            (self.tr("Late"), "red", "warning-circle-fill"),
            (self.tr("Due today"), "amber", "clock"),
            (self.tr("Matches"), "green", "check"),
        ):
            row.addWidget(Chip(words, tone, icon=icon))
        row.addStretch(1)
        return row

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        everything = FilterChip(self.tr("All"), count=47)
        everything.setChecked(True)
        for chip in (
            everything,
            FilterChip(self.tr("Mine"), count=6),
            FilterChip(self.tr("Channel: all"), menu=True),
            CountChip(self.tr("late"), count=4, tone="red", icon="warning-circle-fill"),
            CountChip(self.tr("due today"), count=9, tone="amber", icon="clock"),
        ):
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        segments = Segments(
            [
                ("same", self.tr("Same")),
                ("other", self.tr("Other")),
                ("unclear", self.tr("Unclear")),
            ]
        )
        segments.set_value("same")
        row.addWidget(segments)
        seen = CheckRow(self.tr("The original was seen"))
        seen.setChecked(True)
        row.addWidget(seen)
        row.addWidget(CheckRow(self.tr("Told of the transfer"), note=self.tr("Copy 3")))
        return row

    def _panels(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        way = Panel(self.tr("Way of the request"), icon="clipboard-text")
        way.add_to_header(Chip(self.tr("Valid"), "green"))
        way.body.addWidget(
            Timeline(
                [
                    TimelineEntry(title=self.tr("Received"), note="08:14"),
                    TimelineEntry(
                        title=self.tr("Waiting for an officer"), note="08:20", state="current"
                    ),
                    TimelineEntry(title=self.tr("Activation"), state="ahead"),
                ]
            )
        )
        column.addWidget(way)
        empty = Panel()
        empty.body.addWidget(
            EmptyState(self.tr("No requests in this queue"), self.tr("Remove the filter, or wait."))
        )
        failed = Panel()
        failed.body.addWidget(
            FailedState(self.tr("The queue did not load"), self.tr("No answer within 10 seconds."))
        )
        loading = Panel(flush=True)
        bars = LoadingBars(3)
        bars.reveal()
        loading.body.addWidget(bars)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(empty, 1)
        beside.addWidget(failed, 1)
        column.addLayout(beside)
        column.addWidget(loading)
        column.addWidget(Text(self.tr("Every state has words, never colour alone."), "meta"))
        column.addStretch(1)
        return column

    def _bar(self) -> ActionBar:
        bar = ActionBar()
        small = SecondaryButton(self.tr("Small"), size=Size.SMALL)
        reject = DangerButton(
            self.tr("Reject"), icon="prohibit", key="F8", bind=False, size=Size.ACTION
        )
        back = SecondaryButton(
            self.tr("Return"),
            icon="arrow-counter-clockwise",
            key="F6",
            bind=False,
            size=Size.ACTION,
        )
        bar.add_start(reject, back, small)
        approve = PrimaryButton(self.tr("Approve"), key="F9", bind=False, size=Size.ACTION)
        approve.set_gated(on=True)
        bar.add_end(
            approve, PrimaryButton(self.tr("Approve"), icon="check", key="F9", size=Size.ACTION)
        )
        bar.set_missing(self.tr("Still missing: the code"))
        return bar
