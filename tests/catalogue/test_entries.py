"""Every service: its sound example is accepted; each wrong or missing detail is refused by name."""

import json
import os
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from absher_desk.bundled import I18N, RESOURCES
from absher_desk.catalogue.checking import check_details
from absher_desk.catalogue.entries import Service
from absher_desk.catalogue.kinds import FieldType, StepKind
from absher_desk.catalogue.loading import load
from absher_desk.standards.problems import Problem
from tests.catalogue.examples import APPLICANT, ASKED_ON, BORN, EXAMPLES

CATALOGUE = load()
SHELF = Path(os.environ.get("ABSHER_DESK_SHELF", RESOURCES.parent.parent / "shared"))
PAGE = SHELF / "services.md"
FEED = SHELF / "intake/feed-branch-day.jsonl"
WRONG: Mapping[FieldType, object] = {
    FieldType.TEXT: 7,
    FieldType.LONG_TEXT: ["سطر"],
    FieldType.INTEGER: "five",
    FieldType.BOOLEAN: "yes",
    FieldType.DATE: "2026-02-30",
    FieldType.TIME: "24:00",
    FieldType.DATETIME: "2026-11-21T09:12:00",
    FieldType.CHOICE: "no-such-choice",
    FieldType.IDENTITY: "1234567898",
    FieldType.MOBILE: "0112345678",
    FieldType.EMAIL: "nobody",
    FieldType.USERNAME: "1nasser",
    FieldType.PLATE: "ABC 1234",
    FieldType.DOCUMENT_NUMBER: "K9*17",
    FieldType.FILE: "../portrait.png",
    FieldType.MONEY: "1.005",
}
LATE = {"details.registered-late", "details.reported-late"}

REQUIRED = [
    (code, field.key)
    for code, service in CATALOGUE.services.items()
    for field in service.fields.values()
    if field.required
]
FIELDS = [(code, key) for code, service in CATALOGUE.services.items() for key in service.fields]


def check(
    service: Service, details: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[Problem, ...], tuple[Problem, ...]]:
    return check_details(
        service,
        details,
        today=date(2026, 11, 23),
        asked_on=ASKED_ON,
        applicant_id=APPLICANT,
        birth_date=BORN,
    )


def refused_at(code: str, details: Mapping[str, Any]) -> set[str]:
    """Paths of the problems."""
    return {problem.path for problem in check(CATALOGUE.service(code), details)[1]}


def test_every_service_has_an_example_that_fills_every_field() -> None:
    assert EXAMPLES.keys() == CATALOGUE.services.keys()
    for code, details in EXAMPLES.items():
        assert details.keys() == CATALOGUE.service(code).fields.keys(), code


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_sound_request_is_accepted_as_it_is(code: str) -> None:
    assert check(CATALOGUE.service(code), EXAMPLES[code]) == (EXAMPLES[code], (), ())


@pytest.mark.parametrize(("code", "name"), REQUIRED)
def test_a_missing_detail_is_refused_by_name(code: str, name: str) -> None:
    rest = {key: value for key, value in EXAMPLES[code].items() if key != name}
    assert f"details.{name}" in refused_at(code, rest)


@pytest.mark.parametrize(("code", "name"), FIELDS)
def test_a_wrong_detail_is_refused_by_name(code: str, name: str) -> None:
    wrong = WRONG[CATALOGUE.service(code).fields[name].type]
    assert refused_at(code, EXAMPLES[code] | {name: wrong}) == {f"details.{name}"}


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_detail_of_another_service_is_refused(code: str) -> None:
    assert refused_at(code, EXAMPLES[code] | {"colour": "blue"}) == {"details.colour"}


def listed_services() -> dict[str, list[str]]:
    """Code and detail names of every row of the shelf's page, where it is at hand."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    found: dict[str, list[str]] = {}
    for row in re.findall(r"^\| (`.*) \|$", text, re.MULTILINE):
        cells = [cell.strip() for cell in row.split("|")]
        names = re.sub(r"\([^)]*\)", "", cells[-1])
        details = re.findall(r"\b[a-z]+(?:_[a-z]+)*\b", names)
        for code in re.findall(r"`([a-z-]+)`", cells[0]):
            found[code] = details
    return found


def test_no_service_of_the_list_is_missing() -> None:
    assert listed_services().keys() <= CATALOGUE.services.keys()


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_details_have_the_listed_names(code: str) -> None:
    prose = {"own", "id", "or", "season", "where", "it", "applies", "request", "number"}
    names = [name for name in listed_services().get(code, ()) if name not in prose]
    assert set(names) <= CATALOGUE.service(code).fields.keys()


def good_lines() -> list[dict[str, Any]]:
    """The example feed without what is wrong on purpose (the shelf may not be at hand)."""
    lines = []
    for text in FEED.read_text(encoding="utf-8").splitlines() if FEED.exists() else ():
        try:
            line = json.loads(text)
        except ValueError:
            continue
        if not line["reference"].endswith("-X"):
            lines.append(line)
    return lines


@pytest.mark.parametrize("code", EXAMPLES)
def test_good_lines_of_the_example_feed_pass(code: str) -> None:
    for line in good_lines():
        if line["service"] == code:
            given = {name: value for name, value in line["details"].items() if value is not None}
            cleaned, problems, warnings = check(CATALOGUE.service(code), line["details"])
            assert problems == (), line["reference"]
            assert given.items() <= cleaned.items()
            parents = {"details.not-parent", "details.other-holder", "details.same-person"}
            assert {warning.code for warning in warnings} <= LATE | parents


def test_every_good_line_is_of_a_known_service() -> None:
    assert not [line["service"] for line in good_lines() if CATALOGUE.unknown(line["service"])]


@pytest.mark.parametrize("code", EXAMPLES)
def test_what_is_printed_may_be_printed_again(code: str) -> None:
    service = CATALOGUE.service(code)
    printed = {form for step in service.steps.values() for form in step.documents}
    assert printed <= set(service.forms) <= CATALOGUE.forms.keys()


@pytest.mark.parametrize("code", EXAMPLES)
def test_what_is_approved_is_approved_by_a_second_person(code: str) -> None:
    for step in CATALOGUE.service(code).steps.values():
        if step.kind is StepKind.APPROVE:
            assert step.role == "supervisor"
            assert "review" in step.separate_from


def test_every_message_has_its_text_and_every_text_its_number() -> None:
    texts = tomllib.loads((I18N / "messages/applicant_messages.toml").read_text(encoding="utf-8"))
    used = {
        message.template for service in CATALOGUE.services.values() for message in service.messages
    }
    assert used == texts.keys() - {"message.code"}
    for template in used:
        assert all("{number}" in texts[template][language] for language in ("ar", "en"))


def test_every_queue_has_work_and_a_short_title() -> None:
    worked = {
        step.queue for service in CATALOGUE.services.values() for step in service.steps.values()
    }
    assert worked == CATALOGUE.queues.keys()
    assert max(len(queue.title.en) for queue in CATALOGUE.queues.values()) <= 16
