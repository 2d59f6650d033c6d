"""The lock: covers the window, keeps the page beneath alive, asks for the password again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from absher_desk.presenters.frame import Officer
from absher_desk.presenters.sign_in import LockState
from absher_desk.views.clock_panel import ClockPanel
from absher_desk.views.kit import Notice, PrimaryButton, QuietButton, Size, Text, View
from absher_desk.views.kit.painting import colour, painting
from absher_desk.views.password_field import PasswordField
from absher_desk.views.top_bar import OfficerButton

_FORM_WIDTH = 400


class LockScreen(View):
    """Only the password and the way out for another person can be reached."""

    unlock_requested = Signal(str)
    switch_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = LockState(name="", initials="", role="")
        self.clock = ClockPanel()
        self._title = Text("", "display")
        self._note = Text("", "lead", wrap=True)
        self._person = OfficerButton()
        self._person.set_plain()
        self.password = PasswordField()
        self.notice = Notice("", "red")
        self.unlock = PrimaryButton("", icon="lock-key", key="Enter", bind=False, size=Size.ACTION)
        self.switch = QuietButton("")
        self._build()
        self.password.entered.connect(self._ask)
        self.unlock.clicked.connect(self._ask)
        self.switch.clicked.connect(self.switch_requested)
        self.retranslate()

    def show_state(self, state: LockState) -> None:
        """Show who is away; a refusal empties the password."""
        refused = bool(state.error) and state.error != self._state.error
        self._state = state
        self._person.show_officer(
            Officer(name=state.name, initials=state.initials, role=state.role)
        )
        self.clock.show_time(state.time, state.hijri, state.gregorian)
        self._say()
        if refused:
            self.password.clear()
            self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard in the password."""
        self.password.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self.password.clear()
        self._state = LockState(name="", initials="", role="")

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self._title.setText(self.tr("The screen is locked"))
        self.unlock.set_text(self.tr("Unlock"))
        self.switch.set_text(self.tr("Sign in as someone else"))
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the ground over everything."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("surface"))

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        form = QWidget()
        form.setFixedWidth(_FORM_WIDTH)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addSpacing(10)
        column.addWidget(self._person, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(4)
        column.addWidget(self.password)
        column.addWidget(self.notice)
        column.addWidget(self.unlock)
        column.addWidget(self.switch)
        column.addStretch(1)
        across.addWidget(self.clock)
        across.addStretch(1)
        across.addWidget(form)
        across.addStretch(1)

    def _say(self) -> None:
        state = self._state
        note = self.tr("Your work is kept as you left it.")
        if state.since:
            since = self.tr("Locked since {time}.").format(time=state.since)
            note = f"{since} {note}"
        self._note.setText(note)
        if state.locked_for:
            words = self.tr("Too many attempts. Try again in {time}.")
            self.notice.set(words.format(time=state.locked_for), "red", icon="hourglass")
        else:
            self.notice.set(state.error, "red", icon="warning-circle-fill")
        self.unlock.set_gated(on=bool(state.locked_for))
        if not state.locked_for:
            self.unlock.setEnabled(not state.busy)
        self.password.setEnabled(not (state.busy or state.locked_for))

    def _ask(self) -> None:
        if self.unlock.isEnabled() and self.password.text():
            self.unlock_requested.emit(self.password.text())
