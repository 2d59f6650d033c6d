"""The applicants' phones of a demonstration: messages stay in memory, nothing is really sent."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from absher_desk.operations.errors import Unavailable


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message as it arrived: `channel` is sms or email, `recipient` a mobile or an address."""

    channel: str
    recipient: str
    text: str


class Phones:
    """Takes every message, as a carrier would, and keeps it where a simulated applicant reads it.

    `fails` is asked before each message; while it says yes the carrier does not answer. Used from
    the worker's threads too, so it is locked.
    """

    def __init__(self, fails: Callable[[], bool] | None = None) -> None:
        """Start without messages."""
        self._fails = fails
        self._delivered: list[Delivered] = []
        self._lock = threading.Lock()

    @property
    def delivered(self) -> tuple[Delivered, ...]:
        """All messages, the oldest first."""
        with self._lock:
            return tuple(self._delivered)

    def send(self, channel: str, recipient: str, text: str) -> None:
        """Deliver at once. Raises Unavailable (`gateway.no-answer`)."""
        with self._lock:
            if self._fails is not None and self._fails():
                raise Unavailable("gateway.no-answer")
            self._delivered.append(Delivered(channel, recipient, text))

    def last_text(self, recipient: str) -> str | None:
        """The newest message on a phone; None when there is none."""
        with self._lock:
            texts = (m.text for m in reversed(self._delivered) if m.recipient == recipient)
            return next(texts, None)
