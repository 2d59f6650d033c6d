"""The steps of a service as a picture (SVG): boxes from right to left, arrows with their outcomes.

Ways forward run straight or above the boxes, ways back below them; an end other than completed
hangs under the step that leads to it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from absher_desk.catalogue.drawing import in_order
from absher_desk.catalogue.entries import ByDelivery, Catalogue, Service, Step, ends
from absher_desk.catalogue.kinds import Delivery, EndState

_BOX: Final = 200
_GAP: Final = 160
_LINE: Final = 20
_LANE: Final = 26
_EDGE: Final = 24
_END_WORDS: Final[Mapping[str, str]] = {
    EndState.COMPLETED: "منجزة",
    EndState.REJECTED: "مرفوضة",
    EndState.CANCELLED: "ملغاة",
    EndState.FILED: "محفوظة",
}
_DELIVERY_WORDS: Final[Mapping[str, str]] = {
    Delivery.COUNTER: "بالشباك",
    Delivery.POST: "بالبريد",
}
_STYLE: Final = (
    "text{font-family:'IBM Plex Sans Arabic',sans-serif;font-size:12px;fill:#15211D;"
    "text-anchor:middle}.title{font-size:14px;font-weight:600}.small{font-size:11px;fill:#45534E}"
    ".box{fill:#FFFFFF;stroke:#7D8B85}.end{fill:#E5F2EC;stroke:#0B6B4E}"
    ".stop{fill:#FDEDEB;stroke:#B42318}.way{fill:none;stroke:#0B6B4E;stroke-width:1.5}"
    ".back{fill:none;stroke:#8A4B00;stroke-width:1.2;stroke-dasharray:5 3}"
    ".label{fill:#F8FAF9}"
)


@dataclass(frozen=True, slots=True)
class _Way:
    """An arrow between two columns (the first step is column 0) and the words on it."""

    first: int
    last: int
    words: str

    @property
    def back(self) -> bool:
        return self.last <= self.first

    @property
    def straight(self) -> bool:
        return self.last == self.first + 1


def picture(service: Service, catalogue: Catalogue) -> str:
    """The picture in Arabic; `catalogue` gives the words of outcomes, queues and forms."""
    return _Picture(service, catalogue).text()


class _Picture:
    """Measures first, then draws; x grows to the left as the columns do."""

    def __init__(self, service: Service, catalogue: Catalogue) -> None:
        self._service, self._catalogue = service, catalogue
        self._steps = in_order(service)
        self._lines = [self._box_lines(step) for step in self._steps]
        self._labels: list[str] = []  # drawn last, so that no line runs through them
        self._ways = list(self._every_way())
        over = [way for way in self._ways if not way.back and not way.straight]
        under = [way for way in self._ways if way.back]
        self._over = sorted(over, key=lambda way: way.last - way.first)
        self._under = sorted(under, key=lambda way: way.first - way.last)
        self._tall = _LINE * max(len(lines) for lines in self._lines) + 16
        self._top = 64 + _LANE * len(self._over)
        self._bottom = self._top + self._tall
        self._stops_at = self._bottom + _LANE * (len(self._under) + 1)
        self.width = (len(self._steps) + 1) * (_BOX + _GAP) - _GAP + 2 * _EDGE
        stops = max(len(list(self._stops(step))) for step in self._steps)
        self.height = self._stops_at + _LINE * 2 * stops + _EDGE

    def text(self) -> str:
        """The whole SVG document."""
        size = f'width="{self.width}" height="{self.height}"'
        box = f"{self.width} {self.height}"
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {box}" direction="rtl">',
            f"<title>{escape(self._service.title.ar)}</title>",
            f"<style>{_STYLE}</style>",
            f'<rect {size} fill="#F8FAF9"/>',
            self._words(self.width / 2, 32, self._service.title.ar, "title"),
            *self._drawn_ways(),
            *self._drawn_stops(),
            *self._drawn_boxes(),
            *self._labels,
            "</svg>\n",
        ]
        return "\n".join(parts)

    def _box_lines(self, step: Step) -> list[str]:
        forms = self._catalogue.forms
        lines = [step.title.ar, self._catalogue.queue(step.queue).title.ar]
        if step.separate_from:
            others = "، ".join(self._service.step(key).title.ar for key in step.separate_from)
            lines.append(f"غير من قام بـ: {others}")
        lines += [f"يطبع: {forms[key].title.ar}" for key in step.documents]
        return lines

    def _every_way(self) -> Iterator[_Way]:
        column = {step.key: number for number, step in enumerate(self._steps)}
        column[EndState.COMPLETED] = len(self._steps)
        for number, step in enumerate(self._steps):
            found: dict[int, list[str]] = {}
            for words, there in self._outcomes(step):
                if there in column:
                    found.setdefault(column[there], []).append(words)
            for last, words_of_it in found.items():
                yield _Way(number, last, "، ".join(words_of_it))

    def _outcomes(self, step: Step) -> Iterator[tuple[str, str]]:
        """Words and target of each outcome, both sides of a choice of delivery."""
        for outcome, there in step.on.items():
            words = self._catalogue.outcome_label(step.kind, outcome, "ar")
            if not isinstance(there, ByDelivery):
                yield words, there
                continue
            for way in Delivery:
                yield f"{words} ({_DELIVERY_WORDS[way]})", there.for_(way)

    def _stops(self, step: Step) -> Iterator[tuple[str, str]]:
        """The ends other than completed that a step leads to."""
        for words, there in self._outcomes(step):
            if ends(there) and there != EndState.COMPLETED:
                yield words, _END_WORDS[there]

    def _right(self, column: int) -> int:
        return self.width - _EDGE - column * (_BOX + _GAP)

    def _middle(self, column: int) -> float:
        return self._right(column) - _BOX / 2

    def _drawn_boxes(self) -> Iterator[str]:
        for number, lines in enumerate(self._lines):
            yield self._box(self._right(number) - _BOX, self._top, self._tall, "box")
            for place, line in enumerate(lines):
                y = self._top + _LINE * (place + 1)
                yield self._words(self._middle(number), y, line, "small" if place else "title")
        last = len(self._lines)
        yield self._box(self._right(last) - _BOX, self._top, self._tall, "end")
        words = _END_WORDS[EndState.COMPLETED]
        yield self._words(self._middle(last), self._top + self._tall / 2 + 5, words, "title")

    def _drawn_stops(self) -> Iterator[str]:
        for number, step in enumerate(self._steps):
            x = self._middle(number)
            line = x - _BOX / 2 + 10
            for place, (words, end) in enumerate(self._stops(step)):
                y = self._stops_at + place * _LINE * 2
                if not place:
                    yield self._arrow([(line, self._bottom), (line, y)], "back")
                yield self._box(x - _BOX / 2, y, _LINE + 10, "stop")
                yield self._words(x, y + 20, f"{words} ← {end}", "small")

    def _drawn_ways(self) -> Iterator[str]:
        for way in self._ways:
            if way.straight:
                y = self._top + self._tall / 2
                start, end = self._right(way.first) - _BOX, self._right(way.last)
                yield self._arrow([(start, y), (end, y)], "way")
                self._label((start + end) / 2, y - 8, way.words)
        for lane, way in enumerate(self._over):
            yield from self._lane(way, lane, self._top, self._top - _LANE * (lane + 1), "way")
        for lane, way in enumerate(self._under):
            y = self._bottom + _LANE * (lane + 1)
            yield from self._lane(way, lane, self._bottom, y, "back")

    def _lane(self, way: _Way, lane: int, edge: int, y: int, kind: str) -> Iterator[str]:
        """Out of one box, along a lane of its own, into the other; each lane a little aside."""
        aside = 45 if way.first == way.last else 12 + lane * 7 % 28
        start, end = self._middle(way.first) - aside, self._middle(way.last) + aside
        yield self._arrow([(start, edge), (start, y), (end, y), (end, edge)], kind)
        self._label((start + end) / 2, y + 4, way.words)

    def _label(self, x: float, y: float, words: str) -> None:
        wide = 6 * len(words)
        self._labels += [
            f'<rect class="label" x="{x - wide / 2}" y="{y - 11}" width="{wide}" height="15"/>',
            self._words(x, y, words, "small"),
        ]

    @staticmethod
    def _arrow(points: list[tuple[float, float]], kind: str) -> str:
        """A line with a head of its own: markers are not drawn by every viewer."""
        line = " ".join(f"{x},{y}" for x, y in points)
        (before_x, before_y), (x, y) = points[-2:]
        back_x = (before_x > x) - (before_x < x)
        back_y = (before_y > y) - (before_y < y)
        wing = [(x + 8 * back_x + 4 * back_y * side, y + 8 * back_y + 4 * back_x * side)
                for side in (1, -1)]  # fmt: skip
        head = " ".join(f"{px},{py}" for px, py in (wing[0], (x, y), wing[1]))
        colour = "#8A4B00" if kind == "back" else "#0B6B4E"
        return (
            f'<polyline class="{kind}" points="{line}"/><polygon points="{head}" fill="{colour}"/>'
        )

    @staticmethod
    def _box(x: float, y: float, tall: float, kind: str) -> str:
        return (
            f'<rect class="{kind}" x="{x}" y="{y}" width="{_BOX}" height="{tall}" rx="6" ry="6"/>'
        )

    @staticmethod
    def _words(x: float, y: float, words: str, kind: str) -> str:
        return f'<text class="{kind}" x="{x}" y="{y}">{escape(words)}</text>'
