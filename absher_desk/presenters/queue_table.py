"""The item model of a queue: as many rows as match, a few windows of them in memory."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.queue_pages import (
    QueueQuery,
    QueueRow,
    queue_rows,
    queue_rows_beside,
)
from absher_desk.presenters.queue_columns import COLUMNS, Speaker, cell_of
from absher_desk.presenters.time_words import TimeWords
from absher_desk.presenters.wording import Wording
from absher_desk.standards.bidi import without_controls
from absher_desk.system.task import Task
from absher_desk.system.texts import KnownError
from absher_desk.system.worker import Worker

WINDOW: Final = 100
"""Rows read at once."""
KEPT: Final = 20
"""Windows kept in memory, whatever the length of the queue."""
_WAITING: Final = 3
"""Windows remembered as wanted while one is read: what the eye has left is not read at all."""

Index = QModelIndex | QPersistentModelIndex
Rows = tuple[QueueRow, ...]
_NOWHERE: Final = QModelIndex()


class QueueRole(IntEnum):
    """What a view may ask of a cell beyond its words; both are None while a row is read."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CELL = Qt.ItemDataRole.UserRole + 2


def read_window(
    desk: Desk, officer: Officer, query: QueueQuery, *, number: int, total: int, task: Task
) -> Rows:
    """Rows of window `number` by its place in the list, from the nearer end."""
    task.stop_if_cancelled()
    return queue_rows(desk, officer, query, offset=number * WINDOW, limit=WINDOW, total=total)


