"""State of the activation station as its view draws it. Words, dates and times arrive ready."""

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """Where the station stands as a whole."""

    LOADING = "loading"
    FAILED = "failed"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A word of state; `tone` is one of the chips' tones, an empty text shows nothing."""

    text: str = ""
    tone: str = "neutral"
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A notice over the page in `tone` amber, red, info or green; without a title there is none."""

    tone: str = "amber"
    title: str = ""
    text: str = ""


NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Whose request this is, where it came from, and how long it has been in hand."""

    name: str = ""
    service: str = ""
    facts: tuple[str, ...] = ()
    handling: str = ""
    due: Badge = Badge()
    state: Badge = Badge()


Spans = tuple[tuple[int, int], ...]
"""Half-open ranges of characters of a shown value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """One value as stated and as the register has it; the spans are the characters that differ.

    `verdict` is same, spelling, different or absent; `note` stands in the place of a verdict where
    the register has nothing to say.
    """

    key: str
    label: str
    stated: str
    register: str
    verdict: str
    accepted: bool = False
    note: str = ""
    stated_spans: Spans = ()
    register_spans: Spans = ()

    @property
    def wants_acceptance(self) -> bool:
        """Whether an officer has to take the register's value."""
        return self.verdict in ("spelling", "different")


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A picture of the person (PNG or JPEG bytes), or only his initials."""

    caption: str
    initials: str
    picture: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One point of the checklist: a tick without choices, an outcome with them.

    `value` is the chosen outcome, "yes" for a set tick, empty for no answer. `state` is done,
    current, ahead or refused.
    """

    key: str
    title: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    value: str = ""
    note: str = ""
    badge: Badge = Badge()
    state: str = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePanel:
    """The verification of the mobile; `typed` is what was dictated so far, never the code sent.

    `status` is none, sent, expired, exhausted or confirmed; `share` of the validity that is left.
    """

    title: str = ""
    status: str = "none"
    state: str = "ahead"
    badge: Badge = Badge()
    sent_to: str = ""
    length: int = 6
    typed: str = ""
    error: str = ""
    valid_for: str = ""
    share: float = 0.0
    tries: str = ""
    send_label: str = ""
    can_send: bool = False
    send_after: str = ""
    hint: str = ""
    log: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The form: a miniature of painted rows, or the real first page (PNG) once it is made."""

    title: str = ""
    branch: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    declaration: str = ""
    signatures: tuple[str, str] = ("", "")
    officer: str = ""
    page: bytes = b""
    can_print: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivationState:
    """Everything the station shows.

    `open_points` names what is still missing, in the order in which the keyboard visits it:
    `check:<key>`, `row:<key>`, `code`. `missing` says the same in words.
    """

    phase: Phase = Phase.LOADING
    failure: str = ""
    notice: Said = Said()
    header: Header = Header()
    tallies: tuple[Badge, ...] = ()
    rows: tuple[ComparedRow, ...] = ()
    portraits: tuple[Portrait, ...] = ()
    portrait_check: CheckItem | None = None
    checks: tuple[CheckItem, ...] = ()
    progress: str = ""
    code: CodePanel = CodePanel()
    preview: Preview = Preview()
    note: str = ""
    open_points: tuple[str, ...] = ()
    missing: str = ""
    busy: str = ""
    read_only: bool = False

    @property
    def ready(self) -> bool:
        """Whether the account may be activated now."""
        open_ = self.phase is Phase.OPEN and not (self.read_only or self.busy)
        return open_ and not self.open_points
