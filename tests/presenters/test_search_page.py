"""Search without a screen: one hit is opened, several are listed, none is explained."""

import pytest

from absher_desk.operations.errors import Unavailable
from absher_desk.presenters.search_page import SearchPagePresenter, SearchPhase
from absher_desk.standards.bidi import without_controls
from absher_desk.standards.request_number import grouped
from absher_desk.system.worker import Worker
from tests.builders import identity, register, signed_in
from tests.presenters.queueing import settle, sqlite_alone

pytestmark = sqlite_alone


@pytest.fixture
def worker(qapp):
    worker = Worker()
    yield worker
    worker.shutdown()


@pytest.fixture
def searched(desk, worker, qtbot):
    def search(text):
        page = SearchPagePresenter(desk, signed_in(desk, "clerk"), worker, text)
        opened = []
        page.request_opened.connect(opened.append)
        page.open()
        settle(qtbot, worker)
        return page, opened

    return search


def test_a_number_opens_its_request(desk, searched):
    ids = register(desk, 3)
    _, opened = searched(grouped(f"{ids[1]:015d}"))
    assert opened == [ids[1]]


def test_a_name_lists_all_who_bear_it(desk, searched):
    register(desk, 3)
    page, opened = searched("فهد الدوسري")
    assert opened == []
    assert page.state.phase is SearchPhase.FOUND
    assert len(page.state.rows) == 3
    cells = [without_controls(cell.faint + cell.words) for cell in page.state.rows[0].cells]
    assert cells[1:4] == [
        "Individual account activation", "فهد سعد عبدالله الدوسري", identity(3)
    ]  # fmt: skip
    page.choose(page.state.rows[2].key)
    assert opened == [page.state.rows[2].key]


def test_nothing_says_what_was_understood_without_showing_the_number(searched):
    page, _ = searched(identity(897))
    assert page.state.phase is SearchPhase.NOTHING
    said = without_controls(page.state.fact)
    assert said.startswith("ID number 1•")
    assert said.endswith(": no requests")
    assert identity(897) not in said
    assert page.state.sentence


def test_a_misread_number_is_told_apart_from_one_that_is_unknown(searched):
    right = identity(897)
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    page, _ = searched(wrong)
    assert (
        page.state.sentence
        == ("The check digit does not match. Enter the number again, or scan it.")
        or "digit" in page.state.sentence.lower()
    )


def test_a_postal_item_is_recognised(searched):
    page, _ = searched("RR473124829GB")
    assert without_controls(page.state.understood) == "Postal item RR473124829GB"


def test_a_second_search_replaces_the_first(desk, searched, worker, qtbot):
    register(desk, 2)
    page, opened = searched("لا أحد")
    page.search("فهد")
    settle(qtbot, worker)
    assert page.state.phase is SearchPhase.FOUND
    assert opened == []


def test_a_failure_can_be_tried_again(desk, searched, worker, qtbot, monkeypatch):
    [request_id] = register(desk)

    def broken(*_):
        raise Unavailable("database.unavailable")

    with monkeypatch.context() as patch:
        patch.setattr("absher_desk.presenters.search_page.search", broken)
        page, opened = searched("فهد")
        assert page.state.phase is SearchPhase.FAILED
        assert page.state.sentence
    page.open()
    settle(qtbot, worker)
    assert opened == [request_id]
