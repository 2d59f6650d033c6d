"""A queue's pages: every sort over the whole list, filters, totals that equal the lists."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from absher_desk.models.request import Request
from absher_desk.operations.claims import claim_next
from absher_desk.operations.parking import hold
from absher_desk.operations.queue_pages import (
    QueueQuery,
    QueueSort,
    QueueTab,
    latest_mark,
    queue_rows,
    queue_rows_beside,
    queue_totals,
)
from absher_desk.operations.search import request_id_of, search
from absher_desk.standards.names import PersonName
from tests.builders import applicant, identity, register, signed_in
from tests.operations.acting import one, rows, work

QUEUE = "lost-documents"
COLUMNS = {
    QueueSort.DUE: "due_at", QueueSort.NUMBER: "id", QueueSort.NAME: "name_key",
    QueueSort.IDENTITY: "identity_number", QueueSort.RECEIVED: "registered_at",
    QueueSort.SERVICE: "service",
}  # fmt: skip


@pytest.fixture
def listed(desk):
    """Fifteen requests that no sort leaves in their order of arrival; ties in each."""
    for index in range(15):
        desk.outside.clock.forward(minutes=index % 3)
        first = ("هند", "أحمد", "منى")[index % 3]
        register(
            desk, first=100 - index,
            service=("lost-document-report", "lost-document-replacement")[index % 2],
            details={}, urgent=index == 4, source=("portal", "bank")[index == 7],
            submitted_at=desk.now() - timedelta(days=index % 4 * 3),
            applicant=applicant(
                100 - index, name_ar=PersonName(first, "سعد", "عبدالله", "الدوسري")
            ),
        )  # fmt: skip
    return signed_in(desk, "clerk")


def all_rows(desk, officer, query):
    total = queue_totals(desk, officer, query).matching
    return queue_rows(desk, officer, query, offset=0, limit=total + 1, total=total)


@pytest.mark.parametrize("sort", QueueSort)
@pytest.mark.parametrize("descending", [False, True])
def test_pages_are_the_whole_list_in_order(desk, listed, sort, descending):
    query = QueueQuery(queue=QUEUE, sort=sort, descending=descending)
    down = " DESC" if descending else ""
    expected = rows(
        desk,
        text(f"SELECT id FROM request WHERE queue = '{QUEUE}' ORDER BY {COLUMNS[sort]}{down}, "  # noqa: S608
             f"id{down}"),
    )  # fmt: skip
    expected = [row.id for row in expected]
    for size in (4, 7):
        pages = [
            queue_rows(desk, listed, query, offset=offset, limit=size, total=15)
            for offset in range(0, 15, size)
        ]
        assert [row.request_id for page in pages for row in page] == expected
    whole = all_rows(desk, listed, query)
    after = queue_rows_beside(desk, listed, query, whole[5], after=True, limit=4)
    before = queue_rows_beside(desk, listed, query, whole[5], after=False, limit=4)
    assert after == whole[6:10]
    assert before == whole[1:5]


def test_beyond_the_end_there_is_nothing(desk, listed):
    query = QueueQuery(queue=QUEUE)
    for offset in (15, 40):
        assert queue_rows(desk, listed, query, offset=offset, limit=5, total=15) == ()


def test_totals_are_the_lengths_of_the_lists(desk, listed):
    taken = [claim_next(desk, listed, QUEUE).request_id for _ in range(3)]
    work(desk, listed, taken[0], "return", "ناقص")
    hold(desk, listed, taken[1], "ينتظر", None)
    claim_next(desk, signed_in(desk, "clerk2"), QUEUE)
    query = QueueQuery(queue=QUEUE)
    totals = queue_totals(desk, listed, query)
    for tab, count in (
        (QueueTab.ALL, totals.all), (QueueTab.UNCLAIMED, totals.unclaimed),
        (QueueTab.MINE, totals.mine), (QueueTab.RETURNED, totals.returned),
        (QueueTab.URGENT, totals.urgent),
    ):  # fmt: skip
        of_tab = replace(query, tab=tab)
        assert len(all_rows(desk, listed, of_tab)) == count, tab
        assert queue_totals(desk, listed, of_tab).matching == count, tab
    assert (totals.all, totals.mine, totals.returned, totals.urgent) == (15, 1, 1, 1)
    assert totals.unclaimed == 13
    late = [row for row in all_rows(desk, listed, query) if row.due_at < desk.now()]
    assert totals.overdue == len(late)


@pytest.mark.parametrize(
    ("narrow", "count"),
    [
        ({"source": "bank"}, 1), ({"service": "lost-document-report"}, 8), ({"text": "احمد"}, 5),
        ({"text": "أحمد الدوسري"}, 5), ({"text": identity(93)}, 1), ({"text": "1"}, 15),
        ({"text": "%"}, 0), ({"text": "_"}, 0), ({"text": "؟!"}, 0), ({"text": " "}, 15),
    ],
)  # fmt: skip
def test_a_filter_narrows_list_and_total_alike(desk, listed, narrow, count):
    query = QueueQuery(queue=QUEUE, **narrow)
    assert queue_totals(desk, listed, query).matching == count
    assert len(all_rows(desk, listed, query)) == count


def test_a_mark_changes_with_every_act_in_the_branch(desk, listed):
    before = latest_mark(desk, listed)
    assert latest_mark(desk, listed) == before
    claim_next(desk, listed, QUEUE)
    assert latest_mark(desk, listed) != before


def test_a_search_finds_by_whatever_is_known(desk, listed):
    [row] = rows(desk, select(Request.__table__).where(Request.source == "bank"))
    for known in (f"{row.id:015d}", row.reference, row.identity_number):
        assert [found.request_id for found in search(desk, listed, known)] == [row.id]
    assert request_id_of(desk, listed, row.reference) == row.id
    assert len(search(desk, listed, "أحمد")) == 5
    assert search(desk, listed, "؟") == search(desk, listed, "") == ()
    assert one(desk, Request, row.id).reference == row.reference
