"""Setting a branch up: its row, its staff with their roles."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from absher_desk.models.branch import Branch, SignIn, Staff, StaffRole
from absher_desk.models.faults import DatabaseFault
from absher_desk.models.request import Request
from absher_desk.models.work import OpenWork, WorkBar
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import Conflict, Refused, Unavailable
from absher_desk.operations.officer import Chain, Officer
from absher_desk.operations.rights import Right, rights_of
from absher_desk.operations.sign_in import hash_password, program_reader
from absher_desk.standards.branches import demonstration_branches


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBranch:
    """A branch to enter; `code` is the four digits of its request numbers, `region` ISO 3166-2."""

    code: str
    name_ar: str
    name_en: str
    city_ar: str
    city_en: str
    region: str


def bundled_branches() -> list[NewBranch]:
    """The branches that travel with the program, so that a new database works with no set-up."""
    return [
        NewBranch(
            code=branch.code,
            name_ar=branch.ar,
            name_en=branch.en,
            city_ar=branch.city_ar,
            city_en=branch.city_en,
            region=branch.region,
        )
        for branch in demonstration_branches()
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStaff:
    """A member of staff to enter, with the password he first signs in with."""

    username: str
    name_ar: str
    name_en: str
    roles: Sequence[str]
    password: str
    identity_number: str | None = None
    language: str = "ar"


def found_branches(desk: Desk, branches: Sequence[NewBranch]) -> int:
    """Enter the branches that are not there yet, all or none; returns how many were new.

    Two desks that start at once on a new database both try: the later one finds them there.
    """
    known = _known_branches(desk)
    try:
        return _found_unknown(desk, branches)
    except IntegrityError:
        if _known_branches(desk) == known:
            raise
        return _found_unknown(desk, branches)


def _found_unknown(desk: Desk, branches: Sequence[NewBranch]) -> int:
    try:
        with desk.database.change() as connection:
            known = set(connection.scalars(select(Branch.code)))
            new = [branch for branch in branches if branch.code not in known]
            for branch in new:
                _found(connection, branch, desk.now())
    except DatabaseFault as fault:
        raise Unavailable(fault.code) from fault
    return len(new)


def _found(connection: Connection, branch: NewBranch, now: datetime) -> None:
    """The row, a session of the program that hangs on it, and the event: together or not at all."""
    connection.execute(insert(Branch).values(**asdict(branch)))
    sign_in_id = connection.execute(
        insert(SignIn)
        .values(branch_code=branch.code, purpose="set-up", started_at=now)
        .returning(SignIn.id)
    ).scalar_one()
    program = replace(program_reader(branch.code), sign_in_id=sign_in_id, chain=Chain())
    act = Act(connection, program, now)
    act.record("branch-founded", branch=branch.code)
    act.write_events()
    connection.execute(
        update(SignIn)
        .where(SignIn.id == sign_in_id)
        .values(ended_at=now, end_reason="finished", last_seq=act.seq, last_hash=act.head)
    )


def add_staff(
    desk: Desk,
    officer: Officer,
    staff: NewStaff,
    *,
    hashed_by: Callable[[str], str] = hash_password,
) -> int:
    """Enter a member of staff of the officer's branch; returns his number.

    `hashed_by` makes the hash of his password: another one than usual is for passwords that are no
    secret, those of a demonstration.

    Raises:
        Refused: the right is missing, or a role does not exist.
        Conflict: the username is taken.
    """
    if not staff.roles:
        raise Refused("staff.needs-role")
    for role in staff.roles:
        if not rights_of([role]):
            raise Refused("staff.unknown-role", role=role)
    username = staff.username.strip().casefold()
    password_hash = hashed_by(staff.password)
    with desk.change(officer, Right.MANAGE_BRANCH) as act:
        act.lock_value("staff", username)
        taken = act.connection.scalar(select(Staff.id).where(Staff.username == username))
        if taken is not None:
            raise Conflict("staff.username-taken")
        staff_id: int = act.connection.execute(
            insert(Staff)
            .values(
                username=username,
                branch_code=officer.branch_code,
                name_ar=staff.name_ar,
                name_en=staff.name_en,
                identity_number=staff.identity_number,
                password_hash=password_hash,
                language=staff.language,
                active=True,
                failed_attempts=0,
            )
            .returning(Staff.id)
        ).scalar_one()
        act.connection.execute(
            insert(StaffRole),
            [{"staff_id": staff_id, "role": role} for role in sorted(set(staff.roles))],
        )
        _bar_from_own_requests(act, staff_id, staff.identity_number)
        act.record("staff-added", staff=staff_id, roles=sorted(set(staff.roles)))
    return staff_id


def _bar_from_own_requests(act: Act, staff_id: int, identity_number: str | None) -> None:
    """What he asked for before he came to work here is his own request too."""
    own = act.connection.execute(
        select(OpenWork.request_id)
        .join(Request, Request.id == OpenWork.request_id)
        .where(Request.identity_number == identity_number)
        .order_by(OpenWork.request_id)
    ).scalars()
    rows = [{"request_id": i, "staff_id": staff_id, "cause": "own-request"} for i in own]
    if rows:
        act.connection.execute(insert(WorkBar), rows)


def _known_branches(desk: Desk) -> set[str]:
    try:
        with desk.database.read() as connection:
            return set(connection.scalars(select(Branch.code)))
    except DatabaseFault as fault:
        raise Unavailable(fault.code) from fault


def is_empty(desk: Desk) -> bool:
    """Whether nobody ever worked with this database."""
    try:
        with desk.database.read() as connection:
            return connection.scalar(select(SignIn.id).limit(1)) is None
    except DatabaseFault as fault:
        raise Unavailable(fault.code) from fault
