"""One line of writing: words, a number read left to right, or a credential."""

from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from absher_desk.views.kit.field import TALL, Field


class Reading(Enum):
    """How a value is read, which decides its direction and side.

    WORDS follow the layout. NUMBER (identity numbers, mobiles, dates, serials, plates) is
    written left to right at the start edge. CREDENTIAL (user name, password, one-time code, MRZ)
    is written left to right at the left.
    """

    WORDS = "words"
    NUMBER = "number"
    CREDENTIAL = "credential"


class LineField(Field):
    """A field of one line; `changed` at each keystroke of the user, `entered` at Enter."""

    changed = Signal(str)
    entered = Signal(str)

    def __init__(
        self,
        label: str = "",
        *,
        icon: str = "",
        reading: Reading = Reading.WORDS,
        height: int = 36,
        required: bool = False,
        secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, icon=icon, height=height, required=required, parent=parent)
        self.reading = reading
        self.edit = QLineEdit()
        self.edit.setObjectName("bare")
        self.edit.setFrame(False)
        self.edit.setProperty("tall", height >= TALL)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        if reading is not Reading.WORDS:
            self.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.frame.hold(self.edit)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self.changed)
        self.edit.returnPressed.connect(lambda: self.entered.emit(self.edit.text()))
        self.set_label(label)
        self._align()

    def text(self) -> str:
        """The value as typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show `text`; the caret stays when nothing changed."""
        if self.edit.text() != text:
            self.edit.setText(text)

    def set_placeholder(self, words: str) -> None:
        """Grey words while the field is empty."""
        self.edit.setPlaceholderText(words)

    def set_read_only(self, *, on: bool) -> None:
        """Let the value be read and copied, not changed."""
        self.edit.setReadOnly(on)
        self.frame.read_only = on
        self.frame.update()

    def changeEvent(self, event: QEvent) -> None:
        """A number stays at the start edge when the layout turns."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        super().changeEvent(event)

    def _align(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        right = rtl and self.reading is not Reading.CREDENTIAL
        # Exact sides: a plain AlignRight would turn over in a right-to-left editor.
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.edit.setAlignment(
            side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        )


class AreaField(Field):
    """A field of several lines; Tab leaves it, so the keyboard is never caught."""

    changed = Signal(str)

    def __init__(
        self,
        label: str = "",
        *,
        lines: int = 3,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, height=lines * 22 + 16, required=required, parent=parent)
        self.edit = QPlainTextEdit()
        self.edit.setObjectName("bare")
        self.edit.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.edit.setTabChangesFocus(True)
        self.edit.viewport().setAutoFillBackground(False)
        self.edit.document().setDocumentMargin(2)
        self.frame.hold(self.edit)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(lambda: self.changed.emit(self.text()))
        self.set_label(label)

    def text(self) -> str:
        """The words as typed."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show `text`; the caret stays when nothing changed."""
        if self.text() != text:
            self.edit.setPlainText(text)

    def set_read_only(self, *, on: bool) -> None:
        """Let the words be read and copied, not changed."""
        self.edit.setReadOnly(on)
        self.frame.read_only = on
        self.frame.update()
