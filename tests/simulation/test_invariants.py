"""Each rule that a simulated day watches must notice when it does not hold."""

import pytest
from sqlalchemy import text

from absher_desk.operations.queue_invariants import broken_totals
from absher_desk.operations.queue_pages import QueueCount
from absher_desk.operations.sign_in import program_reader
from absher_desk.simulation.branch import BRANCH_CODE
from absher_desk.simulation.invariants import InvariantBroken, Invariants, check

OPEN = "SELECT min(request_id) FROM open_work WHERE parked IS NULL AND claimed_by IS NULL"
HELD = "SELECT min(request_id) FROM open_work WHERE claimed_by IS NOT NULL"
CORRUPTIONS = {
    "open work vanished": ("one-step", "DELETE FROM open_work WHERE request_id = :open"),
    "two places": ("one-step", "UPDATE request SET queue = 'dispatch' WHERE id = :open"),
    "closed and open": ("one-step", "UPDATE request SET state = 'completed' WHERE id = :open"),
    "no such step": (
        "step-known",
        """UPDATE open_work SET step = 'x';
        UPDATE request SET step = 'x' WHERE step IS NOT NULL""",
    ),
    "state says otherwise": ("state", "UPDATE request SET state = 'returned' WHERE id = :open"),
    "holder without the role": (
        "claim",
        """UPDATE open_work SET claimed_by = (SELECT id FROM staff WHERE username = 'l.alghamdi')
        WHERE request_id = :held""",
    ),
    "barred holder": (
        "claim",
        """INSERT INTO work_bar SELECT request_id, claimed_by, 'four-eyes' FROM open_work
        WHERE request_id = :held""",
    ),
    "half a claim": (
        "claim",
        "UPDATE open_work SET claim_expires_at = NULL WHERE request_id = :held",
    ),
    "one pair of eyes": (
        "four-eyes",
        "UPDATE request_step SET staff_id = 1 WHERE step IN ('review', 'approve')",
    ),
    "an event altered": ("event-chain", "UPDATE event SET data = '{}' WHERE kind = 'work-claimed'"),
    "an event cut out": (
        "event-chain",
        "DELETE FROM event WHERE id = (SELECT min(id) FROM event WHERE kind = 'work-claimed')",
    ),
    "a request miscounts": ("event-count", "UPDATE request SET event_count = 99 WHERE id = :open"),
    "an account activated by nobody": ("account", "UPDATE account SET request_id = :open"),
    "an activation without account": ("account", "DELETE FROM account"),
    "one mobile, two accounts": ("mobile", "UPDATE account SET mobile = '+966500000000'"),
    "sent twice": (
        "message",
        """UPDATE message SET state = 'waiting'
        WHERE id = (SELECT min(id) FROM message WHERE state = 'sent')""",
    ),
    "paper altered": (
        "document",
        """UPDATE content
        SET data = (SELECT data FROM content WHERE media_type = 'image/png' LIMIT 1)
        WHERE sha256 = (SELECT min(sha256) FROM document)""",
    ),
    "copies miscounted": ("copies", "UPDATE document SET copies = 7"),
}


@pytest.fixture
def built(demonstration_desk):
    desk, _ = demonstration_desk
    return desk


def corrupt(desk, statements):
    with desk.database.change() as connection:
        rows = {
            "open": connection.execute(text(OPEN)).scalar(),
            "held": connection.execute(text(HELD)).scalar(),
        }
        for statement in statements.split(";"):
            given = {name: row for name, row in rows.items() if f":{name}" in statement}
            assert connection.execute(text(statement), given).rowcount > 0


def test_a_demonstration_is_whole(built):
    check(built, BRANCH_CODE)


@pytest.mark.parametrize("corruption", CORRUPTIONS)
def test_a_corrupted_row_is_noticed(built, corruption):
    which, statements = CORRUPTIONS[corruption]
    corrupt(built, statements)
    with pytest.raises(InvariantBroken) as broken:
        check(built, BRANCH_CODE)
    assert broken.value.which == which
    assert broken.value.detail


def test_a_running_day_notices_what_was_written_since(built):
    watching = Invariants(built, BRANCH_CODE)
    watching.check()
    watching.check()
    corrupt(built, "UPDATE request SET event_count = event_count + 1 WHERE id = :open")
    with pytest.raises(InvariantBroken, match="event-count"):
        watching.check()


def test_a_total_that_is_not_its_list_is_noticed(built, monkeypatch):
    wrong = QueueCount(queue="dispatch", open=999, claimed=0, overdue=0, oldest_at=None)
    monkeypatch.setattr("absher_desk.operations.queue_invariants.queue_counts", lambda *_: (wrong,))
    assert "999" in next(broken_totals(built, program_reader(BRANCH_CODE), None))
    with pytest.raises(InvariantBroken, match="totals"):
        check(built, BRANCH_CODE)
