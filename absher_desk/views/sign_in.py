"""The sign-in page: branch, counter, user name, password, and what keeps the officer out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from absher_desk.presenters.sign_in import SignInState
from absher_desk.standards.bidi import isolate
from absher_desk.views.clock_panel import ClockPanel
from absher_desk.views.kit import (
    Band,
    ComboField,
    LineField,
    Notice,
    PrimaryButton,
    Reading,
    Size,
    Text,
    View,
)
from absher_desk.views.kit.painting import colour, painting
from absher_desk.views.password_field import PasswordField
from absher_desk.views.top_bar import LinkLabel

_FORM_WIDTH = 400
_FOOT = 56


class SignInView(View):
    """Branch and counter are remembered, so the keyboard starts where something is missing."""

    sign_in_requested = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SignInState()
        self._links: list[LinkLabel] = []
        self.clock = ClockPanel()
        self._title = Text("", "display")
        self._note = Text("", "lead")
        self.branch = ComboField(icon="buildings", height=44)
        self.counter = ComboField(height=44)
        self.username = LineField(icon="user", reading=Reading.CREDENTIAL, height=44)
        self.password = PasswordField()
        self.notice = Notice("", "red")
        self.enter = PrimaryButton("", key="Enter", bind=False, size=Size.ACTION)
        self._help = Text("", "note", tone="text3")
        self._help.centre()
        self._version = Text("", "note", tone="text3")
        self._link_row = QHBoxLayout()
        self._build()
        self._connect()
        self.retranslate()
        self.show_state(self._state)

    def show_state(self, state: SignInState) -> None:
        """Show `state`; a refusal empties the password and puts the keyboard there."""
        refused = bool(state.error) and state.error != self._state.error
        first = self._state.branches == ()
        self._state = state
        self.branch.set_choices([(branch.key, branch.title) for branch in state.branches])
        if first:
            self.branch.set_value(state.branch)
            self.username.set_text(state.username)
        self._offer_counters()
        if first:
            self.counter.set_value(state.counter)
        self.clock.show_time(state.time, state.hijri, state.gregorian)
        self.clock.show_facts(state.facts)
        self._help.setText(state.help_text)
        self._show_version()
        self._show_links()
        self._show_refusal()
        if refused:
            self.password.clear()
            self.password.setFocus()
        elif first and state.branches:
            self.focus_first()

    def forget_person(self) -> None:
        """Empty name and password: the next person starts anew."""
        self.username.set_text("")
        self.password.clear()

    def focus_first(self) -> None:
        """Put the keyboard in the first field that is empty."""
        empty = [f for f in (self.branch, self.counter) if not f.value()]
        if empty:
            empty[0].setFocus()
        elif not self.username.text():
            self.username.setFocus()
        else:
            self.password.setFocus()

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self._title.setText(self.tr("Sign in to the desk"))
        self._note.setText(self.tr("For authorised staff; every act enters the audit log."))
        self.branch.set_label(self.tr("Branch"))
        self.counter.set_label(self.tr("Counter"))
        self.username.set_label(self.tr("User name"))
        self.enter.set_text(self.tr("Sign in"))
        self._show_version()
        self._show_refusal()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the white ground."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("surface"))

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._form(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self._foot())
        across.addWidget(self.clock)
        across.addLayout(column, 1)

    def _form(self) -> QWidget:
        form = QWidget()
        form.setFixedWidth(_FORM_WIDTH)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addWidget(self._note)
        place = QHBoxLayout()
        place.setSpacing(12)
        place.addWidget(self.branch, 2)
        place.addWidget(self.counter, 1)
        column.addLayout(head)
        column.addSpacing(4)
        column.addLayout(place)
        column.addWidget(self.username)
        column.addWidget(self.password)
        column.addWidget(self.notice)
        column.addWidget(self.enter)
        column.addWidget(self._help)
        return form

    def _foot(self) -> QWidget:
        foot = Band(_FOOT, line="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        self._link_row.setSpacing(20)
        row.addLayout(self._link_row)
        row.addStretch(1)
        row.addWidget(self._version)
        return foot

    def _connect(self) -> None:
        self.branch.chosen.connect(self._offer_counters)
        self.username.entered.connect(lambda _: self._ask())
        self.password.entered.connect(self._ask)
        self.username.changed.connect(lambda _: self._show_refusal())
        self.password.changed.connect(self._show_refusal)
        self.enter.clicked.connect(self._ask)
        self.counter.chosen.connect(lambda _: self.focus_first())

    def _offer_counters(self) -> None:
        chosen = self.branch.value()
        counters = [b.counters for b in self._state.branches if b.key == chosen]
        self.counter.set_choices([(c.key, c.title) for cs in counters for c in cs])

    def _show_links(self) -> None:
        for label, link in zip(self._links, self._state.links, strict=False):
            label.show_link(link)
        for link in self._state.links[len(self._links) :]:
            label = LinkLabel(link)
            self._links.append(label)
            self._link_row.addWidget(label)

    def _show_version(self) -> None:
        version = isolate(self._state.version)
        words = self.tr("Version {version}").format(version=version)
        self._version.setText(words if version else "")

    def _show_refusal(self) -> None:
        """Say why not, and let nobody try while a lockout or an answer is awaited."""
        state = self._state
        if state.locked_for:
            words = self.tr("Too many attempts. Try again in {time}.")
            self.notice.set(words.format(time=state.locked_for), "red", icon="hourglass")
        else:
            self.notice.set(state.error, "red", icon="warning-circle-fill")
        self.enter.set_gated(on=bool(state.locked_for))
        if not state.locked_for:
            self.enter.setEnabled(not state.busy)
        for field in (self.branch, self.counter, self.username, self.password):
            field.setEnabled(not (state.busy or state.locked_for))

    def _ask(self) -> None:
        if not self.enter.isEnabled():
            return
        values = (
            self.branch.value(),
            self.counter.value(),
            self.username.text().strip(),
            self.password.text(),
        )
        if all(values):
            self.sign_in_requested.emit(*values)
        else:
            self.focus_first()
