"""Opening and closing a session at a desk; wrong passwords cost growing time."""

import math
import secrets
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import insert, select, update

from absher_desk.models.branch import Branch, SignIn, Staff, StaffRole
from absher_desk.models.faults import DatabaseFault
from absher_desk.models.request import NumberBlock
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import NotFound, Refused, Unavailable
from absher_desk.operations.officer import Chain, Officer
from absher_desk.operations.rights import ALL_RIGHTS, rights_of

PROGRAM = "program"
"""Username under which the program itself acts: sweeps, refused sign-ins, feeds."""


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


def hash_password(password: str) -> str:
    """argon2id hash to store for a member of staff."""
    return _hasher().hash(password)


@dataclass(frozen=True, slots=True)
class BranchChoice:
    """A branch that one may sign in to."""

    code: str
    name_ar: str
    name_en: str
    city_ar: str
    city_en: str


def list_branches(desk: Desk) -> tuple[BranchChoice, ...]:
    """All branches, for the sign-in page; no right is needed."""
    try:
        with desk.database.read() as connection:
            rows = connection.execute(
                select(
                    Branch.code, Branch.name_ar, Branch.name_en, Branch.city_ar, Branch.city_en
                ).order_by(Branch.code)
            )
            return tuple(BranchChoice(*row) for row in rows)
    except DatabaseFault as fault:
        raise Unavailable(fault.code) from fault


def open_program_session(desk: Desk, branch_code: str, *, purpose: str = "program") -> Officer:
    """A session for the program itself, so that its own acts are in the log too.

    Raises:
        NotFound: no such branch.
    """
    try:
        with desk.database.change() as connection:
            if connection.scalar(select(Branch.code).where(Branch.code == branch_code)) is None:
                raise NotFound("branch.not-found", branch=branch_code)
            sign_in_id = connection.execute(
                insert(SignIn)
                .values(branch_code=branch_code, purpose=purpose, started_at=desk.now())
                .returning(SignIn.id)
            ).scalar_one()
    except DatabaseFault as fault:
        raise Unavailable(fault.code) from fault
    return replace(program_reader(branch_code), sign_in_id=sign_in_id, chain=Chain())


def program_reader(branch_code: str) -> Officer:
    """The program as a mere reader: no session, so it can look but never write."""
    return Officer(
        sign_in_id=0,
        staff_id=None,
        username=PROGRAM,
        name_ar="البرنامج",
        name_en="The program",
        roles=frozenset(),
        rights=ALL_RIGHTS,
        branch_code=branch_code,
    )


def sign_in(
    desk: Desk, program: Officer, username: str, password: str, counter: str | None = None
) -> Officer:
    """Open a session for a person at the program's branch.

    The hash is checked outside any transaction (it takes a tenth of a second by design); an
    unknown name takes as long as a wrong password and is told the same.

    Raises:
        Refused: `sign-in.wrong`, `sign-in.locked` (with seconds), `sign-in.inactive`,
            `sign-in.other-branch`.
    """
    username = username.strip().casefold()
    staff = _find(desk, username)
    now = desk.now()
    if staff is not None and staff.locked_until is not None and staff.locked_until > now:
        raise Refused("sign-in.locked", seconds=_seconds(staff.locked_until - now))
    correct = _password_fits(staff.password_hash if staff else _decoy(), password)
    if staff is None or not correct:
        raise _refuse(desk, program, staff)
    if not staff.active:
        raise Refused("sign-in.inactive")
    if staff.branch_code != program.branch_code:
        raise Refused("sign-in.other-branch")
    return _open(desk, staff, counter)


def unlock(desk: Desk, officer: Officer, program: Officer, password: str) -> None:
    """Check the password of the person whose screen is locked; counts as a try like signing in.

    Raises:
        Refused: as `sign_in`.
    """
    staff = _find(desk, officer.username)
    now = desk.now()
    if staff is None or not staff.active:
        raise Refused("sign-in.inactive")
    if staff.locked_until is not None and staff.locked_until > now:
        raise Refused("sign-in.locked", seconds=_seconds(staff.locked_until - now))
    if not _password_fits(staff.password_hash, password):
        raise _refuse(desk, program, staff)
    with desk.change(officer) as act:
        _clear_failures(act, staff.id)
        act.record("screen-unlocked")


def note_lock(desk: Desk, officer: Officer, *, idle: bool) -> None:
    """Record that the screen was locked, by hand or because nobody touched it."""
    with desk.change(officer) as act:
        act.record("screen-locked", idle=idle)


