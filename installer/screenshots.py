"""Pictures of the screens in both languages and themes: `python -m installer.screenshots`.

Every screen is reached in the real window on a demonstration branch; each is taken in both themes
and at both sizes, and the controls of the kit beside them.
"""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from absher_desk.views.gallery import Gallery
from absher_desk.views.screenshots import SIZES, take, take_all
from installer.walk import stations, walk

LANGUAGES = ("ar", "en")
THEMES = ("light", "dark")


def main(arguments: list[str]) -> int:
    """Takes all pictures into the folder (`screenshots` if none is named) and says how many."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([])
    folder = Path(arguments[0] if arguments else "screenshots")
    taken = take_all(lambda _: Gallery(), "controls", folder)
    for language in LANGUAGES:
        with walk(application, language) as one:
            for name in stations(one):
                for theme in THEMES:
                    for size in SIZES:
                        file = folder / f"{name}-{language}-{theme}-{size.width()}.png"
                        taken.append(take(one.window, file, size, theme, language))
    print(f"{len(taken)} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
