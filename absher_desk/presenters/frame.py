"""State of the window round every page: rail, top bar, strip, status bar. Words arrive ready."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RailEntry:
    """One place to go: `count` of open work (None for none to count), `late` among it.

    `key` names the page, `icon` is a Phosphor name, `section` the heading it stands under.
    """

    key: str
    icon: str
    title: str
    count: int | None = None
    late: int = 0
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """Who works at this desk: full name, two initials, role and branch in words."""

    name: str
    initials: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Something the desk is connected to; `state` is ok, warning or off."""

    icon: str
    text: str
    state: str = "ok"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The strip under the top bar; `tone` is amber, red, info or green."""

    title: str
    text: str = ""
    tone: str = "amber"
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameState:
    """Everything that the frame shows; dates and times are written out in both calendars."""

    entries: tuple[RailEntry, ...] = ()
    current: str = ""
    branch: str = ""
    can_register: bool = True
    officer: Officer = Officer(name="", initials="", role="")
    links: tuple[Link, ...] = ()
    message: Message | None = None
    hijri: str = ""
    gregorian: str = ""
    time: str = ""
    session: str = ""
    synced: str = ""
    drafts: str = ""
    unsaved: bool = False
    language: str = "ar"
    theme: str = "light"
