"""A white box with a header: icon and title at the start, chips and small actions at the end."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from absher_desk.views.kit.field import IconLabel
from absher_desk.views.kit.painting import PANEL_RADIUS, colour, draw_box, painting
from absher_desk.views.kit.showing import show_when
from absher_desk.views.kit.text import Text

HEADER = 40
PADDING = 14


class Panel(QWidget):
    """A panel; fill `body`, and put what belongs in the header with `add_to_header`.

    With `flush` the body touches the border, for tables and rows that draw their own lines.
    """

    def __init__(
        self,
        title: str = "",
        *,
        icon: str = "",
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._header = QWidget()
        self._header.setFixedHeight(HEADER)
        self._header_row = QHBoxLayout(self._header)
        self._header_row.setContentsMargins(PADDING, 0, PADDING, 0)
        self._header_row.setSpacing(8)
        self._icon = IconLabel(icon, "accent", 18)
        self._title = Text(title, "strong")
        self._header_row.addWidget(self._icon)
        self._header_row.addWidget(self._title)
        self._header_row.addStretch(1)
        self.body = QVBoxLayout()
        inset = 0 if flush else PADDING
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(0 if flush else 12)
        column.addWidget(self._header)
        column.addLayout(self.body, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Name the panel; a panel without a name has no header."""
        self._title.setText(title)
        show_when(self._header, wanted=bool(title))
        self.setAccessibleName(title)

    def add_to_header(self, widget: QWidget) -> None:
        """Put `widget` at the end of the header."""
        self._header_row.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the box and the line under the header."""
        with painting(self) as painter:
            draw_box(
                painter,
                self.rect(),
                fill=colour("surface"),
                border=colour("border"),
                radius=PANEL_RADIUS,
            )
            if not self._header.isHidden():
                line = QRectF(1, HEADER, self.width() - 2, 1)
                painter.fillRect(line, colour("border"))


class Rule(QWidget):
    """A line of one pixel between the parts of a panel."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the line."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("border"))


class Band(QWidget):
    """A strip of surface across the page, with a line below or above: header, action bar."""

    def __init__(
        self, height: int = 0, *, line: str = "bottom", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = line
        if height:
            self.setFixedHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the surface and its line."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("surface"))
            y = self.height() - 1 if self._line == "bottom" else 0
            if self._line:
                painter.fillRect(QRectF(0, y, self.width(), 1), colour("border"))
