"""A feed into SQLite against a bare executemany of the rows that it became.

Ours reads, checks and normalises every line, gives numbers, chains an event for each request and
commits batches; the bare insert gets ready rows, in one transaction, into the same tables with the
same indexes and the same durability.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from absher_desk.operations.intake import read_feed
from absher_desk.operations.sign_in import open_program_session
from absher_desk.system.texts import Texts
from benchmarks import branch
from benchmarks.figures import Fact, Figure, Finding, interleaved, seconds

LINES = 20_000
ROUNDS = 3
_FILLED = ("person", "request", "open_work", "event")


def measure() -> Iterator[Finding]:
    """Lines a second, and whether the bare copy holds the same rows."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        feed = folder / "feed.jsonl"
        feed.write_text("".join(map(_line, range(LINES))), encoding="utf-8")
        number = iter(range(1000))

        def ours() -> float:
            return LINES / _read(feed, folder / f"ours-{next(number)}.sqlite")

        def bare() -> float:
            return LINES / _copy(folder / "ours-0.sqlite", folder / f"bare-{next(number)}.sqlite")

        rates = interleaved({"ours": ours, "bare": bare}, ROUNDS)
        yield Figure(
            what=f"feed of {LINES:,} lines into SQLite", unit="lines/s", ours=rates["ours"],
            peer="bare executemany", theirs=rates["bare"], at_least=0.25,
        )  # fmt: skip
        entered = _rows(folder / "ours-0.sqlite", "request")
        yield Fact(what="lines entered", found=f"{len(entered):,}", held=len(entered) == LINES)


def _line(index: int) -> str:
    applicant = {
        "id_number": branch.identity_number(index), "id_type": "citizen",
        "name_ar": {"first": "فهد", "father": "سعد", "grandfather": "عبدالله", "family": "الدوسري"},
        "birth_date": "1999-08-15", "sex": "M", "nationality": "SAU",
        "mobile": f"+96650{index:07d}", "email": f"user{index}@example.sa", "language": "ar",
        "address": {
            "short": "RABC1234", "building": "1234", "street": "شارع التجربة",
            "secondary": "5678", "district": "المثال", "city": "الرياض",
            "postal_code": "12345", "region": "منطقة الرياض",
        },
    }  # fmt: skip
    line = {
        "reference": f"POR-B-{index:07d}", "source": "portal", "service": "account-activation",
        "submitted_at": f"2026-11-22T{7 + index % 9:02d}:{index % 60:02d}:16+03:00",
        "branch": branch.BRANCH, "audience": "individual", "applicant": applicant,
        "details": {"username": f"fahad{index:07d}", "preferred_language": "ar",
                    "activation_channel": "officer"},
        "delivery": "counter",
    }  # fmt: skip
    return json.dumps(line, ensure_ascii=False) + "\n"


def _read(feed: Path, database: Path) -> float:
    with branch.opened(f"sqlite:///{database}") as desk:
        session = open_program_session(desk, branch.BRANCH, purpose="intake")
        words = Texts().both
        return seconds(lambda: read_feed(desk, session, feed, words=words))


def _copy(source: Path, target: Path) -> float:
    """Seconds that the bare insert of all rows takes, into a database as new as ours was."""
    with branch.opened(f"sqlite:///{target}"):
        pass
    rows = {table: _rows(source, table) for table in _FILLED}
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        # What the set-up of a new database writes is in the rows already.
        for table in ("event", "sign_in"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608  (names from above)
        sessions = _rows(source, "sign_in")
        connection.executemany(_insert("sign_in", len(sessions[0])), sessions)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

        def insert() -> None:
            connection.execute("BEGIN IMMEDIATE")
            for table, filled in rows.items():
                connection.executemany(_insert(table, len(filled[0])), filled)
            connection.execute("COMMIT")

        return seconds(insert)


def _insert(table: str, columns: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"  # noqa: S608


def _rows(database: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
