"""The other steps of a simulated day: read the request, answer its checks, print, decide."""

from absher_desk.catalogue.entries import Step
from absher_desk.catalogue.kinds import StepKind
from absher_desk.operations.claims import Claim, release
from absher_desk.operations.decisions import NEEDS_REASON, decide
from absher_desk.operations.errors import Conflict
from absher_desk.operations.request_file import open_request
from absher_desk.simulation.activating import activate, end_early, good_answers
from absher_desk.simulation.stations import Doing, Station, print_paper

_REASONS = {
    "return": "returned",
    "reject": "rejected",
    "failed": "failed",
    "uncollected": "uncollected",
    "refer-back": "refer_back",
}
_OTHERWISE_PERCENT = 12


def work_on(station: Station, claim: Claim) -> Doing:
    """Work on what was claimed until it leaves his hands, whoever takes it from him meanwhile."""
    file = open_request(station.desk, station.officer, claim.request_id)
    step = station.desk.catalogue.service(file.service).step(claim.step)
    try:
        if step.kind is StepKind.ACTIVATE:
            yield from activate(station, claim.request_id)
        else:
            yield from take_step(station, claim.request_id, step)
    except Conflict as conflict:
        yield station.done(conflict.code, 5, 20)
        yield from _let_go(station, claim.request_id)


def take_step(station: Station, request_id: int, step: Step, outcome: str | None = None) -> Doing:
    """Do a step that has no station of its own; without `outcome` his luck decides."""
    desk, officer = station.desk, station.officer
    file = open_request(desk, officer, request_id)
    yield station.looks("read", 15, 100)
    if station.happens(5):
        yield from end_early(station, request_id, station.chance.one_of(("hold", "release")))
        return
    usual = next(key for key in desk.catalogue.kinds[step.kind].outcomes if key in step.on)
    if outcome is None:
        outcome = _other_outcome(station, step) or usual
    if outcome == usual:
        for form in step.documents:
            yield from print_paper(station, request_id, form)
    reason = station.says(_REASONS.get(outcome, outcome)) if outcome in NEEDS_REASON else None
    answers = good_answers(station, file) if reason is None else {}
    decide(desk, officer, request_id, outcome, reason=reason, answers=answers)
    yield station.done(f"{step.kind}:{outcome}", 5, 20)


def _other_outcome(station: Station, step: Step) -> str | None:
    others = list(step.on)[1:]
    if others and station.happens(_OTHERWISE_PERCENT):
        return station.chance.one_of(others)
    return None


def _let_go(station: Station, request_id: int) -> Doing:
    """Give back what he may still hold after a conflict."""
    try:
        release(station.desk, station.officer, request_id)
    except Conflict:
        return
    yield station.done("release", 2, 5)
