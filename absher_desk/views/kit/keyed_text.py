"""A sentence with a key drawn inside it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from absher_desk.views.kit.field import IconLabel
from absher_desk.views.kit.keycap import Keycap
from absher_desk.views.kit.showing import show_when
from absher_desk.views.kit.text import Text


class KeyedText(QWidget):
    """An icon, then a sentence in which `{key}` stands where the key is drawn."""

    def __init__(
        self, icon: str, key: str, *, tone: str = "text3", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self._before = Text("", "note", tone=tone)
        self._key = Keycap(key)
        self._after = Text("", "note", tone=tone)
        row.addWidget(IconLabel(icon, tone, 16))
        for part in (self._before, self._key, self._after):
            row.addWidget(part)
        row.addStretch(1)

    def set_sentence(self, sentence: str) -> None:
        """Show `sentence`; without `{key}` the key follows it."""
        before, _, after = sentence.partition("{key}")
        self._before.setText(before.strip())
        self._after.setText(after.strip())
        show_when(self._before, wanted=bool(before.strip()))
        show_when(self._after, wanted=bool(after.strip()))
        self.setAccessibleName(sentence.replace("{key}", self._key.accessibleName()))
