"""How far a feed is read: a row that every batch locks, moves on and commits with its requests."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, select, update

from absher_desk.models.request import FeedProgress
from absher_desk.models.upsert import insert_or
from absher_desk.operations.desk import Act
from absher_desk.operations.feed_rejects import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where the next line begins, the lines counted so far, and where their rejects lie."""

    offset: int = 0
    lines: int = 0
    accepted: int = 0
    duplicates: int = 0
    rejected: int = 0
    finished: bool = False
    place: Place = field(default_factory=Place)


def lock_progress(act: Act, fingerprint: str) -> Progress:
    """The feed's progress; until the act ends no other run of the same feed gets beyond this."""
    row = _row(act, fingerprint)
    if row is None:
        start = insert_or(act.connection, FeedProgress).values(
            fingerprint=fingerprint, **_columns(Progress()), updated_at=act.now
        )
        act.connection.execute(start.on_conflict_do_nothing())
        row = _row(act, fingerprint)
    if row is None:  # a row that was just written cannot be away
        raise AssertionError("feed progress vanished")
    return Progress(
        offset=row.offset,
        lines=row.lines,
        accepted=row.accepted,
        duplicates=row.duplicates,
        rejected=row.rejected,
        finished=row.finished,
        place=Place(row.rejects_file, row.rejects_start, row.rejects_end),
    )


def store_progress(act: Act, fingerprint: str, progress: Progress) -> None:
    """Write it, to be committed with the act."""
    act.connection.execute(
        update(FeedProgress)
        .where(FeedProgress.fingerprint == fingerprint)
        .values(**_columns(progress), updated_at=act.now)
    )


def _row(act: Act, fingerprint: str) -> Row[Any] | None:
    return act.connection.execute(
        select(FeedProgress.__table__)
        .where(FeedProgress.fingerprint == fingerprint)
        .with_for_update()
    ).first()


def _columns(progress: Progress) -> dict[str, Any]:
    return {
        "offset": progress.offset,
        "lines": progress.lines,
        "accepted": progress.accepted,
        "duplicates": progress.duplicates,
        "rejected": progress.rejected,
        "finished": progress.finished,
        "rejects_file": progress.place.file,
        "rejects_start": progress.place.start,
        "rejects_end": progress.place.end,
    }
