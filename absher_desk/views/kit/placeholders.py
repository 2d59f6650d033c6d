"""What stands in the place of a list: nothing to show, failed to load, still loading."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from absher_desk.views.kit.buttons import SecondaryButton
from absher_desk.views.kit.field import IconLabel
from absher_desk.views.kit.painting import colour, draw_box, mirrored, painting
from absher_desk.views.kit.text import Text

_PATIENCE_MS = 300


class _Stand(QWidget):
    """An icon, one fact and one sentence in the middle of the space."""

    def __init__(self, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(4)
        self.column.addStretch(1)
        self._icon = IconLabel(icon, tone, 24)
        self._fact = Text("", "strong")
        self._sentence = Text("", "note", wrap=True)
        for label in (self._fact, self._sentence):
            label.centre()
        self.column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self._fact)
        self.column.addWidget(self._sentence)
        self.column.addStretch(1)

    def set(self, fact: str, sentence: str) -> None:
        """Show one fact and one sentence."""
        self._fact.setText(fact)
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{fact}. {sentence}")


class EmptyState(_Stand):
    """Nothing to show: one fact and the next step."""

    def __init__(
        self, fact: str = "", step: str = "", *, icon: str = "tray", parent: QWidget | None = None
    ) -> None:
        super().__init__(icon, "text3", parent)
        self.set(fact, step)


class FailedState(_Stand):
    """Failed to load: the reason and a button to try again."""

    retried = Signal()

    def __init__(self, fact: str = "", reason: str = "", parent: QWidget | None = None) -> None:
        super().__init__("warning-circle", "red", parent)
        self.retry = SecondaryButton("", icon="arrow-clockwise")
        self.retry.clicked.connect(self._retry)
        self.column.insertSpacing(self.column.count() - 1, 8)
        self.column.insertWidget(
            self.column.count() - 1, self.retry, 0, Qt.AlignmentFlag.AlignHCenter
        )
        self.set(fact, reason)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a language change without a restart."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retry(self) -> None:
        self.retried.emit()

    def _retranslate(self) -> None:
        self.retry.set_text(self.tr("Try again"))


class LoadingBars(QWidget):
    """Still grey bars in the place of rows, shown only when loading takes longer than 300 ms."""

    def __init__(
        self, rows: int = 6, *, row_height: int = 36, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows, self._row_height = rows, row_height
        self._shown = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.reveal)

    def reveal(self) -> None:
        """Show the bars now."""
        self._shown = True
        self.update()

    def bars_visible(self) -> bool:
        """Whether the bars are drawn yet."""
        return self._shown

    def sizeHint(self) -> QSize:
        """Its rows."""
        return QSize(320, self._rows * self._row_height)

    def showEvent(self, event: QShowEvent) -> None:
        """Start to wait."""
        self._patience.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The rows arrived."""
        self._patience.stop()
        self._shown = False
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the bars of four columns."""
        if not self._shown:
            return
        with painting(self) as painter:
            for row in range(self._rows):
                top = row * self._row_height + self._row_height / 2 - 5
                for start, share in ((0.03, 0.16), (0.28, 0.2), (0.55, 0.13), (0.8, 0.12)):
                    bar = QRectF(start * self.width(), top, share * self.width(), 10)
                    draw_box(painter, mirrored(self, bar), fill=colour("sunken"), radius=2)
