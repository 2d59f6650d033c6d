"""A batch of a feed's lines sorted out: new requests, duplicates, and what is refused."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from absher_desk.models.request import Request
from absher_desk.operations.desk import Act
from absher_desk.operations.feed_file import RawLine
from absher_desk.operations.feed_lines import Parts
from absher_desk.operations.feed_values import CheckedLine
from absher_desk.operations.registering import NewRequest
from absher_desk.standards.problems import Problem


@dataclass(frozen=True, slots=True)
class FeedLine:
    """A line as it came, its parts, and what became of them."""

    raw: RawLine
    parts: Parts
    checked: CheckedLine


Refusal = tuple[FeedLine, Sequence[Problem]]


@dataclass(slots=True)
class SortedOut:
    """What a batch brings; a refusal is a line with its faults."""

    new: list[NewRequest] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    duplicates: int = 0


def known_contents(act: Act, lines: Sequence[FeedLine]) -> dict[tuple[str, str], str]:
    """Content hashes of the requests, by source and reference, that exist already."""
    references: dict[str, list[str]] = {}
    for line in lines:
        if (request := line.checked.request) is not None:
            references.setdefault(request.source, []).append(request.reference)
    known: dict[tuple[str, str], str] = {}
    for source, wanted in references.items():
        rows = act.connection.execute(
            select(Request.reference, Request.content_hash).where(
                Request.source == source, Request.reference.in_(wanted)
            )
        )
        known.update(((source, reference), content) for reference, content in rows)
    return known


def sort_out(lines: Sequence[FeedLine], known: dict[tuple[str, str], str]) -> SortedOut:
    """Each line by its outcome; `known` learns what the batch itself brings."""
    found = SortedOut()
    for line in lines:
        request = line.checked.request
        if request is None:
            found.refused.append((line, line.checked.problems))
            continue
        key = (request.source, request.reference)
        if key not in known:
            if line.checked.file_problems:
                found.refused.append((line, line.checked.file_problems))
            else:
                known[key] = request.content_hash
                found.new.append(request)
        elif known[key] == request.content_hash:
            found.duplicates += 1
        else:
            found.refused.append((line, (Problem("reference.conflict", "reference"),)))
    return found
