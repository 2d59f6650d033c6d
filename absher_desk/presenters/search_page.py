"""What a search or a scan brought up: one request is opened at once, several are listed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.search import LIMIT, Found, search
from absher_desk.presenters.cell_table import TableColumn, TableRow
from absher_desk.presenters.queue_columns import Cell
from absher_desk.presenters.time_words import TimeWords
from absher_desk.presenters.wording import Wording, in_language, language
from absher_desk.standards.bidi import isolate
from absher_desk.standards.identity import masked
from absher_desk.standards.request_number import grouped
from absher_desk.standards.scan import Scan, ScanKind, recognise
from absher_desk.system.texts import KnownError, Texts
from absher_desk.system.worker import Worker

_FAINT: Final = len("48-1101-")
_KINDS: Final = {
    ScanKind.IDENTITY: QT_TRANSLATE_NOOP("SearchPagePresenter", "ID number {value}"),
    ScanKind.REQUEST: QT_TRANSLATE_NOOP("SearchPagePresenter", "Request {value}"),
    ScanKind.POSTAL_ITEM: QT_TRANSLATE_NOOP("SearchPagePresenter", "Postal item {value}"),
    ScanKind.BLANK: QT_TRANSLATE_NOOP("SearchPagePresenter", "Blank {value}"),
    ScanKind.BAG: QT_TRANSLATE_NOOP("SearchPagePresenter", "Bag {value}"),
    ScanKind.MANIFEST: QT_TRANSLATE_NOOP("SearchPagePresenter", "Manifest {value}"),
    ScanKind.MRZ: QT_TRANSLATE_NOOP("SearchPagePresenter", "Machine-readable zone"),
    ScanKind.SEAL: QT_TRANSLATE_NOOP("SearchPagePresenter", "Visible seal"),
    ScanKind.TEXT: QT_TRANSLATE_NOOP("SearchPagePresenter", "“{value}”"),
}


class SearchPhase(StrEnum):
    """Where the page stands."""

    LOADING = "loading"
    FAILED = "failed"
    NOTHING = "nothing"
    FOUND = "found"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchState:
    """What the page shows: `understood` is what the text was taken for, `fact` what came of it."""

    phase: SearchPhase = SearchPhase.LOADING
    understood: str = ""
    fact: str = ""
    sentence: str = ""
    columns: tuple[TableColumn, ...] = ()
    rows: tuple[TableRow, ...] = ()


class SearchPagePresenter(QObject):
    """Searches in the background; `request_opened(request_id)` for a single hit or a choice."""

    changed = Signal(object)
    request_opened = Signal(object)  # the numbers of requests do not fit Qt's int
    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        officer: Officer,
        worker: Worker,
        text: str,
        *,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._officer, self._worker = desk, officer, worker
        self._texts = Texts()
        self._wording, self._times = Wording(self), TimeWords(self)
        self._text = text
        self._found: tuple[Found, ...] | None = None
        self._failure = ""

    @property
    def state(self) -> SearchState:
        """What the page shows now."""
        scan = recognise(self._text)
        understood = self._understood(scan)
        if self._failure:
            fact = self.tr("The search did not succeed")
            return SearchState(
                phase=SearchPhase.FAILED, understood=understood, fact=fact, sentence=self._failure
            )
        if self._found is None:
            return SearchState(understood=understood)
        if not self._found:
            return SearchState(
                phase=SearchPhase.NOTHING,
                understood=understood,
                fact=self.tr("{what}: no requests").format(what=understood),
                sentence=self._advice(scan),
            )
        return self._list(understood, self._found)

    def open(self) -> None:
        """Search; also the second try after a failure."""
        desk, officer, text = self._desk, self._officer, self._text
        self._failure, self._found = "", None
        self.tell()
        self._worker.ask(
            lambda _: search(desk, officer, text),
            owner=self,
            on_result=self._came,
            on_error=self._failed,
            key="search",
        )

    def search(self, text: str) -> None:
        """Search for something else."""
        self._text = text
        self.open()

    def choose(self, request_id: int) -> None:
        """Open one of the list."""
        self.request_opened.emit(request_id)

    def close(self) -> None:
        """Go back."""
        self.closed.emit()

    def tell(self) -> None:
        """Show what is known, in the language in force."""
        self.changed.emit(self.state)

    def _came(self, found: tuple[Found, ...]) -> None:
        self._found = found
        self.tell()
        if len(found) == 1:
            self.request_opened.emit(found[0].request_id)

    def _failed(self, error: KnownError) -> None:
        said = self._texts.each(error)[0]
        self._failure = said.ar if language() == "ar" else said.en
        self.tell()

    def _understood(self, scan: Scan) -> str:
        words = self.tr(str(_KINDS[scan.kind]))
        return words.format(value=_shown(scan))

    def _advice(self, scan: Scan) -> str:
        if scan.problem is not None:
            both = self._texts.both(scan.problem)
            return both.ar if language() == "ar" else both.en
        if scan.kind in {ScanKind.IDENTITY, ScanKind.REQUEST, ScanKind.TEXT}:
            return self.tr("Only requests of this branch are searched. Look at the original again.")
        return self.tr("Requests are found by their number, an ID number, a reference or a name.")

    def _list(self, understood: str, found: tuple[Found, ...]) -> SearchState:
        fact = self.tr("%n request(s) found", "", len(found))
        if len(found) == LIMIT:
            fact = self.tr("The newest %n request(s); write more to narrow it", "", LIMIT)
        return SearchState(
            phase=SearchPhase.FOUND,
            understood=understood,
            fact=fact,
            columns=(
                TableColumn(title=self.tr("Request"), width=176),
                TableColumn(title=self.tr("Service"), width=150, weight=2),
                TableColumn(title=self.tr("Beneficiary"), width=170, weight=3),
                TableColumn(title=self.tr("ID number"), width=110),
                TableColumn(title=self.tr("Received"), width=120),
                TableColumn(title=self.tr("State"), width=130),
            ),
            rows=tuple(self._row(one) for one in found),
        )

    def _row(self, found: Found) -> TableRow:
        number = grouped(f"{found.request_id:015d}")
        said = self._wording.state(found.state)
        service = found.service
        if not self._desk.catalogue.unknown(service):
            service = in_language(self._desk.catalogue.service(service).title)
        received = self._times.moment(found.registered_at, self._desk.now())
        return TableRow(
            key=found.request_id,
            cells=(
                Cell(words=number[_FAINT:], faint=number[:_FAINT], tone="text", number=True),
                Cell(words=service),
                Cell(words=found.name, tone="text", strong=True),
                Cell(words=isolate(found.identity_number), tone="text", number=True),
                Cell(words=received),
                Cell(words=said.words, chip=said.tone),
            ),
        )


def _shown(scan: Scan) -> str:
    """The value as a screen may show it: an ID number masked, for who looks over a shoulder."""
    if scan.kind is ScanKind.IDENTITY:
        return isolate(masked(scan.value))
    if scan.kind is ScanKind.REQUEST:
        return isolate(grouped(scan.value))
    return scan.value if scan.kind is ScanKind.TEXT else isolate(scan.value)
