"""Pictures of the screens in both languages and themes: `python -m installer.screenshots`.

Every screen is reached in the real window on a demonstration branch; each is taken in both themes
and at both sizes, and the controls of the kit beside them.
"""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from absher_desk.views.gallery import Gallery
from absher_desk.views.screenshots import SIZES, take, take_all
from absher_desk.views.theme import NAMES
from installer.stations import stations
from installer.walk import Walk, walk

LANGUAGES = ("ar", "en")


def main(arguments: list[str]) -> int:
    """Takes all pictures into the folder (`screenshots` if none is named) and says how many."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([])
    folder = Path(arguments[0] if arguments else "screenshots")
    count = len(take_all(lambda _: Gallery(), "controls", folder))
    for language in LANGUAGES:
        with walk(application, language) as one:
            for name, seconds in timed(one):
                files = pictures(one, folder / f"{name}-{language}")
                count += len(files)
                print(f"{name}-{language}: {seconds * 1000:.0f} ms, {len(files)} pictures")
            print(f"the window was never busy for longer than {one.longest_ms:.0f} ms")
    print(f"{count} pictures in {folder}")
    return 0


def timed(one: Walk) -> Iterator[tuple[str, float]]:
    """The screens, each with the seconds that reaching it took."""
    begun = time.monotonic()
    for name in stations(one):
        yield name, time.monotonic() - begun
        begun = time.monotonic()


def pictures(
    one: Walk,
    stem: Path,
    themes: tuple[str, ...] = NAMES,
    sizes: tuple[QSize, ...] = SIZES,
) -> list[Path]:
    """The window as it is, in these themes and at these sizes."""
    return [
        take(one.window, Path(f"{stem}-{theme}-{size.width()}.png"), size, theme, one.language)
        for theme in themes
        for size in sizes
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
