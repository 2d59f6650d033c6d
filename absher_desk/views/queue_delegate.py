"""Paints every cell of a queue: grey number prefix, chips, due time, holder, urgent flag."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from absher_desk.presenters.queue_columns import Cell
from absher_desk.presenters.queue_table import QueueRole
from absher_desk.standards.bidi import PDI, isolate
from absher_desk.views.fonts import MEDIUM, font
from absher_desk.views.icons import paint_icon
from absher_desk.views.kit.chips import HEIGHT, chip_width, draw_chip
from absher_desk.views.kit.painting import colour, draw_box, draw_start_bar

START_PADDING = 16
PADDING = 8
_GAP = 5
_FLAG = 14
_FIRST_STRONG = "\u2068"
_BAR_SHARES = (0.75, 0.6, 0.7)


class QueueDelegate(QStyledItemDelegate):
    """One delegate for all columns; what a cell says comes ready from the model as a `Cell`.

    While a row is read a still grey bar stands in its place. `hovered` and `bars` are set by the
    table: the row under the mouse (-1 for none), and whether the bars are due yet.
    """

    hovered = -1
    bars = False

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, line, and what the cell says from the start edge inwards."""
        table = option.widget
        if not isinstance(table, QTableView):
            return
        rect = QRectF(option.rect)
        rtl = table.layoutDirection() == Qt.LayoutDirection.RightToLeft
        selected = table.selectionModel().isRowSelected(index.row())
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        self._draw_ground(painter, rect, index.row(), selected=selected)
        if selected and first_shown(table) == index.column():
            draw_start_bar(painter, table, rect)
        start = START_PADDING if first_shown(table) == index.column() else PADDING
        inner = (
            rect.adjusted(PADDING, 0, -start, -1) if rtl else rect.adjusted(start, 0, -PADDING, -1)
        )
        cell = index.data(QueueRole.CELL)
        if isinstance(cell, Cell):
            _Pen(painter, inner, rtl=rtl).draw(cell)
        elif self.bars:
            _draw_bar(painter, inner, _BAR_SHARES[index.column() % 3], rtl=rtl)
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:
        fill = "accent_t" if selected else "surface2" if row == self.hovered else "surface"
        painter.fillRect(rect, colour(fill))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, colour("accent_b" if selected else "border"))


class _Pen:
    """Draws the parts of one cell one after another from the start edge."""

    def __init__(self, painter: QPainter, room: QRectF, *, rtl: bool) -> None:
        self._painter, self._room, self._rtl = painter, room, rtl
        self._used = 0.0

    def draw(self, cell: Cell) -> None:
        """Icon, words and flag; or a chip."""
        if cell.chip:
            box = self._next(chip_width(cell.words), HEIGHT)
            draw_chip(self._painter, box, cell.words, cell.chip, rtl=self._rtl)
            return
        if cell.icon:
            box = self._next(cell.icon_size, cell.icon_size)
            paint_icon(self._painter, box, cell.icon, colour(cell.tone))
            self._used += _GAP
        if cell.faint:
            self._draw_number(cell)
        else:
            self._draw_words(cell)
        if cell.flag:
            self._used += _GAP
            paint_icon(self._painter, self._next(_FLAG, _FLAG), "flag-fill", colour("red"))

    def _draw_number(self, cell: Cell) -> None:
        """A number in two inks: its parts stand left to right in either layout."""
        plain, strong = font(13), font(13, MEDIUM)
        faint_width = QFontMetricsF(plain).horizontalAdvance(cell.faint)
        box = self._next(faint_width + QFontMetricsF(strong).horizontalAdvance(cell.words), 24)
        self._text(box, isolate(cell.faint), plain, "text3")
        box.setLeft(box.left() + faint_width)
        self._text(box, isolate(cell.words), strong, cell.tone)

    def _draw_words(self, cell: Cell) -> None:
        face = font(13, MEDIUM) if cell.strong else font(13)
        metrics = QFontMetricsF(face)
        flag = _FLAG + _GAP if cell.flag else 0
        room = self._room.width() - self._used - flag
        words = cell.words
        if not cell.number:
            # In an isolate of its own direction the ellipsis stays at the end of a name.
            short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            words = f"{_FIRST_STRONG}{short}{PDI}"
        box = self._next(metrics.horizontalAdvance(words), 24)
        self._text(box, words, face, cell.tone)

    def _text(self, box: QRectF, words: str, face: QFont, tone: str) -> None:
        self._painter.setFont(face)
        self._painter.setPen(colour(tone))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        # Neighbouring parts are placed by their left edges; the words keep their own direction.
        self._painter.drawText(box, int(side | middle), words)

    def _next(self, width: float, height: float) -> QRectF:
        """The box of the next part, centred on the line."""
        top = self._room.center().y() - height / 2
        left = self._room.left() + self._used
        if self._rtl:
            left = self._room.right() - self._used - width
        self._used += width
        return QRectF(left, top, width, height)


def first_shown(table: QTableView) -> int:
    """The column at the start edge."""
    shown = (c for c in range(table.model().columnCount()) if not table.isColumnHidden(c))
    return next(shown, 0)


def _draw_bar(painter: QPainter, room: QRectF, share: float, *, rtl: bool) -> None:
    width = room.width() * share
    left = room.right() - width if rtl else room.left()
    bar = QRectF(left, room.center().y() - 5, width, 10)
    draw_box(painter, bar, fill=colour("sunken"), radius=2)
