"""From the parts of a layout and the facts of a request to blocks."""

from collections.abc import Iterator, Sequence
from functools import partial

from absher_desk.operations.errors import Refused
from absher_desk.printing import form_parts, marks, paper_table, portrait
from absher_desk.printing.page_frame import LEFT, RIGHT, WIDTH
from absher_desk.printing.paper import Paper
from absher_desk.printing.paper_blocks import (
    FORMAL,
    Block,
    Column,
    Look,
    head,
    lines_of,
    listed,
    row_of,
    space,
)
from absher_desk.printing.paper_layout import (
    PLACEHOLDER,
    Body,
    Cell,
    Declared,
    Facts,
    Layout,
    Part,
    Signatures,
    Table,
    Text,
    Ticket,
)
from absher_desk.printing.paper_values import (
    RequestFacts,
    captions,
    field_value,
    filled,
    full_name,
    holds,
    shown,
)
from absher_desk.printing.sheets import Words
from absher_desk.standards.bidi import isolate

_GAP = 9.0
_SIGNATURE_ROOM = form_parts.SIGNATURE_HEIGHT + 6


def blocks(paper: Layout, facts: RequestFacts, look: Look) -> Iterator[tuple[Part, list[Block]]]:
    """Each part that these facts ask for, with its blocks.

    Raises:
        Refused: `printing.nothing-said` where a paper's text has not been written yet.
    """
    named = _named(paper)
    for part in paper.parts:
        if not holds(facts, part.when):
            continue
        made = list(_blocks(part, facts, look, named))
        if not made:
            continue
        title = None if isinstance(part, Signatures | Ticket) else part.title
        yield part, [*([head(title, look)] if title else []), *made]


def _blocks(part: Part, facts: RequestFacts, look: Look, named: frozenset[str]) -> Iterator[Block]:
    match part:
        case Facts():
            yield from _closed(_grid(part, facts, look), 3 if look is FORMAL else _GAP)
        case Declared():
            yield from _closed(_declared(facts, named))
        case Text():
            yield from _text(part, facts, look)
            yield space(4)
        case Body():
            yield from _body(part, facts, look)
            yield space(_GAP)
        case Table():
            yield from paper_table.blocks(part.of, facts)
        case Signatures():
            yield space(_GAP)
            yield _signatures(part, facts)
        case Ticket():
            yield _ticket(part, facts)


def _closed(made: Iterator[Block], gap: float = _GAP) -> Iterator[Block]:
    """Blocks with a gap behind them; nothing for nothing."""
    found = list(made)
    if found:
        yield from found
        yield space(gap)


def _named(paper: Layout) -> frozenset[str]:
    """Every fact that some part of the paper shows by its name."""
    found: set[str] = set()
    for part in paper.parts:
        match part:
            case Facts():
                found.update(cell.fact for row in part.rows for cell in row)
            case Body() | Ticket():
                found.add(part.fact)
            case Text():
                found.update(PLACEHOLDER.findall(part.ar))
    return frozenset(found)


def _grid(part: Facts, facts: RequestFacts, look: Look) -> Iterator[Block]:
    room = WIDTH - (portrait.WIDTH + 10 if part.photo else 0)
    rows = [made for row in part.rows if (made := _row(row, facts, look, room)) is not None]
    if not part.photo:
        yield from rows
        return
    height = max(sum(row.height for row in rows), portrait.HEIGHT)
    encoded = facts.get("portrait_picture")
    yield Block(height=height, draw=partial(_draw_beside_portrait, rows=rows, encoded=encoded))


def _row(row: Sequence[Cell], facts: RequestFacts, look: Look, room: float) -> Block | None:
    """The facts of a row that the request states, over the whole width."""
    there = [(cell, found) for cell in row if (found := shown(facts, cell.fact)) is not None]
    if not there:
        return None
    gap = 14.0 if look is FORMAL else 0.0
    step = (room - gap * (len(there) - 1)) / sum(cell.weight for cell, _found in there)
    edge, columns = RIGHT, []
    for cell, found in there:
        edge -= step * cell.weight
        columns.append(
            Column(
                x=edge, width=step * cell.weight, caption=found.caption,
                ar=found.value.ar, en=found.value.en,
            )
        )  # fmt: skip
        edge -= gap
    return row_of(columns, look)


