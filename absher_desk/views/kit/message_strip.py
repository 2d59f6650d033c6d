"""The strip under the top bar: offline, an expired lease, a background job that failed."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from absher_desk.views.kit.field import IconLabel
from absher_desk.views.kit.notice import TONES
from absher_desk.views.kit.painting import colour, painting
from absher_desk.views.kit.showing import show_when
from absher_desk.views.kit.text import Text


class MessageStrip(QWidget):
    """One line across the page: strong words, then a sentence; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "amber"
        self.setFixedHeight(36)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self._icon = IconLabel("wifi-slash", "amber", 18)
        self._title = Text("", "strong", tone="amber")
        self._text = Text("", "note", tone="text")
        row.addWidget(self._icon)
        row.addWidget(self._title)
        row.addWidget(self._text, 1)
        self.hide()

    def set(self, title: str, text: str = "", *, tone: str = "amber", icon: str = "") -> None:
        """Show words in `tone` (amber, red, info or green); an empty title hides the strip."""
        self._tone = tone
        _, _, ink, usual_icon = TONES[tone]
        self._icon.set(icon or usual_icon, ink)
        self._title.setText(title)
        self._title.set_tone(ink)
        self._text.setText(text)
        self.setAccessibleName(f"{title} {text}".strip())
        show_when(self, wanted=bool(title))
        self.update()

    def title(self) -> str:
        """The strong words."""
        return self._title.text()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the tint and the line below."""
        fill, border, _, _ = TONES[self._tone]
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour(fill))
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour(border))
