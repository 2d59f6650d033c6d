"""Words on the screen: labels by role and tone, and values isolated from the text around them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

_LRI = "\u2066"
_PDI = "\u2069"


def isolate(text: str) -> str:
    """`text` as a left-to-right island (U+2066…U+2069) for display; never store the result."""
    return f"{_LRI}{text}{_PDI}" if text else ""


class Text(QLabel):
    """A label whose size and colour are named: a role of the type scale and a tone."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        tone: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._centred = False
        self._align()

    def centre(self) -> None:
        """Stand in the middle of the width instead of at the start edge."""
        self._centred = True
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        """Move to the other edge when the layout turns."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        super().changeEvent(event)

    def set_tone(self, tone: str) -> None:
        """Colour the words as `tone` (a name of the style sheet; empty for the role's own)."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self._restyle()

    def set_role(self, role: str) -> None:
        """Move the label to another step of the type scale."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self._restyle()

    def _align(self) -> None:
        """Exact sides: Qt would choose by the first letter, and a Latin name would stray."""
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        if self._centred:
            side = Qt.AlignmentFlag.AlignHCenter
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)


class BidiLabel(Text):
    """A label for numbers, dates, serials and Latin names: shown left to right in any layout."""

    def set_value(self, value: str) -> None:
        """Show `value`, isolated."""
        self.setText(isolate(value))

    def value(self) -> str:
        """What is shown, without the isolating characters."""
        return self.text().removeprefix(_LRI).removesuffix(_PDI)
