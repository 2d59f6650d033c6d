"""A person at his desk in a simulated day: what each act is called and how long it takes him."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import timedelta

from absher_desk.operations.desk import Desk
from absher_desk.operations.documents import issue_document
from absher_desk.operations.errors import Refused, Unavailable
from absher_desk.operations.officer import Officer
from absher_desk.printing.print_run import print_document
from absher_desk.printing.printer import Printer
from absher_desk.simulation.outside import PlayedDesk
from absher_desk.simulation.people import demonstration_data
from absher_desk.simulation.randomness import SeededRandomness


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Something was done; the person is busy with it for so long. A mere look changes nothing."""

    act: str
    takes: timedelta
    changes: bool = True


Doing = Iterator[Done]
"""Acts one after another; between two of them others act, and time passes."""

DoingUntil = Generator[Done, None, bool]
"""The same, ending in whether it succeeded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """An officer with his own luck.

    Without `incidents` everything goes the usual way and the short one: papers are archived, not
    printed, and nothing is saved in between.
    """

    world: PlayedDesk
    officer: Officer
    chance: SeededRandomness
    printer: Printer
    incidents: bool = True

    @property
    def desk(self) -> Desk:
        """The desk he works at."""
        return self.world.desk

    def happens(self, percent: int) -> bool:
        """Whether an incident that is so frequent happens now."""
        return self.incidents and self.chance.chance(percent)

    def done(self, act: str, first: int, last: int) -> Done:
        """An act that takes from `first` to `last` seconds."""
        return Done(act=act, takes=self.chance.seconds(first, last))

    def looks(self, what: str, first: int, last: int) -> Done:
        """A look or a wait of `first` to `last` seconds: nothing is written."""
        return Done(act=what, takes=self.chance.seconds(first, last), changes=False)

    def says(self, occasion: str) -> str:
        """What he writes as a reason on such an occasion."""
        words = demonstration_data("words")
        return str(self.chance.one_of(words.get(occasion, words["held"])))


def print_paper(station: Station, request_id: int, form: str) -> Doing:
    """Issue a form and print it; a jam is tried once more, now and then a copy is asked for."""
    desk, officer = station.desk, station.officer
    try:
        document_id = issue_document(desk, officer, request_id, form)
    except Refused:
        yield station.looks("document-not-drawn", 2, 5)
        return
    yield station.done("document-issued", 2, 6)
    if not station.incidents:
        return
    wanted = 2 if station.happens(4) else 1
    for _ in range(wanted + 1):
        try:
            print_document(desk, officer, document_id, station.printer)
        except Unavailable:
            yield station.done("print-failed", 30, 90)
            continue
        yield station.done("printed", 8, 20)
        wanted -= 1
        if not wanted:
            return
