"""The base of every view: it says its words again when the language changes."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class View(QWidget):
    """A widget with words of its own: `retranslate` sets them, at a language change again."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a language change without a restart."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word of this widget in the language in force."""