def sign_out(desk: Desk, officer: Officer, reason: str = "signed-out") -> None:
    """End the session: seal its chain and let its unused request numbers go to others.

    What this session still tries to do is refused (`session.ended`). Ending it twice ends it once.
    """
    if officer.chain.ended:
        return
    with desk.change(officer) as act:
        act.ends_session = True
        act.record("signed-out", reason=reason)
        act.connection.execute(
            update(NumberBlock)
            .where(NumberBlock.sign_in_id == officer.sign_in_id)
            .values(sign_in_id=None)
        )
        act.connection.execute(
            update(SignIn)
            .where(SignIn.id == officer.sign_in_id)
            .values(ended_at=act.now, end_reason=reason, last_seq=act.seq, last_hash=act.head)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    id: int
    username: str
    branch_code: str
    name_ar: str
    name_en: str
    password_hash: str
    language: str
    active: bool
    failed_attempts: int
    locked_until: datetime | None


_MEMBER = [getattr(Staff, column.name) for column in fields(_Member)]


def _find(desk: Desk, username: str) -> _Member | None:
    try:
        with desk.database.read() as connection:
            row = (
                connection.execute(select(*_MEMBER).where(Staff.username == username))
                .mappings()
                .first()
            )
    except DatabaseFault as fault:
        raise Unavailable(fault.code) from fault
    return None if row is None else _Member(**row)


@cache
def _decoy() -> str:
    """A hash nobody's password fits, so that an unknown name takes as long as a known one."""
    return hash_password(secrets.token_hex(16))


def _password_fits(stored: str, password: str) -> bool:
    try:
        return _hasher().verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


def _seconds(wait: timedelta) -> int:
    return max(1, math.ceil(wait.total_seconds()))


def _refuse(desk: Desk, program: Officer, staff: _Member | None) -> Refused:
    """Count the failure and say what the person may be told."""
    with desk.change(program) as act:
        known = staff is not None
        act.record("sign-in-refused", staff=staff.id if staff else None, known=known)
        if staff is None:
            return Refused("sign-in.wrong")
        failures = act.connection.execute(
            update(Staff)
            .where(Staff.id == staff.id)
            .values(failed_attempts=Staff.failed_attempts + 1)
            .returning(Staff.failed_attempts)
        ).scalar_one()
        wait = _lockout(desk, failures)
        if wait is None:
            return Refused("sign-in.wrong")
        act.connection.execute(
            update(Staff).where(Staff.id == staff.id).values(locked_until=act.now + wait)
        )
        return Refused("sign-in.locked", seconds=_seconds(wait))


def _lockout(desk: Desk, failures: int) -> timedelta | None:
    """Wait after so many failures in a row: none for the free tries, then the setting's ladder."""
    ladder: list[int] = desk.setting("sign_in.lockout_ladder")
    beyond = failures - desk.setting("sign_in.lockout_tries")
    if beyond <= 0:
        return None
    return timedelta(seconds=ladder[min(beyond, len(ladder)) - 1])


def _clear_failures(act: Act, staff_id: int) -> None:
    act.connection.execute(
        update(Staff).where(Staff.id == staff_id).values(failed_attempts=0, locked_until=None)
    )


def _open(desk: Desk, staff: _Member, counter: str | None) -> Officer:
    """Open the session; its row, its first event and the cleared failures are one transaction."""
    try:
        with desk.database.change() as connection:
            roles = frozenset(
                connection.scalars(select(StaffRole.role).where(StaffRole.staff_id == staff.id))
            )
            sign_in_id = connection.execute(
                insert(SignIn)
                .values(
                    staff_id=staff.id, branch_code=staff.branch_code, purpose="desk",
                    counter=counter, started_at=desk.now(),
                )
                .returning(SignIn.id)
            ).scalar_one()  # fmt: skip
            officer = Officer(
                sign_in_id=sign_in_id,
                staff_id=staff.id,
                username=staff.username,
                name_ar=staff.name_ar,
                name_en=staff.name_en,
                roles=roles,
                rights=rights_of(roles),
                branch_code=staff.branch_code,
                counter=counter,
                language=staff.language,
            )
            act = Act(connection, officer, desk.now())
            _clear_failures(act, staff.id)
            act.record("signed-in", counter=counter, roles=sorted(roles))
            act.write_events()
    except DatabaseFault as fault:
        raise Unavailable(fault.code) from fault
    officer.chain.seq, officer.chain.head = act.seq, act.head
    return officer
