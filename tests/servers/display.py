"""A real X display for tests of the real window: Xvfb, with xdotool as the person's hands."""

import os
import subprocess
import tempfile
from types import TracebackType
from typing import Self


class Display:
    """An X server of our own on a free number, 1440×900, without a window manager."""

    def __init__(self, size: str = "1440x900x24") -> None:
        """Prepare; nothing runs before the context is entered."""
        self._size = size
        self._process: subprocess.Popen[bytes] | None = None
        self.name = ""

    def __enter__(self) -> Self:
        """Start it; the server itself says which number it took."""
        reader, writer = os.pipe()
        log = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [
                "Xvfb", "-displayfd", str(writer), "-screen", "0", self._size,
                "-nolisten", "tcp", "-noreset",
            ],
            pass_fds=[writer],
            stdout=log,
            stderr=log,
        )  # fmt: skip
        log.close()
        os.close(writer)
        with os.fdopen(reader) as said:
            self.name = f":{said.readline().strip()}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(10)

    @property
    def environment(self) -> dict[str, str]:
        """For programs that show themselves here: really through X, not offscreen."""
        return os.environ | {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def hands(self, *arguments: str) -> str:
        """Do something with keyboard or windows; returns what xdotool said."""
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return done.stdout.strip()
