"""Traffic: late registration, delegations, what an enquiry needs (domain 6.6)."""

from datetime import date, timedelta
from decimal import Decimal

from absher_desk.catalogue.rules.reading import Details, Problems, day_in, in_order
from absher_desk.catalogue.rules.spans import months_after, years_since
from absher_desk.catalogue.situation import Setting, Situation
from absher_desk.standards.problems import Problem


def registration_late_fine(expired_on: date, day: date, setting: Setting) -> Decimal:
    """Fine in riyals for renewing late: so much a started year after the days of grace."""
    grace_ends = expired_on + timedelta(days=int(setting("istimara.grace_days")))
    fine: Decimal = setting("istimara.late_fine")
    return fine * years_since(grace_ends, day, started=True)


def delegation_span(details: Details, situation: Situation) -> Problems:
    """A delegation's days in order; for driving outside the country only so many months."""
    begins, ends = day_in(details, "valid_from"), day_in(details, "valid_to")
    if begins is None or ends is None or ends < begins:
        return in_order(details, "valid_from", "valid_to")
    most = situation.setting("tafweed.max_months_out")
    if details.get("scope") == "outside" and ends > months_after(begins, most):
        return (Problem("details.delegation-too-long", "valid_to", {"months": most}),)
    return ()


def delegate_is_another(details: Details, situation: Situation) -> Problems:
    """A delegate or user who is the applicant himself: probably a slip."""
    return tuple(
        Problem("details.same-person", name)
        for name in ("delegate_id", "user_id")
        if details.get(name) is not None and details[name] == situation.applicant_id
    )


def vehicle_named(details: Details, _situation: Situation) -> Problems:
    """An insurance enquiry needs the plate or the sequence number."""
    if "plate" in details or "sequence_number" in details:
        return ()
    return (Problem("details.vehicle-wanted", "plate"),)
