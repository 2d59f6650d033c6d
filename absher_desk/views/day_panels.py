"""The panels of the day page: key figures, the table of services, the close of the day."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from absher_desk.presenters.day_state import Closing, DayState, Figure
from absher_desk.views.kit import (
    BidiLabel,
    IconLabel,
    Panel,
    PrimaryButton,
    Rule,
    Size,
    Text,
)

_HEADER = 34
_ROW = 36
_FIGURES = 5


class FiguresPanel(Panel):
    """Five figures side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._cells: list[tuple[Text, Text, Text]] = []
        for place in range(_FIGURES):
            if place:
                row.addWidget(Rule(upright=True))
            cell = (Text("", "label"), Text("", "figure"), Text("", "meta"))
            column = QVBoxLayout()
            column.setContentsMargins(16, 8, 16, 8)
            column.setSpacing(0)
            for label in cell:
                column.addWidget(label)
            row.addLayout(column, 1)
            self._cells.append(cell)
        self.body.addLayout(row)

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these figures."""
        for (label, value, note), figure in zip(self._cells, figures, strict=False):
            label.setText(figure.label)
            value.setText(figure.value)
            value.set_tone(figure.tone)
            note.setText(figure.note)


class ServicesTable(QTableView):
    """A row for each service and one of sums; as high as its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setFixedHeight(_HEADER)
        self.horizontalHeader().setHighlightSections(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_state(self, state: DayState) -> None:
        """Show the services and their sum."""
        rows = (*state.services, state.totals) if state.totals else state.services
        shown = (state.columns, rows)
        if shown == self._shown:
            return
        self._shown = shown
        self._model.clear()
        self._model.setHorizontalHeaderLabels(list(state.columns))
        for row in rows:
            self._model.appendRow([_cell(text, strong=row is state.totals) for text in row])
        self._lay_out(len(rows))

    def changeEvent(self, event: QEvent) -> None:
        """The header turns with the layout."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _lay_out(self, rows: int) -> None:
        header = self.horizontalHeader()
        for column in range(self._model.columnCount()):
            mode = QHeaderView.ResizeMode.ResizeToContents
            if column == 0:
                mode = QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
        self.setFixedHeight(_HEADER + _ROW * rows + 2)
        self._align()

    def _align(self) -> None:
        """Exact sides: Qt aligns headers in the middle and numbers by their own direction."""
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        for column in range(self._model.columnCount()):
            self._model.horizontalHeaderItem(column).setTextAlignment(flags)
            for row in range(self._model.rowCount()):
                self._model.item(row, column).setTextAlignment(flags)


def _cell(text: str, *, strong: bool) -> QStandardItem:
    item = QStandardItem(text)
    face = item.font()
    face.setBold(strong)
    item.setFont(face)
    return item


class ClosingPanel(Panel):
    """Whether the day is closed, and the button that closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", icon="lock-simple", parent=parent)
        self._icon = IconLabel("clock", "text3", 18)
        self._fact = Text("", "strong")
        self._sentence = Text("", "note", wrap=True)
        self._hash = BidiLabel("", "meta", wrap=True)
        self._hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_day = PrimaryButton("", icon="lock-simple", key="F9", size=Size.ACTION)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._fact, 1)
        self.body.addLayout(row)
        for widget in (self._sentence, self._hash, self.close_day):
            self.body.addWidget(widget)

    def show_closing(self, closing: Closing, *, busy: bool) -> None:
        """Show how the day stands."""
        icon, tone = ("check-circle-fill", "accent") if closing.is_closed else ("clock", "text3")
        self._icon.set(icon, tone)
        self._fact.setText(closing.fact)
        self._sentence.setText(closing.sentence)
        halves = (closing.sha256[:32], closing.sha256[32:])
        self._hash.set_value(" ".join(halves).strip())
        self._hash.setVisible(bool(closing.sha256))
        self.close_day.setVisible(closing.may_close)
        self.close_day.setEnabled(not busy)
