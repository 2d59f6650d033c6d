"""Reception centre and appointments (domain 10)."""

from absher_desk.catalogue.rules.reading import Details, Problems, day_in
from absher_desk.catalogue.situation import Situation
from absher_desk.standards.problems import Problem


def slot_ahead(details: Details, situation: Situation) -> Problems:
    """An appointment on a day that was over when it was asked for."""
    slot = day_in(details, "slot")
    return (Problem("details.slot-past", "slot"),) if slot and slot < situation.day else ()
