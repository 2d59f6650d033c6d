"""The demonstration branch: its office, its staff with passwords, and a working morning."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from argon2 import PasswordHasher

from absher_desk.operations.branch_setup import (
    NewStaff,
    add_staff,
    bundled_branches,
    found_branches,
)
from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import Conflict
from absher_desk.operations.officer import Officer
from absher_desk.operations.sign_in import open_program_session, sign_out
from absher_desk.simulation.clock import ManualClock
from absher_desk.simulation.morning import LAST_MINUTES, MORNING, Morning
from absher_desk.simulation.outside import PlayedDesk, played
from absher_desk.simulation.people import demonstration_data, identity_number
from absher_desk.simulation.plan import afternoon_before, beginning_of, make_plan
from absher_desk.simulation.randomness import SeededRandomness
from absher_desk.standards.identity import IdentityType

BRANCH_CODE: Final = "1101"
DEFAULT_SEED: Final = 1448
"""With this seed the passwords are those in the README."""

DEFAULT_REQUESTS: Final = 200
_WORDS: Final = (
    "Nakhla", "Wadi", "Rimal", "Sadeem", "Ghaim", "Yanbua", "Tuwaiq", "Waha", "Sahab", "Khuzama",
)  # fmt: skip

_ALL: Final = 99
_WHO_WILL_SIGN_IN: Final = ("s.alruwaili", "t.albaqami")
"""Their desks are free for whoever plays them; the colleagues stay signed in."""

_QUICK: Final = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
"""The passwords are written in the README: a slow hash would guard nothing and cost seconds."""


class Credential(NamedTuple):
    """Who may sign in to the demonstration; `name` is in Arabic."""

    username: str
    name: str
    role: str
    password: str


@dataclass(frozen=True, kw_only=True)
class Demonstration:
    """The branch that was made, and with what one signs in."""

    branch_code: str
    credentials: tuple[Credential, ...]

    def credential(self, role: str) -> Credential:
        """The first person of a role. Raises StopIteration for none."""
        return next(one for one in self.credentials if one.role == role)


def build_demonstration(
    desk: Desk,
    *,
    seed: int = DEFAULT_SEED,
    requests: int = DEFAULT_REQUESTS,
    on_progress: Callable[[int, int], None] | None = None,
) -> Demonstration:
    """Make the branch, its staff, the civil register, and requests as they stand on a morning.

    The same seed, number and desk's now make the same branch. `on_progress` hears (done, of).

    Raises:
        Conflict: `demonstration.branch-in-use`, when somebody works in the branch already.
    """
    found_branches(desk, bundled_branches())
    now = desk.now()
    world = played(desk, f"{seed}/morning", ManualClock(beginning_of(desk, now)), carrier_fails=0)
    program = open_program_session(world.desk, BRANCH_CODE, purpose="demonstration")
    credentials = demonstration_staff(seed)
    identities = _add_staff(world.desk, program, seed, credentials)
    demonstration = Demonstration(branch_code=BRANCH_CODE, credentials=credentials)
    plan = make_plan(world, BRANCH_CODE, now, requests, identities)
    morning = Morning(
        world,
        program,
        plan,
        passwords={one.username: one.password for one in credentials},
        by_role=_by_role(credentials),
        on_progress=on_progress,
    )
    _play(morning, world, now)
    sign_out(world.desk, program, "finished")
    return demonstration


def demonstration_staff(seed: int) -> tuple[Credential, ...]:
    """The staff with their passwords for a seed: fixed, so that they can be written down."""
    return tuple(
        Credential(one["username"], one["ar"], one["role"], password_of(seed, one["username"]))
        for one in demonstration_data("staff")["staff"]
    )


def password_of(seed: int, username: str) -> str:
    """A password for the demonstration alone: a word and four digits.

    >>> password_of(1448, "s.alruwaili") == password_of(1448, "s.alruwaili")
    True
    """
    drawn = int.from_bytes(hashlib.sha256(f"{seed}:{username}".encode()).digest()[:8], "big")
    return f"{_WORDS[drawn % len(_WORDS)]}{drawn // len(_WORDS) % 9000 + 1000}"


def _play(morning: Morning, world: PlayedDesk, now: datetime) -> None:
    """Yesterday afternoon one step of what was there, this morning the rest; then it is now."""
    morning.enter_register()
    first, last = afternoon_before(world.desk.calendar, now)
    morning.work(first, last, steps=1)
    morning.leave(morning.everybody())
    morning.work(now - MORNING, now - LAST_MINUTES, steps=_ALL)
    morning.take_in_hand(now)
    morning.leave(_WHO_WILL_SIGN_IN)


def _by_role(credentials: tuple[Credential, ...]) -> dict[str, list[str]]:
    roles: dict[str, list[str]] = {}
    for one in credentials:
        roles.setdefault(one.role, []).append(one.username)
    return roles


def _add_staff(
    desk: Desk, program: Officer, seed: int, credentials: tuple[Credential, ...]
) -> dict[str, str]:
    """Enter them; identity numbers by username."""
    chance = SeededRandomness(f"{seed}/staff")
    english = {one["username"]: one["en"] for one in demonstration_data("staff")["staff"]}
    identities: dict[str, str] = {}
    for one in credentials:
        number = identity_number(chance, IdentityType.CITIZEN)
        staff = NewStaff(
            username=one.username,
            name_ar=one.name,
            name_en=english[one.username],
            roles=(one.role,),
            password=one.password,
            identity_number=number,
        )
        try:
            add_staff(desk, program, staff, hashed_by=_QUICK.hash)
        except Conflict as taken:
            raise Conflict("demonstration.branch-in-use", branch=BRANCH_CODE) from taken
        identities[one.username] = number
    return identities
