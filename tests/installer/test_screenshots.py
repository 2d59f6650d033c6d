"""Pictures of the screens, as `make screenshots` takes them."""

import pytest
from PySide6.QtGui import QImage

from absher_desk.views.screenshots import SIZES, screen_language
from installer.screenshots import pictures, timed
from installer.walk import walk

# What the demonstration has at every hour; the walk shows more when it finds it.
EVERYWHERE = {
    "sign-in", "sign-in-caps-lock", "sign-in-refused", "sign-in-locked-out", "locked", "keys",
    "queue", "queue-selected", "queue-of-a-colleague", "queue-filtered", "queue-empty",
    "queue-loading", "queue-offline", "queue-failed", "queue-supervisor", "queue-assign",
    "activation", "activation-code-sent", "activation-code-wrong", "activation-code-confirmed",
    "activation-ready", "activation-reject", "activation-done",
    "activation-printer-fault", "activation-lost",
    "request", "request-return", "request-closed", "request-print-unknown",
    "attachment", "search", "search-none", "day", "day-yesterday", "day-closing", "day-closed",
    "administrator",
}  # fmt: skip


@pytest.fixture(autouse=True)
def own_language():
    """The pictures' language is the whole process's: other tests get it back as it was."""
    yield
    screen_language().remove()


def test_every_screen_is_reached_and_pictured(qapp, tmp_path):
    shown = {}
    with walk(qapp, "ar") as one:
        for name, _ in timed(one):
            [file] = pictures(one, tmp_path / name, ("light",), SIZES[:1])
            shown[name] = QImage(str(file))
    assert shown.keys() >= EVERYWHERE
    assert all(image.size() == SIZES[0] for image in shown.values())
    assert len({bytes(image.constBits()) for image in shown.values()}) == len(shown)
