"""Who works in the branch and how much each holds: what a supervisor sees before he assigns."""

from dataclasses import dataclass

from sqlalchemy import func, select

from absher_desk.models.branch import Staff, StaffRole
from absher_desk.models.work import OpenWork
from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """A member of staff who may be given work; `holding` counts the requests he has claimed."""

    staff_id: int
    name_ar: str
    name_en: str
    roles: frozenset[str]
    holding: int


def list_colleagues(desk: Desk, officer: Officer) -> tuple[Colleague, ...]:
    """Active staff of the officer's branch in the order of their Arabic names, himself among them.

    Raises:
        Refused: he may not assign.
    """
    with desk.read(officer, Right.ASSIGN) as connection:
        staff = connection.execute(
            select(Staff.id, Staff.name_ar, Staff.name_en)
            .where(Staff.branch_code == officer.branch_code, Staff.active)
            .order_by(Staff.name_ar, Staff.id)
        ).all()
        ids = [row.id for row in staff]
        roles: dict[int, set[str]] = {}
        for row in connection.execute(
            select(StaffRole.staff_id, StaffRole.role).where(StaffRole.staff_id.in_(ids))
        ):
            roles.setdefault(row.staff_id, set()).add(row.role)
        held = connection.execute(
            select(OpenWork.claimed_by, func.count().label("holding"))
            .where(OpenWork.claimed_by.in_(ids))
            .group_by(OpenWork.claimed_by)
        )
        holding = {row.claimed_by: row.holding for row in held}
    return tuple(
        Colleague(
            staff_id=row.id,
            name_ar=row.name_ar,
            name_en=row.name_en,
            roles=frozenset(roles.get(row.id, ())),
            holding=holding.get(row.id, 0),
        )
        for row in staff
    )
