"""The window: a thin frame of rail, top bar, strip and status bar round the page that is shown."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from absher_desk.presenters.frame import FrameState
from absher_desk.presenters.sign_in import LockState
from absher_desk.views.keys_overlay import KeysOverlay
from absher_desk.views.kit import MessageStrip
from absher_desk.views.lock_screen import LockScreen
from absher_desk.views.rail import Rail
from absher_desk.views.sign import window_icon
from absher_desk.views.status_bar import StatusBar
from absher_desk.views.top_bar import TopBar

SMALLEST = (1180, 700)


class MainWindow(QMainWindow):
    """Shows one page in its frame, the keys over the page, and the lock over everything.

    The frame decides nothing: every wish of the officer leaves as a signal.
    """

    page_requested = Signal(str)
    registration_requested = Signal()
    search_requested = Signal(str)
    keys_requested = Signal()
    lock_requested = Signal()
    unlock_requested = Signal(str)
    switch_requested = Signal()
    sign_out_requested = Signal()
    language_requested = Signal(str)
    theme_requested = Signal(str)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(*SMALLEST)
        self.rail = Rail()
        self.top_bar = TopBar()
        self.strip = MessageStrip()
        self.pages = QStackedWidget()
        self.status = StatusBar()
        self._frame = QWidget()
        self.setCentralWidget(self._frame)
        self.keys = KeysOverlay(self._frame)
        self.keys.hide()
        self.lock = LockScreen(self)
        self.lock.hide()
        self._before: QWidget | None = None
        self._aside: list[QDialog] = []
        self.setWindowIcon(window_icon())
        self._build()
        self._connect()
        self.retranslate()

    def set_page(self, page: QWidget) -> None:
        """Show `page`; a page shown before keeps what was typed in it until it is taken away."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.pages.currentWidget()

    def remove_page(self, page: QWidget) -> None:
        """Let go of `page`; its owner deletes it."""
        self.pages.removeWidget(page)

    def show_frame(self, state: FrameState) -> None:
        """Show everything round the page."""
        self.rail.show_frame(state)
        self.top_bar.show_frame(state)
        self.status.show_frame(state)
        message = state.message
        if message is None:
            self.strip.set("")
        else:
            self.strip.set(message.title, message.text, tone=message.tone, icon=message.icon)

    def show_keys(self) -> None:
        """Open the sheet of keys over the page, or close it."""
        if self.keys.isVisible():
            self._hide_keys()
            return
        self._before = self.focusWidget()
        self._place_overlays()
        # The page is covered: its keys must not act unseen.
        self.pages.setEnabled(False)
        self.keys.show()
        self.keys.raise_()
        self.keys.setFocus()

    def show_lock(self, state: LockState) -> None:
        """Cover the window; the page beneath lives on but can be neither seen nor reached."""
        if self.lock.isHidden():
            self._before = self.focusWidget()
            self._put_aside()
        self.lock.show_state(state)
        self._place_overlays()
        # A disabled frame answers no shortcut and no Tab; nothing typed in it is lost.
        self._frame.setEnabled(False)
        self.lock.show()
        self.lock.raise_()
        self.lock.focus_first()

    def hide_lock(self) -> None:
        """Uncover the window and give the keyboard back to where it was."""
        self.lock.hide()
        self.lock.clear()
        self._frame.setEnabled(True)
        self._give_back()
        for dialog in self._aside:
            if isValid(dialog):
                dialog.show()
        self._aside = []

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
        self.setWindowTitle(self.tr("Absher Desk"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a language change without a restart."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the overlays over what they cover."""
        super().resizeEvent(event)
        self._place_overlays()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes, so that drafts are saved and leases returned."""
        self.close_requested.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        across = QHBoxLayout(self._frame)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.strip)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        across.addWidget(self.rail)
        across.addLayout(column, 1)

    def _connect(self) -> None:
        self.rail.page_requested.connect(self.page_requested)
        self.rail.registration_requested.connect(self.registration_requested)
        self.rail.keys_requested.connect(self.keys_requested)
        self.rail.keys_requested.connect(self.show_keys)
        self.rail.lock_requested.connect(self.lock_requested)
        self.top_bar.search_requested.connect(self.search_requested)
        self.top_bar.sign_out_requested.connect(self.sign_out_requested)
        self.top_bar.language_requested.connect(self.language_requested)
        self.top_bar.theme_requested.connect(self.theme_requested)
        self.keys.closed.connect(self._hide_keys)
        self.lock.unlock_requested.connect(self.unlock_requested)
        self.lock.switch_requested.connect(self.switch_requested)

    def _hide_keys(self) -> None:
        self.keys.hide()
        self.pages.setEnabled(True)
        self._give_back()

    def _give_back(self) -> None:
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def _put_aside(self) -> None:
        """A question or menu that is open would stand over the lock: hide it until later."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._aside = [dialog for dialog in self.findChildren(QDialog) if dialog.isVisible()]
        for dialog in self._aside:
            dialog.hide()

    def _place_overlays(self) -> None:
        self.lock.setGeometry(self.rect())
        top = self.top_bar.height()
        area = self._frame.rect().adjusted(0, top, 0, -self.status.height())
        if self._frame.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            area.setRight(area.right() - self.rail.width())
        else:
            area.setLeft(area.left() + self.rail.width())
        self.keys.setGeometry(area)
