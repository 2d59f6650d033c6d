"""Collects what is wrong with one line and what is only doubtful, each with its path."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from absher_desk.standards.problems import Malformed, MalformedMany, Problem

_Given = TypeVar("_Given")
_Value = TypeVar("_Value")


class Notes:
    """The faults and warnings of one line."""

    __slots__ = ("problems", "warnings")

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        """Start with the faults that are known already."""
        self.problems = list(problems)
        self.warnings: list[Problem] = []

    def fault(self, code: str, path: str, **values: str | int) -> None:
        """Note a fault."""
        self.problems.append(Problem(code, path, values))

    def warn(self, code: str, path: str, **values: str | int) -> None:
        """Note what does not refuse the line, but an officer should see."""
        self.warnings.append(Problem(code, path, values))

    def read(
        self, path: str, parse: Callable[[_Given], _Value], given: _Given | None
    ) -> _Value | None:
        """The parsed value; None with its faults noted, or where nothing sound was given."""
        if given is None:
            return None
        try:
            return parse(given)
        except Malformed as fault:
            self.problems.append(fault.problem.at(path))
        except MalformedMany as fault:
            self.problems.extend(problem.at(path) for problem in fault.problems)
        return None
