"""The page of any request: its facts, its step's checks, its papers and what may be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.presenters.activation_opening import PrinterOf
from absher_desk.presenters.request_choices import CLAIM, RESUME
from absher_desk.presenters.request_page import RequestPagePresenter
from absher_desk.presenters.request_state import (
    Choice,
    PagePhase,
    RequestPageState,
)
from absher_desk.system.worker import Worker
from absher_desk.views.attachment_viewer import view_attachment
from absher_desk.views.kit import (
    ActionBar,
    Button,
    DangerButton,
    FailedState,
    LoadingBars,
    PrimaryButton,
    Reason,
    ReasonDialog,
    SecondaryButton,
    Size,
    View,
)
from absher_desk.views.kit.painting import colour, painting
from absher_desk.views.request_header import RequestHeader
from absher_desk.views.request_panels import (
    Announcements,
    ChecksPanel,
    EvidencePanel,
    FactsPanel,
    PapersPanel,
    RemarksPanel,
    WayPanel,
)

_ICONS = {"primary": "check", "return": "arrow-counter-clockwise", "danger": "prohibit"}


class RequestPage(View):
    """Draws a `RequestPageState`; every wish of the officer leaves as a signal."""

    acted = Signal(str, str, str)
    answered = Signal(str, str)
    noted = Signal(str)
    print_requested = Signal(str)
    came_out = Signal(object, bool)
    evidence_requested = Signal(object)
    close_requested = Signal()
    next_requested = Signal()
    save_requested = Signal()
    retried = Signal()
    spoken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RequestPageState()
        self._worked = False
        self._others: list[SecondaryButton] = []
        self.header = RequestHeader()
        self.announcements = Announcements()
        self.applicant = FactsPanel("identification-card")
        self.details = FactsPanel("file-text")
        self.checks = ChecksPanel()
        self.evidence = EvidencePanel("paperclip")
        self.papers = PapersPanel("printer")
        self.way = WayPanel()
        self.remarks = RemarksPanel("note")
        self.bar = ActionBar()
        self.reject = DangerButton("", icon=_ICONS["danger"], key="F8", size=Size.ACTION)
        self.return_ = SecondaryButton("", icon=_ICONS["return"], key="F6", size=Size.ACTION)
        self.print = SecondaryButton("", icon="printer", key="F7", size=Size.ACTION)
        self.take = PrimaryButton("", icon="hand-pointing", key="F4", size=Size.ACTION)
        self.decide = PrimaryButton("", icon=_ICONS["primary"], key="F9", size=Size.ACTION)
        self.failed = FailedState()
        self._stack = QStackedLayout(self)
        self._build()
        self._connect()
        self.retranslate()
        self.show_state(self._state)

    def show_state(self, state: RequestPageState) -> None:
        """Show `state`; the keyboard goes to the first open point when the work begins."""
        begins = state.phase is PagePhase.OPEN and (
            self._state.phase is not PagePhase.OPEN or (state.editable and not self._worked)
        )
        self._worked = state.editable
        self._state = state
        phases = (PagePhase.LOADING, PagePhase.FAILED, PagePhase.OPEN)
        self.failed.set(*state.failure)
        if state.phase is PagePhase.OPEN:
            self.header.show_state(state)
            self.announcements.show_all(state.announcements)
            self.applicant.show_facts(state.applicant)
            self.details.show_facts(state.details)
            self.checks.show_state(state)
            self.evidence.show_evidence(state.evidence)
            self.papers.show_papers(state.papers)
            self.way.show_way(state.way)
            self.remarks.show_remarks(state.remarks)
            self._show_bar(state)
        self._stack.setCurrentIndex(phases.index(state.phase))
        if begins:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""
        if self.checks.focus_next():
            return
        buttons = (self.decide, self.take, self.print)
        found = next((b for b in buttons if not b.isHidden() and b.isEnabled()), self.header.back)
        found.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self.applicant.set_title(self.tr("Applicant"))
        self.details.set_title(self.tr("Details of the request"))
        self.evidence.set_title(self.tr("Evidence"))
        self.papers.set_title(self.tr("Papers"))
        self.way.set_title(self.tr("Way of the request"))
        self.remarks.set_title(self.tr("Notes"))
        self.print.set_text(self.tr("Print"))
        self.spoken.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the canvas."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("canvas"))

    def ask(self, choice: Choice) -> None:
        """Do a choice, after its reason was given where it needs one."""
        if not choice.reasons:
            self.acted.emit(choice.act, "", "")
            return
        dialog = ReasonDialog(
            choice.words,
            [Reason(key=key, text=text, needs_note=asks) for key, text, asks in choice.reasons],
            choice.words,
            explanation=self.tr("The reason is kept with the request."),
            destructive=choice.kind == "danger",
            parent=self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.decided.connect(lambda key, note: self.acted.emit(choice.act, key, note))
        dialog.open()

    def _show_bar(self, state: RequestPageState) -> None:
        by_kind: dict[str, Choice] = {c.kind: c for c in state.choices if c.kind != "other"}
        take = by_kind.get("primary")
        taking = take is not None and take.act in {CLAIM, RESUME}
        self._offer(self.take, take if taking else None)
        self._offer(self.decide, None if taking else take, gated=True)
        self._offer(self.return_, by_kind.get("return"))
        self._offer(self.reject, by_kind.get("danger"))
        self._show_others([c for c in state.choices if c.kind == "other"])
        self.print.setToolTip(state.print_words)
        self.print.setAccessibleDescription(state.print_words)
        self.print.setVisible(state.printable)
        self.print.setEnabled(not state.busy)
        self.bar.set_missing(state.missing)

    def _offer(self, button: Button, choice: Choice | None, *, gated: bool = False) -> None:
        button.setVisible(choice is not None)
        if choice is None:
            return
        button.set_text(choice.words)
        if gated:
            button.set_gated(on=not choice.enabled)
        button.setEnabled(choice.enabled and not self._state.busy)

    def _show_others(self, choices: list[Choice]) -> None:
        while len(self._others) < len(choices):
            button = SecondaryButton("", size=Size.ACTION)
            place = len(self._others)
            button.clicked.connect(lambda _=False, at=place: self._press_other(at))
            self._others.append(button)
            self.bar.add_start(button)
        for place, button in enumerate(self._others):
            self._offer(button, choices[place] if place < len(choices) else None)

    def _press(self, *kinds: str) -> None:
        choice = next((c for c in self._state.choices if c.kind in kinds), None)
        if choice is not None:
            self.ask(choice)

    def _press_other(self, place: int) -> None:
        self.ask([c for c in self._state.choices if c.kind == "other"][place])

    def _connect(self) -> None:
        self.header.back_requested.connect(self.close_requested)
        self.header.chosen.connect(self.ask)
        self.checks.answered.connect(self.answered)
        self.checks.noted.connect(self.noted)
        self.checks.finished.connect(self._to_decision)
        self.evidence.view_requested.connect(self.evidence_requested)
        self.papers.print_requested.connect(self.print_requested)
        self.papers.came_out.connect(self.came_out)
        self.failed.retried.connect(self.retried)
        self.print.clicked.connect(lambda: self.print_requested.emit(""))
        self.take.clicked.connect(lambda: self._press("primary"))
        self.decide.clicked.connect(lambda: self._press("primary"))
        self.return_.clicked.connect(lambda: self._press("return"))
        self.reject.clicked.connect(lambda: self._press("danger"))
        for key, signal in (
            ("Esc", self.close_requested),
            ("F5", self.next_requested),
            ("Ctrl+S", self.save_requested),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(signal)

    def _to_decision(self) -> None:
        if self.decide.isEnabled():
            self.decide.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self._stack.setContentsMargins(0, 0, 0, 0)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._panels(), 1)
        column.addWidget(self.bar)
        self.bar.add_start(self.reject, self.return_)
        self.bar.add_end(self.print, self.take, self.decide)
        for widget in (LoadingBars(), self.failed, whole):
            self._stack.addWidget(widget)

    def _panels(self) -> QScrollArea:
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(12)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        for panels in (
            (self.details, self.applicant, self.remarks),
            (self.checks, self.evidence, self.papers, self.way),
        ):
            side = QVBoxLayout()
            side.setSpacing(12)
            for panel in panels:
                side.addWidget(panel)
            side.addStretch(1)
            columns.addLayout(side, 1)
        rows.addWidget(self.announcements)
        rows.addLayout(columns, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area


def make_request_page(
    desk: Desk, officer: Officer, worker: Worker, request_id: int, printer_of: PrinterOf
) -> tuple[RequestPage, RequestPagePresenter]:
    """The page with its presenter, which belongs to it; call `presenter.open()` to read."""
    page = RequestPage()
    presenter = RequestPagePresenter(desk, officer, worker, request_id, printer_of, parent=page)
    presenter.changed.connect(page.show_state)
    page.acted.connect(presenter.act)
    page.answered.connect(presenter.answer)
    page.noted.connect(presenter.set_note)
    page.print_requested.connect(presenter.print)
    page.came_out.connect(lambda job, out: presenter.say_came_out(job, came_out=out))
    page.close_requested.connect(presenter.close)
    page.next_requested.connect(presenter.take_next)
    page.save_requested.connect(presenter.save_now)
    page.retried.connect(presenter.open)
    page.spoken.connect(presenter.tell)

    page.evidence_requested.connect(
        lambda item: view_attachment(desk, officer, worker, item, parent=page)
    )
    return page, presenter
