"""Messages of a demonstration stay here; without a gateway nothing pretends to be sent."""

from datetime import UTC, datetime

import orjson
import pytest

from absher_desk.gateways.message_file import MessageFile
from absher_desk.gateways.phones import Delivered, Phones
from absher_desk.gateways.unconnected import UnconnectedSender
from absher_desk.operations.errors import Unavailable
from absher_desk.system.texts import Texts

MOBILE = "+966501234567"
NOON = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def both_languages(error):
    said = Texts().both(error)
    assert said.ar != said.en
    return said


def test_a_phone_shows_its_newest_message():
    phones = Phones()
    phones.send("sms", MOBILE, "one")
    phones.send("sms", "+966509999999", "of somebody else")
    phones.send("sms", MOBILE, "two")
    assert phones.last_text(MOBILE) == "two"
    assert phones.last_text("+966500000000") is None
    assert phones.delivered[0] == Delivered("sms", MOBILE, "one")


def test_a_carrier_that_does_not_answer_delivers_nothing():
    answers = iter([True, False])
    phones = Phones(fails=lambda: next(answers))
    with pytest.raises(Unavailable) as fault:
        phones.send("sms", MOBILE, "lost")
    assert "again" in both_languages(fault.value).en
    phones.send("sms", MOBILE, "arrived")
    assert [message.text for message in phones.delivered] == ["arrived"]


def test_messages_in_a_file_are_appended_line_by_line(tmp_path):
    sender = MessageFile(tmp_path / "new folder" / "messages.jsonl", lambda: NOON)
    sender.send("sms", MOBILE, "رمز التحقق\n123456")
    sender.send("email", "a@example.sa", "two")
    lines = [orjson.loads(line) for line in sender.path.read_bytes().splitlines()]
    assert lines[0] == {
        "at": "2026-11-23T09:00:00+00:00", "channel": "sms", "to": MOBILE,
        "text": "رمز التحقق\n123456",
    }  # fmt: skip
    assert lines[1]["to"] == "a@example.sa"


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    sender = MessageFile(tmp_path, lambda: NOON)
    with pytest.raises(Unavailable) as fault:
        sender.send("sms", MOBILE, "lost")
    assert tmp_path.name in both_languages(fault.value).en


def test_without_a_gateway_nothing_is_sent():
    with pytest.raises(Unavailable) as fault:
        UnconnectedSender().send("sms", MOBILE, "lost")
    assert "administrator" in both_languages(fault.value).en
