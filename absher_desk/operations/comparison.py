"""The applicant as stated against the civil register: the same, spelled otherwise, or not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from absher_desk.models.account import Account, RegisterRecord
from absher_desk.models.document import Content
from absher_desk.models.request import Request
from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import NotFound
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.standards.folding import fold

STATES_THAT_HOLD_A_MOBILE = ("active", "suspended")


class Verdict(StrEnum):
    """How a stated value stands to the register's."""

    SAME = "same"
    SPELLING = "spelling"
    DIFFERENT = "different"
    ABSENT = "absent"


NEEDS_ACCEPTANCE = frozenset({Verdict.SPELLING, Verdict.DIFFERENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedValue:
    """One row of the comparison. `key` names the value; empty `register` means not recorded."""

    key: str
    stated: str
    register: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All rows, and whether another account loses its mobile when this one is activated."""

    rows: tuple[ComparedValue, ...]
    in_register: bool
    register_portrait: bytes | None
    document: Mapping[str, Any]
    mobile_moves: bool

    @property
    def to_accept(self) -> frozenset[str]:
        """Keys of the rows that an officer must accept before he may activate."""
        return frozenset(row.key for row in self.rows if row.verdict in NEEDS_ACCEPTANCE)


_NAME_PARTS = ("first", "father", "grandfather", "family")
_PLAIN = ("birth_date_hijri", "birth_date", "sex", "nationality")


def compare(desk: Desk, officer: Officer, request_id: int) -> Comparison:
    """Compare the applicant of a request with the civil register.

    Raises:
        NotFound: no such request in the officer's branch.
    """
    with desk.read(officer, Right.READ_REQUESTS) as connection:
        return compare_in(connection, request_id, officer.branch_code)


def compare_in(connection: Connection, request_id: int, branch_code: str) -> Comparison:
    """The comparison within a transaction that is open already."""
    applicant = connection.execute(
        select(Request.applicant).where(
            Request.id == request_id, Request.branch_code == branch_code
        )
    ).scalar()
    if applicant is None:
        raise NotFound("request.not-found")
    record = connection.execute(
        select(RegisterRecord.data, RegisterRecord.portrait_sha256).where(
            RegisterRecord.identity_number == applicant["identity_number"]
        )
    ).first()
    data: Mapping[str, Any] = record.data if record else {}
    return Comparison(
        rows=tuple(_rows(applicant, data)),
        in_register=record is not None,
        register_portrait=_portrait(connection, record.portrait_sha256 if record else None),
        document=data.get("document", {}),
        mobile_moves=_mobile_moves(connection, applicant),
    )


def _rows(applicant: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[ComparedValue]:
    number = applicant["identity_number"]
    yield _row("identity_number", number, number if record else "")
    for part in _NAME_PARTS:
        registered = record.get("name_ar", {})
        yield _row(f"name_ar.{part}", applicant["name_ar"][part], registered.get(part, ""))
    yield _row("name_en", _full(applicant["name_en"]), _full(record.get("name_en")))
    for key in _PLAIN:
        yield _row(key, applicant[key] or "", record.get(key) or "")
    stated_address = (applicant["address"] or {}).get("short", "")
    yield _row("address.short", stated_address, record.get("short_address", ""))
    yield _row("mobile", applicant["mobile"], "")


def _row(key: str, stated: str, register: str) -> ComparedValue:
    if not register or not stated:
        verdict = Verdict.ABSENT
    elif stated == register:
        verdict = Verdict.SAME
    else:
        alike = fold(stated).replace(" ", "") == fold(register).replace(" ", "")
        verdict = Verdict.SPELLING if alike else Verdict.DIFFERENT
    return ComparedValue(key=key, stated=stated, register=register, verdict=verdict)


def _full(name: Mapping[str, str] | None) -> str:
    return " ".join(name[part] for part in _NAME_PARTS if name.get(part)) if name else ""


def _portrait(connection: Connection, sha256: str | None) -> bytes | None:
    if sha256 is None:
        return None
    return connection.execute(select(Content.data).where(Content.sha256 == sha256)).scalar()


def _mobile_moves(connection: Connection, applicant: Mapping[str, Any]) -> bool:
    other = connection.execute(
        select(Account.id)
        .where(
            Account.mobile == applicant["mobile"],
            Account.identity_number != applicant["identity_number"],
            Account.state.in_(STATES_THAT_HOLD_A_MOBILE),
        )
        .limit(1)
    ).scalar()
    return other is not None
