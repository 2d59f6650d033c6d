"""The presenter of a queue: its state, what may be done, and what another desk sees of it."""

import pytest
from PySide6.QtCore import QLocale

from absher_desk.operations.claims import claim, release
from absher_desk.operations.queue_pages import QueueSort
from absher_desk.operations.request_file import open_request
from absher_desk.presenters.queue_page import QueuePagePresenter
from absher_desk.system.worker import Worker
from tests.builders import register, signed_in
from tests.presenters.queueing import QUEUE, Outage, register_named, settle, sqlite_alone

pytestmark = sqlite_alone


class Counter:
    """One desk of the branch: its presenter, and what it has told."""

    def __init__(self, desk, username, qtbot):
        self.desk, self.qtbot = desk, qtbot
        self.officer = signed_in(desk, username)
        self.worker = Worker()
        self.presenter = QueuePagePresenter(desk, self.officer, self.worker, QUEUE)
        self.messages, self.opened, self.questions = [], [], []
        self.details = [None]
        self.offered = None
        self.presenter.message.connect(lambda *told: self.messages.append(told))
        self.presenter.request_opened.connect(self.opened.append)
        self.presenter.reason_asked.connect(self.questions.append)
        self.presenter.detail_changed.connect(self.details.append)
        self.presenter.colleagues_offered.connect(lambda found: setattr(self, "offered", found))

    def __getattr__(self, name):
        """An intent of the presenter, and everything that follows from it."""
        intent = getattr(self.presenter, name)

        def call(*arguments, **options):
            intent(*arguments, **options)
            settle(self.qtbot, self.worker)

        return call

    @property
    def state(self):
        return self.presenter.state()

    @property
    def detail(self):
        return self.details[-1]

    def ids(self):
        return [row.request_id for _, row in sorted(self.presenter.table.loaded())]

    def said(self, request_id):
        """State and officer of a row, as the table says them."""
        model = self.presenter.table
        place = model.place_of(request_id)
        return tuple(model.index(place, column).data() for column in (7, 8))

    def stand_on(self, request_id):
        self.select((request_id,), request_id)


@pytest.fixture
def counter(desk, qtbot):
    """Opens counters by user name; they are closed at the end."""
    made = []

    def open_one(username="officer"):
        made.append(Counter(desk, username, qtbot))
        made[-1].set_visible(on=True)
        return made[-1]

    yield open_one
    for one in made:
        one.presenter.set_visible(on=False)
        one.worker.shutdown()


