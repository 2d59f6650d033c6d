"""State of the queue page: what its header, tabs, filters and list say. Words arrive ready."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TabShown:
    """One filter above the list, with how many it would show (None: not counted yet)."""

    key: str
    title: str
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceShown:
    """One value of a filter that opens; the empty key is all of them."""

    key: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterShown:
    """A filter that opens a list: what it is for, and which value is chosen."""

    title: str
    choices: tuple[ChoiceShown, ...]
    chosen: str = ""

    @property
    def offers(self) -> bool:
        """Whether there is anything to choose: more than all and the only one."""
        return len(self.choices) > 2

    @property
    def words(self) -> str:
        """Title and value, as the chip says them."""
        value = next((c.title for c in self.choices if c.key == self.chosen), "")
        return f"{self.title}: {value}" if value else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What stands in the place of the list: one fact, one sentence."""

    fact: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePageState:
    """Everything the page shows beside the rows and the detail pane.

    `overdue`, `due_today` and `in_time` are None until counted. At most one of `empty` and
    `failure` is there; `loading` while nothing is known yet. `stale` says since when the list
    could not be read again, empty while all is well.
    """

    title: str = ""
    count: str = ""
    overdue: int | None = None
    due_today: int | None = None
    in_time: int | None = None
    tabs: tuple[TabShown, ...] = ()
    tab: str = ""
    channel: FilterShown = FilterShown(title="", choices=())
    service: FilterShown = FilterShown(title="", choices=())
    sort: str = ""
    descending: bool = False
    loading: bool = True
    empty: Notice | None = None
    failure: Notice | None = None
    stale: str = ""
    total: int = 0
    can_take_next: bool = False
    can_assign: bool = False
