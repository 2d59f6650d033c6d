"""Notices when nobody has touched keyboard or mouse for a while."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Emits `idle` once nothing was touched for the given minutes, while it is watching."""

    idle = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(minutes * 60_000)
        self._timer.timeout.connect(self.idle)

    @property
    def minutes_left(self) -> int:
        """Whole minutes until `idle`, rounded up; 0 while not watching."""
        if not self._timer.isActive():
            return 0
        # A coarse timer may say a little more than it was set to.
        left = min(self._timer.remainingTime(), self._timer.interval())
        return -(-left // 60_000)

    def start(self) -> None:
        """Watch the whole application from now on."""
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Watch no more: the screen is locked, or nobody is signed in."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start the time anew at every sign of life; swallows nothing."""
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            self._timer.start()
        return super().eventFilter(watched, event)
