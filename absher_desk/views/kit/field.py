"""What every field has: a label above, a painted frame, a sentence below."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from absher_desk.views import icons
from absher_desk.views.kit.painting import colour, draw_box, draw_ring, painting
from absher_desk.views.kit.showing import show_when
from absher_desk.views.kit.text import Text

TALL = 44


class Mark(Enum):
    """What the sentence under a field says."""

    NONE = ""
    ERROR = "error"
    WARNING = "warning"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class _MarkLook:
    border: str
    tone: str
    icon: str


_LOOKS = {
    Mark.NONE: _MarkLook("border2", "text3", ""),
    Mark.ERROR: _MarkLook("red", "red", "warning-circle-fill"),
    Mark.WARNING: _MarkLook("amber_s", "amber", "warning"),
    Mark.CONFIRMED: _MarkLook("border2", "accent_x", "check"),
}


class IconLabel(QLabel):
    """One icon in a colour of the theme; drawn again when the theme changes."""

    def __init__(
        self, icon: str = "", tone: str = "text2", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._size = icon, tone, size
        self.setFixedSize(size, size)
        self._draw()

    def set(self, icon: str, tone: str) -> None:
        """Show another icon in another colour; empty shows nothing."""
        self._icon, self._tone = icon, tone
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the direction of layout."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        show_when(self, wanted=bool(self._icon))
        if self._icon:
            self.setPixmap(icons.pixmap(self._icon, self._tone, self._size))


class Frame(QWidget):
    """The painted box round an editor; shows the ring while the editor has the keyboard."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = Mark.NONE
        self.read_only = False
        self._editor: QWidget | None = None
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 2, 12, 2)
        self.row.setSpacing(8)
        if height:
            self.setFixedHeight(height)

    def hold(self, editor: QWidget) -> None:
        """Put `editor` in the frame and follow its focus."""
        self._editor = editor
        self.row.addWidget(editor, 1)
        self.setFocusProxy(editor)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw again when the editor gains or loses the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the box of the present state."""
        fill, border = "surface", _LOOKS[self.mark].border
        if not self.isEnabled():
            fill, border = "disabled_bg", "border"
        elif self.read_only:
            fill, border = "surface2", "border"
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill=colour(fill), border=colour(border))
            if self._editor is not None and self._editor.hasFocus():
                draw_ring(painter, self.rect())


class Field(QWidget):
    """A label, a frame with an editor and a sentence; `marked` tells when the sentence changes."""

    marked = Signal()

    def __init__(
        self,
        label: str = "",
        *,
        icon: str = "",
        height: int = 36,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._label = Text(label, "note" if height >= TALL else "label")
        self._star = Text("*", "label", tone="red")
        show_when(self._star, wanted=required)
        self.frame = Frame(height)
        self._icon = IconLabel(icon, "text3", 20 if height >= 40 else 18)
        self.frame.row.addWidget(self._icon)
        self._mark_icon = IconLabel("", "red", 14)
        self._mark_icon.setFixedHeight(18)  # the height of the first line of the sentence
        self._sentence = Text("", "meta", wrap=True)
        self._build()
        self.set_label(label)
        self.set_mark(Mark.NONE, "")

    def set_label(self, label: str) -> None:
        """Name the field, above it and for a screen reader."""
        self._label.setText(label)
        show_when(self._label, wanted=bool(label))
        if label:
            self.name_editor(label)

    def name_editor(self, name: str) -> None:
        """Name the editor for a screen reader, for a field without a label as well."""
        editor = self.frame.focusProxy()
        if editor is not None:
            editor.setAccessibleName(name)

    def set_error(self, sentence: str) -> None:
        """Red: the value cannot stay; `sentence` says how to put it right."""
        self.set_mark(Mark.ERROR, sentence)

    def set_warning(self, sentence: str) -> None:
        """Amber: worth a look, does not block."""
        self.set_mark(Mark.WARNING, sentence)

    def set_confirmed(self, sentence: str) -> None:
        """Green: checked against a register."""
        self.set_mark(Mark.CONFIRMED, sentence)

    def clear_mark(self) -> None:
        """Nothing to say about the value."""
        self.set_mark(Mark.NONE, "")

    def set_mark(self, mark: Mark, sentence: str) -> None:
        """Show `mark` with its `sentence`; a plain mark shows the sentence as a hint."""
        look = _LOOKS[mark]
        self.frame.mark = mark
        self.frame.update()
        self._mark_icon.set(look.icon if sentence else "", look.tone)
        self._sentence.setText(sentence)
        self._sentence.set_tone(look.tone)
        show_when(self._sentence, wanted=bool(sentence))
        editor = self.frame.focusProxy()
        if editor is not None:
            editor.setAccessibleDescription(sentence)
        self.marked.emit()

    def mark(self) -> Mark:
        """What the field is marked as."""
        return self.frame.mark

    def sentence(self) -> str:
        """The sentence under the field."""
        return self._sentence.text()

    def add_trailing(self, widget: QWidget) -> None:
        """Put `widget` at the end inside the frame: an eye, a unit, a keycap."""
        self.frame.row.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        """Narrow columns may shrink a field to 80 px."""
        return QSize(80, super().minimumSizeHint().height())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._label)
        head.addWidget(self._star)
        head.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._mark_icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._sentence, 1)
        column.addLayout(head)
        column.addWidget(self.frame)
        column.addLayout(below)
