"""Papers: archived once with their hash, printed as jobs, copies counted, no end left unasked."""

import hashlib

import pytest
from sqlalchemy import func, select

from absher_desk.models.document import Content, Document, PrintJob
from absher_desk.operations.documents import issue_document, read_document, render_form
from absher_desk.operations.errors import Conflict, NotFound, Refused
from absher_desk.operations.print_jobs import (
    find_unknown_jobs,
    finish_printing,
    note_accepted,
    say_what_came_out,
    start_printing,
)
from absher_desk.operations.sign_in import sign_out
from tests.builders import PlainComposer, program_of, register, signed_in
from tests.operations.acting import kinds, one, rows

FORM = "request-receipt"


@pytest.fixture
def paper(desk):
    """A clerk, a request, and its archived receipt."""
    clerk = signed_in(desk, "clerk")
    [request_id] = register(desk)
    return clerk, request_id, issue_document(desk, clerk, request_id, FORM)


def printed(desk, clerk, document_id):
    order = start_printing(desk, clerk, document_id, "desk")
    note_accepted(desk, clerk, order.job_id, "77")
    finish_printing(desk, clerk, order.job_id, "printed")
    return order


def at_compose(monkeypatch, act):
    """Run `act` once, while the next page is being drawn."""
    waiting = [act]

    def compose(self, form, facts, copy_number):
        if waiting:
            waiting.pop()()
        return f"%PDF {form} {copy_number}".encode()

    monkeypatch.setattr(PlainComposer, "compose", compose)


def test_a_form_is_archived_once_under_its_hash(desk, paper):
    clerk, request_id, document_id = paper
    assert issue_document(desk, clerk, request_id, FORM) == document_id
    archived = read_document(desk, clerk, document_id)
    assert one(desk, Document, document_id).sha256 == hashlib.sha256(archived).hexdigest()
    assert archived == render_form(desk, clerk, request_id, FORM)
    assert kinds(desk, request_id) == ["request-registered", "document-issued"]


def test_two_desks_issuing_at_once_make_one_document(desk, monkeypatch):
    one_clerk, other = signed_in(desk, "clerk"), signed_in(desk, "clerk2")
    [request_id] = register(desk)
    made = []
    at_compose(monkeypatch, lambda: made.append(issue_document(desk, other, request_id, FORM)))
    made.append(issue_document(desk, one_clerk, request_id, FORM))
    assert made[0] == made[1]
    assert rows(desk, select(func.count(Document.id)))[0][0] == 1


def test_a_form_of_another_service_is_refused(desk, paper):
    clerk, request_id, _ = paper
    with pytest.raises(Refused) as fault:
        issue_document(desk, clerk, request_id, "passport-data-page")
    assert fault.value.code == "document.no-such-form"


def test_papers_of_another_branch_are_not_there(desk, paper):
    _, request_id, document_id = paper
    stranger = program_of(desk, "1201")
    for act in (
        lambda: issue_document(desk, stranger, request_id, FORM),
        lambda: read_document(desk, stranger, document_id),
        lambda: start_printing(desk, stranger, document_id, "desk"),
    ):
        with pytest.raises(NotFound):
            act()


def test_the_first_print_is_the_original_and_each_further_one_a_counted_copy(desk, paper):
    clerk, _, document_id = paper
    first = printed(desk, clerk, document_id)
    assert (first.copy_number, first.pdf) == (0, read_document(desk, clerk, document_id))
    assert [printed(desk, clerk, document_id).copy_number for _ in range(2)] == [1, 2]
    assert one(desk, Document, document_id).copies == 2
    hashes = {row.sha256 for row in rows(desk, select(PrintJob.sha256))}
    assert len(hashes) == 3
    assert hashes <= {row.sha256 for row in rows(desk, select(Content.sha256))}


def test_what_failed_is_printed_again_as_the_original(desk, paper):
    clerk, request_id, document_id = paper
    order = start_printing(desk, clerk, document_id, "desk")
    finish_printing(desk, clerk, order.job_id, "failed", "printing.printer-silent")
    assert start_printing(desk, clerk, document_id, "desk").copy_number == 0
    assert "print-failed" in kinds(desk, request_id)


