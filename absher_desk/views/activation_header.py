"""The header of the activation station: whose request it is, and how long it has been in hand."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from absher_desk.presenters.activation_state import Header
from absher_desk.views.kit import Band, Chip, IconButton, IconLabel, SecondaryButton, Text

_HEIGHT = 60


class ElidedText(Text):
    """Words on one line that end in an ellipsis where there is no room."""

    _words = ""

    def set_words(self, words: str) -> None:
        """Show as much of `words` as there is room for."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Gives way to everything else."""
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as all its words."""
        width = self.fontMetrics().horizontalAdvance(self._words) + 4
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        words = self._words
        mode = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(words, mode, self.width()))


class ActivationHeader(Band):
    """Back at the start edge, then the person; time, due, state and two quiet ways out at the end.

    In a narrow window the service and the end of the facts give way, never the name.
    """

    back_requested = Signal()
    hold_requested = Signal()
    release_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent=parent)
        self.back = IconButton("arrow-right")
        self.hold = SecondaryButton("", icon="hourglass")
        self.release = SecondaryButton("", icon="arrow-bend-up-left")
        self._name, self._service = Text("", "subject"), ElidedText("", "lead")
        self._facts = ElidedText("", "note")
        self._watch = IconLabel("timer", "text2", 18)
        self._handling = Text("", "note")
        self._due, self._state = Chip(), Chip()
        self._build()
        self.back.clicked.connect(self.back_requested)
        self.hold.clicked.connect(self.hold_requested)
        self.release.clicked.connect(self.release_requested)

    def show_header(self, header: Header, handling: str) -> None:
        """Show whose request it is; `handling` is the sentence with the running time."""
        self._name.setText(header.name)
        self._service.set_words(header.service)
        self._facts.set_words("  •  ".join(header.facts))
        self._handling.setText(handling)
        self._handling.setVisible(bool(handling))
        self._watch.setVisible(bool(handling))
        self._due.set(header.due.text, header.due.tone, icon=header.due.icon)
        self._state.set(header.state.text, header.state.tone, icon=header.state.icon)
        self.setAccessibleName(f"{header.name}. {header.service}")

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 0, 16, 0)
        across.setSpacing(10)
        words = QVBoxLayout()
        words.setContentsMargins(4, 4, 0, 6)
        words.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._name)
        first.addWidget(self._service, 1)
        words.addLayout(first)
        words.addWidget(self._facts)
        across.addWidget(self.back)
        across.addLayout(words, 1)
        for part in (
            self._watch,
            self._handling,
            self._due,
            self._state,
            self.hold,
            self.release,
        ):
            across.addWidget(part)
