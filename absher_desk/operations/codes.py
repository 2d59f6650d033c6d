"""Verification codes: sent to the applicant, never shown to staff, kept as a keyed hash."""

import hashlib
import hmac
import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, insert, select, update

from absher_desk.models.account import OneTimeCode
from absher_desk.models.request import Request
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import Refused, Unavailable
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.operations.steps import held_by_officer
from absher_desk.standards.digits import normalise

_REPLACED = "replaced"
"""State of a code that a newer one, or a failed sending, made void."""


class CodeState(StrEnum):
    """Where the verification of a mobile stands."""

    NONE = "none"
    SENT = "sent"
    EXPIRED = "expired"
    EXHAUSTED = "exhausted"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeStatus:
    """What the screen may know of a code: never the code. Times are UTC."""

    state: CodeState
    mobile: str = ""
    sent_at: datetime | None = None
    expires_at: datetime | None = None
    resend_at: datetime | None = None
    tries_left: int = 0


def code_status(desk: Desk, connection: Connection, request_id: int) -> CodeStatus:
    """State of the request's latest code, now."""
    row = connection.execute(
        select(
            OneTimeCode.state, OneTimeCode.mobile, OneTimeCode.sent_at,
            OneTimeCode.expires_at, OneTimeCode.wrong_tries,
        )
        .where(OneTimeCode.request_id == request_id, OneTimeCode.state != _REPLACED)
        .order_by(OneTimeCode.id.desc())
        .limit(1)
    ).first()  # fmt: skip
    if row is None:
        return CodeStatus(state=CodeState.NONE, tries_left=desk.setting("otp.tries"))
    state = CodeState(row.state)
    if state is CodeState.SENT and row.expires_at <= desk.now():
        state = CodeState.EXPIRED
    return CodeStatus(
        state=state,
        mobile=row.mobile,
        sent_at=row.sent_at,
        expires_at=row.expires_at,
        resend_at=row.sent_at + timedelta(seconds=desk.setting("otp.resend")),
        tries_left=max(0, desk.setting("otp.tries") - row.wrong_tries),
    )


def send_code(desk: Desk, officer: Officer, request_id: int) -> CodeStatus:
    """Send a new code to the applicant's mobile; an earlier one is void from now on.

    The code is in memory only. It is written down (hashed) before it is sent, so a code that
    reaches the applicant always counts; when sending fails the code is void again.

    Raises:
        Refused: `code.too-soon` (with seconds), `code.already-confirmed`.
        Unavailable: the message could not be handed over.
    """
    code = desk.outside.randomness.digits(desk.setting("otp.digits"))
    with desk.change(officer, Right.WORK) as act:
        held_by_officer(act, desk, request_id)
        status = code_status(desk, act.connection, request_id)
        if status.state is CodeState.CONFIRMED:
            raise Refused("code.already-confirmed")
        if status.state is not CodeState.NONE and status.resend_at and act.now < status.resend_at:
            raise Refused("code.too-soon", seconds=_seconds_until(act, status.resend_at))
        mobile, language = _recipient(act, request_id)
        _void_earlier(act, request_id)
        code_id = act.connection.execute(
            insert(OneTimeCode)
            .values(
                request_id=request_id,
                digest=_digest(desk, request_id, code),
                mobile=mobile,
                sent_at=act.now,
                expires_at=act.now + timedelta(seconds=desk.setting("otp.ttl")),
                state=CodeState.SENT,
            )
            .returning(OneTimeCode.id)
        ).scalar_one()
        act.record("code-sent", request_id=request_id)
        status = code_status(desk, act.connection, request_id)
    text = desk.outside.words.message("message.code", language, {"code": code})
    _hand_over(desk, officer, request_id=request_id, code_id=code_id, mobile=mobile, text=text)
    return status


def confirm_code(desk: Desk, officer: Officer, request_id: int, entered: str) -> CodeStatus:
    """Compare what the applicant dictated with the code that was sent, in constant time.

    A wrong try is counted and kept whatever happens next.

    Raises:
        Refused: `code.none`, `code.expired`, `code.exhausted`, `code.wrong` (with tries left).
    """
    wrong: Refused | None = None
    with desk.change(officer, Right.WORK) as act:
        held_by_officer(act, desk, request_id)
        status = code_status(desk, act.connection, request_id)
        if status.state is not CodeState.SENT:
            raise Refused(f"code.{_CANNOT[status.state]}")
        row = act.connection.execute(
            select(OneTimeCode.id, OneTimeCode.digest)
            .where(OneTimeCode.request_id == request_id, OneTimeCode.state == CodeState.SENT)
            .order_by(OneTimeCode.id.desc())
            .limit(1)
        ).one()
        offered = _digest(desk, request_id, normalise(entered))
        if hmac.compare_digest(offered, row.digest):
            _set_state(act, row.id, CodeState.CONFIRMED, confirmed_at=act.now)
            act.record("code-confirmed", request_id=request_id)
        else:
            left = status.tries_left - 1
            state = CodeState.SENT if left > 0 else CodeState.EXHAUSTED
            _set_state(act, row.id, state, wrong_tries=OneTimeCode.wrong_tries + 1)
            act.record("code-refused", request_id=request_id, tries_left=left)
            wrong = Refused("code.wrong", left=left) if left > 0 else Refused("code.exhausted")
        status = code_status(desk, act.connection, request_id)
    if wrong is not None:
        raise wrong
    return status


_CANNOT = {
    CodeState.NONE: "none",
    CodeState.EXPIRED: "expired",
    CodeState.EXHAUSTED: "exhausted",
    CodeState.CONFIRMED: "already-confirmed",
}


def _digest(desk: Desk, request_id: int, code: str) -> str:
    text = f"{request_id}:{code}".encode()
    return hmac.new(desk.outside.code_key(), text, hashlib.sha256).hexdigest()


def _recipient(act: Act, request_id: int) -> tuple[str, str]:
    applicant = act.connection.execute(
        select(Request.applicant).where(Request.id == request_id)
    ).scalar_one()
    return applicant["mobile"], applicant["language"]


def _void_earlier(act: Act, request_id: int) -> None:
    act.connection.execute(
        update(OneTimeCode)
        .where(OneTimeCode.request_id == request_id, OneTimeCode.state == CodeState.SENT)
        .values(state=_REPLACED)
    )


def _set_state(act: Act, code_id: int, state: CodeState, **values: object) -> None:
    act.connection.execute(
        update(OneTimeCode).where(OneTimeCode.id == code_id).values(state=state, **values)
    )


def _hand_over(
    desk: Desk, officer: Officer, *, request_id: int, code_id: int, mobile: str, text: str
) -> None:
    try:
        desk.outside.sender.send("sms", mobile, text)
    except Unavailable:
        with desk.change(officer) as act:
            act.connection.execute(
                update(OneTimeCode).where(OneTimeCode.id == code_id).values(state=_REPLACED)
            )
            act.record("code-not-sent", request_id=request_id)
        raise


def _seconds_until(act: Act, moment: datetime) -> int:
    return math.ceil((moment - act.now).total_seconds())
