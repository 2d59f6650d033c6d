"""The activation station: compare, check, confirm, activate, without a hand on the mouse."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.presenters.activation_opening import PrinterOf
from absher_desk.presenters.activation_state import ActivationState, Phase
from absher_desk.presenters.activation_station import ActivationStationPresenter
from absher_desk.system.worker import Worker
from absher_desk.views.activation_header import ActivationHeader
from absher_desk.views.activation_reasons import ActivationReasons
from absher_desk.views.checks_panel import ChecksPanel
from absher_desk.views.code_entry import is_digit_key
from absher_desk.views.compare_panel import ComparePanel
from absher_desk.views.form_panel import FormPanel
from absher_desk.views.kit import (
    ActionBar,
    DangerButton,
    FailedState,
    LoadingBars,
    MessageStrip,
    PrimaryButton,
    SecondaryButton,
    Size,
    View,
)

_WIDE = 1200
"""Width of the page from which the columns have the proportions of a wide window."""


_ICONS = {"green": "check-circle-fill", "amber": "warning", "red": "prohibit", "info": "info"}


class ActivationStation(View):
    """Shows the state of its presenter and tells it what the officer does.

    Digits go to the code wherever the keyboard is, except in the note. After an answer from the
    control in focus the ring moves to the next open point, at last to F9.
    """

    closed = Signal()

    def __init__(
        self, presenter: ActivationStationPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._state = ActivationState()
        self._reasons = ActivationReasons(self)
        self.header = ActivationHeader()
        self.notice = MessageStrip()
        self.compare, self.checks, self.form = ComparePanel(), ChecksPanel(), FormPanel()
        self.bar = ActionBar()
        self.reject = DangerButton("", icon="prohibit", key="F8", size=Size.ACTION)
        self.return_ = SecondaryButton(
            "", icon="arrow-counter-clockwise", key="F6", size=Size.ACTION
        )
        self.activate = PrimaryButton("", icon="check", key="F9", size=Size.ACTION)
        self.next = PrimaryButton("", icon="arrow-left", key="F5", size=Size.ACTION)
        self._loading, self._failed = LoadingBars(12), FailedState()
        self._stack = QStackedWidget()
        self._columns = QHBoxLayout()
        self._build()
        self._connect()
        self.retranslate()
        self.show_state(presenter.state)

    def show_state(self, state: ActivationState) -> None:
        """Show everything; where something was just done, the keyboard moves on."""
        before, self._state = self._state, state
        writing = self.form.note.edit.hasFocus()
        if state.phase in (Phase.LOADING, Phase.FAILED):
            self._failed.set(self.tr("The request did not open"), state.failure)
            failed = state.phase is Phase.FAILED
            self._stack.setCurrentWidget(self._failed if failed else self._loading)
            return
        first = self._stack.currentIndex() != 0
        self._stack.setCurrentIndex(0)
        self._show_head(state)
        hint = self.tr("Compare the person before you with both pictures.")
        self.compare.show_comparison(state, hint)
        self.checks.show_checks(state)
        self.form.show_form(state)
        self._show_bar(state)
        answered = before.code.status != state.code.status and not writing
        if first or answered or before.phase is not state.phase:
            self.focus_next()

    def focus_next(self) -> None:
        """Put the keyboard on the first open point, else on what goes on from here."""
        target = self._target(next(iter(self._state.open_points), ""))
        if target is not None and target.isEnabled():
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self.checks.reveal(target)
            self.compare.reveal(target)

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self.reject.set_text(self.tr("Reject"))
        self.return_.set_text(self.tr("Return for completion"))
        self.activate.set_text(self.tr("Approve and activate"))
        self.next.set_text(self.tr("Next person"))
        self.header.back.set_name(self.tr("Back to the queue"))
        self.header.hold.set_text(self.tr("Hold"))
        self.header.release.set_text(self.tr("Give back"))
        self.compare.set_title(self.tr("Identity comparison"))
        self.checks.set_title(self.tr("Verification of the applicant"))
        self.form.set_title(self.tr("Activation form"))
        self.form.note.set_label(self.tr("Notes for the record"))
        self.form.print.set_text(self.tr("Print"))
        self._presenter.tick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit typed anywhere is a digit of the code."""
        if is_digit_key(event) and self.checks.code.entry.isEnabled():
            self.checks.code.entry.setFocus(Qt.FocusReason.OtherFocusReason)
            self._presenter.type_code(event.text())
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is shown, whichever way: what was entered is kept at once."""
        self._presenter.save_now()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows take the room from the form first."""
        for place, share in enumerate(_shares(event.size().width())):
            self._columns.setStretch(place, share)
        super().resizeEvent(event)

    def _show_head(self, state: ActivationState) -> None:
        time = state.header.handling
        words = self.tr("Handling time {time}").format(time=time) if time else ""
        self.header.show_header(state.header, words)
        open_ = state.phase is Phase.OPEN
        for button in (self.header.hold, self.header.release):
            button.setVisible(open_)
            button.setEnabled(not (state.read_only or state.busy))
        notice = state.notice
        self.notice.set(notice.title, notice.text, tone=notice.tone, icon=_ICONS[notice.tone])

    def _show_bar(self, state: ActivationState) -> None:
        open_ = state.phase is Phase.OPEN
        for button in (self.reject, self.return_):
            button.setVisible(open_)
            button.setEnabled(not (state.read_only or state.busy))
        self.activate.setVisible(open_)
        self.next.setVisible(not open_)
        self.next.setEnabled(not state.busy)
        self.activate.set_gated(on=not state.ready)
        shown = f"{state.busy} …" if state.busy else state.missing
        self.bar.set_missing("" if state.read_only and not state.busy else shown)

    def _target(self, point: str) -> QWidget | None:
        kind, _, key = point.partition(":")
        if kind == "row":
            return self.compare.table.button(key)
        if kind == "check":
            return self.checks.target(key) or self.compare.target()
        if kind == "code":
            return self.checks.code.target()
        if self._state.phase is Phase.DONE:
            unprinted = self._state.notice.tone == "amber" and self._state.notice.title
            return self.form.print if unprinted else self.next
        return self.activate if self._state.ready else self.header.back

    def _answer(self, check: str, value: str, here: bool) -> None:  # noqa: FBT001 (a signal's value)
        self._presenter.answer(check, value)
        if here and value and f"check:{check}" not in self._state.open_points:
            self.focus_next()

    def _accept(self, key: str) -> None:
        self._presenter.accept_row(key)
        if f"row:{key}" not in self._state.open_points:
            self.focus_next()

    def _accept_focused(self) -> None:
        self._presenter.accept_focused(self.compare.table.focused_key())
        self.focus_next()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_state)
        presenter.closed.connect(self.closed)
        self.header.back_requested.connect(presenter.close)
        self.header.hold_requested.connect(lambda: self._reasons.ask_hold(presenter.hold))
        self.header.release_requested.connect(presenter.release)
        self.compare.answered.connect(self._answer)
        self.checks.answered.connect(self._answer)
        self.compare.accept_requested.connect(self._accept)
        self.checks.code.entry.typed.connect(presenter.type_code)
        self.checks.code.entry.erased.connect(presenter.erase_code)
        self.checks.code.send_requested.connect(presenter.send)
        self.form.note.changed.connect(presenter.set_note)
        self.form.print.clicked.connect(presenter.print)
        self.activate.clicked.connect(presenter.activate)
        self.next.clicked.connect(presenter.take_next)
        self.reject.clicked.connect(lambda: self._reasons.ask_reject(presenter.reject))
        self.return_.clicked.connect(lambda: self._reasons.ask_return(presenter.return_))
        self._failed.retried.connect(presenter.open)
        for key, act in (
            ("Esc", presenter.close),
            ("Ctrl+S", presenter.save_now),
            ("Alt+A", self._accept_focused),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        around = QVBoxLayout()
        around.setContentsMargins(16, 12, 16, 12)
        around.setSpacing(12)
        self._columns.setSpacing(12)
        shares = _shares(self.width())
        for share, panel in zip(shares, (self.compare, self.checks, self.form), strict=True):
            self._columns.addWidget(panel, share)
        around.addLayout(self._columns, 1)
        self.bar.add_start(self.reject, self.return_)
        self.bar.add_end(self.activate, self.next)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addLayout(around, 1)
        column.addWidget(self.bar)
        for page in (body, self._loading, self._failed):
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._loading)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)


def _shares(width: int) -> tuple[int, int, int]:
    """Shares of the three columns at a width of the page."""
    return (46, 29, 25) if width >= _WIDE else (47, 30, 23)


def make_activation_station(
    desk: Desk, officer: Officer, worker: Worker, request_id: int, printer_of: PrinterOf
) -> tuple[ActivationStation, ActivationStationPresenter]:
    """The station of one request, already reading it; the presenter goes with the page."""
    presenter = ActivationStationPresenter(desk, officer, worker, request_id, printer_of)
    page = ActivationStation(presenter)
    presenter.setParent(page)
    presenter.open()
    return page, presenter
