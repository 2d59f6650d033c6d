"""Every check of `make test`, in order, all of them even when one fails.

`python -m installer.gates` runs all, `python -m installer.gates format lint` only those named.
"""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sys.executable).parent
STANDARDS = "absher_desk/standards/*"


@dataclass(frozen=True, kw_only=True)
class Gate:
    """One check: a program of the environment or a module, with its arguments."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a gate came to; `seconds` of wall time."""

    gate: Gate
    passed: bool
    seconds: float

    def line(self) -> str:
        """One line for the sum-up."""
        return (
            f"{'ok    ' if self.passed else 'FAILED'}  {self.gate.name:<12} {self.seconds:7.1f} s"
        )


def module(*arguments: str) -> tuple[str, ...]:
    """The command that runs a module with this Python."""
    return (sys.executable, "-m", *arguments)


GATES = (
    Gate(name="format", command=module("ruff", "format", "--check", ".")),
    Gate(name="lint", command=module("ruff", "check", ".")),
    Gate(name="types", command=module("mypy")),
    Gate(name="imports", command=(str(SCRIPTS / "lint-imports"), "--no-logo")),
    Gate(name="translations", command=module("installer.translations", "check")),
    # Two workers: what the smallest build machine has; both databases and the screens in one run.
    Gate(name="tests", command=module("pytest", "-n", "2", "--cov", "--cov-report=term")),
    # Of the run just before: every line and branch of the standards.
    Gate(
        name="coverage",
        command=module("coverage", "report", f"--include={STANDARDS}", "--fail-under=100"),
    ),
)


def main(names: list[str]) -> int:
    """Returns 0 when every gate passed, 1 when one failed, 2 for a name that is no gate."""
    known = {gate.name: gate for gate in GATES}
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"No such gate: {', '.join(unknown)}. There are: {', '.join(known)}.")
        return 2
    outcomes = [run(gate) for gate in ([known[name] for name in names] or GATES)]
    print("\n" + "\n".join(outcome.line() for outcome in outcomes))
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def run(gate: Gate) -> Outcome:
    """Runs one gate with its output passing through, so that progress shows."""
    print(f"\n== {gate.name}", flush=True)
    start = time.monotonic()
    try:
        passed = subprocess.run(gate.command, cwd=ROOT, check=False).returncode == 0
    except OSError as failure:
        print(f"{gate.name} could not start: {failure}")
        passed = False
    outcome = Outcome(gate=gate, passed=passed, seconds=time.monotonic() - start)
    print(outcome.line(), flush=True)
    return outcome


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
