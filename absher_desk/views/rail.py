"""The rail: where the officer is, where else there is work, and the keys that go there."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from absher_desk.presenters.frame import FrameState, RailEntry
from absher_desk.views.fonts import MEDIUM, REGULAR, STRONG, font
from absher_desk.views.icons import paint_icon
from absher_desk.views.kit import Text, View
from absher_desk.views.kit.keycap import draw_keycap, keycap_width
from absher_desk.views.kit.painting import (
    colour,
    draw_box,
    draw_rhombus,
    draw_ring,
    mirrored,
    painting,
    start_aligned,
)
from absher_desk.views.sign import Sign

WIDTH = 200
_MARGIN = 8
_ROW = 36


class RailButton(QAbstractButton):
    """One line of the rail: icon, words, and at the end a count or a key."""

    def __init__(self, *, icon: str, key: str = "", boxed: bool = False) -> None:
        super().__init__()
        self._icon, self._key, self._boxed = icon, key, boxed
        self._quiet = bool(key) and not boxed
        self._count: int | None = None
        self._late = 0
        self.current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if key:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.click)

    def set_words(self, words: str) -> None:
        """Say what the line is."""
        self.setText(words)
        self.setToolTip(words)  # the words in full, where the rail is too narrow for them
        self.setAccessibleName(words)
        self.update()

    def show_entry(self, entry: RailEntry, *, current: bool) -> None:
        """Show another count, and whether this is the present page."""
        self._icon, self._count, self._late = entry.icon, entry.count, entry.late
        self.current = current
        self.set_words(entry.title)
        if entry.count is not None:
            self.setAccessibleName(f"{entry.title} {entry.count}")

    def sizeHint(self) -> QSize:
        """The full width of the rail."""
        return QSize(WIDTH, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the line, from the start edge inwards."""
        with painting(self) as painter:
            self._draw_ground(painter)
            ink = self._ink()
            icon_name = f"{self._icon}-fill" if self.current else self._icon
            box = mirrored(self, QRectF(_MARGIN + 12, self.height() / 2 - 10, 20, 20))
            paint_icon(painter, box, icon_name, colour(ink if self.current else "rail_mut"))
            room = self._draw_end(painter)
            self._draw_words(painter, ink, room)

    def _ink(self) -> str:
        if self.current or self._boxed:
            return "sign"
        return "rail_mut" if self._quiet else "rail_text"

    def _draw_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(_MARGIN, 0, -_MARGIN, 0)
        lit = self.current or self.isDown() or self.underMouse()
        fill = colour("rail2") if lit else None
        border = colour("rail_b") if self._boxed else None
        if fill is not None or border is not None:
            draw_box(painter, box, fill=fill, border=border)
        if self.hasFocus():
            # The ring's blue is too dark for the light theme's rail: a pale line carries it.
            draw_box(painter, box, border=colour("sign"), width=4)
            draw_ring(painter, box)
        if self.current:
            centre = mirrored(self, QRectF(_MARGIN - 6, self.height() / 2 - 6, 12, 12)).center()
            draw_rhombus(painter, QPointF(centre), 6.5, fill=colour("nuqta"))

    def _draw_end(self, painter: QPainter) -> float:
        """Draw count or key; returns the px it takes from the end of the line."""
        middle = self.height() / 2
        if self._key:
            width = keycap_width(self._key)
            box = mirrored(self, QRectF(WIDTH - _MARGIN - 10 - width, 0, width, 1))
            cap = QPointF(box.left(), middle)
            draw_keycap(painter, cap, self._key, colour("rail_mut"), line=colour("rail_b"))
            return width + 10
        if self._count is None:
            return 0.0
        words = str(self._count)
        width = max(QFontMetricsF(font(12, STRONG)).horizontalAdvance(words) + 14, 28.0)
        box = mirrored(self, QRectF(WIDTH - _MARGIN - 10 - width, middle - 10, width, 20))
        fill, ink = ("late_bg", "late_tx") if self._late else ("rail2", "rail_text")
        if self.current and not self._late:
            fill = "rail"
        draw_box(painter, box, fill=colour(fill), radius=10)
        painter.setFont(font(12, STRONG))
        painter.setPen(colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return width + 10

    def _draw_words(self, painter: QPainter, ink: str, room: float) -> None:
        start = _MARGIN + 40
        box = mirrored(self, QRectF(start, 0, WIDTH - start - _MARGIN - room - 2, self.height()))
        weight = STRONG if self.current else MEDIUM if self._boxed else REGULAR
        face = font(13 if self._quiet else 14, weight)
        words = QFontMetricsF(face).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.setFont(face)
        painter.setPen(colour(ink))
        painter.drawText(box, start_aligned(self), words)


class Rail(View):
    """The rail of the window; Alt+1…9 go to its entries in their order."""

    page_requested = Signal(str)
    registration_requested = Signal()
    keys_requested = Signal()
    lock_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._entries: tuple[RailEntry, ...] = ()
        self._buttons: list[RailButton] = []
        self._name = Text("", "mark", tone="on_rail")
        self._branch = Text("", "meta", tone="rail_mut")
        self.register = RailButton(icon="plus", key="F2", boxed=True)
        self.keys = RailButton(icon="keyboard", key="F1")
        self.lock = RailButton(icon="lock-simple", key="Ctrl+L")
        self._places = QVBoxLayout()
        self._places.setSpacing(2)
        self._build()
        self.register.clicked.connect(self.registration_requested)
        self.keys.clicked.connect(self.keys_requested)
        self.lock.clicked.connect(self.lock_requested)
        for number in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(lambda place=number - 1: self._go(place))
        self.retranslate()

    def show_frame(self, state: FrameState) -> None:
        """Show the entries with their counts; buttons are kept while the places are the same."""
        self._branch.setText(state.branch)
        self.register.setVisible(state.can_register)
        places = [(entry.key, entry.section) for entry in state.entries]
        if places != [(entry.key, entry.section) for entry in self._entries]:
            self._make_places(state.entries)
        self._entries = state.entries
        for button, entry in zip(self._buttons, state.entries, strict=True):
            button.show_entry(entry, current=entry.key == state.current)

    def button(self, key: str) -> RailButton:
        """The line of the page `key`; raises KeyError when there is none."""
        places = {entry.key: number for number, entry in enumerate(self._entries)}
        return self._buttons[places[key]]

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self._name.setText(self.tr("Absher Desk"))
        self.register.set_words(self.tr("New request"))
        self.keys.set_words(self.tr("Keys"))
        self.lock.set_words(self.tr("Lock"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the dark ground."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("rail"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(0)
        brand = QHBoxLayout()
        brand.setContentsMargins(12, 0, 12, 6)
        brand.setSpacing(10)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._branch)
        brand.addWidget(Sign(36))
        brand.addLayout(names, 1)
        column.addLayout(brand)
        column.addSpacing(10)
        column.addWidget(self.register)
        column.addLayout(self._places)
        column.addStretch(1)
        column.addWidget(self.keys)
        column.addWidget(self.lock)

    def _make_places(self, entries: tuple[RailEntry, ...]) -> None:
        while (item := self._places.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []
        section = ""
        for entry in entries:
            if entry.section != section:
                section = entry.section
                heading = Text(section, "meta", tone="rail_mut")
                heading.setContentsMargins(18, 12, 18, 4)
                self._places.addWidget(heading)
            button = RailButton(icon=entry.icon)
            button.clicked.connect(lambda _=False, key=entry.key: self.page_requested.emit(key))
            self._places.addWidget(button)
            self._buttons.append(button)

    def _go(self, place: int) -> None:
        if place < len(self._buttons):
            self._buttons[place].click()
