"""Steps and their outcomes: each service walked to each of its ends, four eyes, reasons, checks."""

from functools import cache

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from absher_desk.catalogue.entries import ends
from absher_desk.catalogue.loading import load
from absher_desk.models.account import Message
from absher_desk.models.event import Event
from absher_desk.models.request import Request
from absher_desk.models.work import Draft, OpenWork, RequestStep, WorkBar
from absher_desk.operations.audit import verify_log
from absher_desk.operations.branch_setup import NewStaff, add_staff
from absher_desk.operations.claims import claim, claim_next
from absher_desk.operations.decisions import NEEDS_REASON, decide
from absher_desk.operations.drafts import save_draft
from absher_desk.operations.errors import Conflict, NotFound, Refused
from absher_desk.operations.parking import resume
from tests.builders import PASSWORD, program_of, register, signed_in
from tests.operations.acting import one, rows, work

SERVICES = (
    "account-activation", "lost-document-report", "lost-document-replacement",
    "passport-renewal", "complaint",
)  # fmt: skip


@cache
def ways(service_code, delivery):
    """For every outcome of every step that can be reached, the shortest way that ends in it."""
    service = load().service(service_code)
    before = {service.start: ()}
    todo = [service.start]
    while todo:
        key = todo.pop(0)
        for outcome in service.step(key).on:
            target = service.step(key).next(outcome, delivery)
            if not ends(target) and target not in before:
                before[target] = (*before[key], (key, outcome))
                todo.append(target)
    found = [
        (*way, (key, outcome)) for key, way in before.items() for outcome in service.step(key).on
    ]
    # The activation has its own operation and its own tests.
    return [way for way in found if way[-1] != ("activate", "activate")]


class Colleagues:
    """Enough people that four eyes never stop the work."""

    def __init__(self, desk):
        self.desk = desk
        program = program_of(desk)
        self.of_role = {}
        roles = ("clerk", "supervisor", "passport-clerk", "dispatch-clerk", "activation-officer")
        for name, role in [(f"{role}-{number}", role) for role in roles for number in (8, 9)]:
            member = NewStaff(
                username=name, name_ar="موظف", name_en="Staff", roles=[role], password=PASSWORD
            )
            add_staff(desk, program, member)
            self.of_role.setdefault(role, []).append(signed_in(desk, name, program))

    def for_step(self, step, request_id):
        barred = rows(self.desk, select(WorkBar.staff_id).where(WorkBar.request_id == request_id))
        kept_out = {row.staff_id for row in barred}
        return next(who for who in self.of_role[step.role] if who.staff_id not in kept_out)


@pytest.fixture
def colleagues(desk, monkeypatch):
    # Hashing is tested with signing in; here many people only need to exist.
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr("absher_desk.operations.branch_setup.hash_password", cheap.hash)
    return Colleagues(desk)


@pytest.mark.parametrize("service_code", SERVICES)
def test_every_outcome_of_every_step_leads_where_the_catalogue_says(desk, colleagues, service_code):
    service = desk.catalogue.service(service_code)
    at_counter, by_post = ways(service_code, "counter"), ways(service_code, "post")
    all_ways = [("counter", way) for way in at_counter]
    all_ways += [("post", way) for way in by_post if way not in at_counter]
    for index, (delivery, way) in enumerate(all_ways, start=1):
        [request_id] = register(
            desk, first=index, service=service_code, delivery=delivery, details={}
        )
        for key, outcome in way:
            officer = colleagues.for_step(service.step(key), request_id)
            target = work(desk, officer, request_id, outcome, reason_for(outcome))
            assert target == service.step(key).next(outcome, delivery)
            assert_arrived(desk, request_id, outcome, target)
            if one(desk, Request, request_id).state == "returned":
                resume(desk, officer, request_id)
        assert finished_steps(desk, request_id) == list(way)
    assert verify_log(desk, signed_in(desk, "auditor")).intact


def reason_for(outcome):
    return "سبب" if outcome in NEEDS_REASON else None


def assert_arrived(desk, request_id, outcome, target):
    row = one(desk, Request, request_id)
    if ends(target):
        assert (row.state, row.queue, row.step) == (target, None, None)
        assert row.closed_at == desk.now()
        return
    assert (row.step, row.queue) == (target, desk.catalogue.service(row.service).step(target).queue)
    assert row.state == ("returned" if outcome == "return" else "in-progress")


