"""An activation at the counter as it happens: compare, send the code, hear it, activate, print."""

import re

from absher_desk.gateways.phones import Phones
from absher_desk.operations.activation import MOBILE_MOVE_TOLD, activate_account
from absher_desk.operations.claims import release, renew_leases
from absher_desk.operations.codes import confirm_code, send_code
from absher_desk.operations.comparison import Comparison, Verdict, compare
from absher_desk.operations.decisions import decide
from absher_desk.operations.drafts import save_draft
from absher_desk.operations.errors import Refused, Unavailable
from absher_desk.operations.parking import hold
from absher_desk.operations.request_file import RequestFile, open_request
from absher_desk.simulation.stations import Doing, DoingUntil, Station, print_paper
from absher_desk.standards.digits import ascii_digits

FORM = "activation-form"
_SENDINGS = 3
_USUAL, _WRONG_ONCE, _WRONG_ALWAYS, _LATE = "usual", "wrong-once", "wrong-always", "late"


def activate(station: Station, request_id: int) -> Doing:
    """All of it, from the look at the comparison to the printed form, or how it ends otherwise."""
    desk, officer = station.desk, station.officer
    file = open_request(desk, officer, request_id)
    comparison = compare(desk, officer, request_id)
    yield station.looks("compared", 20, 70)
    ending = _early_ending(station, comparison)
    if ending is not None:
        yield from end_early(station, request_id, ending)
        return
    answers = good_answers(station, file)
    if comparison.mobile_moves:
        answers[MOBILE_MOVE_TOLD] = True
    if station.incidents:
        save_draft(desk, officer, request_id, {"answers": answers})
        yield station.done("draft-saved", 5, 30)
    confirmed = yield from confirm_mobile(station, request_id, file.applicant["mobile"])
    if station.incidents:
        renew_leases(desk, officer)
    if not confirmed:
        yield from end_early(station, request_id, "hold")
        return
    note = station.says("note") if station.happens(8) else ""
    try:
        activate_account(
            desk, officer, request_id, answers=answers, accepted=comparison.to_accept, note=note
        )
    except Refused:
        # The account is active already, through another request of the same person.
        yield from end_early(station, request_id, "reject")
        return
    yield station.done("account-activated", 5, 15)
    yield from print_paper(station, request_id, FORM)


def good_answers(station: Station, file: RequestFile) -> dict[str, object]:
    """The checklist of the open step, all of it in order."""
    if file.open_step is None:
        return {}
    step = station.desk.catalogue.service(file.service).step(file.open_step.step)
    return {check.key: check.accepted[0] if check.accepted else True for check in step.checklist}


def end_early(station: Station, request_id: int, ending: str) -> Doing:
    """Hold, release, return or reject a request, with what the officer writes as the reason."""
    desk, officer = station.desk, station.officer
    if ending == "release":
        save_draft(desk, officer, request_id, {"note": station.says("note")})
        release(desk, officer, request_id)
    elif ending == "hold":
        until = desk.now() + station.chance.seconds(1200, 7200)
        hold(desk, officer, request_id, station.says("held"), until)
    else:
        reason = station.says("returned" if ending == "return" else "rejected")
        decide(desk, officer, request_id, ending, reason=reason)
    yield station.done(ending, 10, 40)


def confirm_mobile(station: Station, request_id: int, mobile: str) -> DoingUntil:
    """Send codes until the applicant has dictated the right one in time; False if he never did."""
    desk, officer = station.desk, station.officer
    for _ in range(_SENDINGS):
        try:
            send_code(desk, officer, request_id)
        except Refused:
            yield station.looks("code-too-soon", 30, 61)
            continue
        except Unavailable:
            yield station.done("code-not-sent", 61, 90)
            continue
        yield station.done("code-sent", 10, 45)
        if (yield from _hear_code(station, request_id, mobile)):
            return True
    return False


def dictated_code(phones: Phones, mobile: str, digits: int) -> str:
    """The code that the applicant reads from the newest message with one; empty without any."""
    code = re.compile(rf"(?<!\d)\d{{{digits}}}(?!\d)", re.ASCII)
    for message in reversed(phones.delivered):
        found = code.search(ascii_digits(message.text)) if message.recipient == mobile else None
        if found:
            return found[0]
    return ""


def _hear_code(station: Station, request_id: int, mobile: str) -> DoingUntil:
    desk, officer = station.desk, station.officer
    luck = _USUAL
    if station.incidents:
        luck = station.chance.weighted((_USUAL, _WRONG_ONCE, _WRONG_ALWAYS, _LATE), (84, 9, 3, 4))
    if luck == _LATE:
        life = int(desk.setting("otp.ttl"))
        yield station.looks("applicant-late", life, life + 60)
        renew_leases(desk, officer)
    for attempt in range(int(desk.setting("otp.tries"))):
        code = dictated_code(station.world.phones, mobile, int(desk.setting("otp.digits")))
        wrong = luck == _WRONG_ALWAYS or (luck == _WRONG_ONCE and attempt == 0)
        try:
            confirm_code(desk, officer, request_id, misheard(code) if wrong else code)
        except Refused as refused:
            yield station.done(refused.code, 10, 25)
            if refused.code != "code.wrong":
                yield station.looks("waited", 61, 80)
                return False
            continue
        yield station.done("code-confirmed", 3, 8)
        return True
    return False


def misheard(code: str) -> str:
    """Another code: the last digit one higher."""
    return f"{code[:-1]}{(int(code[-1:] or 0) + 1) % 10}"


def _early_ending(station: Station, comparison: Comparison) -> str | None:
    """How it ends before a code is sent; None when nothing is in the way."""
    if station.happens(2):
        return "reject"  # the person is not the one in the pictures
    differs = any(row.verdict is Verdict.DIFFERENT for row in comparison.rows)
    if differs and station.happens(50):
        return "return"
    if not comparison.in_register and station.happens(40):
        return "hold"
    if station.happens(4):
        return station.chance.one_of(("hold", "release", "return"))
    return None
