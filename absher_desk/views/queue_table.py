"""The table of a queue: keyboard and mouse, columns that fit, its header, the focus ring."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from absher_desk.presenters.queue_columns import COLUMNS, fitting
from absher_desk.presenters.queue_table import QueueTableModel
from absher_desk.views.fonts import MEDIUM, font
from absher_desk.views.icons import paint_icon
from absher_desk.views.kit.painting import colour, draw_ring, painting
from absher_desk.views.queue_delegate import PADDING, START_PADDING, QueueDelegate

HEADER = 34
ROW = 36
MOST_SELECTED = 500
"""Rows that may be selected at once; more fall back to the one the keyboard stands on."""
_PATIENCE_MS = 300


class QueueHeader(QHeaderView):
    """Titles of the columns; the one that is sorted by carries a caret in the accent colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorted = ""
        self._descending = False
        self.setFixedHeight(HEADER)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def show_sort(self, sort: str, *, descending: bool) -> None:
        """Mark the column that is sorted by."""
        self._sorted, self._descending = sort, descending
        self.viewport().update()

    def turns_down(self, section: int) -> bool:
        """Whether a click there turns the present order over to descending."""
        sort = COLUMNS[section].sort
        return sort is not None and sort == self._sorted and not self._descending

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the title at the start, its caret after it, and the line below."""
        column = COLUMNS[section]
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        first = self.visualIndex(section) == 0
        start = START_PADDING if first else PADDING
        chosen = column.sort is not None and column.sort == self._sorted
        painter.save()
        painter.fillRect(rect, colour("surface2"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("border"))
        face = font(12, MEDIUM)
        painter.setFont(face)
        painter.setPen(colour("text" if chosen else "text2"))
        room = rect.adjusted(PADDING, 0, -start, 0) if rtl else rect.adjusted(start, 0, -PADDING, 0)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags), column.words)
        if chosen:
            after = QFontMetricsF(face).horizontalAdvance(column.words) + 6
            left = room.right() - after - 10 if rtl else room.left() + after
            box = QRectF(left, room.center().y() - 5, 10, 10)
            icon = "caret-down-fill" if self._descending else "caret-up-fill"
            paint_icon(painter, box, icon, colour("accent"))
        painter.restore()


class QueueTable(QTableView):
    """Shows a `QueueTableModel`. `opened(id)` on Enter or a double click.

    `selection_told(ids, current)` whenever another request is selected: a tuple of numbers, and
    the one the keyboard stands on (None for none).
    """

    opened = Signal(object)
    selection_told = Signal(object, object)

    def __init__(self, model: QueueTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._told: tuple[tuple[int, ...], int | None] = ((), None)
        self._kept: tuple[int, ...] = ()
        self._absent: frozenset[str] = frozenset()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.header = QueueHeader(self)
        self.painter_of_cells = QueueDelegate(self)
        self._build()
        self.setModel(model)
        self._connect()

    def set_multiple(self, *, on: bool) -> None:
        """Whether several rows can be selected (to be assigned)."""
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if on else modes.SingleSelection)

    def leave_out(self, absent: frozenset[str]) -> None:
        """Do not show these columns, by their keys."""
        if absent != self._absent:
            self._absent = absent
            self.fit_columns()

    def stand_on(self, place: int) -> None:
        """Select the row at `place` alone; Qt's `selectRow` does nothing right to left."""
        flags = QItemSelectionModel.SelectionFlag
        there = self._rows.index(place, 0)
        self.selectionModel().setCurrentIndex(there, flags.ClearAndSelect | flags.Rows)

    def visible_range(self) -> tuple[int, int]:
        """First and last row seen in whole or part, counted from 1; (0, 0) without rows."""
        if not self._rows.rowCount():
            return 0, 0
        bottom = self.viewport().height() - ROW // 2
        first, last = self.rowAt(ROW // 2), self.rowAt(bottom)
        last = self._rows.rowCount() - 1 if last < 0 else last
        return max(first, 0) + 1, last + 1

    def _build(self) -> None:
        self.setHorizontalHeader(self.header)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW)
        rows.setDefaultSectionSize(ROW)
        self.setItemDelegate(self.painter_of_cells)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)

    def _connect(self) -> None:
        self.header.sectionClicked.connect(self._sort_by)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(lambda _: self._open())
        self._rows.modelAboutToBeReset.connect(self._keep_selection)
        self._rows.modelReset.connect(self._restore_selection)
        self._rows.arrived.connect(self._arrived)
        self._patience.timeout.connect(self._show_bars)

    # --- Keyboard and mouse --------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; while nothing is selected the arrows begin where the keyboard stands."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        arrow = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        if arrow and not self.selectionModel().hasSelection() and self._rows.rowCount():
            # Qt makes the first row current when the table gets the keyboard, and selects nothing.
            self.stand_on(max(self.currentIndex().row(), 0))
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the whole row under the mouse."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse has gone."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.painter_of_cells.hovered:
            self.painter_of_cells.hovered = row
            self.viewport().update()

    def _open(self) -> None:
        current = self.current_id()
        if current is not None:
            self.opened.emit(current)

    def _sort_by(self, section: int) -> None:
        """The same column again turns the order over."""
        down = self.header.turns_down(section)
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self._rows.sort(section, order)

    # --- Selection -----------------------------------------------------------------------------

    def selected_ids(self) -> tuple[int, ...]:
        """The requests selected, of those in memory, in the order of the list."""
        spans = self._spans()
        chosen = {
            place: row.request_id
            for place, row in (self._rows.loaded() if spans else ())
            if any(first <= place <= last for first, last in spans)
        }
        return tuple(chosen[place] for place in sorted(chosen))

    def current_id(self) -> int | None:
        """The request that the keyboard stands on, while it is selected."""
        index = self.currentIndex()
        row = self._rows.row(index.row()) if index.isValid() else None
        selected = row is not None and self.selectionModel().isRowSelected(index.row())
        return row.request_id if row is not None and selected else None

    def _spans(self) -> list[tuple[int, int]]:
        """First and last row of each piece of the selection."""
        chosen = self.selectionModel().selection()
        pieces = [chosen.at(number) for number in range(chosen.count())]
        return [(piece.top(), piece.bottom()) for piece in pieces]

    def _tell(self) -> None:
        if sum(last - first + 1 for first, last in self._spans()) > MOST_SELECTED:
            self.stand_on(self.currentIndex().row())
            return
        told = (self.selected_ids(), self.current_id())
        if told != self._told:
            self._told = told
            self.viewport().update()
            self.selection_told.emit(*told)

    def _keep_selection(self) -> None:
        current = self.current_id()
        others = [i for i in self.selected_ids() if i != current]
        self._kept = tuple([*others, current] if current is not None else others)

    def _restore_selection(self) -> None:
        """A request that the new list shows as well stays selected; the last kept is current."""
        flags = QItemSelectionModel.SelectionFlag
        for request_id in self._kept:
            place = self._rows.place_of(request_id)
            if place is not None:
                there = self._rows.index(place, 0)
                self.selectionModel().setCurrentIndex(there, flags.Select | flags.Rows)
        self._kept = ()
        self._tell()

    def _arrived(self) -> None:
        self._tell()
        self.viewport().update()

    # --- Painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, then the ring round the current one while the keyboard is here."""
        super().paintEvent(event)
        self._wait_for_bars()
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid():
            return
        box = self.visualRect(index)
        row = QRect(0, box.top(), self.viewport().width(), box.height())
        with painting(self.viewport()) as painter:
            draw_ring(painter, row, radius=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room there is."""
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Set the widths; a column that has to yield is hidden."""
        widths = fitting(self.viewport().width(), self._absent)
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, column.key not in widths)
            if column.key in widths:
                self.setColumnWidth(place, widths[column.key])

    def _wait_for_bars(self) -> None:
        """Grey bars stand in for rows only when these take longer than 300 ms."""
        first, last = self.visible_range()
        missing = bool(last) and any(
            self._rows.row(place) is None for place in (first - 1, last - 1)
        )
        if missing and not self._patience.isActive() and not self.painter_of_cells.bars:
            self._patience.start()
        elif not missing:
            self._patience.stop()
            self.painter_of_cells.bars = False

    def _show_bars(self) -> None:
        self.painter_of_cells.bars = True
        self.viewport().update()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Follow the current row up and down, never sideways."""
        super().scrollTo(self._rows.index(index.row(), 0), hint)

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(400, HEADER + 3 * ROW)
