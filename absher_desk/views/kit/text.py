"""Words on the screen: labels by role and tone, and values isolated from the text around them."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
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


class ElidedText(Text):
    """One line that ends with an ellipsis where the room ends; the tooltip has all of it.

    For names and titles, never for a number: half a number is another number.
    """

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw what fits, from the start of the words."""
        room = self.contentsRect()
        # The last letter of Arabic reaches a little beyond its advance.
        fits = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 1
        )
        self.setToolTip("" if fits == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        painter.drawText(room, int(self.alignment()), fits)
        painter.end()
