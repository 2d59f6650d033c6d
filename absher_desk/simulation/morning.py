"""Playing the plan of a demonstration: registered in batches, worked yesterday and this morning."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from absher_desk.operations.assignment import assign
from absher_desk.operations.civil_register import enter_records
from absher_desk.operations.claims import Claim, claim
from absher_desk.operations.errors import Refused
from absher_desk.operations.messages import send_waiting
from absher_desk.operations.officer import Officer
from absher_desk.operations.registering import register_requests
from absher_desk.operations.request_file import OpenStep, open_request
from absher_desk.operations.rights import Right
from absher_desk.operations.sign_in import sign_in, sign_out
from absher_desk.simulation.activating import end_early
from absher_desk.simulation.deciding import work_on
from absher_desk.simulation.outside import PlayedDesk
from absher_desk.simulation.plan import GIVEN, HELD, RETURNED, WAITING, WORKED, Planned
from absher_desk.simulation.printers import MemoryPrinter
from absher_desk.simulation.randomness import SeededRandomness
from absher_desk.simulation.stations import Doing, Station

MORNING: Final = timedelta(hours=3)
LAST_MINUTES: Final = timedelta(minutes=9)
_BATCH_EVERY: Final = timedelta(minutes=12)
_USUAL_STEP: Final = timedelta(minutes=5)
"""Longer than a step without incidents takes; more work than time is done faster."""

_SECOND: Final = timedelta(seconds=1)
_MESSAGES: Final = 500
Progress = Callable[[int, int], None]


class Morning:
    """The plan, as far as it was played. `passwords` by username, `by_role` usernames by role."""

    def __init__(
        self,
        world: PlayedDesk,
        program: Officer,
        plan: Sequence[Planned],
        *,
        passwords: Mapping[str, str],
        by_role: Mapping[str, Sequence[str]],
        on_progress: Progress | None = None,
    ) -> None:
        self._world = world
        self._program = program
        self._plan = plan
        self._passwords = passwords
        self._by_role = by_role
        self._on_progress = on_progress
        self._chance: SeededRandomness = world.chance.branch_off("hands")
        self._ids: list[int] = []
        self._done = [0] * len(plan)
        self._officers: dict[str, Officer] = {}
        self._printer = MemoryPrinter()

    def enter_register(self) -> None:
        """The civil register of everybody who will come."""
        records = {one.record.identity_number: one.record for one in self._plan if one.record}
        enter_records(self._world.desk, self._program, list(records.values()))

    def work(self, first: datetime, last: datetime, *, steps: int) -> None:
        """A spell of work, at most so many steps of each request, spread over the time."""
        turns = [
            number
            for number, one in enumerate(self._plan)
            if one.fate == WORKED and one.request.submitted_at + _BATCH_EVERY < last
            for _ in range(min(steps, one.depth - self._done[number]))
        ]
        share = _whole((last - first) / max(1, len(turns)))
        for turn, number in enumerate(turns):
            sent = self._plan[number].request.submitted_at
            self._register_until(max(first + turn * share, sent + timedelta(minutes=1)))
            self._do_step(number, share)
        self._register_until(last)
        send_waiting(self._world.desk, self._program, at_most=_MESSAGES)

    def take_in_hand(self, now: datetime) -> None:
        """The last minutes: what was just held, returned, claimed or assigned; then it is now."""
        chosen = [
            number
            for number in range(len(self._ids))
            if self._plan[number].fate not in {WORKED, WAITING}
        ]
        share = _whole(LAST_MINUTES / (len(chosen) + 1))
        for number in chosen:
            self._take(number, self._plan[number].fate, share)
        self._register_until(now)

    def leave(self, usernames: Sequence[str]) -> None:
        """These sign out; the others stay at their desks."""
        for username in usernames:
            officer = self._officers.pop(username, None)
            if officer is not None:
                sign_out(self._world.desk, officer)

    def everybody(self) -> tuple[str, ...]:
        """Who is signed in."""
        return tuple(self._officers)

    def _register_until(self, moment: datetime) -> None:
        """Batches, every few minutes, of what was sent by then; afterwards it is that moment."""
        clock, desk = self._world.clock, self._world.desk
        while len(self._ids) < len(self._plan):
            first_sent = self._plan[len(self._ids)].request.submitted_at
            at = max(clock.now(), min(moment, first_sent + _BATCH_EVERY))
            batch = [one.request for one in self._sent_until(at)]
            if not batch or at > moment:
                break
            clock.forward_to(at)
            with desk.change(self._program, Right.REGISTER_REQUESTS) as act:
                self._ids += register_requests(desk, act, batch)
            if self._on_progress is not None:
                self._on_progress(len(self._ids), len(self._plan))
        clock.forward_to(moment)

    def _sent_until(self, at: datetime) -> Iterator[Planned]:
        for one in self._plan[len(self._ids) :]:
            if one.request.submitted_at > at:
                return
            yield one

    def _do_step(self, number: int, share: timedelta) -> None:
        taken = self._claim(number)
        if taken is not None:
            station, held = taken
            self._play(work_on(station, held), share)
            self._done[number] += 1

    def _take(self, number: int, fate: str, share: timedelta) -> None:
        if fate == GIVEN:
            self._give(number)
            self._world.clock.forward(share)
            return
        taken = self._claim(number)
        if taken is None:
            return
        station, held = taken
        if fate in {HELD, RETURNED}:
            ending = "hold" if fate == HELD else "return"
            self._play(end_early(station, held.request_id, ending), share)
        else:
            self._world.clock.forward(share)

    def _claim(self, number: int) -> tuple[Station, Claim] | None:
        """Somebody of the step's role takes it; None when all of them are barred."""
        step = self._open_step(number)
        for username in self._in_turn(step.role) if step else ():
            officer = self._officer(username)
            try:
                taken = claim(self._world.desk, officer, self._ids[number])
            except Refused:
                continue
            return self._station(officer), taken
        return None

    def _give(self, number: int) -> None:
        step = self._open_step(number)
        supervisor = self._officer(self._by_role["supervisor"][0])
        for username in self._in_turn(step.role) if step else ():
            colleague = self._officer(username)
            try:
                assign(self._world.desk, supervisor, [self._ids[number]], colleague.person)
            except Refused:
                continue
            return

    def _open_step(self, number: int) -> OpenStep | None:
        return open_request(self._world.desk, self._program, self._ids[number]).open_step

    def _in_turn(self, role: str) -> Sequence[str]:
        names = self._by_role[role]
        start = self._chance.between(0, len(names) - 1)
        return [*names[start:], *names[:start]]

    def _officer(self, username: str) -> Officer:
        if username not in self._officers:
            counter = str(1 + list(self._passwords).index(username))
            password = self._passwords[username]
            self._officers[username] = sign_in(
                self._world.desk, self._program, username, password, counter
            )
        return self._officers[username]

    def _station(self, officer: Officer) -> Station:
        return Station(
            world=self._world,
            officer=officer,
            chance=self._chance,
            printer=self._printer,
            incidents=False,
        )

    def _play(self, doing: Doing, share: timedelta) -> None:
        """Let the acts take their usual time, or less when there is not so much."""
        pace = min(1.0, share / _USUAL_STEP)
        for done in doing:
            self._world.clock.forward(_whole(done.takes * pace))


def _whole(span: timedelta) -> timedelta:
    """Whole seconds, as clocks on a wall show them, unless there is less than one."""
    return timedelta(seconds=int(span.total_seconds())) if span >= _SECOND else span
