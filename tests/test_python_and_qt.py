"""The pinned Qt binding on this Python: a release that miscounts references ends the program."""

import sys

import pytest
from PySide6.QtWidgets import QWidget

CALLS = 500


@pytest.mark.parametrize(
    "call",
    [lambda widget: widget.setObjectName("desk"), lambda widget: widget.layout()],
    ids=["a call without a result", "a call whose result is None"],
)
def test_calls_keep_the_count_of_references_to_none(qapp, call):
    # PySide 6.12 on Python 3.11 lost one at each call: fatal after some thousands.
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call(widget)
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
