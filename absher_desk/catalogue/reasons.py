"""Reasons offered when a request is returned, rejected or held (`resources/reasons.toml`)."""

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from absher_desk.bundled import resource
from absher_desk.catalogue.entries import Text
from absher_desk.catalogue.faults import BrokenCatalogue, Fault
from absher_desk.catalogue.tables import Table

HOLD = "hold"
"""Not an outcome of any step, yet it asks for a reason as one does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedReason:
    """One reason; `outcomes` are those it is offered for. `needs_note` when it says too little."""

    code: str
    text: Text
    outcomes: tuple[str, ...]
    needs_note: bool


def load_reasons(
    outcomes: Collection[str] = (), path: Path | None = None
) -> tuple[OfferedReason, ...]:
    """All reasons in the order of the file; without `path` the bundled one.

    `outcomes` are the names a reason may be for beside `hold` (none given: any).

    Raises:
        BrokenCatalogue: every fault of the file.
    """
    path = path or resource("reasons.toml")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise BrokenCatalogue([Fault(path.name, "", "catalogue.unreadable-file")]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        reason = {"reason": str(error)}
        raise BrokenCatalogue([Fault(path.name, "", "catalogue.not-toml", reason)]) from None
    faults: list[Fault] = []
    tables = Table(data, path.name, faults).every_table()
    found = tuple(_reason(code, table, outcomes) for code, table in tables)
    if faults:
        raise BrokenCatalogue(faults)
    return found


def offered_for(reasons: Sequence[OfferedReason], outcome: str) -> tuple[OfferedReason, ...]:
    """Those to offer for an outcome, in their order."""
    return tuple(reason for reason in reasons if outcome in reason.outcomes)


def _reason(code: str, table: Table, known: Collection[str]) -> OfferedReason:
    outcomes = table.texts("outcomes", required=True)
    for outcome in outcomes:
        if known and outcome != HOLD and outcome not in known:
            table.fault("outcomes", "unknown-outcome", name=outcome)
    found = OfferedReason(
        code=code,
        text=table.words("text"),
        outcomes=outcomes,
        needs_note=table.flag("needs_note", default=False),
    )
    table.finish()
    return found
