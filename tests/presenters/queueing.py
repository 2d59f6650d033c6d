"""What tests of the queue page share: a desk on SQLite with a full queue, and patience."""

import pytest
from sqlalchemy import insert, literal, literal_column, select, text

from absher_desk.models.request import Request
from absher_desk.models.work import OpenWork
from absher_desk.operations.errors import Unavailable
from absher_desk.operations.registering import register_requests
from absher_desk.operations.rights import Right
from absher_desk.standards.names import PersonName
from tests.builders import applicant, new_request, program_of

QUEUE = "account-activation"
FIRST = ["نورة", "فهد", "أمل", "سعد", "هند", "بدر", "ريم"]
FAMILY = ["القرني", "الدوسري", "العتيبي", "الحربي", "السهلي"]

sqlite_alone = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def settle(qtbot, worker):
    """Wait until the worker has nothing left."""
    while worker.is_busy:
        with qtbot.waitSignal(worker.busy, check_params_cb=lambda busy: not busy):
            pass


def register_named(desk, count, first=1, **changes):
    """Requests of people with different names, in one act; returns their ids."""
    requests = [
        new_request(
            desk,
            i,
            applicant=applicant(
                i, name_ar=PersonName(FIRST[i * 3 % 7], "سعد", "", FAMILY[i * 7 % 5])
            ),
            **changes,
        )
        for i in range(first, first + count)
    ]
    with desk.change(program_of(desk), Right.REGISTER_REQUESTS) as act:
        return register_requests(desk, act, requests)


def multiply(desk, request_id, count):
    """Copies of one request in its queue, numbered on from it: registering them takes minutes."""
    numbers = select(literal(1).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n < count))
    with desk.database.change() as connection:
        for table, key in ((Request.__table__, "id"), (OpenWork.__table__, "request_id")):
            changed = {
                key: literal_column(f"{table.name}.{key}") + numbers.c.n,
                "reference": literal("copy-") + literal_column("n"),
            }
            columns = [column.name for column in table.columns]
            source = select(*(changed.get(name, table.c[name]) for name in columns)).select_from(
                table.join(numbers, literal(1) == 1)
            )
            connection.execute(
                insert(table).from_select(columns, source.where(table.c[key] == request_id))
            )
        connection.execute(text("ANALYZE"))


class Outage:
    """Makes every reading of a desk fail until it is over."""

    def __init__(self, desk, monkeypatch):
        self.on = False
        before = type(desk).read

        def read(it, officer, right):
            if self.on:
                raise Unavailable("database.unreachable")
            return before(it, officer, right)

        monkeypatch.setattr(type(desk), "read", read)
