"""What the pages need is imported before anybody opens one."""

import subprocess
import sys

import pytest

_PROGRAM = """
import sys
from absher_desk.presenters.session import _load_pages
before = {name} in sys.modules
_load_pages(None)
print(before, {name} in sys.modules)
"""


@pytest.mark.parametrize("name", ["fpdf", "absher_desk.presenters.request_page"])
def test_slow_imports_come_with_the_loading_ahead_and_not_before(name):
    program = _PROGRAM.format(name=repr(name))
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["False", "True"]
