"""How a standard says what is wrong: a code with values; the words live in `i18n/messages/`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one value.

    `code` names the text in `i18n/messages/`, `path` says where (dotted, empty for the value
    itself), `values` fill the placeholders of the text. Values never hold personal data.
    """

    code: str
    path: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)

    def at(self, path: str) -> "Problem":
        """The same problem, placed under `path`."""
        joined = f"{path}.{self.path}" if self.path else path
        return Problem(self.code, joined, self.values)


class Malformed(ValueError):
    """A value does not follow its standard. Carries one `Problem`."""

    def __init__(self, code: str, **values: str | int) -> None:
        self.problem = Problem(code, values=values)
        super().__init__(code)

    @property
    def code(self) -> str:
        """Code of the text that explains the fault."""
        return self.problem.code


class MalformedMany(ValueError):
    """A value of several parts has faults in them. Carries every `Problem`, each with its path."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(", ".join(f"{one.path}: {one.code}" for one in self.problems))
