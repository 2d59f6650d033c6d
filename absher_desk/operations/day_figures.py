"""The figures of a branch's day as the report gives them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

AGE_LIMITS = (timedelta(hours=1), timedelta(hours=4), timedelta(hours=24))
"""Borders of the ages of pending work: under 1 h, 1–4 h, 4–24 h, older."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What became of requests on the day; `pending` and below are as the day ended."""

    received: int = 0
    completed: int = 0
    rejected: int = 0
    closed_otherwise: int = 0
    returned: int = 0
    pending: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLine:
    """A queue: steps finished today, and what stands in it by age (see `AGE_LIMITS`)."""

    queue: str
    finished: int
    returned: int
    pending: int
    ages: tuple[int, int, int, int]
    overdue: int
    oldest_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """A service of the catalogue and its counts."""

    service: str
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerLine:
    """An officer's day; `in_hand` is what he holds at its end, `average` his time for a step.

    `completed` and `rejected` are requests that he ended, so that all officers make the total.
    """

    staff_id: int
    username: str
    name_ar: str
    name_en: str
    finished: int
    completed: int
    returned: int
    rejected: int
    in_hand: int
    average: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HourLine:
    """An hour of the branch's day, 0–23: requests received and steps finished in it."""

    hour: int
    received: int
    finished: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReport:
    """The whole day. `as_of` is the last moment that counts: the day's end, or now before it."""

    branch_code: str
    branch_ar: str
    branch_en: str
    day: date
    as_of: datetime
    totals: Counts
    queues: tuple[QueueLine, ...]
    services: tuple[ServiceLine, ...]
    officers: tuple[OfficerLine, ...]
    hours: tuple[HourLine, ...]
    documents: int
    copies: int
