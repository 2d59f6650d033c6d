"""What the desk writes to applicants: queued with the act that causes it, sent afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, select, update

from absher_desk.catalogue.entries import Service
from absher_desk.models.account import Message
from absher_desk.models.request import Person, Request
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import DeskError
from absher_desk.operations.officer import Officer

_RETRY_MINUTES = (1, 5, 15, 60, 240)
"""Pauses after each failed try; after the last the message is given up and shown as failed."""


def queue_messages(act: Act, service: Service, request_id: int, occasions: Iterable[str]) -> None:
    """Put the service's messages for these occasions into the outbox."""
    wanted = [message for occasion in occasions for message in service.messages_on(occasion)]
    if not wanted:
        return
    person = act.connection.execute(
        select(Person.mobile, Person.email, Person.language)
        .join(Request, Request.identity_number == Person.identity_number)
        .where(Request.id == request_id)
    ).one()
    act.connection.execute(
        insert(Message),
        [
            {
                "request_id": request_id,
                "channel": message.channel,
                "recipient": person.email if message.channel == "email" else person.mobile,
                "template": message.template,
                "language": person.language,
                "values": {"number": f"{request_id:015d}"},
                "state": "waiting",
                "created_at": act.now,
                "next_try_at": act.now,
            }
            for message in wanted
        ],
    )


@dataclass(frozen=True, slots=True)
class Sent:
    """How many messages went out, and how many must be tried again."""

    sent: int
    failed: int


def send_waiting(desk: Desk, program: Officer, *, at_most: int = 50) -> Sent:
    """Send what is due, each on its own: one bad item never blocks the rest."""
    now = desk.now()
    with desk.database.read() as connection:
        due = connection.execute(
            select(Message)
            .with_only_columns(
                Message.id, Message.channel, Message.recipient, Message.template,
                Message.language, Message.values, Message.tries, Message.request_id,
            )
            .where(Message.state == "waiting", Message.next_try_at <= now)
            .order_by(Message.next_try_at, Message.id)
            .limit(at_most)
        ).all()  # fmt: skip
    sent = sum(_send_one(desk, program, row) for row in due)
    return Sent(sent, len(due) - sent)


def _send_one(desk: Desk, program: Officer, row: Any) -> bool:
    text = desk.outside.words.message(row.template, row.language, row.values)
    try:
        desk.outside.sender.send(row.channel, row.recipient, text)
    except DeskError as error:
        _note_failure(desk, program, row, error.code)
        return False
    with desk.change(program) as act:
        act.connection.execute(
            update(Message).where(Message.id == row.id).values(state="sent", sent_at=act.now)
        )
        act.record(
            "message-sent", request_id=row.request_id, template=row.template, channel=row.channel
        )
    return True


def _note_failure(desk: Desk, program: Officer, row: Any, code: str) -> None:
    tries = row.tries + 1
    given_up = tries > len(_RETRY_MINUTES)
    with desk.change(program) as act:
        values: dict[str, Any] = {"tries": tries}
        if given_up:
            values["state"] = "failed"
            act.record(
                "message-given-up", request_id=row.request_id, template=row.template, fault=code
            )
        else:
            values["next_try_at"] = act.now + timedelta(minutes=_RETRY_MINUTES[tries - 1])
        act.connection.execute(update(Message).where(Message.id == row.id).values(**values))
