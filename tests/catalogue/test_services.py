"""The services as delivered: what a feed and the screens may count on."""

import time

import pytest

from absher_desk.catalogue.drawing import outline
from absher_desk.catalogue.entries import Catalogue
from absher_desk.catalogue.kinds import Delivery, StepKind
from absher_desk.catalogue.loading import load


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def test_queues_come_in_the_order_of_the_rail(catalogue: Catalogue) -> None:
    assert [queue.title.ar for queue in catalogue.queues.values()][:4] == [
        "تفعيل الحسابات",
        "بدل فاقد",
        "طباعة الجوازات",
        "التوصيل البريدي",
    ]
    assert catalogue.queue("reviews").title.in_("en") == "Reviews"
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


def test_the_outline_shows_every_way(catalogue: Catalogue) -> None:
    drawn = outline(catalogue.service("passport-renewal"))
    assert "3 print [print, passport-printing, passport-clerk] prints passport-data-page" in drawn
    assert "on a passport blank" in drawn
    assert "    passed → hand-over (counter), dispatch (post)" in drawn
    assert "not who did print" in drawn


def test_loading_is_quick() -> None:
    """Of the processor's time, so that other work on the machine does not count."""
    best = 1.0
    for _ in range(7):
        begun = time.process_time()
        load()
        best = min(best, time.process_time() - begun)
    assert best < 0.1
