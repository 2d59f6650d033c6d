"""Every paper of every service, as it comes out of the printer."""

import tomllib
from dataclasses import replace

import pytest

from absher_desk.bundled import resource
from absher_desk.catalogue.loading import load
from absher_desk.operations.errors import Refused
from absher_desk.printing.composing import DRAWN_FORMS, FormComposer
from absher_desk.printing.paper_layout import PLACEHOLDER, Cell, Facts, Text, layout, read_layout
from absher_desk.printing.paper_values import KNOWN, captions
from absher_desk.printing.service_paper import draw_layout, service_paper
from absher_desk.printing.sheets import Words
from absher_desk.standards.problems import Malformed
from absher_desk.standards.request_number import grouped
from tests.printing.rendering import decoded, ink, one_bit, render

pytestmark = pytest.mark.usefixtures("qapp")

CATALOGUE = load()
OWN = {"activation-form", "request-receipt"}
PAPERS = sorted(set(CATALOGUE.forms) - OWN)
SPECIMENS = {
    "birth-certificate", "death-certificate", "burial-permit", "official-extract",
    "passport-data-page", "document-print-out", "travel-permit", "vehicle-registration",
    "resident-card", "exit-reentry-visa", "final-exit-visa", "visit-extension",
}  # fmt: skip
USES = sorted(
    (form, service.code)
    for service in CATALOGUE.services.values()
    for form in service.forms
    if form not in OWN
)


def services_with(form):
    return [service for service in CATALOGUE.services.values() if form in service.forms]


def facts_for(request_facts, form):
    return request_facts[services_with(form)[0].code]


def test_every_form_of_the_catalogue_can_be_drawn():
    assert set(CATALOGUE.forms) == DRAWN_FORMS
    assert all(services_with(form) for form in PAPERS)


@pytest.mark.parametrize(("form", "code"), USES, ids=lambda value: value)
def test_a_paper_says_its_request_and_marks_a_copy(request_facts, form, code):
    facts = request_facts[code]
    pdf = FormComposer().compose(form, facts, 3)
    assert FormComposer().compose(form, facts, 3) == pdf
    rendered = render(pdf)
    assert all("COPY 3" in text for text in rendered.texts)
    assert all(grouped(facts["number"]) in text for text in rendered.texts)
    assert "1448/06/13" in rendered.texts[0]
    assert "2026/11/23" in rendered.texts[0]
    assert "COPY" not in "".join(render(FormComposer().compose(form, facts, 0)).texts)


@pytest.mark.parametrize("form", PAPERS)
@pytest.mark.parametrize("dpi", [203, 300])
def test_the_barcode_of_every_page_is_the_request_number(request_facts, form, dpi):
    facts = facts_for(request_facts, form)
    for page in render(service_paper(form, facts), dpi).pages:
        assert decoded(page) == [facts["number"]]
        assert decoded(one_bit(page)) == [facts["number"]]


@pytest.mark.parametrize("form", PAPERS)
def test_a_sound_request_fits_one_page(request_facts, form):
    """Certificates above all: a second page would have to be bound."""
    assert len(render(service_paper(form, facts_for(request_facts, form)), 50).pages) == 1


@pytest.mark.parametrize("form", PAPERS)
def test_what_imitates_a_document_of_the_state_says_specimen(request_facts, form):
    text = render(service_paper(form, facts_for(request_facts, form)), 50).texts[0]
    assert ("SPECIMEN" in text) == (form in SPECIMENS)


@pytest.mark.parametrize("form", PAPERS)
def test_names_of_facts_are_known(form):
    """A misspelt name would leave a field out without a word."""
    keys = {key for service in services_with(form) for key in service.fields}
    for name in _names(layout(form)):
        if name.startswith("details."):
            assert name.removeprefix("details.") in keys, name
        else:
            assert name in KNOWN, name
            assert captions()[f"fact.{name}"].en


@pytest.mark.parametrize("form", PAPERS)
def test_every_required_field_of_a_service_stands_on_its_paper_or_is_left_out_on_purpose(form):
    shown = set(_names(layout(form)))
    listed = any(type(part).__name__ == "Declared" for part in layout(form).parts)
    left_out = {
        "details.photo", "details.declared",  # drawn as a picture; said by the signature
        "details.summary", "details.about", "details.topic", "details.section", "details.urgent",
        "details.circumstances" if form == "document-print-out" else "",
        "details.place" if form == "document-print-out" else "",
    }  # fmt: skip
    if listed or form == "fee-receipt":
        return
    for service in services_with(form):
        required = {f"details.{key}" for key, field in service.fields.items() if field.required}
        spans = {"details.valid_from", "details.valid_to"} if "validity.to" in shown else set()
        assert required - shown - spans <= left_out


def _names(entry):
    for part in entry.parts:
        if isinstance(part, Facts):
            yield from (cell.fact for row in part.rows for cell in row)
        elif isinstance(part, Text):
            yield from PLACEHOLDER.findall(part.ar + part.en)
        elif hasattr(part, "fact"):
            yield part.fact


