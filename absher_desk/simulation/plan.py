"""The plan of a demonstration: who asked for what, when, and how far it has come by now."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Final

from absher_desk.operations.civil_register import CivilRecord
from absher_desk.operations.desk import Desk, day_of
from absher_desk.operations.registering import NewRequest
from absher_desk.simulation.outside import PlayedDesk
from absher_desk.simulation.people import Person, people
from absher_desk.simulation.randomness import SeededRandomness
from absher_desk.simulation.register_entries import Standing, civil_record, standings
from absher_desk.simulation.wishes import ACTIVATION, Wishes
from absher_desk.standards.opening_hours import RIYADH
from absher_desk.standards.working_time import WorkingCalendar

WORKED, RETURNED, HELD = "worked", "returned", "held"
CLAIMED, GIVEN, WAITING = "claimed", "given", "waiting"
"""What became of a request's open step until now; given is what a supervisor assigned."""

_FATES: Final = {RETURNED: 8, HELD: 6, CLAIMED: 6, GIVEN: 7, WAITING: 73}
_WORKED_PERCENT: Final = {
    ACTIVATION: 38,
    "lost-document-report": 40,
    "lost-document-replacement": 74,
    "passport-renewal": 84,
    "complaint": 45,
}
_DEPTHS: Final = {
    "lost-document-replacement": ((1, 2, 3, 4, 5), (22, 16, 14, 36, 12)),
    "passport-renewal": ((1, 2, 3, 4, 5), (10, 36, 10, 36, 8)),
    "complaint": ((1, 2, 3, 4), (40, 30, 20, 10)),
}
"""How many steps are done, and how often so many."""

_OVERDUE_PERCENT, _DUE_SOON_PERCENT = 8, 30
_LONGEST_AGO: Final = timedelta(days=14)
_AFTERNOON: Final = (time(12, 40), time(14, 20))


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A request and its fate; `depth` counts the steps done. `record` is its person's."""

    request: NewRequest
    fate: str
    depth: int
    record: CivilRecord | None


def beginning_of(desk: Desk, now: datetime) -> datetime:
    """When the branch of the demonstration was set up: before the oldest request."""
    return hours_ago(desk.calendar, now, 40) - timedelta(hours=1)


def hours_ago(calendar: WorkingCalendar, now: datetime, hours: float) -> datetime:
    """The moment so many working hours before now."""
    left, day = timedelta(hours=hours), day_of(now)
    while day > day_of(now) - _LONGEST_AGO:
        for opens, closes in reversed(tuple(calendar.hours.openings(day))):
            worked = min(closes, now) - opens
            if worked > left:
                return min(closes, now) - left
            left -= max(worked, timedelta())
        day -= timedelta(days=1)
    return now - _LONGEST_AGO


def afternoon_before(calendar: WorkingCalendar, now: datetime) -> tuple[datetime, datetime]:
    """The last hours of the working day before today."""
    day = day_of(now) - timedelta(days=1)
    while not calendar.is_working_day(day) and day > day_of(now) - _LONGEST_AGO:
        day -= timedelta(days=1)
    first, last = (datetime.combine(day, at, RIYADH) for at in _AFTERNOON)
    return first, last


def make_plan(
    world: PlayedDesk, branch_code: str, now: datetime, count: int, staff: Mapping[str, str]
) -> list[Planned]:
    """So many requests in the order in which they were sent."""
    chance = world.chance.branch_off("plan")
    wishes = Wishes(chance, world.desk.catalogue, branch_code, branch_code)
    planned: list[Planned] = []
    dealt = standings(chance)
    for number, person in enumerate(people(chance, day_of(now))):
        if number >= count:
            break
        person = _special(person, number, planned, staff)  # noqa: PLW2901  (the same person, changed)
        planned.append(_one(world.desk, chance, wishes, (person, next(dealt)), now))
    return sorted(planned, key=lambda one: (one.request.submitted_at, one.request.reference))


def _special(
    person: Person, number: int, before: list[Planned], staff: Mapping[str, str]
) -> Person:
    """A colleague with a request of her own, and families that share one mobile."""
    if number == 7:
        facts = replace(person.facts, identity_number=staff["h.aldosari"], nationality="SAU")
        return replace(person, facts=replace(facts, identity_type="citizen"))
    if number % 19 == 18:
        relative = before[number - 18].request.applicant
        return replace(person, facts=replace(person.facts, mobile=relative.mobile))
    return person


def _one(
    desk: Desk,
    chance: SeededRandomness,
    wishes: Wishes,
    asking: tuple[Person, Standing],
    now: datetime,
) -> Planned:
    person, standing = asking
    code = wishes.service_for(person)
    late = chance.chance(_OVERDUE_PERCENT)
    ago = _hours(desk, chance, code, now, late=late)
    fate = chance.weighted(tuple(_FATES), tuple(_FATES.values()))
    if not late and chance.chance(_WORKED_PERCENT[code]):
        fate = WORKED
        ago += 0.7  # what is done came before what waits
    submitted_at = hours_ago(desk.calendar, now, ago).replace(microsecond=0)
    depths, weights = _DEPTHS.get(code, ((1,), (1,)))
    return Planned(
        request=wishes.ask(person, code, submitted_at, urgent=chance.chance(5)),
        fate=fate,
        depth=chance.weighted(depths, weights) if fate == WORKED else 0,
        record=civil_record(chance, person, standing, day_of(now)),
    )


def _hours(desk: Desk, chance: SeededRandomness, code: str, now: datetime, *, late: bool) -> float:
    """Working hours since it was sent, by how long is left until it is due."""
    target_of = desk.catalogue.service(code).target_hours
    target = float(
        desk.settings.value(target_of, day_of(now)) if isinstance(target_of, str) else target_of
    )
    minutes = chance.between(5, 140) / 60
    if late:
        return target + minutes
    if chance.chance(_DUE_SOON_PERCENT):
        return max(0.1, target - minutes * 1.5)
    return chance.between(4, round(max(3.0, min(target - 3.6, 9.0)) * 60)) / 60
