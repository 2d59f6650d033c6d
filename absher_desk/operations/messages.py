"""What the desk writes to applicants: queued with the act that causes it, sent afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from sqlalchemy import Row, insert, select, update

from absher_desk.catalogue import entries
from absher_desk.catalogue.entries import Service
from absher_desk.models.account import Message
from absher_desk.models.request import Person, Request
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.errors import DeskError
from absher_desk.operations.officer import Officer

_RETRY_MINUTES = (1, 5, 15, 60, 240)
"""Pauses after each failed try; after the last the message is given up and shown as failed."""

_IN_HAND = timedelta(minutes=10)
"""How long a message that a desk took belongs to it; then the desk has died and another sends."""


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
        insert(Message), [waiting_message(act, request_id, message, person) for message in wanted]
    )


class Addressee(Protocol):
    """Where a person's messages go, and in which language."""

    @property
    def mobile(self) -> str:
        """E.164."""
        ...

    @property
    def email(self) -> str:
        """Address."""
        ...

    @property
    def language(self) -> str:
        """`ar` or `en`."""
        ...


def waiting_message(
    act: Act, request_id: int, message: entries.Message, person: Addressee
) -> dict[str, Any]:
    """The outbox's row of a message that is due now."""
    return {
        "request_id": request_id,
        "channel": message.channel,
        "recipient": person.email if message.channel == "email" else person.mobile,
        "template": message.template,
        "language": person.language,
        "values": {"number": f"{request_id:015d}"},
        "state": "waiting",
        "tries": 0,
        "created_at": act.now,
        "next_try_at": act.now,
    }


@dataclass(frozen=True, slots=True)
class Sent:
    """How many messages went out, and how many must be tried again."""

    sent: int
    failed: int


def send_waiting(desk: Desk, program: Officer, *, at_most: int = 50) -> Sent:
    """Send what is due, each on its own: one bad item never blocks the rest.

    What one desk has taken no other sends. A desk that dies between sending and writing that down
    lets the message go out a second time: better than never.
    """
    taken = _take_due(desk, program, at_most)
    sent = sum(_send_one(desk, program, row) for row in taken)
    return Sent(sent, len(taken) - sent)


def _take_due(desk: Desk, program: Officer, at_most: int) -> list[Row[Any]]:
    """Put off, for this desk alone, what is due now; not an act, nothing is said to anybody."""
    with desk.change(program) as act:
        due = (
            select(Message.id)
            .where(Message.state == "waiting", Message.next_try_at <= act.now)
            .order_by(Message.next_try_at, Message.id)
            .limit(at_most)
            .with_for_update(skip_locked=True)
        )
        rows = act.connection.execute(
            update(Message)
            .where(Message.id.in_(list(act.connection.execute(due).scalars())))
            .values(next_try_at=act.now + _IN_HAND)
            .returning(
                Message.id, Message.channel, Message.recipient, Message.template,
                Message.language, Message.values, Message.tries, Message.request_id,
            )
        ).all()  # fmt: skip
    return sorted(rows, key=lambda row: int(row.id))


def _send_one(desk: Desk, program: Officer, row: Any) -> bool:
    try:
        text = desk.outside.words.message(row.template, row.language, row.values)
        desk.outside.sender.send(row.channel, row.recipient, text)
    except DeskError as error:
        _note_failure(desk, program, row, error.code)
        return False
    except Exception:  # noqa: BLE001  (whatever is wrong with one, the next are sent)
        _note_failure(desk, program, row, "work.unexpected")
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
