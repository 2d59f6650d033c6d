"""The applicant as stated beside the civil register; each difference with its own button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from absher_desk.presenters.activation_state import ComparedRow
from absher_desk.views.compared_value import ComparedValue
from absher_desk.views.fonts import MEDIUM, font
from absher_desk.views.icons import paint_icon
from absher_desk.views.kit import Button, DangerButton, SecondaryButton, Size, View
from absher_desk.views.kit.painting import colour, mirrored, painting, start_aligned

_HEADER = 30
_LOWEST, _HIGHEST = 25, 36
_LINE = 20
_VERDICT = 76
_TINTS = {"spelling": ("amber_t", "amber_b"), "different": ("red_t", "red_b")}


class AcceptButton(Button):
    """Takes the register's value of one row; pressed again it takes that back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(size=Size.SMALL, parent=parent)

    def show_row(self, row: ComparedRow, words: str) -> None:
        """Green-checked once accepted, red while a real difference waits."""
        waits = row.verdict == "different" and not row.accepted
        self.look = DangerButton.look if waits else SecondaryButton.look
        self.set_icon("check" if row.accepted else "")
        self.set_text(words)
        self.setAccessibleName(f"{words}: {row.label}")


@dataclass(slots=True)
class _Place:
    """Where one row stands, and its laid-out values."""

    row: ComparedRow
    top: float
    height: float
    stated: ComparedValue
    register: ComparedValue


