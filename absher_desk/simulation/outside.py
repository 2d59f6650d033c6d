"""The outside of a simulated branch: its clock, its codes and its phones come from one seed."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from absher_desk.gateways.phones import Phones
from absher_desk.operations.desk import Desk
from absher_desk.operations.outside import Composer, MessageWords, Outside
from absher_desk.simulation.clock import ManualClock
from absher_desk.simulation.randomness import SeededRandomness

CARRIER_FAILS_PERCENT = 4
"""How often, in a hundred messages, the carrier of a simulated day does not answer."""


@dataclass(frozen=True, kw_only=True)
class PlayedDesk:
    """A desk whose outside is simulated, with the handles by which the day is played."""

    desk: Desk
    clock: ManualClock
    phones: Phones
    chance: SeededRandomness


def simulated_outside(
    *,
    clock: ManualClock,
    chance: SeededRandomness,
    phones: Phones,
    composer: Composer,
    words: MessageWords,
    code_key: Callable[[], bytes],
) -> Outside:
    """Everything that operations need from outside, nothing of it left to the machine."""
    return Outside(
        clock=clock,
        randomness=chance.branch_off("codes"),
        sender=phones,
        composer=composer,
        words=words,
        code_key=code_key,
    )


def played(
    desk: Desk, seed: object, clock: ManualClock, *, carrier_fails: int = CARRIER_FAILS_PERCENT
) -> PlayedDesk:
    """The same desk (database, catalogue, composer, words) in a simulated outside."""
    chance = SeededRandomness(seed)
    carrier = chance.branch_off("carrier")
    phones = Phones(fails=lambda: carrier.chance(carrier_fails))
    outside = simulated_outside(
        clock=clock,
        chance=chance,
        phones=phones,
        composer=desk.outside.composer,
        words=desk.outside.words,
        code_key=desk.outside.code_key,
    )
    return PlayedDesk(
        desk=replace(desk, outside=outside), clock=clock, phones=phones, chance=chance
    )
