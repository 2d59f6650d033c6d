"""From a request's archived facts to the pages of a form: the desk's composer."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from absher_desk.operations.errors import Refused
from absher_desk.printing.activation_form import activation_form
from absher_desk.printing.identity_words import IDENTITY_TYPES
from absher_desk.printing.paper_layout import form_titles
from absher_desk.printing.paper_values import field_value, full_name
from absher_desk.printing.request_receipt import request_receipt
from absher_desk.printing.service_paper import service_paper
from absher_desk.printing.sheets import (
    ActivationSheet,
    CheckMade,
    Field,
    Officer,
    ReceiptSheet,
    Words,
)

_LANGUAGES = {"ar": Words("العربية", "Arabic"), "en": Words("الإنجليزية", "English")}
_CHANNELS = {
    "officer": Words("موظف التفعيل", "Activation officer"),
    "bank": Words("البنك", "Bank"),
    "kiosk": Words("الخدمة الذاتية", "Self-service"),
}
_CODE_CHECK = Words("تأكيد الجوال برمز التحقق", "Mobile confirmed by code")
_CONFIRMED = Words("مؤكد", "Confirmed")
_PROGRAM = Officer(number="", name=Words("البوابة", "Portal"))


class FormComposer:
    """Draws the forms this program knows, by the names the catalogue gives them."""

    def compose(self, form: str, facts: Mapping[str, Any], copy_number: int) -> bytes:
        """PDF bytes of a form.

        Raises:
            Refused: `document.not-drawn` for a form without a drawing;
                `document.too-early` for an activation form before the activation;
                `printing.nothing-said` for a letter without its text.
        """
        draw = _OWN_DRAWINGS.get(form)
        if draw is not None:
            return draw(facts, copy_number)
        if form not in DRAWN_FORMS:
            raise Refused("document.not-drawn", form=form)
        return service_paper(form, facts, copy_number)


def activation_sheet(facts: Mapping[str, Any], copy_number: int = 0) -> ActivationSheet:
    """The sheet of an activation that has taken place; `Refused` before that."""
    activation = facts["activation"]
    if activation is None:
        raise Refused("document.too-early")
    applicant = facts["applicant"]
    details = facts["details"]
    return ActivationSheet(
        request_number=facts["number"],
        branch=_words(facts["branch"]),
        applicant_name=full_name(applicant),
        id_number=applicant["identity_number"],
        id_type=IDENTITY_TYPES[applicant["identity_type"]],
        birth_date=_day(applicant["birth_date"]),
        birth_date_hijri=applicant["birth_date_hijri"],
        mobile=applicant["mobile"],
        email=applicant["email"],
        username=details["username"],
        language=_LANGUAGES[details.get("preferred_language", applicant["language"])],
        channel=_CHANNELS[details.get("activation_channel", "officer")],
        checks=_checks(activation),
        officer=_officer(activation["officer"]),
        activated_at=datetime.fromisoformat(activation["at"]),
        copy_number=copy_number,
    )


def receipt_sheet(facts: Mapping[str, Any], copy_number: int = 0) -> ReceiptSheet:
    """The receipt of any request."""
    applicant = facts["applicant"]
    registered_by = facts["registered_by"]
    return ReceiptSheet(
        request_number=facts["number"],
        service=_words(facts["service"]),
        branch=_words(facts["branch"]),
        applicant_name=full_name(applicant),
        id_number=applicant["identity_number"],
        id_type=IDENTITY_TYPES[applicant["identity_type"]],
        mobile=applicant["mobile"],
        fields=tuple(
            Field(label=_words(field["label"]), value=field_value(field).ar)
            for field in facts["fields"]
            if not field.get("redacted")
        ),
        officer=_officer(registered_by) if registered_by else _PROGRAM,
        registered_at=datetime.fromisoformat(facts["registered_at"]),
        copy_number=copy_number,
    )


_OWN_DRAWINGS: dict[str, Callable[[Mapping[str, Any], int], bytes]] = {
    "activation-form": lambda facts, copy: activation_form(activation_sheet(facts, copy)),
    "request-receipt": lambda facts, copy: request_receipt(receipt_sheet(facts, copy)),
}

DRAWN_FORMS = frozenset(form_titles())
"""Forms of the catalogue that can be printed: all of them."""


def _checks(activation: Mapping[str, Any]) -> tuple[CheckMade, ...]:
    made = [
        CheckMade(
            label=_words(check["label"]),
            outcome=_words(check["outcome"]),
            at=datetime.fromisoformat(check["at"]),
            passed=check["passed"],
        )
        for check in activation["checks"]
    ]
    if activation["code_confirmed_at"]:
        at = datetime.fromisoformat(activation["code_confirmed_at"])
        made.append(CheckMade(label=_CODE_CHECK, outcome=_CONFIRMED, at=at))
    return tuple(made)


def _words(both: Mapping[str, str]) -> Words:
    return Words(both["ar"], both["en"])


def _officer(row: Mapping[str, str]) -> Officer:
    return Officer(number=row["number"], name=_words(row))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
