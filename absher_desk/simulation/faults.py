"""Power cuts: a database that dies at a chosen statement, before or right after its commit.

What was not committed must be gone, what was must be whole; `PowerCut` is no `Exception`, so that
nothing on the way can catch it and go on.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final

from absher_desk.models.database import Database
from absher_desk.operations.desk import Desk

_STATEMENTS: Final = frozenset({"execute", "scalar", "scalars", "exec_driver_sql"})


class PowerCut(BaseException):
    """The machine went dark."""


class Fuse:
    """Burns at the so-manyeth touch once it is set; until then nothing happens."""

    def __init__(self) -> None:
        """Not set."""
        self._left: int | None = None

    def set(self, touches: int) -> None:
        """Burn at this touch, counted from now; 1 is the very next."""
        self._left = touches

    def touch(self) -> None:
        """One more statement or commit. Raises PowerCut when it burns, once."""
        if self._left is None:
            return
        self._left -= 1
        if self._left <= 0:
            self._left = None
            raise PowerCut


class FailingDatabase(Database):
    """An opened database whose changes pass a fuse: each statement, before and after the commit."""

    def __init__(self, database: Database, fuse: Fuse) -> None:
        """Share the connections of a database that stays the caller's to close."""
        vars(self).update(vars(database))
        self._fuse = fuse

    @contextmanager
    def change(self, *, one_moment: bool = False) -> Iterator[Any]:
        """A transaction that may be cut."""
        with super().change(one_moment=one_moment) as connection:
            yield _Fused(connection, self._fuse)
            self._fuse.touch()
        self._fuse.touch()

    def at_once(self, statement: str, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """A transaction of one statement that may be cut before it or right after."""
        self._fuse.touch()
        found = super().at_once(statement, values)
        self._fuse.touch()
        return found


class _Fused:
    """A connection whose statements pass the fuse; everything else is the connection's own."""

    def __init__(self, connection: object, fuse: Fuse) -> None:
        self._connection = connection
        self._fuse = fuse

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._connection, name)
        if name not in _STATEMENTS:
            return found

        def run(*arguments: Any, **options: Any) -> Any:
            self._fuse.touch()
            return found(*arguments, **options)

        return run


def with_power_cuts(desk: Desk, fuse: Fuse) -> Desk:
    """The same desk on a database that the fuse can cut."""
    return replace(desk, database=FailingDatabase(desk.database, fuse))
