"""The dot of the sign as a widget: it always means "you are here"."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from absher_desk.views.kit.painting import colour, draw_rhombus, painting

# Fill and border of each state; what is ahead is hollow.
STATES = {
    "done": ("accent", ""),
    "current": ("amber_s", ""),
    "ahead": ("surface", "border2"),
    "refused": ("red", ""),
}


class Rhombus(QWidget):
    """A rhombus of 14 px: `done`, `current`, `ahead` or `refused`."""

    def __init__(self, state: str = "ahead", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setFixedSize(16, 16)

    def set_state(self, state: str) -> None:
        """Show another state."""
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the points."""
        return QSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the rhombus."""
        fill, border = STATES[self._state]
        with painting(self) as painter:
            draw_rhombus(
                painter,
                QPointF(8, 8),
                6.5,
                fill=colour(fill),
                border=colour(border) if border else None,
            )
