"""Small makers of what tests need: a desk without an outside world, people, requests."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from argon2 import PasswordHasher
from sqlalchemy import update

from absher_desk.catalogue.loading import load
from absher_desk.catalogue.settings_register import load_register
from absher_desk.models.branch import Staff
from absher_desk.models.columns import canonical
from absher_desk.operations.branch_setup import NewBranch, NewStaff, add_staff, found_branches
from absher_desk.operations.dated_settings import DatedSettings
from absher_desk.operations.desk import Desk
from absher_desk.operations.outside import Outside
from absher_desk.operations.registering import Applicant, NewRequest, register_requests
from absher_desk.operations.rights import Right
from absher_desk.operations.sign_in import open_program_session, sign_in
from absher_desk.standards.address import NationalAddress
from absher_desk.standards.names import PersonName

MORNING = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)  # 08:00 in Riyadh, a Monday
PASSWORD = "Branch-Day-1"
STAFF = {
    "officer": ("activation-officer",),
    "officer2": ("activation-officer",),
    "clerk": ("clerk",),
    "clerk2": ("clerk",),
    "supervisor": ("supervisor",),
    "administrator": ("administrator",),
    "auditor": ("auditor",),
}
BRANCH = "1101"


class ManualClock:
    def __init__(self, moment=MORNING):
        self.moment = moment

    def now(self):
        return self.moment

    def forward(self, **step):
        self.moment += timedelta(**step)


class CountingDigits:
    """Codes that a test can foresee: 100000, 100001, …"""

    def __init__(self):
        self.given = 0

    def digits(self, count):
        code = str(10 ** (count - 1) + self.given)
        self.given += 1
        return code


@dataclass
class RecordingSender:
    sent: list = field(default_factory=list)
    fault: Exception | None = None

    def send(self, channel, recipient, text):
        if self.fault is not None:
            raise self.fault
        self.sent.append((channel, recipient, text))


class PlainComposer:
    def compose(self, form, facts, copy_number):
        return f"%PDF {form} copy {copy_number} {canonical(facts)}".encode()


class PlainWords:
    def message(self, template, language, values):
        return f"{template}:{language}:{canonical(values)}"


def build_desk(database, clock=None):
    """A desk on an opened database, its outside world replaced by what a test can see into."""
    return Desk(
        database=database,
        catalogue=load(),
        settings=DatedSettings(load_register()),
        outside=Outside(
            clock=clock or ManualClock(),
            randomness=CountingDigits(),
            sender=RecordingSender(),
            composer=PlainComposer(),
            words=PlainWords(),
            code_key=lambda: b"k" * 32,
        ),
    )


def furnish(desk):
    """Two branches, and in branch 1101 one person of each role (two where four eyes are needed).

    Passwords are hashed cheaply: verifying one costs what its hash says, and tests sign in a lot.
    """
    branches = [(BRANCH, "الملقا", "Al Malqa"), ("1201", "الصفا", "As Safa")]
    found_branches(
        desk,
        [
            NewBranch(
                code=code, name_ar=ar, name_en=en,
                city_ar="الرياض", city_en="Riyadh", region="SA-01",
            )
            for code, ar, en in branches
        ],
    )  # fmt: skip
    program = open_program_session(desk, BRANCH)
    for number, (username, roles) in enumerate(STAFF.items()):
        add_staff(
            desk,
            program,
            NewStaff(
                username=username,
                name_ar=f"موظف {username}",
                name_en=username.title(),
                roles=roles,
                password=PASSWORD,
                identity_number=identity(900 + number),
            ),
        )
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with desk.database.change() as connection:
        connection.execute(update(Staff).values(password_hash=cheap))


def program_of(desk, branch=BRANCH):
    return open_program_session(desk, branch)


def signed_in(desk, username, program=None):
    return sign_in(desk, program or program_of(desk), username, PASSWORD, "3")


def identity(index):
    """A citizen's number with its check digit."""
    body = f"1{index:08d}"
    total = sum(
        (2 * int(d) - 9 if 2 * int(d) > 9 else 2 * int(d)) if i % 2 == 0 else int(d)
        for i, d in enumerate(body)
    )
    return body + str(-total % 10)


def applicant(index=1, **changes):
    values = {
        "identity_number": identity(index),
        "identity_type": "citizen",
        "name_ar": PersonName("فهد", "سعد", "عبدالله", "الدوسري"),
        "name_en": PersonName("FAHAD", "SAAD", "ABDULLAH", "ALDOSARI"),
        "birth_date": date(1990, 1, 15),
        "birth_date_hijri": "1410-06-18",
        "sex": "M",
        "nationality": "SAU",
        "mobile": "+966501234567",
        "email": "fahad2026x@example.sa",
        "language": "ar",
        "address": NationalAddress(
            short="RABC1234", building="1234", street="شارع التجربة", secondary="5678",
            district="المثال", city="الرياض", postal_code="12345", region="SA-01",
        ),
    }  # fmt: skip
    return Applicant(**(values | changes))


def new_request(desk, index=1, *, service="account-activation", **changes):
    details = changes.pop("details", None)
    if details is None:
        details = {
            "username": f"fahad{index:04d}",
            "preferred_language": "ar",
            "activation_channel": "officer",
        }
    values = {
        "source": "portal",
        "reference": f"POR-T-{index:07d}",
        "content_hash": hashlib.sha256(f"{service}{index}".encode()).hexdigest(),
        "service": desk.catalogue.service(service),
        "branch_code": BRANCH,
        "audience": "individual",
        "urgent": False,
        "delivery": "counter",
        "submitted_at": desk.now(),
        "applicant": applicant(index),
        "details": details,
    }
    return NewRequest(**(values | changes))


def register(desk, count=1, *, first=1, program=None, **changes):
    """Enter requests of consecutive people; returns their ids."""
    program = program or program_of(desk)
    with desk.change(program, Right.REGISTER_REQUESTS) as act:
        return register_requests(
            desk, act, [new_request(desk, first + i, **changes) for i in range(count)]
        )