def test_arabic_and_english_texts_ask_for_the_same_facts():
    for form in PAPERS:
        for part in layout(form).parts:
            if isinstance(part, Text) and part.en:
                assert sorted(PLACEHOLDER.findall(part.ar)) == sorted(PLACEHOLDER.findall(part.en))


def test_captions_stand_in_both_languages(request_facts):
    text = render(service_paper("travel-permit", request_facts["travel-permit"])).texts[0]
    for value in ("1234567897", "Single journey", "1448/07/28", "2027/01/06", "Valid until"):
        assert value in text


def test_a_plate_stands_in_both_scripts_and_money_in_riyals(request_facts):
    facts = request_facts["vehicle-registration-renewal"]
    text = render(service_paper("vehicle-registration", facts)).texts[0]
    assert "TNJ 1234" in text
    assert "SAR 200.00" in text


def test_a_fee_advice_lists_each_fee_with_its_code(request_facts):
    facts = request_facts["passport-issue"]
    text = render(service_paper("fee-receipt", facts)).texts[0]
    assert "SAR 600.00" in text
    assert "35" in text
    free = render(service_paper("fee-receipt", facts | {"fees": []})).texts[0]
    assert "None" in free
    assert "SAR 6" not in free


def test_a_long_letter_runs_over_pages_and_loses_no_line(request_facts):
    said = "\n".join(f"الفقرة {i} REF-{i:03d};" for i in range(80))
    facts = request_facts["complaint"] | {"reply": said}
    rendered = render(service_paper("reply-letter", facts), 203)
    assert len(rendered.pages) >= 3
    together = "".join(rendered.texts)
    assert all(f"REF-{i:03d}" in together for i in range(80))
    assert together.count("Staff No.") == 1
    assert all(decoded(page) == [facts["number"]] for page in rendered.pages)
    assert f"Page 2 of {len(rendered.pages)}" in rendered.texts[1]


@pytest.mark.parametrize("form", PAPERS)
def test_long_values_stay_on_the_page(request_facts, form):
    facts = facts_for(request_facts, form)
    long = "عبدالرحمن بن عبدالعزيز بن عبدالمحسن آل الشيخ " * 6
    fields = [field | {"ar": long} if field["type"] in {"text", "long-text"} else field
              for field in facts["fields"]]  # fmt: skip
    name = {"first": long[:60], "father": long[:60], "grandfather": "م", "family": long[:60]}
    stretched = facts | {"fields": fields, "applicant": facts["applicant"] | {"name_ar": name}}
    for page in render(service_paper(form, stretched), 100).pages:
        edge = 8
        for side in (
            (0, 0, edge, page.height), (page.width - edge, 0, page.width, page.height),
            (0, page.height - edge, page.width, page.height),
        ):  # fmt: skip
            assert ink(page.crop(side)) == 0


def test_a_letter_without_its_text_is_refused(request_facts):
    with pytest.raises(Refused) as fault:
        service_paper("reply-letter", request_facts["complaint"] | {"reply": None})
    assert fault.value.code == "printing.nothing-said"


def test_an_enquiry_without_an_answer_says_so(request_facts):
    facts = request_facts["personal-data-enquiry"]
    silent = render(service_paper("enquiry-statement", facts | {"reply": None})).texts[0]
    assert "No result is recorded" in silent
    assert "No result" not in render(service_paper("enquiry-statement", facts)).texts[0]


def test_who_is_complained_about_stands_on_no_paper(request_facts):
    facts = request_facts["complaint"]
    secret = [field for field in facts["fields"] if field["redacted"]]
    assert [field["key"] for field in secret] == ["about"]
    with_it = facts | {"fields": [f | {"ar": "SECRETNAME"} if f["redacted"] else f
                                  for f in facts["fields"]]}  # fmt: skip
    for form in ("reply-letter", "request-receipt"):
        assert "SECRETNAME" not in render(FormComposer().compose(form, with_it, 0)).texts[0]


def test_a_cause_of_death_stands_on_the_certificate_alone(request_facts):
    facts = request_facts["death-registration"]
    named = facts | {"fields": [f | {"ar": "CAUSE"} if f["key"] == "cause" else f
                                for f in facts["fields"]]}  # fmt: skip
    assert "CAUSE" in render(service_paper("death-certificate", named)).texts[0]
    assert "CAUSE" not in render(service_paper("burial-permit", named)).texts[0]


def test_the_portrait_is_drawn_and_a_damaged_one_is_an_empty_frame(request_facts):
    facts = request_facts["passport-issue"]
    shown = render(service_paper("passport-data-page", facts))
    broken = render(service_paper("passport-data-page", facts | {"portrait_picture": "AAAA"}))
    assert "Photo" in broken.texts[0]
    assert "Photo" not in shown.texts[0]
    assert ink(shown.pages[0]) > ink(broken.pages[0]) + 500


@pytest.mark.parametrize(
    ("code", "words"),
    [("vehicle-user-add", "is now the vehicle"), ("vehicle-user-remove", "no longer a user")],
)
def test_one_notice_says_what_was_done(request_facts, code, words):
    text = render(service_paper("vehicle-user-notice", request_facts[code])).texts[0]
    assert words in text


