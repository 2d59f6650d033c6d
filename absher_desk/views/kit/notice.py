"""A tinted box inside a page: a warning, a refusal, a piece of news."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from absher_desk.views.kit.field import IconLabel
from absher_desk.views.kit.painting import colour, draw_box, painting
from absher_desk.views.kit.showing import show_when
from absher_desk.views.kit.text import Text

# Fill, border, ink and usual icon of each tone.
TONES = {
    "amber": ("amber_t", "amber_b", "amber", "warning"),
    "red": ("red_t", "red_b", "red", "prohibit"),
    "info": ("info_t", "info_b", "info", "info"),
    "green": ("accent_t", "accent_b", "accent_x", "check-circle-fill"),
}


class Notice(QWidget):
    """A notice of `tone` amber, red, info or green: an optional strong title, then a sentence."""

    def __init__(
        self,
        text: str = "",
        tone: str = "amber",
        *,
        title: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        self._icon = IconLabel("", "amber", 18)
        self._title = Text(title, "strong", wrap=True)
        self._text = Text(text, "note", tone="text", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self._end = QHBoxLayout()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(self._end)
        self.set(text, tone, title=title, icon=icon)

    def set(self, text: str, tone: str = "amber", *, title: str = "", icon: str = "") -> None:
        """Show another sentence; nothing to say hides the notice."""
        self._tone = tone
        _, _, ink, usual_icon = TONES[tone]
        self._icon.set(icon or usual_icon, ink)
        self._title.setText(title)
        self._title.set_tone(ink)
        show_when(self._title, wanted=bool(title))
        self._text.setText(text)
        show_when(self._text, wanted=bool(text))
        self.setAccessibleName(f"{title} {text}".strip())
        show_when(self, wanted=bool(text or title))
        self.update()

    def add_action(self, widget: QWidget) -> None:
        """Put a button or key hint at the end."""
        self._end.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the tinted box."""
        fill, border, _, _ = TONES[self._tone]
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill=colour(fill), border=colour(border))
