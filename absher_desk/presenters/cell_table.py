"""A small table whose rows are all in memory: titles, widths, and ready cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from absher_desk.presenters.queue_columns import Cell
from absher_desk.presenters.queue_table import QueueRole
from absher_desk.standards.bidi import without_controls

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """One column: its title, `width` px it needs (0: as its words), `weight` of the rest."""

    title: str
    width: int = 0
    weight: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row: what it stands for, and a cell for each column."""

    key: object
    cells: tuple[Cell, ...]


class CellTableModel(QAbstractTableModel):
    """Shows rows of cells; answers the queue's roles, so that its delegate paints them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[TableColumn, ...] = ()
        self.rows: tuple[TableRow, ...] = ()

    def show(self, columns: Sequence[TableColumn], rows: Sequence[TableRow]) -> None:
        """Show another table."""
        if (tuple(columns), tuple(rows)) == (self.columns, self.rows):
            return
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """All rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """All columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell, its words without direction marks, or what the row stands for."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == QueueRole.ROW:
            return row.key
        cell = row.cells[index.column()]
        if role == QueueRole.CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return without_controls(cell.faint + cell.words)
        return None
