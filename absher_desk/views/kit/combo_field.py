"""A choice from a list that opens below the field."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from absher_desk.views.fonts import font
from absher_desk.views.icons import paint_icon
from absher_desk.views.kit.field import TALL, Field
from absher_desk.views.kit.painting import colour, mirrored, painting, start_aligned


class _Choice(QComboBox):
    """The combo box without a box of its own: the words and a caret, in the frame's place."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        ink = "text" if self.isEnabled() else "disabled_tx"
        shown = self.currentText()
        if not shown:
            ink, shown = "text3", self.placeholderText()
        with painting(self) as painter:
            caret = mirrored(self, QRectF(self.width() - 16, self.height() / 2 - 8, 16, 16))
            paint_icon(painter, caret, "caret-down", colour("text3"))
            words = mirrored(self, QRectF(0, 0, self.width() - 24, self.height()))
            painter.setFont(font(15 if self.height() >= TALL - 4 else 14))
            painter.setPen(colour(ink))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, int(words.width()))
            painter.drawText(words, start_aligned(self), shown)


class ComboField(Field):
    """A field whose value is one of a list; `chosen` carries the key that the user picked."""

    chosen = Signal(str)

    def __init__(
        self,
        label: str = "",
        *,
        icon: str = "",
        height: int = 36,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, icon=icon, height=height, required=required, parent=parent)
        self.combo = _Choice()
        self.combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.combo.setMinimumContentsLength(4)
        self.frame.hold(self.combo)
        self.setFocusProxy(self.combo)
        self.combo.activated.connect(lambda index: self.chosen.emit(self.combo.itemData(index)))
        self.set_label(label)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer `choices`, pairs of key and words; the value stays when it is still offered."""
        present = [
            (str(self.combo.itemData(i)), self.combo.itemText(i)) for i in range(self.combo.count())
        ]
        if present == list(choices):
            return
        kept = self.value()
        self.combo.clear()
        for key, words in choices:
            self.combo.addItem(words, key)
        self.set_value(kept)

    def set_placeholder(self, words: str) -> None:
        """Grey words while nothing is chosen."""
        self.combo.setPlaceholderText(words)

    def set_value(self, key: str) -> None:
        """Show the choice with `key`; an unknown key shows none."""
        self.combo.setCurrentIndex(self.combo.findData(key))

    def value(self) -> str:
        """Key of the choice shown, empty for none."""
        return str(self.combo.currentData() or "")
