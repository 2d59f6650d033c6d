"""The bar at the foot of a page: what destroys at the start, what goes on at the end."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from absher_desk.views.fonts import font
from absher_desk.views.kit.field import IconLabel
from absher_desk.views.kit.panel import Band
from absher_desk.views.kit.text import Text

HEIGHT = 64
_WIDEST, _NARROWEST = 300, 200


class _Sentence(Text):
    """Words on two lines beside the buttons, or three, rather than a bar wider than the page."""

    def sizeHint(self) -> QSize:
        return self._hint(_WIDEST)

    def minimumSizeHint(self) -> QSize:
        return self._hint(_NARROWEST)

    def _hint(self, width: int) -> QSize:
        words = QFontMetrics(font(13)).horizontalAdvance(self.text()) + 4
        return QSize(min(words, width), 20)


class ActionBar(Band):
    """Fill it outside in: `add_start(danger, return)`, `add_end(print, primary)`.

    The primary button is given last to `add_end`, so that it stands at the far end: far left in
    Arabic. `set_missing` writes beside it what keeps it locked.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, line="top", parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        self._start = QHBoxLayout()
        self._start.setSpacing(10)
        self._end = QHBoxLayout()
        self._end.setSpacing(10)
        self._icon = IconLabel("", "text3", 18)
        self._missing = _Sentence("", "note", wrap=True)
        row.addLayout(self._start)
        row.addStretch(1)
        row.addWidget(self._icon)
        row.addWidget(self._missing)
        row.addLayout(self._end)

    def add_start(self, *buttons: QWidget) -> None:
        """Add buttons from the start edge inwards: the destructive one first."""
        for button in buttons:
            self._start.addWidget(button)

    def add_end(self, *buttons: QWidget) -> None:
        """Add buttons towards the end edge: the primary one last."""
        for button in buttons:
            self._end.addWidget(button)

    def set_missing(self, words: str, *, tone: str = "text2") -> None:
        """Write what is still missing, empty for nothing."""
        self._icon.set("info" if words else "", tone)
        self._missing.setText(words)
        self._missing.set_tone(tone)

    def missing(self) -> str:
        """What is written as missing."""
        return self._missing.text()
