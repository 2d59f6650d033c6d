"""What was entered and not decided survives everything but its own decision."""

import threading

import pytest
from sqlalchemy import select

from absher_desk.models.work import Draft
from absher_desk.operations import drafts
from absher_desk.operations.assignment import assign
from absher_desk.operations.claims import claim, release
from absher_desk.operations.decisions import decide
from absher_desk.operations.drafts import save_draft
from absher_desk.operations.errors import Conflict
from absher_desk.operations.request_file import open_request
from tests.builders import register, signed_in
from tests.operations.acting import rows

ENTERED = {"answers": {"original-seen": True}, "note": "الأصل معه"}


@pytest.fixture
def held(desk):
    [request_id] = register(desk)
    officer = signed_in(desk, "officer")
    claim(desk, officer, request_id)
    save_draft(desk, officer, request_id, {"note": "أول"})
    save_draft(desk, officer, request_id, ENTERED)
    return officer, request_id


def draft_seen_by(desk, username, request_id):
    return open_request(desk, signed_in(desk, username), request_id).draft


def test_a_released_request_keeps_what_was_entered(desk, held):
    release(desk, *held)
    claim(desk, signed_in(desk, "officer2"), held[1])
    assert draft_seen_by(desk, "officer2", held[1]) == ENTERED


def test_an_assigned_request_keeps_what_was_entered(desk, held):
    other = signed_in(desk, "officer2")
    assign(desk, signed_in(desk, "supervisor"), [held[1]], other.staff_id)
    assert draft_seen_by(desk, "officer2", held[1]) == ENTERED
    with pytest.raises(Conflict) as fault:
        save_draft(desk, *held, {"note": "متأخر"})
    assert fault.value.code == "claim.not-yours"
    assert draft_seen_by(desk, "officer2", held[1]) == ENTERED


def test_an_expired_claim_keeps_what_was_entered(desk, held):
    desk.outside.clock.forward(hours=1)
    claim(desk, signed_in(desk, "officer2"), held[1])
    assert draft_seen_by(desk, "officer2", held[1]) == ENTERED


def test_a_draft_that_comes_while_the_step_is_decided_is_not_left_behind(desk, held, monkeypatch):
    """The last key stroke and F9 meet: whichever is first, no draft of an ended step remains."""
    officer, request_id = held
    same = signed_in(desk, "officer")
    deciding = threading.Thread(
        target=decide, args=(desk, same, request_id, "reject"), kwargs={"reason": "مكرر"}
    )

    def canonical_late(mapping):
        deciding.start()
        deciding.join(0.3)  # ends within it, or waits for the lock
        return mapping

    monkeypatch.setattr(drafts, "dict", canonical_late, raising=False)
    save_draft(desk, officer, request_id, ENTERED)
    deciding.join()
    assert rows(desk, select(Draft.request_id)) == []
