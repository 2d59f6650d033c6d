"""A piece of evidence becomes a picture, off the GUI thread; what cannot be shown is said."""

import pytest
from PySide6.QtGui import QColor

from absher_desk.operations.registering import Evidence
from absher_desk.operations.request_file import open_request
from absher_desk.presenters.attachment_viewer import AttachmentPresenter
from absher_desk.presenters.request_state import ShownEvidence
from absher_desk.printing.day_report import day_report
from absher_desk.system.worker import Worker
from tests.builders import register, signed_in
from tests.page_builders import picture
from tests.presenters.queueing import settle, sqlite_alone
from tests.printing import builders as sheets

pytestmark = sqlite_alone


@pytest.fixture
def worker(qapp):
    worker = Worker()
    yield worker
    worker.shutdown()


@pytest.fixture
def read(desk, worker, qtbot):
    """What the viewer shows of a file that came with a request."""

    def read(data, media_type, attachment_id=None):
        evidence = Evidence(name="file", kind="portrait", media_type=media_type, data=data)
        [request_id] = register(desk, evidence=[evidence])
        officer = signed_in(desk, "officer")
        [item] = open_request(desk, officer, request_id).attachments
        shown = ShownEvidence(
            title="", note="", attachment_id=attachment_id or item.id, media_type=media_type
        )
        viewer = AttachmentPresenter(desk, officer, worker, shown)
        viewer.open()
        settle(qtbot, worker)
        return viewer.state

    return read


def test_a_picture(read):
    image = read(picture(60, 40), "image/png").picture
    assert (image.width(), image.height()) == (60, 40)
    assert image.pixelColor(5, 5) == QColor(0x33, 0x66, 0xAA)


def test_the_first_page_of_a_pdf(read):
    image = read(day_report(sheets.day_report(90)), "application/pdf").picture
    assert image.width() == 1400
    assert image.height() > image.width()


def test_what_is_no_picture_is_said(read):
    state = read(b"no picture", "image/jpeg")
    assert state.picture is None
    assert state.failure


def test_what_is_not_there_is_said(read):
    state = read(picture(), "image/png", attachment_id=999_999)
    assert state.picture is None
    assert state.failure
