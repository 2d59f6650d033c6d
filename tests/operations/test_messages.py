"""The outbox: each message goes out once, is tried again, and never blocks the next."""

import pytest
from sqlalchemy import select, update

from absher_desk.models.account import Message
from absher_desk.operations.errors import Unavailable
from absher_desk.operations.messages import send_waiting
from tests.builders import RecordingSender, program_of, register, signed_in
from tests.operations.acting import kinds, rows, work, write


@pytest.fixture
def rejected(desk):
    """Three requests whose applicants must be told that they were rejected."""
    officer = signed_in(desk, "officer")
    ids = register(desk, 3)
    for request_id in ids:
        work(desk, officer, request_id, "reject", "مكرر")
    return ids


def states(desk):
    return [row.state for row in rows(desk, select(Message.state).order_by(Message.id))]


def with_sender(monkeypatch, desk, send):
    monkeypatch.setattr(desk.outside.sender, "send", send)


def test_each_goes_out_once_and_is_in_the_log(desk, rejected):
    program = program_of(desk)
    assert send_waiting(desk, program).sent == 3
    assert send_waiting(desk, program).sent == 0
    texts = [text for _channel, _to, text in desk.outside.sender.sent]
    assert [f"{number:015d}" in text for number, text in zip(rejected, texts, strict=True)]
    assert states(desk) == ["sent"] * 3
    assert kinds(desk, rejected[0])[-1] == "message-sent"


def test_two_desks_at_once_send_nothing_twice(desk, rejected, monkeypatch):
    one, two = program_of(desk), program_of(desk)
    sent = []

    def send(channel, recipient, text):
        sent.append(text)
        send_waiting(desk, two)

    with_sender(monkeypatch, desk, send)
    send_waiting(desk, one)
    assert len(sent) == len(set(sent)) == 3


def test_a_failure_is_tried_again_later_and_given_up_in_the_end(desk, rejected):
    program = program_of(desk)
    desk.outside.sender.fault = Unavailable("gateway.no-answer")
    pauses = [1, 5, 15, 60, 240]
    for pause in pauses:
        assert send_waiting(desk, program).failed == 3
        assert send_waiting(desk, program).failed == 0
        desk.outside.clock.forward(minutes=pause)
    assert states(desk) == ["waiting"] * 3
    assert send_waiting(desk, program).failed == 3
    assert states(desk) == ["failed"] * 3
    assert kinds(desk, rejected[0])[-1] == "message-given-up"
    desk.outside.clock.forward(days=3)
    assert send_waiting(desk, program).failed == 0


@pytest.mark.parametrize("fault", [Unavailable("gateway.no-answer"), OSError(28, "full")])
def test_one_bad_message_never_blocks_the_others(desk, rejected, monkeypatch, fault):
    whole = RecordingSender()

    def send(channel, recipient, text):
        if f"{rejected[0]:015d}" in text:
            raise fault
        whole.send(channel, recipient, text)

    with_sender(monkeypatch, desk, send)
    done = send_waiting(desk, program_of(desk))
    assert (done.sent, done.failed) == (2, 1)
    assert states(desk) == ["waiting", "sent", "sent"]


def test_a_template_without_words_blocks_nobody(desk, rejected, monkeypatch):
    write(desk, update(Message).where(Message.request_id == rejected[0]).values(template="none"))

    def words(template, language, values):
        return {"message.rejected": "تعذّر قبول طلبكم"}[template]

    monkeypatch.setattr(desk.outside.words, "message", words)
    assert send_waiting(desk, program_of(desk)).sent == 2


def test_what_a_killed_desk_had_in_hand_goes_out_later(desk, rejected, monkeypatch):
    class Killed(BaseException):
        pass

    def die(channel, recipient, text):
        raise Killed

    with_sender(monkeypatch, desk, die)
    with pytest.raises(Killed):
        send_waiting(desk, program_of(desk))
    monkeypatch.undo()
    program = program_of(desk)
    assert send_waiting(desk, program).sent == 0
    desk.outside.clock.forward(minutes=11)
    assert send_waiting(desk, program).sent == 3


def test_an_applicant_is_told_that_his_request_is_registered(desk):
    [request_id] = register(
        desk, service="complaint", details={"topic": "الجوازات", "summary": "تأخر"}
    )
    sent = send_waiting(desk, program_of(desk))
    assert sent.sent == 1
    [(channel, recipient, text)] = desk.outside.sender.sent
    assert (channel, recipient) == ("sms", "+966501234567")
    assert text.startswith("message.registered:ar:")
    assert f"{request_id:015d}" in text
