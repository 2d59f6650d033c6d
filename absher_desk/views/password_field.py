"""The password with its eye, and what the keyboard is doing, below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from absher_desk.views.keyboard_watch import ARABIC, KeyboardWatch
from absher_desk.views.kit import IconButton, Keycap, KeyedText, LineField, Reading, Size, View

_HINT_HEIGHT = 46


class PasswordField(View):
    """A password; `entered` at Enter. Hints keep their room, so that nothing jumps."""

    entered = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LineField(
            icon="lock-simple", reading=Reading.CREDENTIAL, height=44, secret=True
        )
        self.eye = IconButton("eye", quiet=True, size=Size.SMALL)
        self.eye.setCheckable(True)
        self.layout_cap = Keycap("EN")
        self.caps_hint = KeyedText("warning", "Caps Lock", tone="amber")
        self.layout_hint = KeyedText("keyboard", "Alt+Shift")
        self.watch = KeyboardWatch(self.field.edit)
        self._build()
        self.eye.toggled.connect(self._reveal)
        self.field.entered.connect(self._enter)
        self.field.changed.connect(self.changed)
        self.watch.caps_changed.connect(self.caps_hint.setVisible)
        self.watch.layout_changed.connect(self.retranslate)
        self.caps_hint.setVisible(self.watch.caps)
        self.setFocusProxy(self.field)
        self.retranslate()

    def text(self) -> str:
        """The password as typed."""
        return self.field.text()

    def clear(self) -> None:
        """Forget the password and cover it again."""
        self.field.edit.clear()
        self.eye.setChecked(False)

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self.field.set_label(self.tr("Password"))
        self.eye.set_name(self.tr("Show the password"))
        self.caps_hint.set_sentence(self.tr("{key} is on: letters come out as capitals."))
        arabic = self.watch.layout == ARABIC
        self.layout_cap.set_key("ع" if arabic else "EN")
        if arabic:
            self.layout_hint.set_sentence(self.tr("Arabic keyboard. To switch: {key}"))
        else:
            self.layout_hint.set_sentence(self.tr("English keyboard. To switch: {key}"))

    def _build(self) -> None:
        # The eye and the layout stand next to the lock, so that the password starts at the left.
        row = self.field.frame.row
        row.insertWidget(1, self.eye)
        row.insertWidget(2, self.layout_cap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        hints = QWidget()
        hints.setFixedHeight(_HINT_HEIGHT)
        lines = QVBoxLayout(hints)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.caps_hint)
        lines.addWidget(self.layout_hint)
        lines.addStretch(1)
        column.addWidget(self.field)
        column.addWidget(hints)

    def _enter(self) -> None:
        self.entered.emit()

    def _reveal(self, shown: bool) -> None:  # noqa: FBT001 (a slot of toggled)
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.field.edit.setEchoMode(mode)
        self.eye.set_icon("eye-slash" if shown else "eye")
