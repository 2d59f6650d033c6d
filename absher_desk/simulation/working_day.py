"""What each person of a simulated branch does all day: officers, the supervisor, the program."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from absher_desk.operations.assignment import assign
from absher_desk.operations.claims import Claim, claim, claim_next
from absher_desk.operations.errors import Conflict, NotFound, Refused
from absher_desk.operations.messages import send_waiting
from absher_desk.operations.officer import Officer
from absher_desk.operations.parking import resume, sweep
from absher_desk.operations.queue_pages import (
    QueueQuery,
    QueueRow,
    QueueTab,
    queue_rows,
    queue_totals,
    visible_queues,
)
from absher_desk.operations.registering import NewRequest, register_requests
from absher_desk.operations.rights import Right
from absher_desk.operations.sign_in import sign_in, sign_out
from absher_desk.printing.printer import Printer
from absher_desk.simulation.deciding import work_on
from absher_desk.simulation.outside import PlayedDesk
from absher_desk.simulation.randomness import SeededRandomness
from absher_desk.simulation.stations import Doing, Station

_LOOKED_AT = 50
"""Rows of a list that somebody looks at before he decides."""

_GOES_HOME_PERCENT = 1


@dataclass(kw_only=True)
class Shift:
    """What all people of the day share: the desk, the printer, who is there, when it ends."""

    world: PlayedDesk
    program: Officer
    printer: Printer
    closes_at: datetime
    present: dict[str, Officer] = field(default_factory=dict)

    def open(self) -> bool:
        """Whether it is not yet time to go."""
        return self.world.clock.now() < self.closes_at


def officer_day(shift: Shift, username: str, password: str, chance: SeededRandomness) -> Doing:
    """Sign in, take work until closing, sign out; some day somebody just goes home."""
    desk = shift.world.desk
    officer = sign_in(desk, shift.program, username, password, str(chance.between(1, 12)))
    shift.present[username] = officer
    station = Station(world=shift.world, officer=officer, chance=chance, printer=shift.printer)
    yield station.done("signed-in", 20, 120)
    while shift.open():
        taken = _take_work(station)
        if taken is None:
            yield station.looks("idle", 180, 420)
            continue
        yield station.done("work-claimed", 3, 12)
        if station.happens(_GOES_HOME_PERCENT):
            shift.present.pop(username)
            yield station.done("went-home", 1, 1)
            return
        yield from work_on(station, taken)
        if station.happens(8):
            yield from _look_after_parked(station)
        if Right.ASSIGN in officer.rights and station.happens(25):
            yield from _balance(shift, station)
    shift.present.pop(username)
    sign_out(desk, officer)
    yield station.done("signed-out", 1, 1)


def program_day(shift: Shift, arrivals: Iterator[NewRequest], chance: SeededRandomness) -> Doing:
    """Every few minutes: open what expired, send messages, enter what has come in."""
    desk = shift.world.desk
    station = Station(
        world=shift.world, officer=shift.program, chance=chance, printer=shift.printer
    )
    while shift.open():
        sweep(desk, shift.program)
        yield station.done("swept", 20, 40)
        send_waiting(desk, shift.program)
        yield station.done("messages-sent", 20, 40)
        new = [request for request, _ in zip(arrivals, range(chance.between(0, 4)), strict=False)]
        with desk.change(shift.program, Right.REGISTER_REQUESTS) as act:
            register_requests(desk, act, new)
        yield station.done("requests-registered", 200, 420)


def _take_work(station: Station) -> Claim | None:
    """First what a supervisor gave him, then the next of one of his queues, by turns."""
    desk, officer = station.desk, station.officer
    queues = visible_queues(desk, officer)
    for queue in queues:
        for row in _rows(station, queue, QueueTab.MINE):
            try:
                return claim(desk, officer, row.request_id)
            except (Conflict, Refused):
                continue
    start = station.chance.between(0, max(0, len(queues) - 1))
    for queue in queues[start:] + queues[:start]:
        taken = claim_next(desk, officer, queue)
        if taken is not None:
            return taken
    return None


def _look_after_parked(station: Station) -> Doing:
    """An applicant has brought what was missing: his request goes on."""
    desk, officer = station.desk, station.officer
    queue = station.chance.one_of(visible_queues(desk, officer))
    parked = [row for row in _rows(station, queue, QueueTab.ALL) if row.parked]
    if parked:
        resume(desk, officer, station.chance.one_of(parked).request_id)
        yield station.done("resumed", 10, 30)


def _balance(shift: Shift, station: Station) -> Doing:
    """The supervisor moves a few requests to whoever he thinks has time."""
    queue = station.chance.one_of(visible_queues(station.desk, station.officer))
    rows = [row for row in _rows(station, queue, QueueTab.ALL) if not row.parked]
    colleague = station.chance.one_of(sorted(shift.present))
    if not rows:
        return
    chosen = sorted({station.chance.one_of(rows).request_id for _ in range(2)})
    try:
        assign(station.desk, station.officer, chosen, shift.present[colleague].person)
    except (Refused, NotFound) as refusal:
        yield station.done(refusal.code, 5, 20)
        return
    yield station.done("assigned", 10, 30)


def _rows(station: Station, queue: str, tab: QueueTab) -> tuple[QueueRow, ...]:
    query = QueueQuery(queue=queue, tab=tab)
    total = queue_totals(station.desk, station.officer, query).matching
    return queue_rows(station.desk, station.officer, query, offset=0, limit=_LOOKED_AT, total=total)
