"""A sound request for every service: its details, with every field that can be shown filled in."""

from datetime import date
from typing import Any

ASKED_ON = date(2026, 11, 22)
APPLICANT = "1173086875"
BORN = date(1990, 1, 15)
ANOTHER = "1234567897"
ESTABLISHMENT = "7000000005"

_ACCOUNT = {"username": "fahad2026x", "preferred_language": "ar", "activation_channel": "officer"}
_LOSS = {
    "document_type": "passport",
    "document_number": "K91703924",
    "loss_type": "stolen",
    "lost_on": "2026-11-20",
    "place": "الرياض - النسيم",
    "circumstances": "سُرقت من السيارة",
}
_SPAN = {"valid_from": "2026-11-22", "valid_to": "2027-01-06"}
_LETTER = {"topic": "الأحوال المدنية", "summary": "تأخر إنجاز المعاملة", "about": "موظف الشباك"}
_IQAMA = {
    "employer_id": ESTABLISHMENT,
    "occupation": "مهندس",
    "passport_number": "P3807937",
    "years": 1,
}
_USER = {"plate": "TNJ 1234", "user_id": ANOTHER, "user_licence": ANOTHER}
_PASSPORT = {"validity_years": 10, "photo": "portrait.png"}

EXAMPLES: dict[str, dict[str, Any]] = {
    "account-opening": _ACCOUNT | {"terms_accepted": True},
    "account-activation": _ACCOUNT | {"registered_at": "2026-11-21T09:12:00+03:00"},
    "business-account-activation": _ACCOUNT
    | {
        "establishment_number": ESTABLISHMENT,
        "establishment_name": "مؤسسة الزهراني للتجارة",
        "commercial_registration": "1010729528",
        "representative_role": "مالك",
    },
    "account-mobile-change": {
        "old_mobile": "+966501234567",
        "new_mobile": "+966551234567",
        "reason": "فقدت الشريحة",
    },
    "account-suspension": {"action": "suspend", "reason": "فقدت جهازي"},
    "birth-registration": {
        "child_name_ar": "حسين",
        "child_sex": "M",
        "born_at": "2026-11-10T04:35:00+03:00",
        "birth_place": "الدمام",
        "hospital": "مستشفى الملك فهد",
        "notification_number": "2661663049",
        "father_id": APPLICANT,
        "mother_id": ANOTHER,
        "mother_name_ar": "سارة ماجد الدوسري",
    },
    "death-registration": {
        "deceased_id": ANOTHER,
        "deceased_name_ar": "أنس عبدالرحمن الضويان",
        "died_at": "2026-11-16T22:10:00+03:00",
        "death_place": "الرياض",
        "cause": "وفاة طبيعية",
        "hospital": "مستشفى الملك فهد",
        "notification_number": "7789094617",
        "informant_relation": "son",
    },
    "lost-document-report": _LOSS
    | {"lost_time": "15:15", "police_report_number": "301467300", "declared": True},
    "lost-document-replacement": _LOSS
    | {"report_reference": "481101000000162", "previous_losses": 1},
    "official-extract": {
        "extract_type": "birth",
        "subject_id": APPLICANT,
        "purpose": "تقديمه إلى المدرسة",
    },
    "passport-issue": _PASSPORT | {"guardian_id": ANOTHER, "guardian_consent": True},
    "passport-renewal": _PASSPORT
    | {"old_passport_number": "K36336395", "old_passport_expiry": "2026-08-21"},
    "travel-permit": _SPAN
    | {"traveller_id": ANOTHER, "permit_type": "single", "consent_by": APPLICANT},
    "travel-record-statement": {"from_date": "2025-01-01", "to_date": "2026-11-22"},
    "vehicle-registration-renewal": {
        "plate": "TNJ 1234",
        "sequence_number": "742078023",
        "years": 2,
    },
    "vehicle-user-add": _USER,
    "vehicle-user-remove": _USER,
    "traffic-violations-enquiry": {"plate": "TNJ 1234"},
    "vehicle-insurance-enquiry": {"plate": "TNJ 1234", "sequence_number": "742078023"},
    "driving-delegation": _SPAN | {"plate": "TNJ 1234", "delegate_id": ANOTHER, "scope": "outside"},
    "iqama-issue": _IQAMA,
    "iqama-renewal": _IQAMA,
    "exit-reentry-visa": {"type": "single", "months": 6, "extend_from_abroad": False},
    "final-exit-visa": {"passport_number": "P3807937", "passport_expiry": "2027-11-22"},
    "visit-extension": {"visa_number": "6012345678", "expiry": "2026-11-25", "days": 90},
    "worker-reception-delegation": {
        "worker_name": "MARIA SANTOS",
        "worker_passport": "P1234567",
        "visa_number": "6012345678",
        "flight": "SV871",
        "port": "مطار الملك خالد الدولي",
        "delegate_id": ANOTHER,
        "valid_to": "2026-12-22",
    },
    "personal-data-enquiry": {},
    "hajj-eligibility-enquiry": {"season": 1448},
    "health-insurance-enquiry": {},
    "exit-reentry-enquiry": {},
    "minister-video-appointment": {
        "subject": "طلب مقابلة",
        "topic": "إنساني",
        "summary": "عرض حالة أسرية",
        "section": "men",
        "urgent": False,
    },
    "complaint": _LETTER,
    "suggestion": _LETTER,
    "government-inquiry": {
        "entity": "وزارة الصحة",
        "letter_number": "9230976",
        "letter_date": "2026-11-22",
        "summary": "طلب إفادة عن حالة معاملة",
    },
    "department-appointment": {
        "department": "passports",
        "service": "passport-renewal",
        "slot": "2026-11-24T09:30:00+03:00",
    },
    "request-follow-up": {"request_number": "481101000000162"},
}
