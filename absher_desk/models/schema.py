"""All tables in one place, and the revision that this program knows."""

from absher_desk.models.account import Account, Message, OneTimeCode, RegisterRecord
from absher_desk.models.base import Base
from absher_desk.models.branch import Branch, SignIn, Staff, StaffRole
from absher_desk.models.day import DayClose, Setting
from absher_desk.models.document import Attachment, Content, Document, PrintJob
from absher_desk.models.event import Event
from absher_desk.models.request import FeedProgress, NumberBlock, NumberRange, Person, Request
from absher_desk.models.work import Draft, OpenWork, RequestStep, WorkBar

REVISION = "0001"
"""Head of the migrations; a constant, so that start-up need not import Alembic to compare."""

metadata = Base.metadata

__all__ = [
    "REVISION",
    "Account",
    "Attachment",
    "Branch",
    "Content",
    "DayClose",
    "Document",
    "Draft",
    "Event",
    "FeedProgress",
    "Message",
    "NumberBlock",
    "NumberRange",
    "OneTimeCode",
    "OpenWork",
    "Person",
    "PrintJob",
    "RegisterRecord",
    "Request",
    "RequestStep",
    "Setting",
    "SignIn",
    "Staff",
    "StaffRole",
    "WorkBar",
    "metadata",
]