class CompareTable(View):
    """Rows as high as there is room for; a value that is too long takes a second line."""

    accept_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._rows: tuple[ComparedRow, ...] = ()
        self._places: list[_Place] = []
        self._buttons: dict[str, AcceptButton] = {}
        self._heads = ("", "", "", "")
        self._more_lines = 0
        self._enabled = True
        self.setObjectName("page")  # what scrolls has no ground of its own
        self.retranslate()

    def show_rows(self, rows: Sequence[ComparedRow], *, enabled: bool = True) -> None:
        """Show the comparison; rows that did not change keep their buttons and the keyboard."""
        if (tuple(rows), enabled) == (self._rows, self._enabled):
            return
        self._rows, self._enabled = tuple(rows), enabled
        self._keep_buttons()
        self.updateGeometry()
        self.setAccessibleName(", ".join(f"{r.label}: {r.stated}" for r in rows))
        self._arrange()

    def button(self, key: str) -> AcceptButton | None:
        """The button of a row that wants acceptance."""
        return self._buttons.get(key)

    def focused_key(self) -> str:
        """Key of the row that has the keyboard, empty for none."""
        return next((key for key, button in self._buttons.items() if button.hasFocus()), "")

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self._heads = (
            self.tr("Value"),
            self.tr("In the request"),
            self.tr("In the civil register"),
            self.tr("Verdict"),
        )
        self._keep_buttons()
        self._arrange()

    def sizeHint(self) -> QSize:
        """All rows at their lowest."""
        return QSize(420, _HEADER + _LOWEST * len(self._rows) + _LINE * self._more_lines)

    def minimumSizeHint(self) -> QSize:
        """A row is never pressed below its lowest; what holds the table scrolls instead."""
        return QSize(360, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Turn with the layout."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the header, then the rows with their lines."""
        with painting(self) as painter:
            self._draw_header(painter)
            for place in self._places:
                self._draw_row(painter, place)

    def _keep_buttons(self) -> None:
        wanted = {row.key: row for row in self._rows if row.wants_acceptance}
        for key in [key for key in self._buttons if key not in wanted]:
            self._buttons.pop(key).deleteLater()
        for key, row in wanted.items():
            if key not in self._buttons:
                button = AcceptButton(self)
                button.clicked.connect(lambda _=False, k=key: self.accept_requested.emit(k))
                self._buttons[key] = button
                button.show()
            words = self.tr("Accepted") if row.accepted else self.tr("Take register")
            self._buttons[key].show_row(row, words)
            self._buttons[key].setEnabled(self._enabled)

    def _arrange(self) -> None:
        """Share the height among the rows; a second line is paid for by the others."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        face = font(13)
        values = [
            tuple(
                ComparedValue(text, face, self._column(column).width() - 8, rtl=rtl)
                for column, text in ((1, row.stated), (2, row.register))
            )
            for row in self._rows
        ]
        extra = [max(v.lines for v in pair) - 1 for pair in values]
        if sum(extra) != self._more_lines:
            self._more_lines = sum(extra)
            self.updateGeometry()
        free = self.height() - _HEADER - _LINE * sum(extra)
        pitch = min(max(free / max(len(values), 1), _LOWEST), _HIGHEST)
        self._places, top = [], float(_HEADER)
        for row, (stated, register), more in zip(self._rows, values, extra, strict=True):
            height = pitch + _LINE * more
            self._places.append(_Place(row, top, height, stated, register))
            top += height
        self._place_buttons()
        self.update()

    def _place_buttons(self) -> None:
        for place in self._places:
            button = self._buttons.get(place.row.key)
            if button is None:
                continue
            size = QSize(button.sizeHint().width(), min(28, int(place.height) - 2))
            button.setFixedHeight(size.height())
            y = place.top + (place.height - size.height()) / 2
            box = QRectF(self.width() - size.width() - 12, y, size.width(), size.height())
            button.setGeometry(QRect(mirrored(self, box).toRect()))

    def _column(self, number: int) -> QRectF:
        """Left and width of a column, as if read from left to right.

        Names of values and verdicts have the room they need; the two values share the rest.
        """
        names = QFontMetricsF(font(13))
        labels = max((names.horizontalAdvance(row.label) for row in self._rows), default=60.0)
        buttons = (button.sizeHint().width() for button in self._buttons.values())
        verdict = max(_VERDICT, *buttons, 0) + 20.0
        value = (self.width() - labels - 32 - verdict) / 2
        lefts = (16.0, labels + 32, labels + 32 + value, labels + 32 + 2 * value)
        return QRectF(lefts[number], 0, (labels + 4, value, value, verdict)[number], 0)

    def _cell(self, number: int, top: float, height: float) -> QRectF:
        column = self._column(number)
        return mirrored(self, QRectF(column.left(), top, column.width(), height))

    def _draw_header(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, self.width(), _HEADER), colour("surface2"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), colour("border"))
        painter.fillRect(QRectF(0, _HEADER - 1, self.width(), 1), colour("border"))
        painter.setFont(font(12, MEDIUM))
        painter.setPen(colour("text2"))
        for number, words in enumerate(self._heads):
            painter.drawText(self._cell(number, 0, _HEADER), start_aligned(self), words)

    def _draw_row(self, painter: QPainter, place: _Place) -> None:
        row, top, height = place.row, place.top, place.height
        fill, line = _TINTS.get(row.verdict, ("", "border"))
        if row.accepted and row.verdict == "different":
            fill, line = _TINTS["spelling"]
        if fill:
            painter.fillRect(QRectF(0, top - 1, self.width(), height), colour(fill))
            painter.fillRect(QRectF(0, top - 1, self.width(), 1), colour(line))
        if top + height < self.height():
            painter.fillRect(QRectF(0, top + height - 1, self.width(), 1), colour(line))
        painter.setFont(font(13))
        painter.setPen(colour("text2"))
        painter.drawText(self._cell(0, top, height), start_aligned(self), row.label)
        self._draw_values(painter, place)
        self._draw_verdict(painter, row, self._cell(3, top, height))

    def _draw_values(self, painter: QPainter, place: _Place) -> None:
        row = place.row
        different = row.verdict == "different"
        absent = row.verdict == "absent" and row.key != "identity_number"
        for number, value, spans, mark in (
            (1, place.stated, row.stated_spans, "red" if different else "amber_s"),
            (2, place.register, row.register_spans, "accent" if different else "amber_s"),
        ):
            cell = self._cell(number, place.top, place.height)
            left = cell.left() + (8 if self._mirrors() else 0)
            origin = QPointF(left, place.top + (place.height - value.height) / 2)
            ink = "text3" if absent and number == 2 else "text"
            value.paint(painter, origin, ink=ink, spans=spans, mark=mark)

    def _mirrors(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _draw_verdict(self, painter: QPainter, row: ComparedRow, cell: QRectF) -> None:
        if row.verdict == "same":
            x = cell.right() - 18 if self._mirrors() else cell.left()
            icon = QRectF(x, cell.center().y() - 9, 18, 18)
            paint_icon(painter, icon, "check", colour("accent"))
        elif row.verdict == "absent":
            painter.setFont(font(12))
            painter.setPen(colour("text3"))
            painter.drawText(cell, start_aligned(self), row.note)
