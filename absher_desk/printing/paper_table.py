"""Tables on a service's paper: the steps a request has gone, the fees it costs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Final

from absher_desk.printing import marks
from absher_desk.printing.fitting import draw_fitted
from absher_desk.printing.moments import moment_in_both
from absher_desk.printing.page_frame import LEFT, RIGHT, WIDTH
from absher_desk.printing.paper import Paper
from absher_desk.printing.paper_blocks import Block, space
from absher_desk.printing.paper_values import RequestFacts, Value, captions, riyals
from absher_desk.standards.bidi import isolate

ROW: Final = 23.0
HEAD: Final = 18.0
_SHARES: Final[Mapping[str, tuple[tuple[str, float], ...]]] = {
    "decisions": (("number", 0.06), ("step", 0.34), ("outcome", 0.2), ("at", 0.4)),
    "fees": (("number", 0.06), ("fee", 0.44), ("sadad_code", 0.2), ("amount", 0.3)),
}


def blocks(of: str, facts: RequestFacts) -> Iterator[Block]:
    """The head and the rows of a table; a line that says so where there is nothing to list."""
    columns = _SHARES[of]
    rows = [*_ROWS[of](facts)]
    yield Block(height=HEAD, draw=partial(_draw_head, of=of, columns=columns), keep=True)
    for number, row in enumerate(rows or [None], start=1):
        yield Block(height=ROW, draw=partial(_draw_row, columns=columns, number=number, row=row))
    yield space(9)


def _decisions(facts: RequestFacts) -> Iterator[tuple[Value, ...]]:
    for made in facts.get("decisions") or ():
        title, outcome = made["title"], made["outcome_label"]
        at = moment_in_both(datetime.fromisoformat(made["at"]))
        yield Value(title["ar"], title["en"]), Value(outcome["ar"], outcome["en"]), Value(at)


def _fees(facts: RequestFacts) -> Iterator[tuple[Value, ...]]:
    service = Value(facts["service"]["ar"], facts["service"]["en"])
    for fee in facts.get("fees") or ():
        code = Value(isolate(str(fee["sadad_code"])))
        yield service, code, riyals(Decimal(fee["amount"]))


_ROWS: Final = {"decisions": _decisions, "fees": _fees}


def _draw_head(paper: Paper, y: float, *, of: str, columns: Sequence[tuple[str, float]]) -> None:
    paper.box(LEFT, y, WIDTH, HEAD, fill=marks.BAND, stroke=marks.LINE)
    for x, width, key in _places(columns):
        caption = captions()[f"table.{of}.{key}"]
        paper.text(
            x + width - 6, y + 12, caption.ar, size=8, face="plex-semibold",
            colour=marks.INK_SOFT,
        )  # fmt: skip
        paper.text(
            x + 6, y + 12, caption.en, size=6, colour=marks.INK_FAINT, align="left", rtl=False
        )


def _draw_row(
    paper: Paper,
    y: float,
    *,
    columns: Sequence[tuple[str, float]],
    number: int,
    row: tuple[Value, ...] | None,
) -> None:
    paper.box(LEFT, y, WIDTH, ROW, stroke=marks.LINE)
    if row is None:
        none = captions()["none"]
        paper.text(RIGHT - 6, y + 15, f"{none.ar} / {isolate(none.en)}", size=9)
        return
    cells = (Value(str(number)), *row)
    for (x, width, _key), cell in zip(_places(columns), cells, strict=True):
        base = y + (11 if cell.en else 15)
        draw_fitted(paper, x + 6, base, width - 12, cell.ar, size=9, face="plex-medium")
        if cell.en:
            draw_fitted(
                paper, x + 6, y + 19.5, width - 12, cell.en,
                size=6.5, face="plex", colour=marks.INK_FAINT, rtl=False,
            )  # fmt: skip
        if x > LEFT + 1:
            paper.rule(x, y, x, y + ROW, colour=marks.LINE)


def _places(columns: Sequence[tuple[str, float]]) -> Iterator[tuple[float, float, str]]:
    """Left edge, width and key of each column, from the right."""
    edge = RIGHT
    for key, share in columns:
        edge -= share * WIDTH
        yield edge, share * WIDTH, key
