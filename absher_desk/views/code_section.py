"""The verification of the mobile: where the code went, the boxes, how long, sending again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from absher_desk.presenters.activation_state import CodePanel
from absher_desk.views.check_section import Section
from absher_desk.views.code_entry import CodeEntry, CountdownBar
from absher_desk.views.kit import Rule, SecondaryButton, Text

_LOG_LINES = 3


class CodeSection(Section):
    """Shows the state of the code; what is typed and the wish to send are only told."""

    send_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = CodeEntry()
        self.send = SecondaryButton("", icon="arrow-clockwise", key="Ctrl+R")
        self.send.clicked.connect(self.send_requested)
        self._sent_to = Text("", "note")
        self._error = Text("", "meta", tone="red", wrap=True)
        self._valid, self._tries = Text("", "meta"), Text("", "meta")
        self._after = Text("", "meta", wrap=True)
        self._bar = CountdownBar()
        self._hint = Text("", "meta", wrap=True)
        self._rule = Rule()
        self._log = [(Text("", "meta"), Text("", "meta", wrap=True)) for _ in range(_LOG_LINES)]
        self._build()

    def show_code(self, code: CodePanel, *, enabled: bool) -> None:
        """Show where the verification stands."""
        sent = code.status == "sent"
        self.show_head(code.title, code.state, code.badge)
        self._sent_to.setText(code.sent_to)
        self.entry.show_code(code.typed, code.length, wrong=bool(code.error))
        self.entry.setEnabled(enabled and sent)
        self.entry.setAccessibleName(code.title)
        self.entry.setVisible(code.status != "confirmed")
        _say(self._error, code.error)
        self._valid.setText(code.valid_for)
        self._tries.setText(code.tries)
        for widget in (self._valid, self._tries, self._bar):
            widget.setVisible(sent)
        self._bar.set_share(code.share)
        self.send.set_text(code.send_label)
        self.send.setVisible(code.status != "confirmed")
        self.send.setEnabled(enabled and code.can_send)
        _say(self._after, code.send_after)
        _say(self._hint, "" if code.status == "confirmed" else code.hint)
        self._show_log(code.log)

    def target(self) -> QWidget:
        """Where the keyboard goes: the boxes once a code is out, else the button that sends it."""
        return self.entry if self.entry.isEnabled() else self.send

    def _show_log(self, log: tuple[tuple[str, str], ...]) -> None:
        self._rule.setVisible(bool(log))
        for number, (time, words) in enumerate(self._log):
            shown = log[number] if number < len(log) else ("", "")
            _say(time, shown[0])
            _say(words, shown[1])

    def _sending(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.send)
        row.addWidget(self._after, 1)
        row.addStretch()
        return row

    def _build(self) -> None:
        for item in (
            self._sent_to,
            self.entry,
            self._error,
            _row(self._valid, None, self._tries),
            self._sending(),
            self._bar,
            self._hint,
            self._rule,
        ):
            if isinstance(item, QLayout):
                self.body.addLayout(item)
            else:
                self.body.addWidget(item)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for time, words in self._log:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(time)
            row.addWidget(words, 1)
            lines.addLayout(row)
        self.body.addLayout(lines)


def _say(label: Text, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets in a row; None is the space that stretches."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