@pytest.mark.parametrize(
    ("action", "words"),
    [("suspend", "is suspended"), ("reactivate", "active again"), ("cancel", "is cancelled")],
)
def test_an_account_notice_says_the_action(request_facts, action, words):
    facts = request_facts["account-suspension"]
    text = render(
        service_paper("account-notice", facts | {"details": facts["details"] | {"action": action}})
    ).texts[0]
    assert [one for one in ("is suspended", "active again", "is cancelled") if one in text] == [
        words
    ]


@pytest.mark.parametrize("dpi", [203, 300])
def test_a_slip_may_be_a_strip_of_80_mm(request_facts, dpi):
    facts = request_facts["department-appointment"]
    strip = replace(layout("appointment-slip"), size="80mm")
    rendered = render(draw_layout(strip, facts), dpi)
    assert len(rendered.pages) == 1
    assert rendered.pages[0].width == round(80 / 25.4 * dpi)
    assert decoded(one_bit(rendered.pages[0])) == [facts["number"]]
    short = render(draw_layout(strip, facts | {"fields": []}), dpi)
    assert short.pages[0].height < rendered.pages[0].height


def test_an_unknown_form_is_refused(request_facts):
    with pytest.raises(Refused) as fault:
        FormComposer().compose("poem", request_facts["complaint"], 0)
    assert fault.value.code == "document.not-drawn"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"kind": "poem"}, "kind"),
        ({"size": "A9"}, "size"),
        ({"part": []}, "part"),
        ({"colour": "red"}, ".colour"),
        ({"part": [{"kind": "song"}]}, "part[0].kind"),
        ({"part": [{"kind": "text"}]}, "part[0]"),
        ({"part": [{"kind": "text", "ar": "ن", "style": "loud"}]}, "part[0].style"),
        ({"part": [{"kind": "text", "ar": "ن", "title": {"ar": "ن"}}]}, "part[0].title"),
        ({"part": [{"kind": "text", "ar": "ن", "when": {"day": 1}}]}, "part[0].when.day"),
        ({"authority": {"ar": "", "en": "A"}}, "authority"),
    ],
)
def test_a_faulty_layout_is_told_with_its_place(change, place):
    sound = {"kind": "notice", "part": [{"kind": "text", "ar": "نص"}]}
    assert read_layout("x", Words("س"), sound).parts == (Text(ar="نص"),)
    with pytest.raises(Malformed) as fault:
        read_layout("x", Words("س"), sound | change)
    assert fault.value.code == "printing.layout-broken"
    assert fault.value.problem.values["place"] == place


def test_a_cell_may_take_twice_the_width():
    table = {"kind": "notice", "part": [{"kind": "facts", "rows": [["reply*2", "request.state"]]}]}
    [part] = read_layout("x", Words("س"), table).parts
    assert part.rows == ((Cell("reply", 2), Cell("request.state", 1)),)


def test_captions_are_in_both_languages():
    def entries(table):
        if "ar" in table:
            yield table
        else:
            for inner in table.values():
                yield from entries(inner)

    found = list(entries(tomllib.loads(resource("forms", "captions.toml").read_text("utf-8"))))
    assert found
    assert all(set(entry) == {"ar", "en"} and entry["ar"] for entry in found)


def test_a_list_of_what_was_declared_leaves_out_what_is_redacted_or_said_elsewhere(request_facts):
    table = {
        "kind": "notice",
        "part": [{"kind": "declared"}, {"kind": "facts", "rows": [["details.topic"]]}],
    }
    entry = read_layout("x", Words("س"), table)
    text = render(draw_layout(entry, request_facts["complaint"])).texts[0]
    assert "Summary" in text
    assert text.count("Topic") == 1
    assert "about" not in text.lower()


def test_a_receipt_archived_before_fields_had_keys_is_drawn_again(request_facts):
    facts = request_facts["lost-document-report"]
    older = {
        key: facts[key]
        for key in (
            "number", "reference", "service", "branch", "applicant", "details", "state",
            "submitted_at", "registered_at", "registered_by", "activation",
        )
    }  # fmt: skip
    fields = [{key: field[key] for key in ("label", "ar", "en", "latin")}
              for field in facts["fields"]]  # fmt: skip
    text = render(FormComposer().compose("request-receipt", older | {"fields": fields}, 1)).texts[0]
    assert "K91703924" in text
    assert "2026-11-20" in text


def test_a_long_cause_leaves_the_signatures_on_the_certificate(request_facts):
    """A signature on a sheet of its own would certify nothing."""
    facts = request_facts["death-registration"]
    cause = "وفاة نتيجة مضاعفات التهاب رئوي حاد بعد عملية جراحية في القلب وفشل في التنفس " * 2
    fields = [f | {"ar": cause} if f["key"] == "cause" else f for f in facts["fields"]]
    assert (
        len(render(service_paper("death-certificate", facts | {"fields": fields}), 50).pages) == 1
    )