@pytest.fixture(autouse=True)
def english(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def test_the_page_as_it_opens(desk, counter):
    register(desk, 2, urgent=True)
    register(desk, 3, first=3)
    mine = counter()
    state = mine.state
    assert state.title == "Activation"
    assert (state.total, state.overdue, state.due_today, state.in_time) == (5, 0, 5, 0)
    assert [(tab.title, tab.count) for tab in state.tabs] == [
        ("All", 5), ("Not taken", 5), ("Mine", 0), ("Returned", 0), ("Urgent", 2),
    ]  # fmt: skip
    assert state.channel.words == "Channel: all"
    assert (state.can_take_next, state.can_assign, state.loading) == (True, False, False)


def test_taking_the_next_opens_it_and_the_other_desk_sees_it(desk, counter):
    ids = register(desk, 3)
    mine, other = counter("officer"), counter("officer2")
    mine.take_next()
    assert mine.opened == [ids[0]]
    assert mine.said(ids[0]) == ("In progress", "You")
    assert other.said(ids[0]) == ("New", "—")
    other.look()
    assert other.said(ids[0]) == ("In progress", "Officer")


def test_nothing_to_take_is_said(desk, counter):
    mine = counter()
    mine.take_next()
    assert mine.opened == []
    assert mine.messages[0][:2] == ("info", "Nothing to take")


def test_a_clerk_is_not_offered_what_is_not_his(desk, counter):
    register(desk)
    clerk = counter("clerk")
    assert not clerk.state.can_take_next
    clerk.take_next()
    assert clerk.opened == []


def test_claiming_what_somebody_else_just_took_is_explained(desk, counter):
    [request_id] = register(desk)
    mine = counter()
    mine.stand_on(request_id)
    assert mine.detail.allowed.claim
    claim(desk, signed_in(desk, "officer2"), request_id)
    mine.claim_selected()
    assert mine.messages[0][:2] == ("amber", "That could not be done")
    assert mine.said(request_id) == ("In progress", "Officer2")
    assert not mine.detail.allowed.claim


def test_opening_a_free_request_takes_it(desk, counter):
    [request_id] = register(desk)
    mine = counter()
    mine.stand_on(request_id)
    assert mine.detail.allowed.begin
    mine.open_selected()
    assert mine.opened == [request_id]
    assert mine.said(request_id) == ("In progress", "You")


def test_opening_reads_what_is_with_a_colleague_or_waits(desk, counter):
    taken, held = register(desk, 2)
    other, mine = counter("officer2"), counter()
    other.stand_on(taken)
    other.open_selected()
    other.stand_on(held)
    other.open_selected()
    other.give_reason("hold", held, "original-awaited", "", "tomorrow")
    for request_id in (taken, held):
        mine.stand_on(request_id)
        assert not mine.detail.allowed.begin
        mine.open_selected()
    assert mine.opened == [taken, held]
    assert mine.messages == []
    assert mine.said(taken) == ("In progress", "Officer2")
    assert mine.said(held) == ("On hold", "—")


@pytest.mark.parametrize("username", ["clerk", "supervisor"])
def test_opening_takes_nothing_for_whom_it_is_no_work(desk, counter, username):
    [request_id] = register(desk)
    reader = counter(username)
    reader.stand_on(request_id)
    reader.open_selected()
    assert reader.opened == [request_id]
    assert reader.said(request_id) == ("New", "—")


def test_released_held_and_resumed_rows_change_at_the_other_desk(desk, counter):
    [request_id] = register(desk)
    mine, other = counter("officer"), counter("officer2")
    mine.stand_on(request_id)
    mine.claim_selected()
    mine.ask_reason("hold")
    question = mine.questions[0]
    assert question.asks_until
    mine.give_reason("hold", question.request_id, "original-awaited", "", "tomorrow")
    other.look()
    assert other.said(request_id) == ("On hold", "—")
    other.stand_on(request_id)
    assert other.detail.allowed.resume
    other.resume()
    mine.look()
    assert mine.said(request_id) == ("New", "—")
    mine.claim_selected()
    mine.release()
    other.look()
    assert other.said(request_id) == ("New", "—")


def test_a_returned_request_is_in_its_tab_with_the_reason_kept(desk, counter):
    ids = register(desk, 2)
    mine, other = counter("officer"), counter("officer2")
    mine.stand_on(ids[0])
    mine.claim_selected()
    mine.ask_reason("return")
    mine.give_reason("return", ids[0], "photo-unclear", "الوجه غير ظاهر")
    other.set_tab("returned")
    assert other.ids() == [ids[0]]
    assert other.said(ids[0]) == ("Returned", "—")
    file = open_request(desk, other.officer, ids[0])
    assert file.reason == "الصورة غير واضحة أو غير مطابقة للمواصفات: الوجه غير ظاهر"


def test_a_rejected_request_leaves_both_desks(desk, counter):
    ids = register(desk, 2)
    mine, other = counter("officer"), counter("officer2")
    other.stand_on(ids[0])
    mine.stand_on(ids[0])
    mine.claim_selected()
    mine.ask_reason("reject")
    mine.give_reason("reject", ids[0], "other", "سُجلت مرتين")
    other.look()
    assert mine.ids() == other.ids() == [ids[1]]
    assert open_request(desk, mine.officer, ids[0]).reason == "سُجلت مرتين"
    assert other.detail.state.words == "Rejected"


def test_what_is_not_in_his_hands_is_not_decided(desk, counter):
    [request_id] = register(desk)
    mine = counter()
    mine.stand_on(request_id)
    mine.ask_reason("reject")
    assert mine.questions == []
    assert mine.messages[0][1] == "Not in your hands"


def test_a_supervisor_gives_several_to_one_who_does_this_work(desk, counter):
    ids = register(desk, 3)
    chief, other = counter("supervisor"), counter("officer2")
    claim(desk, signed_in(desk, "officer"), ids[2])
    assert chief.state.can_assign
    chief.select((ids[0], ids[1]), ids[1])
    chief.offer_colleagues()
    assert [(one.name, one.note) for one in chief.offered] == [
        ("Officer", "holds 1"), ("Officer2", "holds 0"),
    ]  # fmt: skip
    chief.assign(chief.offered[1].staff_id)
    assert chief.messages[-1][0] == "green"
    other.look()
    assert [other.said(i)[1] for i in ids] == ["You", "You", "Officer"]


def test_filters_and_sort_are_of_the_whole_queue(desk, counter):
    register_named(desk, 150)
    bank = register(desk, first=500, source="bank")
    mine = counter()
    mine.set_channel("bank")
    assert (mine.ids(), mine.state.total) == (bank, 1)
    mine.set_channel("")
    mine.set_text("نوره القرني")  # folded: ة and ه are the same
    names = {row.name for _, row in mine.presenter.table.loaded()}
    assert names == {"نورة سعد القرني"}
    assert mine.state.total == len(mine.ids())
    mine.set_text("")
    mine.sort_by(QueueSort.NUMBER, True)
    assert mine.ids()[0] == bank[0]
    assert (mine.state.sort, mine.state.descending, mine.state.total) == ("number", True, 151)


def test_an_empty_queue_and_an_empty_filter_differ(desk, counter):
    mine = counter()
    assert mine.state.empty.fact == "No requests in this queue"
    [request_id] = register(desk)
    mine.look()
    assert mine.state.empty is None
    assert mine.ids() == [request_id]
    mine.set_tab("urgent")
    assert mine.state.empty.fact == "No request matches"


def test_a_queue_that_does_not_load_says_why_and_loads_when_asked(desk, counter, monkeypatch):
    ids = register(desk, 2)
    outage = Outage(desk, monkeypatch)
    outage.on = True
    mine = counter()
    assert mine.state.failure.fact == "The queue did not load"
    assert mine.state.failure.sentence
    outage.on = False
    mine.retry()
    assert mine.state.failure is None
    assert mine.ids() == ids


def test_rows_stay_while_the_database_is_away_and_are_refreshed_after(desk, counter, monkeypatch):
    ids = register(desk, 2)
    mine = counter()
    outage = Outage(desk, monkeypatch)
    outage.on = True
    mine.look()
    assert mine.ids() == ids
    assert mine.state.stale.startswith("Not refreshed since")
    outage.on = False
    claim(desk, signed_in(desk, "officer2"), ids[1])
    mine.look()
    assert mine.state.stale == ""
    assert mine.said(ids[1]) == ("In progress", "Officer2")


def test_a_filter_chosen_while_the_database_is_away_holds_when_it_is_back(
    desk, counter, monkeypatch
):
    register(desk, 3)
    bank = register(desk, 2, first=4, source="bank")
    mine = counter()
    outage = Outage(desk, monkeypatch)
    outage.on = True
    mine.set_channel("bank")
    assert len(mine.ids()) == 5
    outage.on = False
    mine.look()
    assert (mine.ids(), mine.state.total) == (bank, 2)
    assert mine.presenter.table.query.source == "bank"


def test_due_words_move_with_the_minute_without_reading_rows(desk, counter):
    [request_id] = register(desk)
    mine = counter()
    mine.stand_on(request_id)
    before = mine.detail.due.words
    desk.outside.clock.forward(hours=3, minutes=30)
    mine.look()
    assert "in 30 min" in mine.detail.due.words != before
    assert "in 30 min" in mine.presenter.table.index(0, 5).data()


def test_the_pane_tells_the_way_of_the_request(desk, counter):
    [request_id] = register(desk)
    mine = counter()
    mine.stand_on(request_id)
    mine.claim_selected()
    release(desk, mine.officer, request_id)
    mine.look()
    detail = mine.detail
    assert [(point.title, point.state) for point in detail.way] == [
        ("Received from: Portal", "done"),
        ("Taken from the queue", "done"),
        ("Given back to the queue", "done"),
        ("Waiting for: Activation officer", "current"),
        ("Verification and activation", "ahead"),
    ]
    assert detail.name == "FAHAD SAAD ABDULLAH ALDOSARI"
    values = {fact.title: fact.value for fact in detail.facts}
    assert "+966 50 123 4567" in values["Mobile"]
    assert "1410/06/18" in values["Date of birth"]


def test_nothing_is_read_while_nobody_looks(desk, counter, qtbot):
    register(desk)
    mine = counter()
    assert mine.presenter.list._poll.isActive()
    mine.set_visible(on=False)
    assert not mine.presenter.list._poll.isActive()
    [late] = register(desk, first=2)
    assert late not in mine.ids()
    mine.set_visible(on=True)
    assert late in mine.ids()
