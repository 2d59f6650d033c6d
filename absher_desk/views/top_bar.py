"""The top bar: one field that understands whatever is scanned, connections, the person."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QActionGroup, QFontMetricsF, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from absher_desk.presenters.frame import FrameState, Link, Officer
from absher_desk.views import icons
from absher_desk.views.fonts import STRONG, font
from absher_desk.views.icons import paint_icon
from absher_desk.views.kit import Band, IconLabel, Keycap, LineField, Rule, Text, View
from absher_desk.views.kit.painting import (
    colour,
    draw_box,
    draw_ring,
    mirrored,
    painting,
    start_aligned,
)

HEIGHT = 56
_TONES = {"ok": "accent", "warning": "amber", "off": "red"}


class LinkLabel(QWidget):
    """An icon and words for one connection; the colour of the icon repeats what the words say."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._icon = IconLabel(link.icon, _TONES[link.state], 18)
        self._words = Text(link.text, "note")
        self._words.setMinimumWidth(40)  # a crowded bar cuts words, never leaves the window
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.show_link(link)

    def show_link(self, link: Link) -> None:
        """Show another state of the connection."""
        self._icon.set(link.icon, _TONES[link.state])
        self._words.setText(link.text)
        self._words.set_tone("red" if link.state == "off" else "")
        self.setAccessibleName(link.text)


class OfficerButton(QAbstractButton):
    """The person at the desk: initials, name, role; opens the menu of the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._officer = Officer(name="", initials="", role="")
        self._plain = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_plain(self) -> None:
        """Only show the person: no menu, no keyboard."""
        self._plain = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEnabled(False)

    def show_officer(self, officer: Officer) -> None:
        """Show another person."""
        self._officer = officer
        self.setAccessibleName(f"{officer.name}, {officer.role}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the longer line."""
        name = QFontMetricsF(font(13, STRONG)).horizontalAdvance(self._officer.name)
        role = QFontMetricsF(font(12)).horizontalAdvance(self._officer.role)
        return QSize(round(max(name, role)) + 46 + 44, 44)

    def minimumSizeHint(self) -> QSize:
        """Names are cut with an ellipsis before the search field is."""
        return QSize(150, 44)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw initials, the two lines and the caret."""
        with painting(self) as painter:
            if self.underMouse() or self.isDown():
                draw_box(painter, self.rect(), fill=colour("surface2"))
            if self.hasFocus():
                draw_ring(painter, self.rect())
            square = mirrored(self, QRectF(4, 6, 32, 32))
            draw_box(painter, square, fill=colour("accent_t"), border=colour("accent_b"))
            painter.setFont(font(13, STRONG))
            painter.setPen(colour("accent_x"))
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self._officer.initials)
            if not self._plain:
                caret = mirrored(self, QRectF(self.width() - 22, 14, 16, 16))
                paint_icon(painter, caret, "caret-down", colour("text2"))
            lines = (
                (self._officer.name, font(13, STRONG), "text", 2),
                (
                    self._officer.role,
                    font(12),
                    "text3",
                    22,
                ),
            )
            for words, face, ink, top in lines:
                box = mirrored(self, QRectF(46, top, self.width() - 46 - 30, 20))
                shown = QFontMetricsF(face).elidedText(
                    words, Qt.TextElideMode.ElideRight, box.width() + 1
                )
                painter.setFont(face)
                painter.setPen(colour(ink))
                painter.drawText(box, start_aligned(self), shown)


class TopBar(View):
    """Search at the start, connections and the person at the end."""

    search_requested = Signal(str)
    sign_out_requested = Signal()
    language_requested = Signal(str)
    theme_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.search = LineField(icon="barcode", height=40)
        self.search.setMaximumWidth(520)
        self.search.add_trailing(Keycap("F3"))
        self.officer = OfficerButton()
        self._links: list[LinkLabel] = []
        self._link_row = QHBoxLayout()
        self._link_row.setSpacing(20)
        self._state = FrameState()
        self._build()
        self.search.entered.connect(self._search)
        self.officer.clicked.connect(self.open_menu)
        scan = QShortcut(QKeySequence("F3"), self)
        scan.activated.connect(self.focus_search)
        self.retranslate()

    def show_frame(self, state: FrameState) -> None:
        """Show connections and person."""
        self._state = state
        self.officer.show_officer(state.officer)
        for label, link in zip(self._links, state.links, strict=False):
            label.show_link(link)
        for link in state.links[len(self._links) :]:
            label = LinkLabel(link)
            self._links.append(label)
            self._link_row.addWidget(label)
        while len(self._links) > len(state.links):
            self._links.pop().deleteLater()

    def focus_search(self) -> None:
        """Put the keyboard in the search field with its text selected, ready for a scan."""
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def menu(self) -> QMenu:
        """The menu of the person: language, theme, sign out."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        languages = (("ar", "العربية"), ("en", "English"))
        self._choices(menu, languages, self._state.language, self.language_requested)
        menu.addSeparator()
        themes = (("light", self.tr("Light")), ("dark", self.tr("Dark")))
        self._choices(menu, themes, self._state.theme, self.theme_requested)
        menu.addSeparator()
        leave = menu.addAction(icons.icon("sign-out"), self.tr("Sign out"))
        leave.triggered.connect(self._leave)
        return menu

    def open_menu(self) -> None:
        """Open the menu under the person."""
        menu = self.menu()
        corner = self.officer.rect().bottomLeft()
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            corner = self.officer.rect().bottomRight() - QPoint(menu.sizeHint().width(), 0)
        menu.popup(self.officer.mapToGlobal(corner))

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self.search.set_placeholder(
            self.tr("Scan a barcode, or search by ID, request number or name")
        )
        self.search.name_editor(self.tr("Scan or search"))

    def _build(self) -> None:
        bar = Band(HEIGHT)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(bar)
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 0, 10, 1)
        row.setSpacing(16)
        # Margins do not mirror: the search field keeps 16 px, the person's caret comes closer.
        start = QHBoxLayout()
        start.setSpacing(0)
        start.addSpacing(6)
        start.addWidget(self.search)
        row.addLayout(start, 10)
        row.addStretch(1)
        row.addLayout(self._link_row)
        line = Rule(upright=True)
        line.setFixedHeight(24)
        row.addWidget(line)
        row.addWidget(self.officer)

    def _choices(
        self,
        menu: QMenu,
        choices: tuple[tuple[str, str], ...],
        present: str,
        wanted: SignalInstance,
    ) -> None:
        group = QActionGroup(menu)
        for key, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(key == present)
            if key == present:  # Qt's own check mark does not know the theme
                action.setIcon(icons.icon("check", "accent"))
            group.addAction(action)
            action.triggered.connect(lambda _=False, key=key: wanted.emit(key))

    def _leave(self) -> None:
        self.sign_out_requested.emit()

    def _search(self, text: str) -> None:
        if text.strip():
            self.search_requested.emit(text.strip())
            self.search.edit.selectAll()
