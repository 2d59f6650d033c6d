"""Passports and travel permits: ages, validity and deadlines (domain 5.1, 5.2, 5.8)."""

from datetime import date, timedelta

from absher_desk.catalogue.rules.reading import Details, Problems, day_in, in_order, number_in
from absher_desk.catalogue.rules.spans import months_after
from absher_desk.catalogue.situation import Setting, Situation
from absher_desk.standards.dates import hijri_age, hijri_birthday
from absher_desk.standards.problems import Malformed, Problem

_LONGEST_FOR_MINORS = 5


def passport_expiry(issued: date, years: int, setting: Setting) -> date:
    """The last day a passport is valid, in the calendar the settings name (domain 5.1).

    Raises:
        Malformed: `date.gregorian-range`, `date.hijri-range`.
    """
    if setting("passport.validity_calendar") == "hijri":
        anniversary = hijri_birthday(issued, years)
    else:
        anniversary = months_after(issued, 12 * years)
    return anniversary - timedelta(days=1 if setting("passport.expiry_minus_one_day") else 0)


def age_on(born: date, day: date, setting: Setting) -> int:
    """Completed years in the calendar in which the Jawazat counts ages (domain 5.8)."""
    if setting("passport.age_calendar") == "hijri":
        return hijri_age(born, day)
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_minor(situation: Situation) -> bool:
    """Whether the applicant is too young to choose; an unknown or impossible birth date is not."""
    if situation.birth_date is None:
        return False
    try:
        age = age_on(situation.birth_date, situation.day, situation.setting)
    except Malformed:
        return False
    return age < int(situation.setting("passport.adult_age"))


def minors_validity(details: Details, situation: Situation) -> Problems:
    """Five years only, until the age of choice."""
    years = number_in(details, "validity_years")
    if years is None or years <= _LONGEST_FOR_MINORS or not is_minor(situation):
        return ()
    age = situation.setting("passport.adult_age")
    return (Problem("details.minor-validity", "validity_years", {"age": age}),)


def guardian_refuses(details: Details, situation: Situation) -> Problems:
    """A minor's passport against the guardian's word."""
    if is_minor(situation) and details.get("guardian_consent") is False:
        return (Problem("details.guardian-refuses", "guardian_consent"),)
    return ()


def guardian_missing(details: Details, situation: Situation) -> Problems:
    """A minor's request that does not name the guardian or his consent: the officer asks for it."""
    if not is_minor(situation):
        return ()
    names = ("guardian_id", "guardian_consent")
    return tuple(Problem("details.guardian-wanted", name) for name in names if name not in details)


def days_late(noticed: date, reported: date, setting: Setting) -> int:
    """Days by which a lost passport was reported too late (domain 5.2, LAW-TD art. 8)."""
    allowed = int(setting("lost.passport.report_days"))
    return max(0, (reported - noticed).days - allowed)


def loss_reported_late(details: Details, situation: Situation) -> Problems:
    """A passport reported after its deadline; a committee decides, so the desk only says it."""
    lost_on = day_in(details, "lost_on")
    if details.get("document_type") != "passport" or lost_on is None:
        return ()
    late = days_late(lost_on, situation.day, situation.setting)
    return (Problem("details.reported-late", "lost_on", {"days": late}),) if late else ()


def permit_span(details: Details, situation: Situation) -> Problems:
    """A travel permit's days in order, and no more of them than allowed (domain 5.8)."""
    begins, ends = day_in(details, "valid_from"), day_in(details, "valid_to")
    if begins is None or ends is None or ends < begins:
        return in_order(details, "valid_from", "valid_to")
    most = situation.setting("permit.max_days")
    if (ends - begins).days > most:
        return (Problem("details.permit-too-long", "valid_to", {"days": most}),)
    return ()


def permit_consent(details: Details, _situation: Situation) -> Problems:
    """Nobody consents to his own journey."""
    consents = details.get("consent_by")
    if consents is not None and consents == details.get("traveller_id"):
        return (Problem("details.own-consent", "consent_by"),)
    return ()


def record_span(details: Details, _situation: Situation) -> Problems:
    """The days of a travel record in order."""
    return in_order(details, "from_date", "to_date")
