"""Python's garbage collection, kept to the GUI thread while a window is open.

Python collects on whichever thread happens to allocate. On a lane of the worker that would
destroy Qt objects (models, timers) away from the thread they belong to, which Qt forbids.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 1000


class GuiThreadGarbage(QObject):
    """Turns automatic collection off and collects from a timer instead, until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations that are due by Python's own thresholds."""
        for generation, limit in enumerate(gc.get_threshold()):
            if gc.get_count()[generation] > limit:
                gc.collect(generation)

    def stop(self) -> None:
        """Leave collection to Python again."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
