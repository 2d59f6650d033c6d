"""Who asked for work in the background, and what to call there when it ends."""

import inspect
import weakref
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject

Callback = Callable[..., object] | None


@dataclass(frozen=True, slots=True)
class Callbacks:
    """What the caller wants called on the GUI thread; None for what it does not."""

    on_result: Callback = None
    on_error: Callback = None
    on_progress: Callback = None
    on_end: Callback = None


class Asker:
    """The owner of one job, held weakly together with the callbacks that are its methods.

    So neither a job under way keeps a closed screen alive, nor is a closed screen called.
    """

    __slots__ = ("_calls", "_owner", "key", "stale")

    def __init__(self, owner: QObject, key: Hashable, callbacks: Callbacks) -> None:
        self._owner = weakref.ref(owner)
        self.key = key
        self.stale = False
        self._calls = {
            name: _weakly(getattr(callbacks, name), owner) for name in Callbacks.__slots__
        }

    @property
    def gone(self) -> bool:
        """Whether the owner no longer exists, in Python or in Qt."""
        owner = self._owner()
        return owner is None or not shiboken6.isValid(owner)

    @property
    def unreachable(self) -> bool:
        """Whether nobody waits for the answer any more."""
        return self.stale or self.gone

    def is_same(self, owner: QObject, key: Hashable) -> bool:
        """Whether this is that owner asking under that key."""
        return key is not None and self.key == key and self._owner() is owner

    def callback(self, name: str) -> Callback:
        """The callback of that name, while the owner exists."""
        return None if self.gone else self._calls[name]()


def _weakly(callback: Callback, owner: QObject) -> Callable[[], Any]:
    """A way to reach the callback that does not keep `owner` alive if it is its method."""
    if inspect.ismethod(callback) and callback.__self__ is owner:
        return weakref.WeakMethod(callback)
    return lambda: callback
