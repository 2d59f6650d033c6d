"""Pages of a queue: those found beside a known row are those found by their place."""

from datetime import timedelta

import pytest

from absher_desk.operations.queue_pages import (
    QueueQuery,
    QueueSort,
    queue_rows,
    queue_rows_beside,
)
from tests.builders import signed_in
from tests.presenters.queueing import QUEUE, register_named

ORDERS = [(sort, descending) for sort in QueueSort for descending in (False, True)]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: f"{order[0]}-{order[1]}")
def test_beside_a_row_stand_its_neighbours(desk, order):
    register_named(desk, 20)
    register_named(desk, 20, first=21, submitted_at=desk.now() - timedelta(hours=3))
    officer = signed_in(desk, "officer")
    query = QueueQuery(queue=QUEUE, sort=order[0], descending=order[1])
    rows = queue_rows(desk, officer, query, offset=0, limit=100, total=40)
    assert len({row.request_id for row in rows}) == 40
    for place in (0, 13, 20, 39):
        after = queue_rows_beside(desk, officer, query, rows[place], after=True, limit=7)
        before = queue_rows_beside(desk, officer, query, rows[place], after=False, limit=7)
        assert after == rows[place + 1 : place + 8]
        assert before == rows[max(place - 7, 0) : place]
