"""The services as delivered: what a feed and the screens may count on."""

import json
import os
import time
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from absher_desk.bundled import I18N, RESOURCES
from absher_desk.catalogue.checking import check_details
from absher_desk.catalogue.drawing import outline
from absher_desk.catalogue.entries import Catalogue
from absher_desk.catalogue.kinds import Delivery, StepKind
from absher_desk.catalogue.loading import load
from absher_desk.catalogue.settings_register import load_register

SHELF = Path(os.environ.get("ABSHER_DESK_SHELF", RESOURCES.parent.parent / "shared"))
FEED = SHELF / "intake/feed-branch-day.jsonl"
FIELDS = {
    "account-activation": "username preferred_language activation_channel registered_at",
    "lost-document-report": "document_type document_number loss_type lost_on lost_time place"
    " circumstances police_report_number declared",
    "lost-document-replacement": "report_reference document_type document_number loss_type lost_on"
    " place circumstances previous_losses",
    "passport-renewal": "validity_years photo old_passport_number old_passport_expiry",
    "complaint": "topic summary about",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


@pytest.mark.parametrize("code", FIELDS)
def test_a_service_has_the_agreed_fields(catalogue: Catalogue, code: str) -> None:
    assert set(catalogue.service(code).fields) == set(FIELDS[code].split())


def test_queues_come_in_the_order_of_the_rail(catalogue: Catalogue) -> None:
    assert [queue.title.ar for queue in catalogue.queues.values()][:4] == [
        "تفعيل الحسابات",
        "بدل فاقد",
        "طباعة الجوازات",
        "التوصيل البريدي",
    ]
    assert catalogue.queue("reviews").title.in_("en") == "Request review"
    assert catalogue.unknown("passport-rental")
    assert not catalogue.unknown("complaint")


def test_a_passport_goes_where_the_applicant_wants_it(catalogue: Catalogue) -> None:
    step = catalogue.service("passport-renewal").step("quality-check")
    assert step.next("passed", Delivery.COUNTER) == "hand-over"
    assert step.next("passed", "post") == "dispatch"
    assert step.next("failed", "post") == "print"
    assert step.separate_from == ("print",)
    assert catalogue.service("passport-renewal").step("print").blank == "passport"


def test_a_replacement_takes_three_people(catalogue: Catalogue) -> None:
    service = catalogue.service("lost-document-replacement")
    assert set(service.step("approve").separate_from) == {"review", "report"}
    assert service.step("review").separate_from == ("report",)


def test_the_person_complained_about_is_kept_back(catalogue: Catalogue) -> None:
    assert [f.key for f in catalogue.service("complaint").fields.values() if f.redacted] == [
        "about"
    ]


def test_fees_follow_the_years_chosen(catalogue: Catalogue) -> None:
    service = catalogue.service("passport-renewal")
    assert [fee.setting for fee in service.fees_for({"validity_years": 10})] == ["passport.fee.10y"]
    assert [fee.setting for fee in service.fees_for({"validity_years": 5})] == ["passport.fee.5y"]


def test_a_return_at_any_step_is_told_to_the_applicant(catalogue: Catalogue) -> None:
    service = catalogue.service("passport-renewal")
    for event in ("review.return", "approve.return", "quality-check.return"):
        assert [m.template for m in service.messages_on(event)] == ["message.returned"]
    assert not service.messages_on("review.approve")


def test_outcomes_have_words_for_buttons(catalogue: Catalogue) -> None:
    assert catalogue.outcome_label(StepKind.ACTIVATE, "activate", "ar") == "اعتماد وتفعيل"
    with pytest.raises(KeyError):
        catalogue.outcome_label(StepKind.ACTIVATE, "fly", "ar")


def test_every_message_and_target_is_known(catalogue: Catalogue) -> None:
    messages = I18N / "messages/applicant_messages.toml"
    texts = tomllib.loads(messages.read_text(encoding="utf-8"))
    register = load_register()
    for service in catalogue.services.values():
        assert {message.template for message in service.messages} <= texts.keys()
        assert service.target_hours in register


def test_the_outline_shows_every_way(catalogue: Catalogue) -> None:
    drawn = outline(catalogue.service("passport-renewal"))
    assert "3 print [print, passport-printing, passport-clerk] prints passport-data-page" in drawn
    assert "on a passport blank" in drawn
    assert "    passed → hand-over (counter), dispatch (post)" in drawn
    assert "not who did print" in drawn


def test_loading_is_quick() -> None:
    best = 1.0
    for _ in range(5):
        begun = time.perf_counter()
        load()
        best = min(best, time.perf_counter() - begun)
    assert best < 0.06


def good_lines() -> list[dict[str, Any]]:
    """Lines of the example feed for our services; those made wrong on purpose end in `-X`.

    None where the shelf of references is not at hand.
    """
    lines = []
    for text in FEED.read_text(encoding="utf-8").splitlines() if FEED.exists() else ():
        try:
            line = json.loads(text)
        except ValueError:
            continue
        if line["service"] in FIELDS and not line["reference"].endswith("-X"):
            lines.append(line)
    return lines


@pytest.mark.parametrize("code", FIELDS)
def test_good_lines_of_the_example_feed_pass(catalogue: Catalogue, code: str) -> None:
    for line in good_lines():
        if line["service"] == code:
            cleaned, problems, warnings = check_details(
                catalogue.service(code),
                line["details"],
                today=date(2026, 11, 22),
                applicant_id=line["applicant"]["id_number"],
            )
            assert (problems, warnings) == ((), ()), line["reference"]
            given = {name: value for name, value in line["details"].items() if value is not None}
            assert cleaned == given
