import json
import logging
import re
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import PurePosixPath

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.system import log
from absher_desk.system.masking import MASK, masked, masked_text


class Person:
    def __repr__(self):
        return "محمد العتيبي"


class Colour(Enum):
    RED = "1023456789"


@pytest.fixture
def written(tmp_path):
    file = tmp_path / "state" / "desk.log.jsonl"
    log.configure(file, "debug")
    yield lambda: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    log.release()
    logging.getLogger().setLevel(logging.WARNING)
    structlog.reset_defaults()


def test_a_line_is_json_with_time_level_and_values(written):
    structlog.get_logger("desk").info("queue read", queue="activation", rows=12)
    (line,) = written()
    assert (line["event"], line["queue"], line["rows"]) == ("queue read", "activation", 12)
    assert line["level"] == "info"
    assert datetime.fromisoformat(line["timestamp"]).tzinfo is not None


def test_the_standard_logging_of_libraries_passes_the_same_masks(written):
    logging.getLogger("library").warning("no answer from %s for %s", "a@b.sa", "1023456789")
    (line,) = written()
    assert line["event"] == f"no answer from {MASK} for {MASK}"
    assert line["logger"] == "library"


def test_keys_that_name_personal_data_lose_their_value(written):
    structlog.get_logger().info(
        "seen", applicant_name="محمد", password="x", sms_code=1234, inner={"id_number": "5", "n": 1}
    )
    (line,) = written()
    assert [line[key] for key in ("applicant_name", "password", "sms_code")] == [MASK] * 3
    assert line["inner"] == {"id_number": MASK, "n": 1}


@pytest.mark.parametrize(
    "personal",
    [
        "1023456789",
        "١٠٢٣٤٥٦٧٨٩",
        "1023 456 789",
        "0512345678",
        "051 234 5678",
        "+966512345678",
        "00966 51 234 5678",
        "966512345678",
        "٠٥١٢٣٤٥٦٧٨",
        "m.otaibi+1@mail.example.sa",
        "SA0380000000608010167519",
        "SA03 8000 0000 6080 1016 7519",
    ],
)
def test_what_looks_personal_is_masked_anywhere_in_text(personal):
    assert masked_text(f"before {personal}, after") == f"before {MASK}, after"


@pytest.mark.parametrize(
    "harmless",
    ["480000000012345", "2026-11-23", "A12345678", "1101", "RR123456785SA", "12 of 1000000"],
)
def test_what_the_log_is_for_stays(harmless):
    assert masked_text(harmless) == harmless


def test_a_password_in_an_address_is_masked():
    shown = masked_text("postgresql+psycopg://desk:hush@db/desk")
    assert shown == f"postgresql+psycopg://desk:{MASK}@db/desk"


def test_values_that_are_not_plain_are_named_not_shown():
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    assert masked([Person(), Colour.RED, None, True, 1.5]) == [
        "<Person>",
        "Colour.RED",
        None,
        True,
        1.5,
    ]
    assert masked(1023456789) == MASK
    assert masked(12) == 12
    assert masked({"birth": date(1990, 1, 1), "at": moment}) == {"birth": MASK, "at": str(moment)}
    assert masked(PurePosixPath("/scans/1023456789.pdf")) == f"/scans/{MASK}.pdf"


@given(st.from_regex(r"[12]\d{9}", fullmatch=True), st.text("abc :،.-", max_size=5))
def test_no_identity_number_gets_through(number, around):
    assert number not in masked_text(f"{around}{number}{around}")


def caught(error, cause=None):
    secret_local = "1023456789"
    try:
        assert secret_local
        raise error from cause
    except type(error) as raised:
        return raised


def test_an_unexpected_error_is_found_by_its_reference(written):
    reference = log.log_unexpected(caught(RuntimeError("broken")))
    (line,) = written()
    assert re.fullmatch(r"AD-[2-9A-HJKMNP-Z]{4}-\d\d", reference)
    assert line["reference"] == reference
    assert line["level"] == "error"
    assert line["raised"][0] == "builtins.RuntimeError: broken"
    assert re.search(r"test_log\.py:\d+ caught: raise error", line["raised"][1])


@pytest.mark.parametrize(
    "message",
    [
        "invalid name 'محمد العتيبي'",
        "cannot read محمد العتيبي",
        'invalid "محمد"',
        "duplicate key (id_number)=(محمد)",
        "two lines\n[parameters: ('محمد',)]",
    ],
)
def test_messages_and_locals_of_an_error_show_no_person(written, message):
    cause = caught(ValueError(message))
    log.log_unexpected(caught(KeyError("محمد"), cause))
    text = json.dumps(written(), ensure_ascii=False)
    assert "محمد" not in text
    assert "العتيبي" not in text
    assert "1023456789" not in text.replace('secret_local = "1023456789"', "")
    assert "builtins.ValueError" in text


def test_an_error_about_code_keeps_the_names_in_the_code(written):
    log.log_unexpected(caught(AttributeError("'Request' object has no attribute 'step'")))
    assert written()[0]["raised"][0].endswith("'Request' object has no attribute 'step'")


def test_errors_in_groups_and_circles_are_all_told(written):
    first, second = ValueError("first"), TypeError("second")
    first.__cause__, second.__cause__ = second, first
    log.log_unexpected(caught(ExceptionGroup("both", [first, second])))
    assert sum("second" in line for line in written()[0]["raised"]) >= 1


def test_exc_info_of_the_standard_logging_is_described_too(written):
    try:
        int("no 1023456789")
    except ValueError:
        logging.getLogger("library").exception("failed")
    assert written()[0]["raised"][0] == (
        f"builtins.ValueError: invalid literal for int() with base 10: {MASK}"
    )


def test_the_level_holds_and_a_second_configuration_replaces_the_first(tmp_path, written):
    log.configure(tmp_path / "other.jsonl", "warning")
    logging.getLogger("library").info("unseen")
    logging.getLogger("library").warning("seen")
    assert written() == []
    assert len((tmp_path / "other.jsonl").read_text(encoding="utf-8").splitlines()) == 1
