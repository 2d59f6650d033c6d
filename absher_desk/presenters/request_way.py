"""Where a request has been and where it goes: steps strip, timeline, remarks, the four eyes."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QObject

from absher_desk.catalogue.entries import Catalogue, Service, Step, ends
from absher_desk.operations.officer import Officer
from absher_desk.operations.request_file import RequestFile, TimelineEntry
from absher_desk.operations.steps import RETURN
from absher_desk.presenters.request_state import Pair, Point, Remark
from absher_desk.presenters.time_words import TimeWords
from absher_desk.presenters.wording import Wording, in_language, language, name_in_language

_REFUSING = frozenset({"reject", "cancelled"})
_SILENT = frozenset({"print-started", "work-claimed"})
"""Events that every request has many of; the log keeps them, the page would drown in them."""


def usual_outcome(catalogue: Catalogue, step: Step) -> str:
    """What a step mostly ends in: the first outcome of its kind that it has."""
    kind = catalogue.kinds[step.kind]
    return next(key for key in (*kind.outcomes, *step.on) if key in step.on)


def way_from(catalogue: Catalogue, service: Service, start: str, delivery: str) -> list[str]:
    """Keys of the steps from `start` to the end when each goes its usual way."""
    keys: list[str] = []
    key = start
    while not ends(key) and key not in keys:
        keys.append(key)
        step = service.step(key)
        key = step.next(usual_outcome(catalogue, step), delivery)
    return keys


def finished_steps(file: RequestFile) -> Iterator[TimelineEntry]:
    """The events that ended a step, in their order."""
    return (entry for entry in file.timeline if "outcome" in entry.data and "step" in entry.data)


class RequestWay(QObject):
    """Says a request's way, in the language of the screen."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._wording = Wording(self)
        self._times = TimeWords(self)

    def steps(self, file: RequestFile, service: Service) -> tuple[tuple[str, ...], int]:
        """Titles of the strip and the place of the present step in it."""
        way = way_from(self._catalogue, service, service.start, file.delivery)
        been = [str(entry.data["step"]) for entry in finished_steps(file)]
        if file.open_step is None:
            done = [key for key in dict.fromkeys(been) if key in service.steps]
            titles = [in_language(service.step(key).title) for key in done]
            return (*titles, self._wording.state(file.state).words), len(titles)
        here = file.open_step.step
        if here not in way:
            ahead = way_from(self._catalogue, service, here, file.delivery)
            before = [key for key in dict.fromkeys(been) if key not in ahead]
            way = [*(key for key in before if key in service.steps), *ahead]
        return tuple(in_language(service.step(key).title) for key in way), way.index(here)

    def points(self, file: RequestFile, now: datetime) -> tuple[Point, ...]:
        """The timeline, oldest first, and what it waits for now."""
        points = [
            point
            for entry in file.timeline
            if entry.kind not in _SILENT
            if (point := self._point(entry, file, now)) is not None
        ]
        if file.open_step is not None:
            points.append(self._here(file))
        return tuple(points)

    def remarks(self, file: RequestFile, now: datetime) -> tuple[Remark, ...]:
        """What people wrote with their decisions, the newest first."""
        written = [entry for entry in file.timeline if entry.data.get("reason")]
        return tuple(
            Remark(text=str(entry.data["reason"]), by=self._by(entry, now))
            for entry in reversed(written)
        )

    def pairs(
        self, file: RequestFile, service: Service, officer: Officer, now: datetime
    ) -> tuple[Pair, ...]:
        """Who did the steps that this one is separate from, and who acts now."""
        if file.open_step is None:
            return ()
        step = service.step(file.open_step.step)
        if not step.separate_from:
            return ()
        latest = {
            str(entry.data["step"]): entry
            for entry in finished_steps(file)
            if entry.data["step"] in step.separate_from and entry.data["outcome"] != RETURN
        }
        before = [self._pair(service, key, entry, now) for key, entry in latest.items()]
        return (*before, self._pair_here(file, step, officer)) if before else ()

    def barred(self, file: RequestFile, service: Service, officer: Officer, now: datetime) -> str:
        """Which earlier step keeps this officer out, with its time; empty when none does."""
        if file.open_step is None:
            return ""
        separate = service.step(file.open_step.step).separate_from
        done = [
            self.tr("{step}: {name}, {time}").format(
                step=in_language(service.step(str(entry.data["step"])).title),
                name=name_in_language(entry.name_ar, entry.name_en),
                time=self._times.moment_in_full(entry.at, now),
            )
            for entry in finished_steps(file)
            if entry.staff_id == officer.staff_id and entry.data["step"] in separate
        ]
        return done[-1] if done else ""

    def _point(self, entry: TimelineEntry, file: RequestFile, now: datetime) -> Point | None:
        words = self._wording.told(entry.kind, entry.data, self._catalogue, file.service)
        if not words:
            return None
        refused = entry.data.get("outcome") in _REFUSING
        return Point(title=words, note=self._by(entry, now), state="refused" if refused else "done")

    def _here(self, file: RequestFile) -> Point:
        step = file.open_step
        assert step is not None  # noqa: S101  # asked for open requests only
        title = in_language(self._catalogue.service(file.service).step(step.step).title)
        holder = name_in_language(step.holder_ar, step.holder_en)
        queue = in_language(self._catalogue.queue(step.queue).title)
        return Point(title=title, note=holder or queue, state="current")

    def _by(self, entry: TimelineEntry, now: datetime) -> str:
        time = self._times.moment_in_full(entry.at, now)
        name = name_in_language(entry.name_ar, entry.name_en)
        return f"{name} · {time}" if name else time

    def _pair(self, service: Service, key: str, entry: TimelineEntry, now: datetime) -> Pair:
        name = name_in_language(entry.name_ar, entry.name_en)
        time = self._times.moment_in_full(entry.at, now)
        deed = f"{in_language(service.step(key).title)} · {time}"
        return Pair(name=name, initials=initials(name), deed=deed)

    def _pair_here(self, file: RequestFile, step: Step, officer: Officer) -> Pair:
        held = file.open_step
        title = in_language(step.title)
        if held is None or held.claimed_by is None:
            return Pair(name=self.tr("Not taken yet"), initials="", deed=title, here=True)
        name = name_in_language(held.holder_ar, held.holder_en)
        shown = name
        if held.claimed_by == officer.staff_id:
            shown = self.tr("{name} (you)").format(name=name)
        return Pair(name=shown, initials=initials(name), deed=title, here=True)


def initials(name: str) -> str:
    """First letters of the first and last word of a name; Arabic letters are kept apart."""
    words = name.split()
    if not words:
        return ""
    first, last = words[0][0], words[-1].removeprefix("ال")[:1] if len(words) > 1 else ""
    joined = f"{first}{last}"
    return joined if language() == "ar" else joined.upper()
