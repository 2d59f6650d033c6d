"""What a benchmark finds: figures with a target, plain facts, what could not be measured."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measurement of ours beside a peer's, in the same unit and the same run.

    `at_least` or `at_most` is the target of ours ÷ peer; without both it is shown, not judged.
    """

    what: str
    unit: str
    ours: float
    peer: str
    theirs: float
    at_least: float | None = None
    at_most: float | None = None

    @property
    def ratio(self) -> float:
        """Ours ÷ peer."""
        return self.ours / self.theirs if self.theirs else math.nan

    @property
    def target(self) -> str:
        """The target as it is printed."""
        if self.at_least is not None:
            return f">= {self.at_least:g}"
        return f"<= {self.at_most:g}" if self.at_most is not None else ""

    @property
    def held(self) -> bool | None:
        """Whether the target holds; None where there is none."""
        if self.at_least is not None:
            return self.ratio >= self.at_least
        return self.ratio <= self.at_most if self.at_most is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that is true or not, such as that no request was taken twice."""

    what: str
    found: str
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What this machine could not measure, and why."""

    what: str
    why: str


Finding = Figure | Fact | Missing
Benchmark = Callable[[], Iterator[Finding]]


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes, once."""
    began = perf_counter()
    work()
    return perf_counter() - began


def interleaved(contenders: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Median result of each, taken in turns, so that a busy minute slows all of them alike."""
    found: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, measure in contenders.items():
            found[name].append(measure())
    return {name: median(results) for name, results in found.items()}


def shown(findings: Iterable[Finding]) -> Iterator[str]:
    """Lines of the printed table."""
    for one in findings:
        match one:
            case Figure():
                verdict = {True: "holds", False: "MISSED", None: ""}[one.held]
                yield (
                    f"  {one.what:<46} {one.ours:>10,.2f} {one.unit:<10} {one.peer:<24}"
                    f" {one.theirs:>10,.2f}  x{one.ratio:<7.2f} {one.target:<7} {verdict}"
                )
            case Fact():
                yield f"  {one.what:<46} {one.found:<58} {'holds' if one.held else 'BROKEN'}"
            case Missing():
                yield f"  {one.what:<46} not measured: {one.why}"
