"""What is wrong with the catalogue's files: each fault names its file and key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from absher_desk.standards.problems import Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one file; `key` is dotted, as written there (empty: the file itself).

    `code` has its text in `i18n/messages/catalogue.toml`.
    """

    file: str
    key: str
    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def problem(self) -> Problem:
        """The fault as a problem whose text has the placeholders `file` and `key`."""
        return Problem(self.code, self.key, {"file": self.file, "key": self.key, **self.values})

    def __str__(self) -> str:
        """File, key, code and values in one line for a log or a terminal."""
        details = ", ".join(f"{name} {value}" for name, value in self.values.items())
        return f"{self.file}: {self.key}: {self.code}" + (f" ({details})" if details else "")


class BrokenCatalogue(ValueError):
    """The catalogue cannot be used; carries every fault found, not only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
