"""A sheet over the page that shows one file: a picture, or the first page of a PDF."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.presenters.attachment_viewer import AttachmentPresenter, AttachmentState
from absher_desk.presenters.request_state import ShownEvidence
from absher_desk.system.worker import Worker
from absher_desk.views.kit import FailedState, LoadingBars, SecondaryButton, Text
from absher_desk.views.kit.painting import PANEL_RADIUS, colour, draw_box, painting

_SHARE = 0.92


class Picture(QWidget):
    """A picture as large as there is room for, never larger than itself twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Room for an identity card or a page."""
        return QSize(640, 520)

    def shown_at(self) -> QRectF:
        """Where the picture lies, its proportions kept."""
        if self._image.isNull():
            return QRectF()
        limit = self._image.size() * 2
        size = self._image.size().scaled(
            self.size().boundedTo(limit), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the picture on its ground."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("sunken"))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if not self._image.isNull():
                painter.fillRect(self.shown_at(), colour("paper"))
                painter.drawImage(self.shown_at(), self._image)


class AttachmentViewer(QDialog):
    """Open it with `open()`; Esc or Enter closes it, and it deletes itself."""

    retried = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.picture = Picture()
        self.failed = FailedState()
        self._stack = QStackedLayout()
        for widget in (LoadingBars(), self.picture, self.failed):
            self._stack.addWidget(widget)
        self.done_button = SecondaryButton(self.tr("Close"), key="Esc", bind=False)
        self.done_button.clicked.connect(self.accept)
        self.failed.retried.connect(self.retried)
        head = QHBoxLayout()
        head.addWidget(Text(title, "subject"), 1)
        head.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
        if parent is not None:
            self.resize(parent.window().size() * _SHARE)
        self.done_button.setFocus()

    def show_state(self, state: AttachmentState) -> None:
        """Show the picture, or why there is none."""
        if state.picture is not None:
            self.picture.show_image(state.picture)
            self._stack.setCurrentWidget(self.picture)
        elif state.failure:
            self.failed.set(self.tr("The file is not shown"), state.failure)
            self._stack.setCurrentWidget(self.failed)
        else:
            self._stack.setCurrentIndex(0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Draw the sheet."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("canvas"))
            draw_box(
                painter,
                self.rect(),
                fill=colour("surface"),
                border=colour("border2"),
                radius=PANEL_RADIUS,
            )


def view_attachment(
    desk: Desk, officer: Officer, worker: Worker, item: ShownEvidence, *, parent: QWidget
) -> AttachmentViewer:
    """Open the viewer over `parent` and let it read the file."""
    viewer = AttachmentViewer(item.title, parent=parent)
    reading = AttachmentPresenter(desk, officer, worker, item, parent=viewer)
    reading.changed.connect(viewer.show_state)
    viewer.retried.connect(reading.open)
    viewer.open()
    reading.open()
    return viewer
