"""The one window of the desk: the sign-in page, or the frame with its pages."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from absher_desk.views.main_window import SMALLEST, MainWindow
from absher_desk.views.sign import window_icon
from absher_desk.views.sign_in import SignInView


class DeskWindow(QStackedWidget):
    """Swaps between the two without closing: the window stays where the officer put it."""

    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign_in = SignInView()
        self.frame = MainWindow()
        self.addWidget(self.sign_in)
        self.addWidget(self.frame)
        self.setMinimumSize(*SMALLEST)
        self.setWindowIcon(window_icon())
        self._say()

    def show_sign_in(self) -> None:
        """Nobody is signed in."""
        self.setCurrentWidget(self.sign_in)
        self.sign_in.forget_person()
        self.sign_in.focus_first()

    def show_desk(self) -> None:
        """Somebody works here."""
        self.setCurrentWidget(self.frame)

    def changeEvent(self, event: QEvent) -> None:
        """Title in the language in force."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let what is open be ended first."""
        self.closing.emit()
        super().closeEvent(event)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Absher Desk"))
