"""Civil affairs: deadlines of births and deaths, late fines, who may ask (domain 5.4-5.6)."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from absher_desk.catalogue.rules.reading import Details, Problems, day_in, number_in, text_in
from absher_desk.catalogue.rules.spans import years_since
from absher_desk.catalogue.situation import Setting, Situation
from absher_desk.standards.problems import Problem

_FIRST_DEGREE = frozenset(
    {"son", "daughter", "child", "husband", "wife", "spouse", "father", "mother", "parent"}
)


def deadline(event: date, days: int) -> date:
    """The last day on which an event is reported in time."""
    return event + timedelta(days=days)


def birth_late_fine(born: date, day: date, setting: Setting) -> Decimal:
    """Fine in riyals: so much for each year after the deadline (domain 5.5)."""
    last = deadline(born, int(setting("birth.days")))
    if day <= last:
        return Decimal(0)
    started = setting("birth.rounding") == "started-year"
    fine: Decimal = setting("birth.fine_per_year")
    return fine * years_since(last, day, started=started)


def late_birth_fee(details: Details, situation: Situation) -> Decimal | None:
    """The late fine of a birth registration."""
    born = day_in(details, "born_at")
    return None if born is None else birth_late_fine(born, situation.day, situation.setting)


def birth_in_time(details: Details, situation: Situation) -> Problems:
    """A birth registered late carries a fine, which the officer may override with a reason."""
    return _late(details, "born_at", situation, "birth.days")


def death_in_time(details: Details, situation: Situation) -> Problems:
    """A death reported late."""
    return _late(details, "died_at", situation, "death.days")


def _late(details: Details, name: str, situation: Situation, setting: str) -> Problems:
    happened, days = day_in(details, name), situation.setting(setting)
    if happened is None or situation.day <= deadline(happened, days):
        return ()
    return (Problem("details.registered-late", name, {"days": days}),)


def parent_asks(details: Details, situation: Situation) -> Problems:
    """A birth asked for by somebody who is neither parent."""
    parents = {details.get("father_id"), details.get("mother_id")} - {None}
    if situation.applicant_id is None or not parents or situation.applicant_id in parents:
        return ()
    return (Problem("details.not-parent", "father_id"),)


def parents_differ(details: Details, _situation: Situation) -> Problems:
    """One number cannot be both parents."""
    if details.get("father_id") is not None and details["father_id"] == details.get("mother_id"):
        return (Problem("details.same-parent", "mother_id"),)
    return ()


def informant_lives(details: Details, situation: Situation) -> Problems:
    """Nobody reports his own death."""
    dead = details.get("deceased_id")
    if dead is None or dead != situation.applicant_id:
        return ()
    return (Problem("details.own-death", "deceased_id"),)


def near_relative(details: Details, _situation: Situation) -> Problems:
    """Only first-degree relatives are served without a visit (domain 5.6)."""
    relation = text_in(details, "informant_relation")
    if relation is None or relation in _FIRST_DEGREE:
        return ()
    return (Problem("details.not-first-degree", "informant_relation"),)


def lost_id_fine(details: Details, situation: Situation) -> Decimal | None:
    """The fine of a replaced ID card by earlier losses; None for other documents (domain 5.4)."""
    if details.get("document_type") != "national-id" or details.get("loss_type") == "damaged":
        return None
    ladder: Sequence[int] = situation.setting("lost.id.fine_ladder")
    return Decimal(ladder[min(number_in(details, "previous_losses") or 0, len(ladder) - 1)])


def own_identity_document(details: Details, situation: Situation) -> Problems:
    """An ID card or iqama bears its holder's number; another number may be a dependant's."""
    if situation.applicant_id is None:
        return ()
    if details.get("document_type") not in {"national-id", "iqama"}:
        return ()
    if details.get("document_number") in {None, situation.applicant_id}:
        return ()
    return (Problem("details.other-holder", "document_number"),)
