"""Pictures of the screens in both languages and themes: `python -m installer.screenshots`."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from absher_desk.views.gallery import Gallery
from absher_desk.views.screenshots import take_all

# A screen's name in the file names, and what makes it in a language.
SCREENS: dict[str, Callable[[str], QWidget]] = {
    "controls": lambda _: Gallery(),
}


def main(arguments: list[str]) -> int:
    """Takes all pictures into the folder (`screenshots` if none is named) and says how many."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    folder = Path(arguments[0] if arguments else "screenshots")
    taken = [file for name, make in SCREENS.items() for file in take_all(make, name, folder)]
    print(f"{len(taken)} pictures in {folder}")
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
