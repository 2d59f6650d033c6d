"""Portal accounts (domain 7)."""

from absher_desk.catalogue.rules.reading import Details, Problems
from absher_desk.catalogue.situation import Situation
from absher_desk.standards.problems import Problem


def mobiles_differ(details: Details, _situation: Situation) -> Problems:
    """A change to the number that the account has already."""
    new = details.get("new_mobile")
    if new is None or new != details.get("old_mobile"):
        return ()
    return (Problem("details.same-mobile", "new_mobile"),)
