"""Reading a feed: every line checked, entered once, refused lines set aside; each batch one act."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from absher_desk.models.branch import Branch
from absher_desk.operations.desk import Act, Desk, day_of
from absher_desk.operations.errors import NotFound, Refused, Unavailable
from absher_desk.operations.feed_attachments import Folder
from absher_desk.operations.feed_file import RawLine, fingerprint, lines_from, size_of
from absher_desk.operations.feed_lines import read_line
from absher_desk.operations.feed_progress import Progress, lock_progress, store_progress
from absher_desk.operations.feed_rejects import Place, Rejects, Words, rejected_line
from absher_desk.operations.feed_sorting import FeedLine, Refusal, known_contents, sort_out
from absher_desk.operations.feed_values import Standing, check_line
from absher_desk.operations.officer import Officer
from absher_desk.operations.registering import register_requests
from absher_desk.operations.rights import Right

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
        Refused: the officer may not register requests; `rejects.is-feed`.
        NotFound: `feed.not-found`.
        Unavailable: `feed.unreadable`, `rejects.cannot-write`, or the database does not answer.
    """
    officer.require(Right.REGISTER_REQUESTS)
    if rejects is not None and rejects.resolve() == path.resolve():
        raise Refused("rejects.is-feed")
    with _opened(path) as file, _readable(path):
        reading = _Reading(
            desk, officer, file, folder=Folder(path.parent), words=words, rejects=rejects
        )
        progress = reading.begin()
        total = size_of(file)
        while not progress.finished and not (cancelled is not None and cancelled()):
            with _uncollected():
                progress = reading.next_batch(progress, batch)
            if on_progress is not None:
                on_progress(_count(progress, total))
    return _count(progress, total)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cyclic collector: a batch makes many values and no circles of them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise NotFound("feed.not-found", file=path.name) from None
    except OSError as error:
        raise Unavailable("feed.unreadable", file=path.name) from error
    with file:
        if not file.seekable():
            raise Unavailable("feed.unreadable", file=path.name)
        yield file


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """A stick pulled out, a share that went away: what was committed stays, the rest waits."""
    try:
        yield
    except OSError as error:
        raise Unavailable("feed.unreadable", file=path.name) from error


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
        *,
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
        self._following: Iterator[RawLine] = iter(())
        self._at = -1  # where the following lines begin

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
        lines, finished = self._take(progress.offset, batch)
        for tries_left in reversed(range(_TRIES)):
            try:
                return self._enter(progress, lines, finished=finished)
            except (IntegrityError, Unavailable) as fault:
                if not tries_left or not _somebody_was_first(fault):
                    raise
        raise AssertionError("the last try returns or raises")

    def _take(self, offset: int, batch: int) -> tuple[list[FeedLine], bool]:
        """The next lines, and whether they are the last."""
        if offset != self._at:
            self._following = lines_from(self._file, offset)
        lines: list[FeedLine] = []
        size = 0
        while len(lines) < batch and size < _BATCH_BYTES:
            raw = next(self._following, None)
            if raw is None:
                break
            parts = read_line(raw)
            checked = check_line(parts, self._standing, self._folder)
            lines.append(FeedLine(raw, parts, checked))
            size += len(raw.data) + checked.size
            offset = raw.end
        return lines, offset >= size_of(self._file)

    def _enter(self, before: Progress, lines: Sequence[FeedLine], *, finished: bool) -> Progress:
        """The batch as one act: requests, rejects and progress together, or nothing."""
        with self._desk.change(self._officer, Right.REGISTER_REQUESTS) as act:
            current = lock_progress(act, self._fingerprint)
            if current.finished or current.offset != before.offset:
                return current
            sorted_out = sort_out(lines, known_contents(act, lines))
            register_requests(self._desk, act, sorted_out.new)
            after = Progress(
                offset=lines[-1].raw.end if lines else before.offset,
                lines=current.lines + len(lines),
                accepted=current.accepted + len(sorted_out.new),
                duplicates=current.duplicates + sorted_out.duplicates,
                rejected=current.rejected + len(sorted_out.refused),
                finished=finished,
                place=self._set_aside(sorted_out.refused, current.place),
            )
            store_progress(act, self._fingerprint, after)
            if finished:
                _record(act, self._fingerprint, after)
        self._at = after.offset
        return after

    def _set_aside(self, refused: Sequence[Refusal], place: Place) -> Place:
        if self._rejects is None:
            return place
        written = b"".join(
            rejected_line(line.raw, line.parts, problems, self._words) for line, problems in refused
        )
        return self._rejects.append(written, place)


def _standing(desk: Desk, officer: Officer) -> Standing:
    now = desk.now()
    with desk.read(officer, Right.REGISTER_REQUESTS) as connection:
        branches = frozenset(connection.scalars(select(Branch.code)))
    return Standing(
        catalogue=desk.catalogue,
        branches=branches,
        kinds=frozenset(
            evidence.kind
            for service in desk.catalogue.services.values()
            for evidence in service.evidence
        ),
        now=now,
        today=day_of(now),
        username_max=desk.setting("account.username_max"),
        passport_number=desk.setting("passport.number_regex"),
        setting=desk.setting,
    )


def _record(act: Act, feed: str, progress: Progress) -> None:
    act.record(
        "feed-read",
        feed=feed,
        lines=progress.lines,
        accepted=progress.accepted,
        duplicates=progress.duplicates,
        rejected=progress.rejected,
    )


def _somebody_was_first(fault: IntegrityError | Unavailable) -> bool:
    """Another run entered the same references meanwhile, or each of two waited for the other."""
    return isinstance(fault, IntegrityError) or fault.code == "database.locked"
