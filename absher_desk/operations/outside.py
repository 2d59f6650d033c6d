"""What operations need from outside, as Protocols; `app.py`, `cli.py` and the simulation pass them.

Everything that is not a function of its inputs comes in here, so that one seed plays one day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class Randomness(Protocol):
    """Gives what nobody may guess."""

    def digits(self, count: int) -> str:
        """So many decimal digits, each equally likely."""
        ...


class MessageSender(Protocol):
    """Carries a text to a mobile or an e-mail address."""

    def send(self, channel: str, recipient: str, text: str) -> None:
        """Hand over, or raise `Unavailable`."""
        ...


class Composer(Protocol):
    """Makes the paper of a form from its facts."""

    def compose(self, form: str, facts: Mapping[str, Any], copy_number: int) -> bytes:
        """PDF bytes; the same facts and copy number give the same bytes."""
        ...


class MessageWords(Protocol):
    """The words of a message to an applicant."""

    def message(self, template: str, language: str, values: Mapping[str, Any]) -> str:
        """The text of a template in a language."""
        ...


@dataclass(frozen=True, kw_only=True)
class Outside:
    """All of it in one place. `code_key` gives the secret under which codes are hashed."""

    clock: Clock
    randomness: Randomness
    sender: MessageSender
    composer: Composer
    words: MessageWords
    code_key: Callable[[], bytes]
