"""The paged model: what is read, in which order it stands, and that memory stays small."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from absher_desk.operations.queue_pages import QueueQuery, QueueSort, queue_rows, queue_totals
from absher_desk.presenters import queue_table
from absher_desk.presenters.queue_columns import COLUMNS
from absher_desk.presenters.queue_table import KEPT, WINDOW, QueueRole, QueueTableModel
from absher_desk.system.worker import Worker
from tests.builders import register, signed_in
from tests.presenters.queueing import (
    QUEUE,
    Outage,
    multiply,
    register_named,
    settle,
    sqlite_alone,
)

pytestmark = sqlite_alone
KEYS = [column.key for column in COLUMNS]


@pytest.fixture
def worker(qapp):
    worker = Worker()
    yield worker
    worker.shutdown()


@pytest.fixture
def officer(desk):
    return signed_in(desk, "officer")


@pytest.fixture
def asked(monkeypatch):
    """The windows that were read, by how."""
    reads = []

    def spy(name):
        before = getattr(queue_table, name)

        def read(*arguments, **options):
            reads.append(name)
            return before(*arguments, **options)

        monkeypatch.setattr(queue_table, name, read)

    spy("queue_rows")
    spy("queue_rows_beside")
    return reads


def begun(desk, officer, worker, **query):
    """A model that shows its first window and knows how long the list is."""
    query = QueueQuery(queue=QUEUE, **query)
    model = QueueTableModel(desk, officer, worker)
    total = queue_totals(desk, officer, query).matching
    first = queue_rows(desk, officer, query, offset=0, limit=WINDOW, total=total)
    model.begin(query, first, total)
    return model


def name_at(model, place):
    return model.index(place, KEYS.index("name")).data()


def test_a_far_row_is_empty_then_there(desk, officer, worker, qtbot):
    register_named(desk, 250)
    model = begun(desk, officer, worker)
    assert model.rowCount() == 250
    far = model.index(230, 0)
    assert far.data() is None
    assert far.data(QueueRole.CELL) is None
    with qtbot.waitSignal(model.dataChanged) as changed:
        pass
    first, last = changed.args[:2]
    assert (first.row(), last.row()) == (200, 249)
    assert far.data() == "48-1101-0000231-51"


# Far, before it, after it, beside the first: every way of reading a window.
JUMPS = (320, 250, 440, 150)
ORDERS = [(sort, descending) for sort in QueueSort for descending in (False, True)]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: f"{order[0]}-{order[1]}")
def test_all_windows_stand_in_the_databases_order(desk, officer, worker, qtbot, order):
    register_named(desk, 450)
    sort, descending = order
    model = begun(desk, officer, worker, sort=sort, descending=descending)
    for place in JUMPS:
        assert model.index(place, 0).data() is None
        settle(qtbot, worker)
    query = QueueQuery(queue=QUEUE, sort=sort, descending=descending)
    expected = queue_rows(desk, officer, query, offset=0, limit=1000, total=450)
    assert [row for _, row in sorted(model.loaded(), key=lambda p: p[0])] == list(expected)


def test_a_window_beside_a_known_one_is_read_by_its_key(desk, officer, worker, qtbot, asked):
    register_named(desk, 450)
    model = begun(desk, officer, worker)
    for place in JUMPS:
        model.index(place, 0).data()
        settle(qtbot, worker)
    assert asked == ["queue_rows", *["queue_rows_beside"] * 3]


def test_a_jump_to_the_end_of_a_long_queue_reads_few_windows(desk, officer, worker, qtbot, asked):
    [request_id] = register(desk)
    multiply(desk, request_id, 100_000)
    model = begun(desk, officer, worker)
    assert model.rowCount() == 100_001
    # What a view does at the End key: it asks for the rows of the last page, twice.
    for _ in range(2):
        for place in range(99_980, 100_001):
            model.index(place, 0).data()
        settle(qtbot, worker)
    assert len(asked) <= 2
    assert model.index(100_000, 0).data(QueueRole.ROW).request_id == request_id + 100_000


def test_memory_does_not_grow_with_what_was_seen(desk, officer, worker, qtbot):
    [request_id] = register(desk)
    multiply(desk, request_id, 5_000)
    model = begun(desk, officer, worker)
    for place in range(0, 5_000, WINDOW):
        model.index(place, 0).data()
        settle(qtbot, worker)
    assert len(model.loaded()) <= KEPT * WINDOW
    assert model.row(4_950) is not None
    assert model.row(0) is None


def test_a_dragged_scroll_bar_reads_where_it_stops(desk, officer, worker, qtbot, asked):
    [request_id] = register(desk)
    multiply(desk, request_id, 10_000)
    model = begun(desk, officer, worker)
    for place in range(1_000, 9_000, 50):
        model.index(place, 0).data()
    settle(qtbot, worker)
    assert len(asked) <= 4
    assert model.row(8_950) is not None


def test_a_name_that_may_be_cut_is_whole_in_its_tip(desk, officer, worker):
    register_named(desk, 1)
    model = begun(desk, officer, worker)
    tips = [model.index(0, c).data(Qt.ItemDataRole.ToolTipRole) for c in range(len(KEYS))]
    assert tips[KEYS.index("name")] == name_at(model, 0) == "سعد سعد العتيبي"
    assert tips[KEYS.index("number")] is None


def test_sorting_is_asked_of_the_database(desk, officer, worker, qtbot):
    model = begun(desk, officer, worker)
    with qtbot.waitSignal(model.sort_requested) as asked:
        model.sort(KEYS.index("name"), Qt.SortOrder.DescendingOrder)
    assert asked.args == [QueueSort.NAME, True]
    with qtbot.assertNotEmitted(model.sort_requested):
        model.sort(KEYS.index("officer"))


def test_what_is_selected_follows_its_request(desk, officer, worker):
    ids = register_named(desk, 5)
    model = begun(desk, officer, worker)
    kept = QPersistentModelIndex(model.index(3, 0))
    gone = QPersistentModelIndex(model.index(0, 0))
    left = queue_rows(desk, officer, QueueQuery(queue=QUEUE), offset=1, limit=WINDOW, total=5)
    model.replace(4, {0: left})
    assert model.rowCount() == 4
    assert kept.row() == 2
    assert kept.data(QueueRole.ROW).request_id == ids[3]
    assert not gone.isValid()


def test_a_failed_reading_is_told_once_and_not_repeated(desk, officer, worker, qtbot, monkeypatch):
    register_named(desk, 250)
    model = begun(desk, officer, worker)
    outage = Outage(desk, monkeypatch)
    outage.on = True
    with qtbot.waitSignal(model.failed) as failed:
        model.index(240, 0).data()
    assert failed.args[0].code == "database.unreachable"
    with qtbot.assertNotEmitted(model.failed):
        model.index(240, 0).data()
        settle(qtbot, worker)
    outage.on = False
    query = QueueQuery(queue=QUEUE)
    rows = queue_rows(desk, officer, query, offset=0, limit=WINDOW, total=250)
    model.replace(250, {0: rows})
    model.index(240, 0).data()
    settle(qtbot, worker)
    assert model.row(240) is not None


def test_an_answer_for_the_list_before_does_not_come_in(desk, officer, worker, qtbot):
    register_named(desk, 250)
    model = begun(desk, officer, worker)
    model.index(240, 0).data()
    query = QueueQuery(queue=QUEUE, sort=QueueSort.NAME)
    rows = queue_rows(desk, officer, query, offset=0, limit=WINDOW, total=250)
    model.begin(query, rows, 250)
    settle(qtbot, worker)
    assert model.row(240) is None
    names = [row.name for _, row in model.loaded()]
    assert len(names) == WINDOW
    assert name_at(model, 0) == names[0]
