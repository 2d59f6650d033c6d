"""Every operation refuses the role that lacks its right, below the screen, and writes nothing."""

from datetime import date

import pytest
from sqlalchemy import func, select

from absher_desk.models.event import Event
from absher_desk.operations import queue_pages as pages
from absher_desk.operations.activation import activate_account
from absher_desk.operations.assignment import assign
from absher_desk.operations.audit import verify_log
from absher_desk.operations.branch_setup import NewStaff, add_staff
from absher_desk.operations.claims import claim, claim_next, claimed_count, release, renew_leases
from absher_desk.operations.codes import confirm_code, send_code
from absher_desk.operations.comparison import compare
from absher_desk.operations.day_close import close_day, closed_day
from absher_desk.operations.day_report import day_report
from absher_desk.operations.decisions import decide
from absher_desk.operations.documents import issue_document, read_document, render_form
from absher_desk.operations.drafts import save_draft
from absher_desk.operations.errors import Refused
from absher_desk.operations.parking import hold, resume
from absher_desk.operations.print_jobs import (
    finish_printing,
    note_accepted,
    say_what_came_out,
    start_printing,
)
from absher_desk.operations.request_file import open_request, read_attachment
from absher_desk.operations.rights import Right
from absher_desk.operations.search import request_id_of, search
from tests.builders import STAFF, signed_in
from tests.operations.acting import rows

DAY = date(2026, 11, 23)
QUERY = pages.QueueQuery(queue="account-activation")
MEMBER = NewStaff(username="new", name_ar="موظف", name_en="Staff", roles=["clerk"], password="x")

NEEDS = {
    Right.WORK: {
        "claim_next": lambda d, o: claim_next(d, o, "account-activation"),
        "claim": lambda d, o: claim(d, o, 1),
        "release": lambda d, o: release(d, o, 1),
        "renew_leases": renew_leases,
        "claimed_count": claimed_count,
        "decide": lambda d, o: decide(d, o, 1, "reject", reason="x"),
        "activate_account": lambda d, o: activate_account(d, o, 1, answers={}, accepted=()),
        "send_code": lambda d, o: send_code(d, o, 1),
        "confirm_code": lambda d, o: confirm_code(d, o, 1, "1"),
        "save_draft": lambda d, o: save_draft(d, o, 1, {}),
        "hold": lambda d, o: hold(d, o, 1, "x", None),
        "resume": lambda d, o: resume(d, o, 1),
    },
    Right.READ_QUEUES: {
        "queue_counts": pages.queue_counts,
        "queue_rows": lambda d, o: pages.queue_rows(d, o, QUERY, offset=0, limit=1, total=0),
        "queue_totals": lambda d, o: pages.queue_totals(d, o, QUERY),
        "latest_mark": pages.latest_mark,
    },
    Right.READ_REQUESTS: {
        "open_request": lambda d, o: open_request(d, o, 1),
        "search": lambda d, o: search(d, o, "فهد"),
        "request_id_of": lambda d, o: request_id_of(d, o, "x"),
        "compare": lambda d, o: compare(d, o, 1),
        "render_form": lambda d, o: render_form(d, o, 1, "x"),
        "read_document": lambda d, o: read_document(d, o, 1),
        "read_attachment": lambda d, o: read_attachment(d, o, 1),
    },
    Right.PRINT: {
        "issue_document": lambda d, o: issue_document(d, o, 1, "x"),
        "start_printing": lambda d, o: start_printing(d, o, 1, "x"),
        "note_accepted": lambda d, o: note_accepted(d, o, 1, "x"),
        "finish_printing": lambda d, o: finish_printing(d, o, 1, "printed"),
        "say_what_came_out": lambda d, o: say_what_came_out(d, o, 1, came_out=True),
    },
    Right.ASSIGN: {"assign": lambda d, o: assign(d, o, [1], 1)},
    Right.READ_REPORTS: {
        "day_report": lambda d, o: day_report(d, o, DAY),
        "closed_day": lambda d, o: closed_day(d, o, DAY),
    },
    Right.CLOSE_DAY: {"close_day": lambda d, o: close_day(d, o, DAY)},
    Right.VERIFY_AUDIT: {"verify_log": verify_log},
    Right.MANAGE_BRANCH: {"add_staff": lambda d, o: add_staff(d, o, MEMBER)},
}
MAY = {
    "activation-officer": {Right.WORK, Right.READ_QUEUES, Right.READ_REQUESTS, Right.PRINT},
    "clerk": {Right.WORK, Right.READ_QUEUES, Right.READ_REQUESTS, Right.PRINT},
    "supervisor": {Right.WORK, Right.READ_QUEUES, Right.READ_REQUESTS, Right.PRINT, Right.ASSIGN,
                   Right.READ_REPORTS, Right.CLOSE_DAY},
    "administrator": {Right.MANAGE_BRANCH},
    "auditor": {Right.READ_QUEUES, Right.READ_REQUESTS, Right.READ_REPORTS, Right.VERIFY_AUDIT},
}  # fmt: skip


@pytest.mark.parametrize("username", ["officer", "clerk", "supervisor", "administrator", "auditor"])
def test_who_lacks_the_right_is_refused_and_nothing_is_written(desk, username):
    officer = signed_in(desk, username)
    [role] = STAFF[username]
    before = rows(desk, select(func.count(Event.id)))
    for right, operations in NEEDS.items():
        for name, operation in operations.items():
            if right in MAY[role]:
                continue
            with pytest.raises(Refused) as fault:
                operation(desk, officer)
            assert (fault.value.code, fault.value.values) == (
                "right.missing", {"right": str(right)},
            ), name  # fmt: skip
    assert rows(desk, select(func.count(Event.id))) == before
    assert officer.rights - {Right.REGISTER_REQUESTS} == MAY[role]
