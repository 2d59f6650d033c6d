"""Reading a feed: every line checked, entered once, refused lines set aside; each batch one act."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from absher_desk.models.branch import Branch
from absher_desk.models.request import Request
from absher_desk.operations.desk import Act, Desk, day_of
from absher_desk.operations.errors import NotFound, Unavailable
from absher_desk.operations.feed_attachments import Folder
from absher_desk.operations.feed_file import RawLine, fingerprint, lines_from, size_of
from absher_desk.operations.feed_lines import Parts, read_line
from absher_desk.operations.feed_progress import Progress, lock_progress, store_progress
from absher_desk.operations.feed_rejects import Place, Rejects, Words, rejected_line
from absher_desk.operations.feed_values import CheckedLine, Standing, check_line
from absher_desk.operations.officer import Officer
from absher_desk.operations.registering import NewRequest, register_requests
from absher_desk.operations.rights import Right
from absher_desk.standards.problems import Problem

BATCH: Final = 500
_BATCH_BYTES: Final = 8 * 1024 * 1024
"""A batch ends at so many bytes of lines and files too, so that memory stays flat."""

_TRIES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedCount:
    """The lines of a feed, those of an interrupted run before this one included.

    Fewer `bytes_read` than `bytes_total`: the run was cancelled.
    """

    read: int
    accepted: int
    duplicates: int
    rejected: int
    bytes_read: int
    bytes_total: int


@dataclass(frozen=True, slots=True)
class _Line:
    raw: RawLine
    parts: Parts
    checked: CheckedLine


def read_feed(
    desk: Desk,
    officer: Officer,
    path: Path,
    *,
    words: Words,
    rejects: Path | None = None,
    on_progress: Callable[[FeedCount], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    batch: int = BATCH,
) -> FeedCount:
    """Enter the requests of a feed (JSON Lines, `interfaces.md`); the lines counted by outcome.

    A bad line goes to `rejects` with its faults in the `words` of both languages, and stops
    nothing. An interrupted feed goes on where it stopped; a finished one is read anew, which finds
    duplicates only. `on_progress` hears every committed batch; `cancelled` is asked before each.

    Raises:
        Refused: the officer may not register requests.
        NotFound: `feed.not-found`.
        Unavailable: `feed.unreadable`, `rejects.cannot-write`, or the database does not answer.
    """
    officer.require(Right.REGISTER_REQUESTS)
    with _opened(path) as file:
        reading = _Reading(desk, officer, file, Folder(path.parent), words, rejects)
        progress = reading.begin()
        total = size_of(file)
        while not progress.finished and not (cancelled is not None and cancelled()):
            progress = reading.next_batch(progress, batch)
            if on_progress is not None:
                on_progress(_count(progress, total))
    return _count(progress, total)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise NotFound("feed.not-found", file=path.name) from None
    except OSError as error:
        raise Unavailable("feed.unreadable", file=path.name) from error
    with file:
        yield file


def _count(progress: Progress, total: int) -> FeedCount:
    return FeedCount(
        read=progress.lines,
        accepted=progress.accepted,
        duplicates=progress.duplicates,
        rejected=progress.rejected,
        bytes_read=progress.offset,
        bytes_total=max(total, progress.offset),
    )


class _Reading:
    """One run over one feed."""

    def __init__(
        self,
        desk: Desk,
        officer: Officer,
        file: BinaryIO,
        folder: Folder,
        words: Words,
        rejects: Path | None,
    ) -> None:
        self._desk = desk
        self._officer = officer
        self._file = file
        self._folder = folder
        self._words = words
        self._rejects = None if rejects is None else Rejects(rejects)
        self._fingerprint = fingerprint(file)
        self._standing = _standing(desk, officer)
        self._lines: Iterator[RawLine] = iter(())
        self._at = -1

    def begin(self) -> Progress:
        """Where to go on: after the last committed batch, or at the start of a finished feed."""
        with self._desk.change(self._officer, Right.REGISTER_REQUESTS) as act:
            progress = lock_progress(act, self._fingerprint)
            place = progress.place
            if self._rejects is not None:
                place = self._rejects.begin(place, again=progress.finished)
            if progress.finished:
                progress = Progress()
            progress = replace(progress, place=place)
            store_progress(act, self._fingerprint, progress)
        return progress

    def next_batch(self, progress: Progress, batch: int) -> Progress:
        """The lines that follow, checked and entered; where the feed is then.

        Another run of the same feed may have been quicker: then its progress is taken over.
        """
        lines = [self._check(raw) for raw in self._take(progress.offset, batch)]
        for tries_left in reversed(range(_TRIES)):
            try:
                return self._enter(progress, lines)
            except (IntegrityError, Unavailable) as error:
                if not tries_left or not _another_was_first(error):
                    raise
        raise AssertionError("the last try returns or raises")

    def _take(self, offset: int, batch: int) -> Iterator[RawLine]:
        if offset != self._at:
            self._lines = lines_from(self._file, offset)
        size = 0
        for _ in range(batch):
            line = next(self._lines, None)
            if line is None or size > _BATCH_BYTES:
                break
            yield line
