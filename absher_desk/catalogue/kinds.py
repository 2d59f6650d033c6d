"""The closed words of the catalogue: field types, step kinds, end states, roles, channels.

What each step kind may end in (its outcomes and their labels) is data: `resources/steps.toml`.
"""

from enum import StrEnum


class FieldType(StrEnum):
    """How a detail is entered, checked and shown."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    CHOICE = "choice"
    IDENTITY = "identity"
    MOBILE = "mobile"
    EMAIL = "email"
    USERNAME = "username"
    PLATE = "plate"
    DOCUMENT_NUMBER = "document-number"
    FILE = "file"
    MONEY = "money"


class StepKind(StrEnum):
    """What the officer does in a step; each kind has one operation module."""

    REVIEW = "review"
    APPROVE = "approve"
    ACTIVATE = "activate"
    REPORT = "report"
    PRINT = "print"
    QUALITY_CHECK = "quality-check"
    HAND_OVER = "hand-over"
    DISPATCH = "dispatch"
    REFER = "refer"
    REPLY = "reply"
    APPOINTMENT = "appointment"
    ENQUIRE = "enquire"
    CHECK = "check"
    CLOSE = "close"


class EndState(StrEnum):
    """Where a request stops: منجزة, مرفوضة, ملغاة, محفوظة."""

    COMPLETED = "completed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    FILED = "filed"


class Delivery(StrEnum):
    """How the applicant wants the paper: over the counter or by post."""

    COUNTER = "counter"
    POST = "post"


END_STATES = frozenset(EndState)
ROLES = frozenset(
    {
        "activation-officer",
        "clerk",
        "passport-clerk",
        "dispatch-clerk",
        "supervisor",
        "administrator",
        "auditor",
    }
)
SECTORS = frozenset({"accounts", "civil-affairs", "passports", "traffic", "residence", "reception"})
AUDIENCES = frozenset({"individual", "business", "government"})
CHANNELS = frozenset({"portal", "bank", "kiosk", "hospital", "government", "counter"})
CHECK_KINDS = frozenset({"tick", "outcome"})
MESSAGE_CHANNELS = frozenset({"sms", "email"})
