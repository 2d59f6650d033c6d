"""`python -m benchmarks [NAME …] [--json FILE]`: runs all or the named ones, prints a table."""

import argparse
import json
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.figures import Fact, Figure, Finding, shown

NAMES = ("first_paint", "long_queue", "claims", "forms", "feed")


def main() -> int:
    """1 when a target was missed, so that a script can see it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    wanted = parser.parse_args()
    unknown = set(wanted.names) - set(NAMES)
    if unknown:
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    found = {name: _measured(name) for name in wanted.names or NAMES}
    if wanted.json:
        wanted.json.write_text(json.dumps(_written(found), indent=2, ensure_ascii=False) + "\n")
    judged = [
        one.held
        for findings in found.values()
        for one in findings
        if isinstance(one, Figure | Fact) and one.held is not None
    ]
    print(f"{sum(map(bool, judged))} of {len(judged)} targets hold")
    return 0 if all(judged) else 1


def _measured(name: str) -> list[Finding]:
    module = import_module(f"benchmarks.{name}")
    print(f"{name}: {(module.__doc__ or name).splitlines()[0]}", flush=True)
    began = perf_counter()
    findings = list(module.measure())
    for line in shown(findings):
        print(line)
    print(f"  ({perf_counter() - began:.0f} s)\n", flush=True)
    return findings


def _written(found: dict[str, list[Finding]]) -> dict[str, Any]:
    return {
        name: [
            {"type": type(one).__name__.lower(), **asdict(one)}
            | ({"ratio": one.ratio, "held": one.held} if isinstance(one, Figure) else {})
            for one in findings
        ]
        for name, findings in found.items()
    }


if __name__ == "__main__":
    sys.exit(main())
