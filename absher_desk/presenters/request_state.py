"""State of the request page as its view draws it. Words, dates and times arrive ready."""

from dataclasses import dataclass
from enum import StrEnum


class PagePhase(StrEnum):
    """Where the page stands as a whole."""

    LOADING = "loading"
    FAILED = "failed"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A chip: `tone` is one of the chips' tones; without text there is none."""

    text: str = ""
    tone: str = "neutral"
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value under its label; `wide` takes a whole row, `faint` is kept from this reader."""

    label: str
    value: str
    wide: bool = False
    faint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A notice over the page: `tone` is amber, red, info or green."""

    tone: str
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCheck:
    """A point of the checklist: a tick, or an outcome of `choices` (value, words).

    `value` is the answer so far: "" for none, "yes" for a tick.
    """

    key: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One of the two people of the four eyes; `here` is who acts in this step."""

    name: str
    initials: str
    deed: str
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvidence:
    """A file to look at, or (without `attachment_id`) one that the service wants and lacks."""

    title: str
    note: str
    attachment_id: int | None = None
    media_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A form of the request. `printable` offers its print; `job_id` asks what came out of it."""

    form: str
    title: str
    note: str
    state: Word
    print_words: str = ""
    printable: bool = False
    job_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of the request's way; `state` is done, current or refused."""

    title: str
    note: str
    state: str = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What somebody wrote when he returned, held, refused or decided."""

    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button of the page: `act` is claim, resume, station, or an outcome.

    `kind` is primary, return, danger or other; `reasons` are offered before it is done.
    """

    act: str
    words: str
    kind: str
    enabled: bool = True
    reasons: tuple[tuple[str, str, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPageState:
    """Everything the request page shows.

    `step` is the place of the present step in `steps`. `editable` is whether this officer may
    answer the checklist now; `menu` holds hold-…, release and resume with their words.
    """

    phase: PagePhase = PagePhase.LOADING
    failure: tuple[str, str] = ("", "")
    name: str = ""
    service: str = ""
    identifiers: tuple[str, ...] = ()
    number: str = ""
    words: tuple[Word, ...] = ()
    steps: tuple[str, ...] = ()
    step: int = 0
    announcements: tuple[Announcement, ...] = ()
    applicant: tuple[Fact, ...] = ()
    details: tuple[Fact, ...] = ()
    step_title: str = ""
    pairs: tuple[Pair, ...] = ()
    checks: tuple[ShownCheck, ...] = ()
    checks_done: str = ""
    note: str = ""
    editable: bool = False
    remarks: tuple[Remark, ...] = ()
    evidence: tuple[ShownEvidence, ...] = ()
    papers: tuple[Paper, ...] = ()
    way: tuple[Point, ...] = ()
    choices: tuple[Choice, ...] = ()
    menu: tuple[Choice, ...] = ()
    print_words: str = ""
    printable: bool = False
    missing: str = ""
    busy: bool = False