def finished_steps(desk, request_id):
    statement = select(RequestStep.step, RequestStep.outcome).order_by(RequestStep.id)
    return [tuple(row) for row in rows(desk, statement.where(RequestStep.request_id == request_id))]


def come_so_far(desk, service, *done):
    """A request of a service after some steps; `done` are (username, outcome)."""
    [request_id] = register(desk, service=service, details={})
    for username, outcome in done:
        work(desk, signed_in(desk, username), request_id, outcome)
    return request_id


def test_maker_and_checker_are_two_people(desk):
    request_id = come_so_far(desk, "lost-document-replacement", ("clerk", "report"))
    same = signed_in(desk, "clerk")
    with pytest.raises(Refused) as fault:
        claim(desk, same, request_id)
    assert fault.value.code == "bar.four-eyes"
    assert claim_next(desk, same, "reviews") is None
    assert claim_next(desk, signed_in(desk, "clerk2"), "reviews").request_id == request_id


def test_the_applicant_is_told_once_of_each_return(desk):
    [request_id] = register(desk)
    officer = signed_in(desk, "officer")
    work(desk, officer, request_id, "return", "الصورة غير واضحة")
    resume(desk, officer, request_id)
    work(desk, officer, request_id, "reject", "مكرر")
    told = rows(
        desk, select(Message.template).where(Message.request_id == request_id).order_by(Message.id)
    )
    assert [row.template for row in told] == ["message.returned", "message.rejected"]


def test_what_nobody_collected_is_filed_without_saying_who_received_it(desk):
    done = [("clerk", "report"), ("clerk2", "approve"), ("supervisor", "approve")]
    request_id = come_so_far(desk, "lost-document-replacement", *done, ("clerk", "printed"))
    clerk = signed_in(desk, "clerk")
    claim(desk, clerk, request_id)
    with pytest.raises(Refused) as fault:
        decide(desk, clerk, request_id, "handed-over")
    assert (fault.value.code, fault.value.values) == ("step.checks-missing", {"count": 1})
    assert decide(desk, clerk, request_id, "uncollected") == "filed"


def test_only_the_steps_own_checks_are_written_down(desk):
    [request_id] = register(desk, service="lost-document-report", details={})
    clerk = signed_in(desk, "clerk")
    claim(desk, clerk, request_id)
    answers = {"finality-told": True, "declaration-signed": True, "memo": "0501234567"}
    decide(desk, clerk, request_id, "report", answers=answers)
    [row] = rows(desk, select(Event.data).where(Event.kind == "step-finished"))
    assert '"declaration-signed":true' in row.data
    assert "0501234567" not in row.data


def test_an_outcome_the_step_has_not(desk):
    [request_id] = register(desk)
    officer = signed_in(desk, "officer")
    claim(desk, officer, request_id)
    with pytest.raises(Refused) as fault:
        decide(desk, officer, request_id, "printed")
    assert fault.value.code == "step.no-such-outcome"
    with pytest.raises(Refused) as fault:
        decide(desk, officer, request_id, "activate")
    assert fault.value.code == "step.own-station"
    assert rows(desk, select(RequestStep.id)) == []


def test_a_request_of_another_branch_is_not_there(desk):
    [request_id] = register(desk, program=program_of(desk, "1201"), branch_code="1201")
    officer = signed_in(desk, "officer")
    with pytest.raises(NotFound) as fault:
        decide(desk, officer, request_id, "reject", reason="مكرر")
    assert fault.value.code == "request.not-found"


def test_a_decided_step_takes_its_draft_along(desk):
    [request_id] = register(desk)
    officer = signed_in(desk, "officer")
    claim(desk, officer, request_id)
    save_draft(desk, officer, request_id, {"note": "ينتظر"})
    decide(desk, officer, request_id, "return", reason="ناقص")
    assert rows(desk, select(Draft.request_id)) == []
    with pytest.raises(Conflict):
        save_draft(desk, officer, request_id, {"note": "متأخر"})
    [work_row] = rows(desk, select(OpenWork.claimed_by, OpenWork.parked, OpenWork.parked_reason))
    assert tuple(work_row) == (None, "returned", "ناقص")
