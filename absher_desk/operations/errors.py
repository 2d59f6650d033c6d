"""What an operation says when it cannot do what was asked. Words live in `i18n/messages/`."""

from collections.abc import Sequence

from absher_desk.standards.problems import Problem


class DeskError(Exception):
    """Base of the faults a user may meet; `code` names the text, `values` fill its placeholders."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    @property
    def problem(self) -> Problem:
        """The fault as a `Problem`, for lists of them."""
        return Problem(self.code, values=self.values)


class Refused(DeskError):
    """The person may not do this, or the rules forbid it now."""


class Conflict(DeskError):
    """Somebody else changed or holds it; reload and look again."""


class NotFound(DeskError):
    """There is no such thing (or none that this person may see)."""


class Unavailable(DeskError):
    """Something outside does not answer: the database, a printer, a register."""


class Invalid(DeskError):
    """Input with faults, each with its path."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("input.invalid", count=len(problems))
        self.problems = tuple(problems)
