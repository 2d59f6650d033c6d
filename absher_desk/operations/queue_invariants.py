"""Each total of a queue equals the list it stands above, read as the screen reads both."""

from collections.abc import Callable, Collection, Iterator

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.queue_pages import (
    QueueQuery,
    QueueRow,
    QueueTab,
    queue_counts,
    queue_rows,
    queue_totals,
)

_PAGE = 200
_TABS: dict[QueueTab, Callable[[QueueRow], bool]] = {
    QueueTab.UNCLAIMED: lambda row: row.holder_id is None,
    QueueTab.RETURNED: lambda row: row.state == "returned",
    QueueTab.URGENT: lambda row: row.urgent,
}


def broken_totals(desk: Desk, reader: Officer, queues: Collection[str] | None) -> Iterator[str]:
    """Queues whose totals and lists disagree; `queues` None looks at all of the branch."""
    now = desk.now()
    for count in queue_counts(desk, reader):
        if queues is not None and count.queue not in queues:
            continue
        rows = listed(desk, reader, count.queue)
        counted = (count.open, count.claimed, count.overdue)
        held = sum(row.holder_id is not None for row in rows)
        late = sum(row.due_at < now for row in rows)
        if counted != (len(rows), held, late):
            yield f"{count.queue}: {counted} counted, {(len(rows), held, late)} listed"
        yield from _broken_tabs(desk, reader, count.queue, rows)


def listed(desk: Desk, reader: Officer, queue: str) -> list[QueueRow]:
    """The whole list of a queue, page by page."""
    query = QueueQuery(queue=queue)
    total = queue_totals(desk, reader, query).matching
    rows: list[QueueRow] = []
    for offset in range(0, total, _PAGE):
        rows += queue_rows(desk, reader, query, offset=offset, limit=_PAGE, total=total)
    return rows


def _broken_tabs(desk: Desk, reader: Officer, queue: str, rows: list[QueueRow]) -> Iterator[str]:
    """The numbers on the tabs are those of the rows that belong there, none twice."""
    totals = queue_totals(desk, reader, QueueQuery(queue=queue))
    shown = (totals.unclaimed, totals.returned, totals.urgent)
    found = tuple(sum(map(belongs, rows)) for belongs in _TABS.values())
    if shown != found:
        yield f"{queue}: {shown} on the tabs, {found} listed"
    if len({row.request_id for row in rows}) != len(rows):
        yield f"{queue}: a row twice"