def test_an_end_is_noted_once(desk, paper):
    clerk, _, document_id = paper
    order = printed(desk, clerk, document_id)
    note_accepted(desk, clerk, order.job_id, "78")
    with pytest.raises(Conflict) as fault:
        finish_printing(desk, clerk, order.job_id, "failed")
    assert fault.value.code == "print.already-finished"
    row = one(desk, PrintJob, order.job_id)
    assert (row.state, row.printer_job) == ("printed", "77")


def test_nobody_else_prints_a_paper_that_is_being_sent(desk, paper):
    clerk, _, document_id = paper
    start_printing(desk, clerk, document_id, "desk")
    with pytest.raises(Conflict) as fault:
        start_printing(desk, signed_in(desk, "clerk2"), document_id, "desk")
    assert fault.value.code == "print.copied-elsewhere"


def test_two_desks_copying_at_once_do_not_make_the_same_copy(desk, paper, monkeypatch):
    clerk, _, document_id = paper
    printed(desk, clerk, document_id)
    other = signed_in(desk, "clerk2")
    at_compose(monkeypatch, lambda: printed(desk, other, document_id))
    with pytest.raises(Conflict) as fault:
        start_printing(desk, clerk, document_id, "desk")
    assert fault.value.code == "print.copied-elsewhere"
    assert one(desk, Document, document_id).copies == 1


def test_two_desks_printing_the_original_at_once_print_it_once(desk, paper, monkeypatch):
    clerk, _, document_id = paper
    other = signed_in(desk, "clerk2")
    before = desk.database.change
    waiting = [lambda: printed(desk, other, document_id)]

    def change(*arguments, **options):
        if waiting:
            waiting.pop()()
        return before(*arguments, **options)

    monkeypatch.setattr(desk.database, "change", change)
    with pytest.raises(Conflict) as fault:
        start_printing(desk, clerk, document_id, "desk")
    assert fault.value.code == "print.copied-elsewhere"


def test_a_job_of_a_working_desk_is_left_alone(desk, paper):
    clerk, _, document_id = paper
    start_printing(desk, clerk, document_id, "desk")
    assert find_unknown_jobs(desk, program_of(desk)) == ()


def test_a_power_cut_leaves_no_desk_working(desk, paper):
    clerk, _, document_id = paper
    order = start_printing(desk, clerk, document_id, "desk")
    found = find_unknown_jobs(desk, program_of(desk), nobody_works=True)
    assert [job.job_id for job in found] == [order.job_id]


@pytest.mark.parametrize("end", ["signed-out", "signed-in-again", "silent"])
def test_a_job_of_a_gone_desk_is_asked_about_until_somebody_says(desk, paper, end):
    clerk, request_id, document_id = paper
    order = start_printing(desk, clerk, document_id, "desk")
    if end == "signed-out":
        sign_out(desk, clerk)
    elif end == "signed-in-again":
        signed_in(desk, "clerk2")  # at the same counter
    else:
        desk.outside.clock.forward(minutes=5)
    for _ in range(2):
        [job] = find_unknown_jobs(desk, program_of(desk))
        assert (job.job_id, job.request_id, job.form) == (order.job_id, request_id, FORM)
    colleague = signed_in(desk, "clerk2")
    with pytest.raises(Conflict) as fault:
        start_printing(desk, colleague, document_id, "desk")
    assert fault.value.code == "print.outcome-unknown"
    say_what_came_out(desk, colleague, order.job_id, came_out=False)
    with pytest.raises(Conflict):
        say_what_came_out(desk, colleague, order.job_id, came_out=True)
    assert start_printing(desk, colleague, document_id, "desk").copy_number == 0
    assert kinds(desk, request_id).count("print-outcome-unknown") == 1


def test_a_slow_printer_may_still_say_how_it_ended(desk, paper):
    clerk, _, document_id = paper
    order = start_printing(desk, clerk, document_id, "desk")
    desk.outside.clock.forward(minutes=5)
    find_unknown_jobs(desk, program_of(desk))
    finish_printing(desk, clerk, order.job_id, "printed")
    assert find_unknown_jobs(desk, program_of(desk)) == ()


def test_a_job_of_another_branch_cannot_be_ended_here(desk, paper):
    clerk, _, document_id = paper
    order = start_printing(desk, clerk, document_id, "desk")
    stranger = program_of(desk, "1201")
    with pytest.raises(Conflict):
        finish_printing(desk, stranger, order.job_id, "printed")
    note_accepted(desk, stranger, order.job_id, "9")
    assert one(desk, PrintJob, order.job_id).state == "sending"
