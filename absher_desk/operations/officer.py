"""Who acts: a signed-in person (or the program itself) with his rights and his chain of events."""

import threading
from dataclasses import dataclass, field

from absher_desk.models.event import GENESIS
from absher_desk.operations.errors import Refused
from absher_desk.operations.rights import Right


@dataclass(slots=True)
class Chain:
    """Head of a session's events. One session belongs to one process, so it is kept in memory.

    After a failed commit nobody knows whether it took: `known` is then False and the head is read
    again before the next act. `ended` means sealed: what came later would break the seal.
    """

    seq: int = 0
    head: str = GENESIS
    known: bool = True
    ended: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass(frozen=True, kw_only=True)
class Officer:
    """A session at a desk. `staff_id` is None for the program itself."""

    sign_in_id: int
    staff_id: int | None
    username: str
    name_ar: str
    name_en: str
    roles: frozenset[str]
    rights: frozenset[Right]
    branch_code: str
    counter: str | None = None
    language: str = "ar"
    chain: Chain = field(default_factory=Chain, compare=False, repr=False)

    def may(self, right: Right) -> bool:
        """Whether his roles give the right."""
        return right in self.rights

    def require(self, right: Right) -> None:
        """Raise `Refused` when his roles do not give the right."""
        if right not in self.rights:
            raise Refused("right.missing", right=str(right))

    @property
    def person(self) -> int:
        """His staff number; `Refused` where the program itself may not act."""
        if self.staff_id is None:
            raise Refused("right.person-needed")
        return self.staff_id
