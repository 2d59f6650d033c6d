"""One piece of evidence, read in the background and made a picture of."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.request_file import read_attachment
from absher_desk.presenters.request_state import ShownEvidence
from absher_desk.presenters.wording import language
from absher_desk.printing.page_picture import first_page
from absher_desk.system.texts import KnownError, Texts
from absher_desk.system.worker import Worker

_PDF = "application/pdf"
_PAGE_WIDTH = 1400
"""Pixels: an A4 page is read without strain on a full screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentState:
    """A picture once it is there; `failure` is why there is none."""

    picture: QImage | None = None
    failure: str = ""


class AttachmentPresenter(QObject):
    """Reads one attachment; `changed(AttachmentState)` when it is there or cannot be shown."""

    changed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        officer: Officer,
        worker: Worker,
        item: ShownEvidence,
        *,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._officer, self._worker, self._item = desk, officer, worker, item
        self._texts = Texts()
        self.state = AttachmentState()

    def open(self) -> None:
        """Read the file; also the second try after a failure."""
        desk, officer, item = self._desk, self._officer, self._item
        if item.attachment_id is None:
            return
        number, media_type = item.attachment_id, item.media_type
        self._show(AttachmentState())
        self._worker.ask(
            lambda _: picture_of(read_attachment(desk, officer, number), media_type),
            owner=self,
            on_result=self._read,
            on_error=self._failed,
            key="attachment",
        )

    def _read(self, picture: QImage) -> None:
        if picture.isNull():
            self._show(AttachmentState(failure=self.tr("This file cannot be shown here.")))
        else:
            self._show(AttachmentState(picture=picture))

    def _failed(self, error: KnownError) -> None:
        said = self._texts.each(error)[0]
        self._show(AttachmentState(failure=said.ar if language() == "ar" else said.en))

    def _show(self, state: AttachmentState) -> None:
        self.state = state
        self.changed.emit(state)


def picture_of(data: bytes, media_type: str) -> QImage:
    """The picture, or the first page of a PDF; a null image for what is neither."""
    return QImage.fromData(first_page(data, _PAGE_WIDTH) if media_type == _PDF else data)
