"""What the paper of a request is made from, on both databases."""

from base64 import b64decode
from datetime import date

import pytest

from absher_desk.catalogue.situation import default_setting
from absher_desk.models.document import Document
from absher_desk.operations.claims import claim
from absher_desk.operations.documents import issue_document
from absher_desk.operations.drafts import save_draft
from absher_desk.operations.form_history import validity
from absher_desk.operations.registering import Evidence
from tests.builders import register, signed_in
from tests.catalogue.examples import EXAMPLES
from tests.operations.acting import one, work
from tests.printing.worked_requests import facts_of

PNG = b"\x89PNG picture"


def entered(desk, code, **changes):
    return register(desk, service=code, details=EXAMPLES[code], **changes)[0]


def test_before_any_decision_nobody_approved(desk):
    facts = facts_of(desk, entered(desk, "travel-permit"))
    assert facts["decisions"] == []
    assert facts["approver"] is None
    assert facts["reviewer"] is None
    assert facts["next_step"] == {"ar": "مراجعة", "en": "Review"}


def test_reviewer_and_approver_are_who_decided(desk):
    request_id = entered(desk, "travel-permit")
    work(desk, signed_in(desk, "clerk"), request_id, "approve")
    assert facts_of(desk, request_id)["approver"]["officer"]["number"] == "clerk"
    work(desk, signed_in(desk, "supervisor"), request_id, "approve")
    facts = facts_of(desk, request_id)
    assert facts["reviewer"]["officer"]["number"] == "clerk"
    assert facts["approver"]["officer"]["number"] == "supervisor"
    assert [made["step"] for made in facts["decisions"]] == ["review", "approve"]
    assert facts["decisions"][0]["outcome_label"]["en"]
    assert facts["validity"] == {"from": "2026-11-22", "to": "2027-01-06"}


def test_a_request_sent_back_is_no_longer_approved(desk):
    request_id = entered(desk, "travel-permit")
    work(desk, signed_in(desk, "clerk"), request_id, "approve")
    work(desk, signed_in(desk, "supervisor"), request_id, "return", "صورة الهوية غير واضحة")
    facts = facts_of(desk, request_id)
    assert facts["approver"] is None
    assert facts["reason"] == "صورة الهوية غير واضحة"


def test_the_reply_is_the_draft_and_then_what_was_decided(desk):
    clerk = signed_in(desk, "clerk")
    request_id = entered(desk, "government-inquiry")
    work(desk, clerk, request_id, "approve")
    work(desk, signed_in(desk, "supervisor"), request_id, "referred")
    assert facts_of(desk, request_id)["reply"] is None
    claim(desk, clerk, request_id)
    save_draft(desk, clerk, request_id, {"answers": {}, "note": " مسودة الرد "})
    assert facts_of(desk, request_id)["reply"] == "مسودة الرد"
    work(desk, clerk, request_id, "replied", "الرد المعتمد")
    assert facts_of(desk, request_id)["reply"] == "الرد المعتمد"


def test_a_note_at_another_step_is_no_reply(desk):
    clerk = signed_in(desk, "clerk")
    request_id = entered(desk, "complaint")
    claim(desk, clerk, request_id)
    save_draft(desk, clerk, request_id, {"note": "للمراجع: ناقص"})
    assert facts_of(desk, request_id)["reply"] is None


def test_the_portrait_is_drawn_from_and_only_its_hash_is_archived(desk):
    evidence = (
        Evidence(name="a.png", kind="portrait", media_type="image/png", data=PNG),
        Evidence(name="b.png", kind="guardian-consent", media_type="image/png", data=b"other"),
    )
    request_id = entered(desk, "passport-issue", evidence=evidence)
    facts = facts_of(desk, request_id)
    assert b64decode(facts["portrait_picture"]) == PNG
    document = issue_document(desk, signed_in(desk, "clerk"), request_id, "request-receipt")
    archived = one(desk, Document, document).facts
    assert archived["portrait"] == facts["portrait"]
    assert "portrait_picture" not in archived


def test_fees_and_words_of_values(desk):
    facts = facts_of(desk, entered(desk, "passport-issue"))
    assert facts["fees"] == [{"sadad_code": 35, "amount": "600.00"}]
    said = {field["key"]: (field["ar"], field["en"]) for field in facts["fields"]}
    assert said["guardian_consent"] == ("نعم", "Yes")
    assert "photo" not in said
    named = facts_of(desk, entered(desk, "department-appointment", first=2))
    assert ("تجديد جواز سفر", "Passport renewal") in [
        (field["ar"], field["en"]) for field in named["fields"]
    ]


APPROVED = {"at": "2026-11-23T05:00:00+00:00"}


@pytest.mark.parametrize(
    ("details", "approved", "expected"),
    [
        ({}, APPROVED, None),
        ({"valid_to": "2026-12-22"}, None, {"to": "2026-12-22"}),
        ({"valid_to": "2026-12-22"}, APPROVED, {"from": "2026-11-23", "to": "2026-12-22"}),
        ({"validity_years": 5}, None, None),
        ({"validity_years": 5}, APPROVED, {"from": "2026-11-23", "to": "2031-11-22"}),
        ({"expiry": "2026-12-20", "days": 10}, None, {"from": "2026-12-21", "to": "2026-12-30"}),
    ],
)
def test_validity_is_asked_for_or_follows_the_rule(details, approved, expected):
    assert validity(details, approved, default_setting) == expected


def test_a_passport_beyond_the_calendar_has_no_validity():
    settings = {"passport.validity_calendar": "hijri", "passport.expiry_minus_one_day": True}
    late = {"at": f"{date(2076, 1, 1).isoformat()}T05:00:00+00:00"}
    assert validity({"validity_years": 10}, late, settings.__getitem__) is None
