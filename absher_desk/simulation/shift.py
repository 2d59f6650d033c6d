"""A whole shift, played from one seed through the real operations, checked after every act."""

import heapq
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from absher_desk.operations.desk import Desk, day_of
from absher_desk.operations.log_invariants import log_digest
from absher_desk.operations.messages import send_waiting
from absher_desk.operations.officer import Officer
from absher_desk.operations.print_jobs import find_unknown_jobs, say_what_came_out
from absher_desk.operations.registering import NewRequest
from absher_desk.operations.sign_in import open_program_session, sign_out
from absher_desk.printing.printer import Printer
from absher_desk.simulation.branch import Demonstration
from absher_desk.simulation.clock import ManualClock
from absher_desk.simulation.invariants import Invariants
from absher_desk.simulation.outside import PlayedDesk, played
from absher_desk.simulation.people import people
from absher_desk.simulation.printers import JammingPrinter, MemoryPrinter
from absher_desk.simulation.randomness import SeededRandomness
from absher_desk.simulation.stations import Doing, Done
from absher_desk.simulation.wishes import Wishes
from absher_desk.simulation.working_day import Shift, officer_day, program_day
from absher_desk.standards.opening_hours import RIYADH

_AT_WORK = frozenset(
    {"activation-officer", "clerk", "passport-clerk", "dispatch-clerk", "supervisor"}
)
_LONGEST = timedelta(hours=7)
OnAct = Callable[[datetime, str, str], None]
"""Hears each act: when, who (a username), what."""


@dataclass(frozen=True, kw_only=True)
class ShiftResult:
    """What the shift came to. `digest` is that of the whole log: the same seed, the same digest."""

    day: date
    started_at: datetime
    ended_at: datetime
    acts: int
    by_act: Mapping[str, int]
    messages: int
    digest: str


def work_shift(
    desk: Desk,
    demonstration: Demonstration,
    seed: int,
    on_act: OnAct | None = None,
    *,
    printer: Printer | None = None,
    closes_at: datetime | None = None,
) -> ShiftResult:
    """Work from now until closing (by default 14:30, or seven hours where that is past or far off).

    Time is the desk's ManualClock where it has one, else a clock that starts at the desk's now.
    `printer` gets every paper; by default they stay in memory.

    Raises:
        InvariantBroken: at the first act after which the records are not in order.
    """
    clock = desk.outside.clock
    if not isinstance(clock, ManualClock):
        clock = ManualClock(clock.now())
    program = open_program_session(desk, demonstration.branch_code, purpose="shift")
    world = played(desk, f"{seed}/shift/{program.sign_in_id}", clock)
    shift = Shift(
        world=world,
        program=program,
        printer=JammingPrinter(printer or MemoryPrinter(), world.chance.branch_off("printer")),
        closes_at=closes_at or _closing(world),
    )
    return _play(shift, demonstration, on_act)


def _play(shift: Shift, demonstration: Demonstration, on_act: OnAct | None) -> ShiftResult:
    world = shift.world
    started_at = world.clock.now()
    invariants = Invariants(world.desk, demonstration.branch_code)
    invariants.check()
    acts: Counter[str] = Counter()
    for who, done in _in_turns(shift, demonstration):
        acts[done.act] += 1
        if on_act is not None:
            on_act(world.clock.now(), who, done.act)
        if done.changes:
            invariants.check()
    send_waiting(world.desk, shift.program)
    sign_out(world.desk, shift.program, "finished")
    Invariants(world.desk, demonstration.branch_code).check()
    return ShiftResult(
        day=day_of(started_at),
        started_at=started_at,
        ended_at=world.clock.now(),
        acts=sum(acts.values()),
        by_act=dict(sorted(acts.items())),
        messages=len(world.phones.delivered),
        digest=log_digest(world.desk),
    )


def _in_turns(shift: Shift, demonstration: Demonstration) -> Iterator[tuple[str, Done]]:
    """Everybody's acts in the order of time: each goes on when he is done with his last."""
    clock = shift.world.clock
    everybody = dict(_everybody(shift, demonstration))
    waiting = [(clock.now(), turn, name) for turn, name in enumerate(everybody)]
    heapq.heapify(waiting)
    while waiting:
        at, turn, name = heapq.heappop(waiting)
        clock.forward_to(at)
        done = next(everybody[name], None)
        if done is not None:
            yield name, done
            heapq.heappush(waiting, (clock.now() + done.takes, turn, name))


def _everybody(shift: Shift, demonstration: Demonstration) -> Iterator[tuple[str, Doing]]:
    world = shift.world
    _ask_about_unknown_jobs(world, shift.program)
    arrivals = _arrivals(world, shift.program)
    yield "program", program_day(shift, arrivals, world.chance.branch_off("program"))
    for member in demonstration.credentials:
        if member.role in _AT_WORK:
            luck = world.chance.branch_off(member.username)
            yield member.username, officer_day(shift, member.username, member.password, luck)


def _ask_about_unknown_jobs(world: PlayedDesk, program: Officer) -> None:
    """After a power cut somebody looks into the tray before the day goes on."""
    for job in find_unknown_jobs(world.desk, program, nobody_works=True):
        came_out = world.chance.chance(50)
        say_what_came_out(world.desk, program, job.job_id, came_out=came_out)


def _arrivals(world: PlayedDesk, program: Officer) -> Iterator[NewRequest]:
    """Requests that come in during the shift, each a few minutes after it was sent."""
    chance: SeededRandomness = world.chance.branch_off("arrivals")
    wishes = Wishes(chance, world.desk.catalogue, program.branch_code, f"{program.sign_in_id:04d}")
    for person in people(chance, day_of(world.clock.now())):
        submitted_at = world.clock.now() - chance.seconds(30, 900)
        urgent = chance.chance(4)
        yield wishes.ask(person, wishes.service_for(person), submitted_at, urgent=urgent)


def _closing(world: PlayedDesk) -> datetime:
    """Today's closing time when it lies ahead, else seven hours from now."""
    now = world.clock.now()
    openings = world.desk.calendar.hours.openings(day_of(now))
    ahead = [closes for _, closes in openings if now < closes.astimezone(RIYADH) <= now + _LONGEST]
    return max(ahead, default=now + _LONGEST)
