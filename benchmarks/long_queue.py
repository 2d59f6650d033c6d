"""A queue of 1,000,000 rows beside one of 1,000: first page, jump to the end, another sort.

On the embedded database, through `queue_rows` as the screen's table model calls it. The long queue
is the short one multiplied by SQL, with due times, names and numbers of its own in every row.
"""

import random
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.queue_pages import QueueQuery, QueueSort, queue_rows
from benchmarks import branch
from benchmarks.figures import Fact, Figure, Finding, Missing, interleaved, seconds

SHORT, LONG = 1_000, 1_000_000
PAGE = 100
ROUNDS = 15
_JUMPS = 40
_GROWTH_MB = 32


@dataclass(frozen=True, slots=True)
class _Queue:
    desk: Desk
    officer: Officer
    total: int

    def page(self, offset: int, sort: QueueSort = QueueSort.DUE) -> float:
        """Milliseconds that a page takes; it is full, or the measurement means nothing."""
        query = QueueQuery(queue=branch.QUEUE, sort=sort)
        rows: list[object] = []
        spent = seconds(
            lambda: rows.extend(
                queue_rows(
                    self.desk, self.officer, query, offset=offset, limit=PAGE, total=self.total
                )
            )
        )
        assert len(rows) == PAGE, f"{len(rows)} rows at {offset} of {self.total}"
        return spent * 1000


def measure() -> Iterator[Finding]:
    """All figures of this benchmark."""
    with TemporaryDirectory() as name, ExitStack() as opened:
        folder = Path(name)
        short, long = folder / "short.sqlite", folder / "long.sqlite"
        with branch.opened(f"sqlite:///{short}") as desk:
            branch.employ(desk, 1)
            branch.enter(desk, SHORT)
        shutil.copy(short, long)
        _multiply(long, LONG // SHORT)
        queues = [_open(opened, short, SHORT), _open(opened, long, LONG)]
        yield from _compared(*queues)
        yield _memory(queues[1])


def _open(opened: ExitStack, file: Path, total: int) -> _Queue:
    desk = opened.enter_context(branch.opened(f"sqlite:///{file}"))
    return _Queue(desk, branch.clerk(desk, 0), total)


def _compared(short: _Queue, long: _Queue) -> Iterator[Finding]:
    looks: dict[str, Callable[[_Queue], float]] = {
        "first page": lambda queue: queue.page(0),
        "jump to the end": lambda queue: queue.page(queue.total - PAGE),
        "sort by name": lambda queue: queue.page(0, QueueSort.NAME),
        "sort by name, the end": lambda queue: queue.page(queue.total - PAGE, QueueSort.NAME),
        "sort by received": lambda queue: queue.page(0, QueueSort.RECEIVED),
    }
    for what, look in looks.items():
        for queue in (short, long):
            look(queue)
        taken = interleaved({"short": partial(look, short), "long": partial(look, long)}, ROUNDS)
        yield Figure(
            what=f"{what}, {LONG:,} rows", unit="ms", ours=taken["long"],
            peer=f"{SHORT:,} rows", theirs=taken["short"], at_most=2,
        )  # fmt: skip


def _memory(queue: _Queue) -> Finding:
    """How much the process grows while pages all over the queue are looked at."""
    what = f"memory, {_JUMPS} jumps over {LONG:,} rows"
    if not sys.platform.startswith("linux"):
        return Missing(what=what, why="resident memory is read from /proc")
    before, places = _resident_mb(), random.Random(1448)  # noqa: S311  (places to look at)
    for _ in range(_JUMPS):
        queue.page(places.randrange(queue.total - PAGE))
    grown = _resident_mb() - before
    return Fact(what=what, found=f"grew by {grown:.1f} MB", held=grown <= _GROWTH_MB)


def _resident_mb() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


_SECOND = "%Y-%m-%d %H:%M:%S.000000"
_DUE = f"strftime('{_SECOND}', due_at, '+' || (n * 7919 % 500000) || ' minutes')"
_OWN = {
    "request": {
        "id": "id + n * 100000",
        "reference": "reference || '-' || n",
        "due_at": _DUE,
        "name_key": "name_key || ' ' || (n * 31 % 997)",
        "registered_at": f"strftime('{_SECOND}', registered_at, '+' || n || ' seconds')",
    },
    "open_work": {"request_id": "request_id + n * 100000", "due_at": _DUE},
}


def _multiply(file: Path, times: int) -> None:
    """Every request `times` times, each copy with an order of its own."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        for table, own in _OWN.items():
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            values = ", ".join(own.get(name, name) for name in names)
            indexes = connection.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?"
                " AND sql IS NOT NULL",
                (table,),
            ).fetchall()
            for name, _ in indexes:
                connection.execute(f"DROP INDEX {name}")
            connection.execute(
                f"INSERT INTO {table} WITH RECURSIVE copy(n) AS"  # noqa: S608  (names from the schema)
                " (VALUES(1) UNION ALL SELECT n + 1 FROM copy WHERE n < ?)"
                f" SELECT {values} FROM copy, {table}",
                (times - 1,),
            )
            for _, statement in indexes:
                connection.execute(statement)
        connection.commit()
        connection.execute("ANALYZE")
        connection.commit()
