"""Activating a portal account: the officer has the person and the original document before him."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, insert, select, update

from absher_desk.models.account import Account
from absher_desk.models.request import Request
from absher_desk.operations.codes import CodeState, code_status
from absher_desk.operations.comparison import (
    STATES_THAT_HOLD_A_MOBILE,
    Comparison,
    compare_in,
)
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import Conflict, Refused
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right
from absher_desk.operations.steps import (
    Held,
    checks_missing,
    held_by_officer,
    leave_step,
    own_checks,
)

MOBILE_MOVE_TOLD = "mobile-transfer-told"
"""Answer that the applicant was told his mobile leaves another account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StillMissing:
    """What keeps an account from being activated; empty when nothing does."""

    checks: tuple[str, ...]
    rows: tuple[str, ...]
    code: bool
    mobile_move: bool

    @property
    def nothing(self) -> bool:
        """Whether the account may be activated."""
        return not (self.checks or self.rows or self.code or self.mobile_move)

    @property
    def count(self) -> int:
        """How many points are open."""
        return len(self.checks) + len(self.rows) + self.code + self.mobile_move


def still_missing(
    held_checks: Collection[str],
    comparison: Comparison,
    accepted: Collection[str],
    *,
    code_confirmed: bool,
    answers: Mapping[str, Any],
) -> StillMissing:
    """The one rule of when F9 is open: used below the screen and by it."""
    return StillMissing(
        checks=tuple(held_checks),
        rows=tuple(sorted(comparison.to_accept - set(accepted))),
        code=not code_confirmed,
        mobile_move=comparison.mobile_moves and not answers.get(MOBILE_MOVE_TOLD),
    )


def activate_account(
    desk: Desk,
    officer: Officer,
    request_id: int,
    *,
    answers: Mapping[str, Any],
    accepted: Collection[str],
    note: str = "",
) -> int:
    """Activate the account of a request that the officer holds; returns the account's number.

    One act: account active, step finished, message queued, event written. `answers` are the
    checklist's, `accepted` the comparison rows where he took the register's value.

    Raises:
        Conflict: he does not hold it; the username belongs to another account.
        Refused: `activation.missing` (with the count), `activation.already-active`.
    """
    with desk.change(officer, Right.WORK) as act:
        held = held_by_officer(act, desk, request_id)
        if "activate" not in held.step.on:
            raise Refused("step.no-such-outcome", outcome="activate")
        stated = _stated(act, request_id)
        comparison = compare_in(act.connection, request_id, officer.branch_code)
        status = code_status(desk, act.connection, request_id)
        missing = still_missing(
            tuple(checks_missing(held.step, dict(answers))),
            comparison,
            accepted,
            code_confirmed=status.state is CodeState.CONFIRMED,
            answers=answers,
        )
        if not missing.nothing:
            raise Refused("activation.missing", count=missing.count)
        taken = sorted(comparison.to_accept & set(accepted))
        account_id = _write_account(act, held, stated)
        moved_from = _move_mobile(act, stated, account_id) if comparison.mobile_moves else []
        leave_step(
            act, held, "activate",
            event="account-activated",
            account=account_id, checks=own_checks(held.step, answers), accepted=taken,
            mobile_moved_from=moved_from, note=note or None,
        )  # fmt: skip
        return account_id


def _stated(act: Act, request_id: int) -> Row[Any]:
    """What the request says of the account; its mobile and username are this act's alone now.

    Without that two activations at once could not see each other, and both would have them.
    """
    row = act.connection.execute(
        select(Request.id, Request.applicant, Request.details).where(Request.id == request_id)
    ).one()
    act.lock_value("mobile", row.applicant["mobile"])
    act.lock_value("username", row.details["username"])
    return row


def _write_account(act: Act, held: Held, row: Row[Any]) -> int:
    username = row.details["username"]
    known = act.connection.execute(
        select(Account.id, Account.identity_number, Account.state)
        .where(Account.username == username)
        .with_for_update()
    ).first()
    values = {
        "state": "active",
        "mobile": row.applicant["mobile"],
        "email": row.applicant["email"],
        "language": row.details.get("preferred_language", row.applicant["language"]),
        "channel": row.details.get("activation_channel", "officer"),
        "request_id": held.request_id,
        "activated_at": act.now,
        "activated_by": act.officer.person,
    }
    if known is None:
        return act.connection.execute(
            insert(Account)
            .values(username=username, identity_number=held.identity_number, **values)
            .returning(Account.id)
        ).scalar_one()
    if known.identity_number != held.identity_number:
        raise Conflict("activation.username-taken")
    if known.state == "active":
        raise Refused("activation.already-active")
    act.connection.execute(update(Account).where(Account.id == known.id).values(**values))
    return int(known.id)


def _move_mobile(act: Act, stated: Row[Any], account_id: int) -> list[int]:
    """Take the mobile from every other account that has it; each loss is an event of its own.

    The event stands with the request that opened the account which loses it: both are logged.
    """
    losers = act.connection.execute(
        update(Account)
        .where(
            Account.mobile == stated.applicant["mobile"],
            Account.id != account_id,
            Account.state.in_(STATES_THAT_HOLD_A_MOBILE),
        )
        .values(mobile="")
        .returning(Account.id, Account.request_id)
    ).all()
    for loser in sorted(losers, key=lambda row: int(row.id)):
        act.record(
            "mobile-moved", request_id=loser.request_id,
            from_account=loser.id, to_account=account_id, by_request=stated.id,
        )  # fmt: skip
    return sorted(loser.id for loser in losers)
