"""Which role may do what. One table; operations ask it, screens only hide what would be refused."""

from collections.abc import Iterable
from enum import StrEnum


class Right(StrEnum):
    """A right is named for what it allows."""

    READ_QUEUES = "read-queues"
    READ_REQUESTS = "read-requests"
    WORK = "work"
    REGISTER_REQUESTS = "register-requests"
    PRINT = "print"
    ASSIGN = "assign"
    READ_REPORTS = "read-reports"
    CLOSE_DAY = "close-day"
    VERIFY_AUDIT = "verify-audit"
    MANAGE_BRANCH = "manage-branch"


_DESK_WORK = frozenset({Right.READ_QUEUES, Right.READ_REQUESTS, Right.WORK, Right.PRINT})

_OF_ROLE: dict[str, frozenset[Right]] = {
    "activation-officer": _DESK_WORK,
    "clerk": _DESK_WORK | {Right.REGISTER_REQUESTS},
    "passport-clerk": _DESK_WORK,
    "dispatch-clerk": _DESK_WORK,
    "supervisor": _DESK_WORK
    | {Right.REGISTER_REQUESTS, Right.ASSIGN, Right.READ_REPORTS, Right.CLOSE_DAY},
    # Sets the branch up; may not read what people bring to it.
    "administrator": frozenset({Right.MANAGE_BRANCH}),
    "auditor": frozenset(
        {Right.READ_QUEUES, Right.READ_REQUESTS, Right.READ_REPORTS, Right.VERIFY_AUDIT}
    ),
}

ALL_RIGHTS = frozenset(Right)


def rights_of(roles: Iterable[str]) -> frozenset[Right]:
    """All rights that these roles give together; an unknown role gives none."""
    return frozenset().union(*(_OF_ROLE.get(role, frozenset()) for role in roles))
