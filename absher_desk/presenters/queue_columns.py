"""The columns of a queue as data: title, sort, width, and what a row says in each."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from absher_desk.catalogue.entries import Catalogue
from absher_desk.operations.queue_pages import QueueRow, QueueSort
from absher_desk.presenters.time_words import TimeWords
from absher_desk.presenters.wording import ABSENT, Wording, in_language, name_in_language
from absher_desk.standards.bidi import isolate
from absher_desk.standards.request_number import grouped

_FAINT: Final = len("48-1101-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one cell shows: words in `tone`, after `faint` ones; `chip` is the chip's tone.

    `icon` stands before the words, `flag` marks what is urgent after them; `strong` is medium
    weight; words with a `number` are never cut.
    """

    words: str
    faint: str = ""
    tone: str = "text2"
    icon: str = ""
    icon_size: int = 16
    chip: str = ""
    strong: bool = False
    flag: bool = False
    number: bool = False


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """Whom the words are for: his number, the catalogue, the words, and the present moment."""

    staff_id: int | None
    catalogue: Catalogue
    wording: Wording
    times: TimeWords
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `width` px it needs, `weight` of the rest it takes, `yields` first when narrow.

    A column that yields 0 always stays; of the others the highest goes first. When none is left to
    go, it makes do with `least` px where that is given.
    """

    key: str
    title: object
    cell: Callable[[QueueRow, Speaker], Cell]
    width: int
    least: int = 0
    weight: int = 0
    sort: QueueSort | None = None
    yields: int = 0

    @property
    def words(self) -> str:
        """The title in the language of the screen."""
        return QCoreApplication.translate("QueueColumns", str(self.title))


def _number(row: QueueRow, _: Speaker) -> Cell:
    shown = grouped(row.number)
    return Cell(words=shown[_FAINT:], faint=shown[:_FAINT], tone="text", strong=True, number=True)


def _service(row: QueueRow, to: Speaker) -> Cell:
    if to.catalogue.unknown(row.service):
        return Cell(words=row.service)
    return Cell(words=in_language(to.catalogue.service(row.service).title))


def _beneficiary(row: QueueRow, _: Speaker) -> Cell:
    return Cell(words=row.name, tone="text", strong=True, flag=row.urgent)


def _identity(row: QueueRow, _: Speaker) -> Cell:
    return Cell(words=isolate(row.identity_number), tone="text", number=True)


def _received(row: QueueRow, to: Speaker) -> Cell:
    return Cell(words=to.times.moment(row.received_at, to.now), number=True)


def _due(row: QueueRow, to: Speaker) -> Cell:
    due = to.times.due(row.due_at, to.now)
    strong = due.tone != "text2"
    return Cell(words=due.words, icon=due.icon, tone=due.tone, strong=strong, number=True)


def _channel(row: QueueRow, to: Speaker) -> Cell:
    return Cell(words=to.wording.source(row.source))


def _state(row: QueueRow, to: Speaker) -> Cell:
    said = to.wording.state(row.state)
    return Cell(words=said.words, chip=said.tone)


def _holder(row: QueueRow, to: Speaker) -> Cell:
    if row.holder_id is None:
        return Cell(words=ABSENT, tone="text3")
    if row.holder_id == to.staff_id:
        you = QCoreApplication.translate("QueueColumns", "You")
        return Cell(words=you, tone="accent", strong=True)
    name = name_in_language(row.holder_ar, row.holder_en)
    return Cell(words=name, icon="lock-simple", icon_size=14, tone="text3")


COLUMNS: Final = (
    Column(
        key="number", title=QT_TRANSLATE_NOOP("QueueColumns", "Request"), cell=_number,
        width=156, sort=QueueSort.NUMBER,
    ),
    Column(
        key="service", title=QT_TRANSLATE_NOOP("QueueColumns", "Service"), cell=_service,
        width=112, least=82, weight=2, sort=QueueSort.SERVICE,
    ),
    Column(
        key="name", title=QT_TRANSLATE_NOOP("QueueColumns", "Beneficiary"), cell=_beneficiary,
        width=176, least=120, weight=4, sort=QueueSort.NAME,
    ),
    Column(
        key="identity", title=QT_TRANSLATE_NOOP("QueueColumns", "ID number"), cell=_identity,
        width=94, weight=1, sort=QueueSort.IDENTITY,
    ),
    Column(
        key="received", title=QT_TRANSLATE_NOOP("QueueColumns", "Received"), cell=_received,
        width=82, weight=1, sort=QueueSort.RECEIVED, yields=1,
    ),
    Column(
        key="due", title=QT_TRANSLATE_NOOP("QueueColumns", "Due"), cell=_due,
        width=136, weight=1, sort=QueueSort.DUE,
    ),
    Column(
        key="channel", title=QT_TRANSLATE_NOOP("QueueColumns", "Channel"), cell=_channel,
        width=72, weight=1, yields=2,
    ),
    Column(
        key="state", title=QT_TRANSLATE_NOOP("QueueColumns", "State"), cell=_state,
        width=98, weight=1,
    ),
    Column(
        key="officer", title=QT_TRANSLATE_NOOP("QueueColumns", "Officer"), cell=_holder,
        width=112, least=90, weight=2,
    ),
)  # fmt: skip
BY_KEY: Final[Mapping[str, Column]] = {column.key: column for column in COLUMNS}
_ALWAYS_IN_FULL: Final = frozenset({"due", "state", "officer"})


def cell_of(column: Column, row: QueueRow, to: Speaker) -> Cell:
    """What `row` says in `column`; grey all along while a colleague holds it."""
    cell = column.cell(row, to)
    locked = row.holder_id is not None and row.holder_id != to.staff_id
    if locked and column.key not in _ALWAYS_IN_FULL:
        return replace(cell, tone="text3")
    return cell


def fitting(room: int, absent: Collection[str] = ()) -> dict[str, int]:
    """Width of every column that stays when `room` px are to be filled, by key.

    `absent` columns say the same in every row of this queue, so they are left out.
    """
    shown = [column for column in COLUMNS if column.key not in absent]
    while sum(column.width for column in shown) > room:
        yielding = max(shown, key=lambda column: column.yields)
        if not yielding.yields:
            break
        shown.remove(yielding)
    needed = {column.key: column.width for column in shown}
    if sum(needed.values()) > room:
        needed = {column.key: column.least or column.width for column in shown}
    spare = max(room - sum(needed.values()), 0)
    weights = sum(column.weight for column in shown)
    widths = {c.key: needed[c.key] + spare * c.weight // weights for c in shown}
    widths[shown[-1].key] += spare - sum(spare * c.weight // weights for c in shown)
    return widths
