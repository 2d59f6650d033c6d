"""Giving out request numbers: each session takes a block, so that no row is shared by all."""

from datetime import timedelta

from sqlalchemy import insert, or_, select, update

from absher_desk.models.branch import SignIn
from absher_desk.models.request import NumberBlock, NumberRange
from absher_desk.models.upsert import insert_or
from absher_desk.operations.desk import Act
from absher_desk.operations.errors import Refused
from absher_desk.standards.dates import to_hijri
from absher_desk.standards.request_number import compose

BLOCK_SIZE = 20
_LAST_SERIAL = 9_999_999
_LONGEST_SESSION = timedelta(hours=24)
"""A session older than this was killed: it will not ask for its block again."""


def take_numbers(act: Act, branch_code: str, count: int) -> list[str]:
    """So many fresh request numbers of the branch, in order, in the act's transaction.

    Undone with the act: numbers have no gaps but the unused ends of blocks, which the next session
    of the branch takes over.

    Raises:
        Refused: `number.exhausted` when the branch has used its 9,999,999 of the Hijri year.
    """
    year = to_hijri(act.day).year % 100
    serials: list[int] = []
    while len(serials) < count:
        serials += _from_block(act, branch_code, year, count - len(serials))
    return [compose(year, branch_code, serial) for serial in serials]


def _from_block(act: Act, branch_code: str, year: int, wanted: int) -> list[int]:
    block = _own_block(act, branch_code, year) or _new_block(act, branch_code, year, wanted)
    block_id, first, last = block
    taken = min(wanted, last - first + 1)
    act.connection.execute(
        update(NumberBlock)
        .where(NumberBlock.id == block_id)
        .values(next_serial=first + taken, sign_in_id=act.officer.sign_in_id)
    )
    return list(range(first, first + taken))


def _own_block(act: Act, branch_code: str, year: int) -> tuple[int, int, int] | None:
    """This session's block, or the left-over of one that has ended."""
    row = act.connection.execute(
        select(NumberBlock.id, NumberBlock.next_serial, NumberBlock.last_serial)
        .outerjoin(SignIn, SignIn.id == NumberBlock.sign_in_id)
        .where(
            NumberBlock.branch_code == branch_code,
            NumberBlock.hijri_year == year,
            NumberBlock.next_serial <= NumberBlock.last_serial,
            or_(
                NumberBlock.sign_in_id == act.officer.sign_in_id,
                NumberBlock.sign_in_id.is_(None),
                SignIn.ended_at.is_not(None),
                SignIn.started_at < act.now - _LONGEST_SESSION,
            ),
        )
        .order_by(NumberBlock.next_serial)
        .limit(1)
        .with_for_update(of=NumberBlock, skip_locked=True)
    ).first()
    return None if row is None else (row.id, row.next_serial, row.last_serial)


def _new_block(act: Act, branch_code: str, year: int, wanted: int) -> tuple[int, int, int]:
    size = max(BLOCK_SIZE, wanted)
    upsert = insert_or(act.connection, NumberRange).values(
        branch_code=branch_code, hijri_year=year, next_serial=1 + size
    )
    following = act.connection.execute(
        upsert.on_conflict_do_update(
            index_elements=["branch_code", "hijri_year"],
            set_={"next_serial": NumberRange.next_serial + size},
        ).returning(NumberRange.next_serial)
    ).scalar_one()
    first, last = following - size, min(following - 1, _LAST_SERIAL)
    if first > _LAST_SERIAL:
        raise Refused("number.exhausted", branch=branch_code)
    block_id = act.connection.execute(
        insert(NumberBlock)
        .values(
            branch_code=branch_code,
            hijri_year=year,
            sign_in_id=act.officer.sign_in_id,
            next_serial=first,
            last_serial=last,
        )
        .returning(NumberBlock.id)
    ).scalar_one()
    return block_id, first, last
