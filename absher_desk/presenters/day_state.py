"""State of the day page as its view draws it. Words, dates and times arrive ready."""

from dataclasses import dataclass
from enum import StrEnum

from absher_desk.presenters.cell_table import TableColumn, TableRow


class DayPhase(StrEnum):
    """Where the page stands as a whole."""

    LOADING = "loading"
    FAILED = "failed"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A key figure with what it is measured by; `tone` colours the number."""

    label: str
    value: str
    note: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HourBar:
    """An hour of the day: requests received and steps finished."""

    hour: int
    received: int
    finished: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeBar:
    """What stands in a queue, by age (see `operations.day_report.AGE_LIMITS`)."""

    title: str
    count: int
    oldest: str
    ages: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadBar:
    """An officer's day: steps finished, requests in hand, the time a step took."""

    name: str
    finished: int
    in_hand: int
    average: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """How the day stands: whether it is closed, a fact, a sentence, and the hash of the report."""

    is_closed: bool = False
    fact: str = ""
    sentence: str = ""
    sha256: str = ""
    may_close: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayState:
    """Everything the day page shows; `day` is today or yesterday, the last service is the sum."""

    phase: DayPhase = DayPhase.LOADING
    failure: tuple[str, str] = ("", "")
    day: str = "today"
    date: str = ""
    branch: str = ""
    as_of: str = ""
    figures: tuple[Figure, ...] = ()
    hours: tuple[HourBar, ...] = ()
    queues: tuple[AgeBar, ...] = ()
    officers: tuple[LoadBar, ...] = ()
    columns: tuple[TableColumn, ...] = ()
    services: tuple[TableRow, ...] = ()
    papers: str = ""
    closing: Closing = Closing()
    busy: bool = False
