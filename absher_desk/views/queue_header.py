"""The upper edge of a queue: title, figures, its two buttons; tabs, filters and the field."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from absher_desk.presenters.queue_choices import ColleagueShown
from absher_desk.presenters.queue_state import FilterShown, QueuePageState
from absher_desk.views.kit import (
    Band,
    CountChip,
    FilterChip,
    IconButton,
    LineField,
    PrimaryButton,
    Rule,
    SecondaryButton,
    Size,
    Text,
    View,
)

HEADER = 52
FILTERS = 40
_FIELD = 160


class QueueHead(View):
    """Title with its count, late and due figures, refer and take next."""

    take_next_requested = Signal()
    assign_requested = Signal()
    colleague_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEADER)
        self._title = Text("", "title")
        self._count = Text("", "note", tone="text3")
        self._counts: tuple[int | None, ...] = (None, None, None)
        self.overdue = CountChip("", tone="red", icon="warning-circle-fill")
        self.due_today = CountChip("", tone="amber", icon="clock")
        self.in_time = CountChip("", tone="plain", icon="check")
        self.assign = SecondaryButton("", icon="arrow-bend-up-left")
        self.take_next = PrimaryButton("", icon="hand-pointing", key="F5")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 4)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addSpacing(4)
        for chip in self._figures():
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.assign)
        row.addWidget(self.take_next)
        self.assign.clicked.connect(self.assign_requested)
        self.take_next.clicked.connect(self.take_next_requested)
        self.retranslate()

    def show_state(self, state: QueuePageState) -> None:
        """Show the figures; they come after the rows."""
        self._title.setText(state.title)
        self._count.setText(state.count)
        self._counts = (state.overdue, state.due_today, state.in_time)
        for chip, count in zip(self._figures(), self._counts, strict=True):
            chip.set(chip.text(), count)
            chip.setVisible(bool(count))
        self.take_next.setVisible(state.can_take_next)
        self.assign.setVisible(state.can_assign)

    def offer(self, colleagues: tuple[ColleagueShown, ...]) -> None:
        """Open the list of those who may be given the selected requests."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in colleagues:
            action = menu.addAction(f"{one.name}\t{one.note}")
            action.triggered.connect(partial(self._chosen, one.staff_id))
        if not colleagues:
            menu.addAction(self.tr("Nobody here does this work")).setEnabled(False)
        menu.popup(_below(self.assign, menu))

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        words = (self.tr("late"), self.tr("due today"), self.tr("in time"))
        for chip, word, count in zip(self._figures(), words, self._counts, strict=True):
            chip.set(word, count)
        self.assign.set_text(self.tr("Assign"))
        self.take_next.set_text(self.tr("Take next"))

    def _figures(self) -> tuple[CountChip, CountChip, CountChip]:
        return self.overdue, self.due_today, self.in_time

    def _chosen(self, staff_id: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (Qt)
        self.colleague_chosen.emit(staff_id)


class QueueFilters(View):
    """Tabs, channel and service, the field that narrows the list, and the pane's switch."""

    tab_chosen = Signal(str)
    channel_chosen = Signal(str)
    service_chosen = Signal(str)
    text_typed = Signal(str)
    left = Signal()
    pane_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(FILTERS)
        self._tabs: dict[str, FilterChip] = {}
        self._group = QButtonGroup(self)
        self._tab_row = QHBoxLayout()
        self.channel = FilterChip("", menu=True)
        self.service = FilterChip("", menu=True)
        self.field = LineField("", icon="funnel-simple", height=28)
        self.pane = IconButton("columns", size=Size.SMALL)
        self._filters: dict[FilterChip, FilterShown] = {}
        self._build()
        self.channel.clicked.connect(lambda: self._open(self.channel, self.channel_chosen))
        self.service.clicked.connect(lambda: self._open(self.service, self.service_chosen))
        self.field.changed.connect(self.text_typed)
        self.field.entered.connect(lambda _: self.left.emit())
        self.pane.clicked.connect(self.pane_toggled)
        self.retranslate()

    def show_state(self, state: QueuePageState) -> None:
        """Show which tab and which filters are chosen."""
        for tab in state.tabs:
            if tab.key not in self._tabs:
                self._add_tab(tab.key)
            chip = self._tabs[tab.key]
            chip.set(tab.title, tab.count)
            chip.setChecked(tab.key == state.tab)
        for chip, shown in ((self.channel, state.channel), (self.service, state.service)):
            self._filters[chip] = shown
            chip.set(shown.words)
            chip.setVisible(shown.offers)

    def tab(self, key: str) -> FilterChip:
        """The chip of a tab."""
        return self._tabs[key]

    def focus_field(self) -> None:
        """Put the keyboard in the field."""
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self.field.set_placeholder(self.tr("Filter the list"))
        self.field.name_editor(self.tr("Filter the list"))
        self.pane.set_name(self.tr("Show or hide the details"))

    def _build(self) -> None:
        self._group.setExclusive(True)
        self._tab_row.setSpacing(6)
        self.field.setFixedWidth(_FIELD)
        divider = Rule(upright=True)
        divider.setFixedHeight(20)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 16, 10)
        row.setSpacing(6)
        row.addLayout(self._tab_row)
        row.addWidget(divider)
        row.addWidget(self.channel)
        row.addWidget(self.service)
        row.addStretch(1)
        row.addWidget(self.field)
        row.addWidget(self.pane)

    def _add_tab(self, key: str) -> None:
        chip = FilterChip()
        self._tabs[key] = chip
        self._group.addButton(chip)
        self._tab_row.addWidget(chip)
        chip.clicked.connect(lambda: self.tab_chosen.emit(key))

    def _open(self, chip: FilterChip, chosen: SignalInstance) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self._filters[chip]
        for choice in shown.choices:
            action = menu.addAction(choice.title)
            action.setCheckable(True)
            action.setChecked(choice.key == shown.chosen)
            action.setData(choice.key)
        menu.triggered.connect(lambda action: chosen.emit(str(action.data())))
        menu.popup(_below(chip, menu))


class HeadBand(Band):
    """Head and filters on one surface."""

    def __init__(self, head: QueueHead, filters: QueueFilters) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(filters)


def _below(widget: QWidget, menu: QMenu) -> QPoint:
    """Where a menu opens: under the widget, at its start edge."""
    x = 0
    if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        x = widget.width() - menu.sizeHint().width()
    return widget.mapToGlobal(QPoint(x, widget.height() + 4))
