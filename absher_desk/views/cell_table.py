"""The table of a `CellTableModel`: painted as a queue is, with keyboard and columns that fit."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from absher_desk.presenters.cell_table import CellTableModel
from absher_desk.presenters.queue_table import QueueRole
from absher_desk.views.fonts import MEDIUM, font
from absher_desk.views.kit.painting import colour, draw_ring, painting
from absher_desk.views.queue_delegate import PADDING, START_PADDING, QueueDelegate

HEADER = 34
ROW = 36
_LEAST = 140
"""What a column that takes of the rest is content with: its words end in an ellipsis."""


class _Header(QHeaderView):
    """Titles at the start of their columns, on a tint with a line below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(HEADER)
        self.setMinimumSectionSize(20)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one title."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = START_PADDING if section == 0 else PADDING
        painter.save()
        painter.fillRect(rect, colour("surface2"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("border"))
        painter.setFont(font(12, MEDIUM))
        painter.setPen(colour("text2"))
        room = rect.adjusted(PADDING, 0, -start, 0) if rtl else rect.adjusted(start, 0, -PADDING, 0)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        title = self.model().headerData(section, Qt.Orientation.Horizontal)
        painter.drawText(room, int(flags), str(title))
        painter.restore()


class CellTable(QTableView):
    """`opened(key)` on Enter or a double click; with `still` it is only read, at full height."""

    opened = Signal(object)

    def __init__(self, *, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._still = still
        self._cells = CellTableModel(self)
        self.setModel(self._cells)
        self.setHorizontalHeader(_Header(self))
        self.setItemDelegate(QueueDelegate(self))
        self._build()
        self.doubleClicked.connect(lambda _: self._open())
        self._cells.modelReset.connect(self._lay_out)

    @property
    def cells(self) -> CellTableModel:
        """What is shown; `show` on it shows another table."""
        return self._cells

    def stand_on(self, place: int) -> None:
        """Select the row at `place`."""
        self.setCurrentIndex(self._cells.index(place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room there is."""
        super().resizeEvent(event)
        self.fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, then the ring round the current one while the keyboard is here."""
        super().paintEvent(event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            box = self.visualRect(index)
            row = QRect(0, box.top(), self.viewport().width(), box.height())
            with painting(self.viewport()) as painter:
                draw_ring(painter, row, radius=0)

    def fit_columns(self) -> None:
        """Each column its need; what is left goes by weight."""
        needs = [self._need(place) for place in range(self._cells.columnCount())]
        weights = [column.weight for column in self._cells.columns]
        spare = max(self.viewport().width() - sum(needs), 0)
        for place, (need, weight) in enumerate(zip(needs, weights, strict=True)):
            extra = spare * weight // sum(weights) if any(weights) else 0
            self.setColumnWidth(place, need + extra)

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(320, HEADER + ROW)

    def _need(self, place: int) -> int:
        column = self._cells.columns[place]
        if column.width:
            return column.width
        words: list[str] = [column.title, *(row.cells[place].words for row in self._cells.rows)]
        widest = max(QFontMetricsF(font(13, MEDIUM)).horizontalAdvance(text) for text in words)
        need = round(widest) + PADDING + (START_PADDING if place == 0 else PADDING)
        return min(need, _LEAST) if column.weight else need

    def _lay_out(self) -> None:
        self.fit_columns()
        if self._still:
            self.setFixedHeight(HEADER + ROW * self._cells.rowCount())

    def _open(self) -> None:
        key = self.currentIndex().data(QueueRole.ROW)
        if key is not None and not self._still:
            self.opened.emit(key)

    def _build(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW)
        rows.setDefaultSectionSize(ROW)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.NoSelection if self._still else modes.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        if self._still:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
