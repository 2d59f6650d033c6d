"""Stops a simulated day at the first act after which a rule of the records does not hold."""

from absher_desk.operations.desk import Desk
from absher_desk.operations.invariants import first_broken
from absher_desk.operations.log_invariants import Seen


class InvariantBroken(Exception):
    """A rule does not hold: `which` names it, `detail` the row where it was seen."""

    def __init__(self, which: str, detail: str) -> None:
        super().__init__(f"{which}: {detail}")
        self.which = which
        self.detail = detail


class Invariants:
    """Checks after each act of one day; what only grows is checked once, as it is written."""

    def __init__(self, desk: Desk, branch_code: str) -> None:
        """The first check covers the whole database."""
        self._desk = desk
        self._branch_code = branch_code
        self._seen = Seen()

    def check(self) -> None:
        """Raise InvariantBroken when a rule does not hold."""
        broken = first_broken(self._desk, self._branch_code, self._seen)
        if broken is not None:
            raise InvariantBroken(broken.which, broken.detail)


def check(desk: Desk, branch_code: str) -> None:
    """Check every rule over the whole database; raises InvariantBroken."""
    Invariants(desk, branch_code).check()
