"""Messages of a demonstration written to a file: who plays the applicant reads his code there."""

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import orjson

from absher_desk.operations.errors import Unavailable


class MessageFile:
    """Appends each message as one JSON line. Only for a demonstration: it holds codes.

    `now` gives the moment written beside the message.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        """Nothing is written until the first message."""
        self._path = path
        self._now = now
        self._lock = threading.Lock()

    @property
    def path(self) -> Path:
        """Where the messages are."""
        return self._path

    def send(self, channel: str, recipient: str, text: str) -> None:
        """Append the message. Raises Unavailable (`gateway.cannot-write`)."""
        message = {"at": self._now(), "channel": channel, "to": recipient, "text": text}
        line = orjson.dumps(message, option=orjson.OPT_APPEND_NEWLINE)
        try:
            with self._lock:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                with self._path.open("ab") as file:
                    file.write(line)
        except OSError as error:
            raise Unavailable("gateway.cannot-write", file=self._path.name) from error
