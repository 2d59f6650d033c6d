"""What the queue page reads in the background, as plain functions of a desk and a query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.queue_pages import (
    Mark,
    QueueQuery,
    QueueTotals,
    latest_mark,
    queue_totals,
)
from absher_desk.presenters.queue_table import WINDOW, Rows, read_window
from absher_desk.system.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The totals of a queue, and the mark from before they were counted."""

    mark: Mark
    totals: QueueTotals


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAgain:
    """A queue as it is now: totals, and the windows that somebody looks at."""

    counted: Counted
    windows: Mapping[int, Rows]


def count(desk: Desk, officer: Officer, query: QueueQuery, task: Task) -> Counted:
    """The totals. The mark is read first: what happens meanwhile is then noticed later."""
    mark = latest_mark(desk, officer)
    task.stop_if_cancelled()
    return Counted(mark=mark, totals=queue_totals(desk, officer, query))


def read_again(
    desk: Desk, officer: Officer, query: QueueQuery, numbers: Sequence[int], task: Task
) -> ReadAgain:
    """Totals and the given windows, as far as the list still reaches."""
    counted = count(desk, officer, query, task)
    total = counted.totals.matching
    last = max(total - 1, 0) // WINDOW
    wanted = sorted({min(number, last) for number in numbers} or {0})
    windows = {
        number: read_window(desk, officer, query, number=number, total=total, task=task)
        for number in wanted
    }
    return ReadAgain(counted=counted, windows=windows)