def _draw_beside_portrait(
    paper: Paper, y: float, *, rows: list[Block], encoded: str | None
) -> None:
    portrait.draw_portrait(paper, LEFT, y, encoded, captions()["photo"])
    for row in rows:
        row.draw(paper, y)
        y += row.height


def _declared(facts: RequestFacts, named: frozenset[str]) -> Iterator[Block]:
    for field in facts["fields"]:
        if field.get("redacted") or f"details.{field.get('key')}" in named:
            continue
        label = Words(field["label"]["ar"], field["label"]["en"])
        yield from listed(label, field_value(field).ar or "—")


def _text(part: Text, facts: RequestFacts, look: Look) -> Iterator[Block]:
    small, lead = part.style == "small", part.style == "lead"
    ar = filled(part.ar, facts, "ar")
    size = look.size * 0.85 if small else look.size * 1.15 if lead else look.size
    leading = look.leading * (0.85 if small else 1.1 if lead else 1)
    colour = marks.INK_SOFT if small else marks.INK
    yield from lines_of(ar, look, size=size, leading=leading, strong=lead, colour=colour)
    if part.en:
        en = filled(part.en, facts, "en")
        faint = marks.INK_FAINT
        yield from lines_of(en, look, size=7, leading=10, colour=faint, rtl=False)


def _body(part: Body, facts: RequestFacts, look: Look) -> Iterator[Block]:
    found = shown(facts, part.fact)
    if found is not None:
        yield from lines_of(found.value.ar, look)
    elif part.empty is None:
        raise Refused("printing.nothing-said")
    else:
        yield from lines_of(part.empty.ar, look, colour=marks.INK_SOFT)
        faint = marks.INK_FAINT
        yield from lines_of(part.empty.en, look, size=7, leading=10, colour=faint, rtl=False)


def _signatures(part: Signatures, facts: RequestFacts) -> Block:
    return Block(height=_SIGNATURE_ROOM, draw=partial(_draw_signatures, part=part, facts=facts))


def _draw_signatures(paper: Paper, y: float, *, part: Signatures, facts: RequestFacts) -> None:
    words = captions()
    for room, place in zip(form_parts.side_by_side(y, len(part.places)), part.places, strict=True):
        role = words[f"signer.{place}"]
        if place == "stamp":
            form_parts.draw_stamp_place(paper, room, role)
            continue
        second = words["id"] if place == "applicant" else words["officer_number"]
        lines = (words["name"], second, words["signature"])
        form_parts.draw_signature_place(paper, room, role, lines)
        signer = _signer(place, facts)
        if signer is not None:
            form_parts.draw_signer(paper, room, signer)


def _signer(place: str, facts: RequestFacts) -> tuple[str, str] | None:
    """Name and number of who signs; None leaves the place to the pen."""
    if place == "applicant":
        applicant = facts["applicant"]
        return full_name(applicant).ar, isolate(applicant["identity_number"])
    decision = facts.get("approver" if place == "approver" else "reviewer")
    officer = decision["officer"] if decision else None
    if officer is None and place == "officer":
        officer = facts.get("registered_by")
    return (officer["ar"], isolate(officer["number"])) if officer else None


def _ticket(part: Ticket, facts: RequestFacts) -> Block:
    return Block(height=96, draw=partial(_draw_ticket, part=part, facts=facts))


def _draw_ticket(paper: Paper, y: float, *, part: Ticket, facts: RequestFacts) -> None:
    found = shown(facts, part.fact)
    middle = paper.width / 2
    if found is None:
        return
    caption = f"{found.caption.ar} / {isolate(found.caption.en)}"
    paper.text(middle, y + 14, caption, size=10, colour=marks.INK_SOFT, align="centre")
    paper.text(
        middle, y + 74, found.value.ar, size=60, face="plex-bold", colour=marks.INK,
        align="centre",
    )  # fmt: skip
