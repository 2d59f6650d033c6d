"""A branch to measure: the product's own desk on a fresh database, its staff, many requests."""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from absher_desk.assembly import open_desk
from absher_desk.operations.branch_setup import NewStaff, add_staff
from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.registering import Applicant, NewRequest, register_requests
from absher_desk.operations.rights import Right
from absher_desk.operations.sign_in import open_program_session, sign_in
from absher_desk.standards.names import PersonName
from absher_desk.system.texts import Texts

BRANCH = "1101"
QUEUE = "reception"
PASSWORD = "Aa1" + secrets.token_urlsafe(12)
_BATCH = 2000
_FIRST_NAMES = ("فهد", "سعد", "نورة", "سارة", "خالد", "ريم", "ماجد", "هند", "عمر", "ليلى")
_FAMILIES = ("الدوسري", "القحطاني", "الحربي", "العتيبي", "الشهري", "الزهراني", "المطيري")


@contextmanager
def opened(url: str) -> Iterator[Desk]:
    """The product's desk on this database, which is migrated if it is new."""
    desk = open_desk(url, texts=Texts(), code_key=lambda: b"k" * 32)
    try:
        yield desk
    finally:
        desk.database.close()


def employ(
    desk: Desk, count: int, password: str = PASSWORD, roles: Sequence[str] = ("clerk",)
) -> None:
    """Clerks `clerk0` … of the branch."""
    program = open_program_session(desk, BRANCH)
    for number in range(count):
        clerk = NewStaff(
            username=f"clerk{number}",
            name_ar=f"موظف {number}",
            name_en=f"Clerk {number}",
            roles=roles,
            password=password,
        )
        add_staff(desk, program, clerk)


def clerk(desk: Desk, number: int, password: str = PASSWORD) -> Officer:
    """A clerk, signed in."""
    return sign_in(desk, open_program_session(desk, BRANCH), f"clerk{number}", password)


def enter(desk: Desk, count: int, service: str = "complaint") -> None:
    """Register so many requests of a service; complaints are then open in `reception`."""
    program = open_program_session(desk, BRANCH)
    for start in range(0, count, _BATCH):
        indexes = range(start, min(start + _BATCH, count))
        with desk.change(program, Right.REGISTER_REQUESTS) as act:
            register_requests(desk, act, [_request(desk, service, index) for index in indexes])
    _settle(desk)


def identity_number(index: int) -> str:
    """A citizen's number with its check digit (Luhn)."""
    body = f"1{index:08d}"
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(body))
    return body + str(-total % 10)


def _request(desk: Desk, service: str, index: int) -> NewRequest:
    return NewRequest(
        source="portal",
        reference=f"BEN-{index:09d}",
        content_hash=sha256(str(index).encode()).hexdigest(),
        service=desk.catalogue.service(service),
        branch_code=BRANCH,
        audience="individual",
        urgent=False,
        delivery="counter",
        # Due in the order of arrival, as the requests of one service are, give or take some hours.
        submitted_at=datetime(2025, 1, 1, 6, tzinfo=UTC)
        + timedelta(minutes=index + index * 79 % 200),
        applicant=_applicant(index),
        details=_details(service, index),
    )


def _details(service: str, index: int) -> dict[str, str]:
    if service == "account-activation":
        return {"username": f"person{index:07d}", "preferred_language": "ar"}
    return {"topic": "تأخر", "summary": "تأخر إنجاز المعاملة عن الموعد"}


def _applicant(index: int) -> Applicant:
    first, father, grandfather = (_FIRST_NAMES[index // 10**place % 10] for place in range(3))
    return Applicant(
        identity_number=identity_number(index),
        identity_type="citizen",
        name_ar=PersonName(first, father, grandfather, _FAMILIES[index % 7]),
        name_en=None,
        birth_date=date(1990, 1, 15),
        birth_date_hijri=None,
        sex="M",
        nationality="SAU",
        mobile=f"+9665{index:08d}",
        email=f"user{index}@example.sa",
        language="ar",
        address=None,
    )


def _settle(desk: Desk) -> None:
    """Statistics as they are after a night of autovacuum: a fresh table has none."""
    with desk.database.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("ANALYZE" if desk.database.is_sqlite else "VACUUM ANALYZE")