class QueueTableModel(QAbstractTableModel):
    """Rows of one query. Missing rows are read in the background when a view asks for them.

    `arrived` tells that rows came, `failed(error)` that they could not be read: then nothing more
    is read until `begin` or `replace`. `sort` does not sort what is here: it tells
    `sort_requested(QueueSort, descending)`, because the order is the database's.
    """

    arrived = Signal()
    failed = Signal(object)
    sort_requested = Signal(object, bool)

    def __init__(
        self, desk: Desk, officer: Officer, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._officer, self._worker = desk, officer, worker
        self._wording, self._times = Wording(self), TimeWords(self)
        self._query: QueueQuery | None = None
        self._total = 0
        self._windows: OrderedDict[int, Rows] = OrderedDict()
        self._wanted: list[int] = []
        self._reading: _Reading | None = None
        self._resting = False

    # --- What the presenter says ---------------------------------------------------------------

    def begin(self, query: QueueQuery, first: Rows, total: int) -> None:
        """Show another list: its first window, and its length as far as it is known."""
        self.beginResetModel()
        self._query = query
        self._forget_wanted()
        self._windows = OrderedDict({0: first})
        self._total = max(total, len(first))
        self.endResetModel()
        self.arrived.emit()

    def set_total(self, total: int) -> None:
        """Know the length of the list; windows stay."""
        if total > self._total:
            self.beginInsertRows(_NOWHERE, self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(_NOWHERE, total, self._total - 1)
            self._total = total
            self.endRemoveRows()

    def replace(self, total: int, windows: Mapping[int, Rows]) -> None:
        """Show the same list as it is now; what is selected follows its request."""
        self._forget_wanted()
        self.set_total(max(total, self._total))
        self.layoutAboutToBeChanged.emit()
        before = [(index, self.row(index.row())) for index in self.persistentIndexList()]
        self._windows = OrderedDict(windows)
        places = {row.request_id: place for place, row in self.loaded()}
        for index, row in before:
            place = None if row is None else places.get(row.request_id)
            there = _NOWHERE if place is None else self.index(place, index.column())
            self.changePersistentIndex(index, index if row is None else there)
        self.layoutChanged.emit()
        self.set_total(total)
        self.arrived.emit()

    def tick(self) -> None:
        """A minute has passed: what is due is said anew."""
        if self._total:
            last = self.index(self._total - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # --- What is known -------------------------------------------------------------------------

    @property
    def query(self) -> QueueQuery | None:
        """What is listed; None before the first list."""
        return self._query

    def recent_windows(self) -> tuple[int, ...]:
        """The windows that were looked at last, at most three: what a refresh reads again."""
        return tuple(self._windows)[-_WAITING:]

    def row(self, place: int) -> QueueRow | None:
        """The row at `place` if it is in memory."""
        number, offset = divmod(place, WINDOW)
        rows = self._windows.get(number, ())
        return rows[offset] if offset < len(rows) else None

    def loaded(self) -> list[tuple[int, QueueRow]]:
        """Every row in memory with its place."""
        return [
            (number * WINDOW + offset, row)
            for number, rows in self._windows.items()
            for offset, row in enumerate(rows)
        ]

    def place_of(self, request_id: int) -> int | None:
        """Where a request stands, if it is in memory."""
        return next((p for p, row in self.loaded() if row.request_id == request_id), None)

    # --- Qt's model ----------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """All that match, in memory or not."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The columns of `queue_columns`."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].words
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, cell or row; a row that is not in memory is asked for and empty meanwhile."""
        if not index.isValid() or role not in _ANSWERED:
            return None
        row = self._row_or_wanted(index.row())
        if row is None or role == QueueRole.ROW:
            return row
        cell = cell_of(COLUMNS[index.column()], row, self._speaker())
        if role == Qt.ItemDataRole.ToolTipRole and cell.number:
            return None  # never cut, so there is nothing to add
        return cell if role == QueueRole.CELL else without_controls(cell.faint + cell.words)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order of the whole list, where the column has one."""
        if COLUMNS[column].sort is not None:
            descending = order == Qt.SortOrder.DescendingOrder
            self.sort_requested.emit(COLUMNS[column].sort, descending)

    # --- Reading -------------------------------------------------------------------------------

    def _speaker(self) -> Speaker:
        return Speaker(
            staff_id=self._officer.staff_id,
            catalogue=self._desk.catalogue,
            wording=self._wording,
            times=self._times,
            now=self._desk.now(),
        )

    def _row_or_wanted(self, place: int) -> QueueRow | None:
        number = place // WINDOW
        if number in self._windows:
            self._windows.move_to_end(number)
            return self.row(place)
        if self._reading is None or number != self._reading.number:
            if number in self._wanted:
                self._wanted.remove(number)
            self._wanted = [*self._wanted, number][-_WAITING:]
            self._read_next()
        return None

    def _read_next(self) -> None:
        """One window at a time, the last wanted first: a dragged scroll bar floods nothing."""
        if self._reading is not None or self._resting or not self._wanted or self._query is None:
            return
        number = self._wanted.pop()
        self._reading = _Reading(number)
        self._reading.task = self._worker.ask(
            self._reader(self._query, number),
            owner=self,
            on_result=partial(self._keep, self._reading),
            on_error=partial(self._give_up, self._reading),
            on_end=partial(self._ended, self._reading),
        )

    def _reader(self, query: QueueQuery, number: int) -> Callable[[Task], Rows]:
        """Beside a known window by its key, which costs the same anywhere; else by its place."""
        desk, officer, total = self._desk, self._officer, self._total
        limit = min(WINDOW, total - number * WINDOW)
        before, after = self._windows.get(number - 1, ()), self._windows.get(number + 1, ())
        if len(before) == WINDOW:
            beside, forwards = before[-1], True
        elif after:
            beside, forwards = after[0], False
        else:
            return lambda task: read_window(
                desk, officer, query, number=number, total=total, task=task
            )
        return lambda _: queue_rows_beside(
            desk, officer, query, beside, after=forwards, limit=limit
        )

    def _keep(self, reading: "_Reading", rows: Sequence[QueueRow]) -> None:
        if reading is not self._reading:
            return
        self._windows[reading.number] = tuple(rows)
        while len(self._windows) > KEPT:
            self._windows.popitem(last=False)
        first = reading.number * WINDOW
        last = min(first + WINDOW, self._total) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
        self.arrived.emit()

    def _give_up(self, reading: "_Reading", error: KnownError) -> None:
        if reading is self._reading:
            self._resting = True
            self.failed.emit(error)

    def _ended(self, reading: "_Reading") -> None:
        if reading is self._reading:
            self._reading = None
            self._read_next()

    def _forget_wanted(self) -> None:
        """A window that is being read belongs to the list before: its answer must not come in."""
        self._wanted = []
        self._resting = False
        if self._reading is not None and self._reading.task is not None:
            self._reading.task.cancel()
        self._reading = None


@dataclass(slots=True)
class _Reading:
    """The window that is being read, and the work that reads it."""

    number: int
    task: Task | None = None


_ANSWERED: Final = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, QueueRole.ROW, QueueRole.CELL}
)
