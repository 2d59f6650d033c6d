"""State of the sign-in page and of the lock screen. Words, dates and times arrive ready."""

from dataclasses import dataclass

from absher_desk.presenters.frame import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterChoice:
    """One counter of a branch."""

    key: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchChoice:
    """One branch with its counters."""

    key: str
    title: str
    counters: tuple[CounterChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One quiet figure of the clock panel: "Working hours", "07:30 to 14:30"."""

    title: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInState:
    """What the sign-in page shows.

    `error` is the sentence of the last refusal; `locked_for` the time left of a lockout as mm:ss,
    empty when there is none; `busy` while the answer is awaited.
    """

    branches: tuple[BranchChoice, ...] = ()
    branch: str = ""
    counter: str = ""
    username: str = ""
    error: str = ""
    locked_for: str = ""
    busy: bool = False
    time: str = ""
    hijri: str = ""
    gregorian: str = ""
    facts: tuple[Fact, ...] = ()
    links: tuple[Link, ...] = ()
    help_text: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockState:
    """What the lock screen shows: who is away, since when, and the last refusal."""

    name: str
    initials: str
    role: str
    since: str = ""
    error: str = ""
    locked_for: str = ""
    busy: bool = False
    time: str = ""
    hijri: str = ""
    gregorian: str = ""
