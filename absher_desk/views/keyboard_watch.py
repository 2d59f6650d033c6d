"""What a password field must say about the keyboard: Caps Lock on, letters not English.

Qt has no portable question for Caps Lock. Windows answers directly. Elsewhere it is inferred from
what arrives: a capital letter without Shift, or a small one with Shift, means that it is on. The
layout is inferred the same way, by the script of the last letter; before the first letter the
input method's locale stands in.
"""

import sys

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

ARABIC = "ar"
ENGLISH = "en"
_VK_CAPITAL = 0x14


def platform_caps_lock() -> bool | None:
    """Whether Caps Lock is on, as far as the platform tells; None when it does not."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 (only there)

        return bool(ctypes.windll.user32.GetKeyState(_VK_CAPITAL) & 1)
    return None


def inferred_caps_lock(letter: str, *, shift: bool) -> bool | None:
    """Whether Caps Lock is on, judged by one typed `letter`; None when it says nothing."""
    if len(letter) != 1 or letter.lower() == letter.upper():
        return None
    return letter.isupper() != shift


def script_of(letter: str) -> str:
    """`ar` or `en` by the script of `letter`, empty when it has none."""
    if len(letter) != 1 or not letter.isalpha():
        return ""
    if "\u0600" <= letter <= "\u06ff":
        return ARABIC
    return ENGLISH if letter.isascii() else ""


class KeyboardWatch(QObject):
    """Watches one editor; tells when Caps Lock or the layout of the keyboard changed."""

    caps_changed = Signal(bool)
    layout_changed = Signal(str)

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self.caps = bool(platform_caps_lock())
        language = QGuiApplication.inputMethod().locale().language()
        self.layout = ARABIC if language == QLocale.Language.Arabic else ENGLISH
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every key that the editor receives; never take one away."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._look(event)
        elif event.type() == QEvent.Type.FocusIn:
            self._set_caps(platform_caps_lock())
        return super().eventFilter(watched, event)

    def _look(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            self._set_caps(not self.caps)
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        told = platform_caps_lock()
        self._set_caps(told if told is not None else inferred_caps_lock(event.text(), shift=shift))
        script = script_of(event.text())
        if script and script != self.layout:
            self.layout = script
            self.layout_changed.emit(script)

    def _set_caps(self, on: bool | None) -> None:  # noqa: FBT001 (a state of three values)
        if on is not None and on != self.caps:
            self.caps = on
            self.caps_changed.emit(on)
