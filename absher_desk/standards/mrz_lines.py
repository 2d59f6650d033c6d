"""Lines of a machine-readable zone: cleaning what a scanner sends, fields by column, check digits.

Columns and lines count from 1, as the standard prints them (ICAO 9303-4 §4.2.2, 9303-5 §4.2.2).
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from absher_desk.standards.mrz_check_digits import FILLER, check_digit
from absher_desk.standards.problems import Malformed, Problem

_OTHER = re.compile(r"[^A-Z0-9<]")


@dataclass(frozen=True, slots=True)
class Span:
    """Columns `first` to `last` of a line, both included."""

    line: int
    first: int
    last: int

    def of(self, lines: Sequence[str]) -> str:
        """The characters that stand there."""
        return lines[self.line - 1][self.first - 1 : self.last]


@dataclass(frozen=True, slots=True)
class Check:
    """A check digit at `column` of `line` over some spans, in their order."""

    spans: tuple[Span, ...]
    line: int
    column: int

    def expected(self, lines: Sequence[str]) -> str:
        """The digit that the covered characters ask for."""
        return check_digit("".join(span.of(lines) for span in self.spans))

    def holds(self, lines: Sequence[str], *, filler_allowed: bool = False) -> bool:
        """Whether the printed digit is the expected one; an empty field may show the filler."""
        printed = Span(self.line, self.column, self.column).of(lines)
        if filler_allowed and printed == FILLER:
            return all(not span.of(lines).strip(FILLER) for span in self.spans)
        return printed == self.expected(lines)


def split_lines(text: str, *, count: int, width: int) -> list[str]:
    r"""The lines of a zone in upper case, as a scanner, a keyboard or a page gave them.

    Spaces and direction marks are dropped; one run of all characters is cut into lines. Raises
    `mrz.lines` (not `count` lines of `width`) and `mrz.characters` (with `line` and `column`).

    >>> split_lines("ab<1\r\n2345", count=2, width=4)
    ['AB<1', '2345']
    """
    marks = {character for character in text if unicodedata.category(character) in {"Cf", "Zs"}}
    lines = "".join(c for c in text if c not in marks).upper().split()
    if len(lines) == 1:
        run = lines[0]
        lines = [run[start : start + width] for start in range(0, len(run), width)]
    if len(lines) != count or any(len(line) != width for line in lines):
        raise Malformed("mrz.lines", count=count, width=width)
    for number, line in enumerate(lines, start=1):
        found = _OTHER.search(line)
        if found:
            raise Malformed("mrz.characters", line=number, column=found.start() + 1)
    return lines


def check_digit_problems(
    lines: Sequence[str], checks: Mapping[str, Check], *, filler_allowed: str = ""
) -> tuple[Problem, ...]:
    """The check digits that do not hold, as `mrz.check-digit.<name>` at path `<name>`.

    `filler_allowed` names the check whose digit may be a filler over an empty field.
    """
    return tuple(
        Problem(f"mrz.check-digit.{name}", name)
        for name, check in checks.items()
        if not check.holds(lines, filler_allowed=name == filler_allowed)
    )


def require_check_digits(problems: Sequence[Problem]) -> None:
    """Raise the first failing check digit, if any."""
    for problem in problems:
        raise Malformed(problem.code)
