"""A request's applicant and details as labelled values, from the catalogue alone."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from absher_desk.catalogue.checking import shown_fields
from absher_desk.catalogue.entries import Field, Service
from absher_desk.catalogue.kinds import FieldType
from absher_desk.operations.desk import BRANCH_ZONE
from absher_desk.operations.form_facts import LATIN_TYPES
from absher_desk.operations.request_file import RequestFile
from absher_desk.presenters.request_state import Fact
from absher_desk.presenters.wording import (
    ABSENT,
    in_language,
    language,
    nationality_in_language,
)
from absher_desk.standards.bidi import isolate
from absher_desk.standards.dates import parse_hijri
from absher_desk.standards.mobile import national_format
from absher_desk.standards.shown_dates import both_calendars

_IDENTITY_TYPES: Final[Mapping[str, object]] = {
    "citizen": QT_TRANSLATE_NOOP("RequestFacts", "National ID"),
    "resident": QT_TRANSLATE_NOOP("RequestFacts", "Resident ID"),
    "border": QT_TRANSLATE_NOOP("RequestFacts", "Border number"),
    "establishment": QT_TRANSLATE_NOOP("RequestFacts", "Establishment number"),
}
_SEXES: Final[Mapping[str, object]] = {
    "M": QT_TRANSLATE_NOOP("RequestFacts", "Male"),
    "F": QT_TRANSLATE_NOOP("RequestFacts", "Female"),
}
_NAME_PARTS: Final = ("first", "father", "grandfather", "family")


class RequestFacts(QObject):
    """Says what is known of a request, in the language of the screen."""

    def applicant(self, file: RequestFile) -> tuple[Fact, ...]:
        """Who asks; what was not given is left out."""
        facts = file.applicant
        number_label = _IDENTITY_TYPES.get(facts["identity_type"], facts["identity_type"])
        found = (
            (self.tr(str(number_label)), isolate(facts["identity_number"])),
            (self.tr("Mobile"), isolate(national_format(facts["mobile"]))),
            (self.tr("Date of birth"), self._birth(facts)),
            (self.tr("Name in English"), isolate(full_name(facts["name_en"]))),
            (self.tr("E-mail"), isolate(facts["email"] or "")),
            (self.tr("Nationality"), nationality_in_language(facts["nationality"])),
            (self.tr("Sex"), self.tr(str(_SEXES.get(facts["sex"], facts["sex"])))),
            (self.tr("Address"), self._address(facts)),
        )
        return tuple(Fact(label=label, value=value) for label, value in found if value)

    def details(
        self, file: RequestFile, service: Service, *, may_see_redacted: bool
    ) -> tuple[Fact, ...]:
        """What the service asked, in the order of the catalogue."""
        return tuple(self._details(file, service, may_see_redacted))

    def request(self, file: RequestFile, source: str) -> tuple[Fact, ...]:
        """How it came: channel, reference, day of submission."""
        submitted = file.submitted_at.astimezone(BRANCH_ZONE)
        return (
            Fact(label=self.tr("Channel"), value=source),
            Fact(label=self.tr("Reference"), value=isolate(file.reference)),
            Fact(
                label=self.tr("Submitted"),
                value=isolate(f"{submitted:%Y/%m/%d %H:%M}"),
            ),
        )

    def _details(self, file: RequestFile, service: Service, sees: bool) -> Iterator[Fact]:  # noqa: FBT001
        for field in shown_fields(service, file.details):
            label = in_language(field.label)
            if field.redacted and not sees:
                words = self.tr("Kept from you")
                yield Fact(label=label, value=words, faint=True)
                continue
            value = self._value(field, file.details.get(field.key))
            wide = field.type is FieldType.LONG_TEXT
            yield Fact(label=label, value=value or ABSENT, wide=wide)

    def _value(self, field: Field, value: Any) -> str:
        if value is None or value == "":
            return ""
        if field.type is FieldType.BOOLEAN:
            return self.tr("Yes") if value else self.tr("No")
        if field.type is FieldType.MONEY:
            return self.tr("{amount} SAR").format(amount=isolate(str(value)))
        if field.choices:
            return field.label_of(value, language())
        return _SHOWN.get(field.type, _plain)(field, str(value))

    def _birth(self, facts: Mapping[str, Any]) -> str:
        hijri = facts["birth_date_hijri"]
        stated = parse_hijri(hijri) if hijri else None
        if facts["birth_date"] is None:
            return isolate(hijri.replace("-", "/")) if hijri else ""
        return both_calendars(date.fromisoformat(facts["birth_date"]), language(), stated)

    def _address(self, facts: Mapping[str, Any]) -> str:
        address = facts["address"]
        if not address:
            return ""
        place = ("، " if language() == "ar" else ", ").join(
            part for part in (address["district"], address["city"]) if part
        )
        short = isolate(address["short"]) if address["short"] else ""
        return f"{short} {place}".strip()


def full_name(parts: Mapping[str, str] | None) -> str:
    """A name's parts in their order, empty for none."""
    return " ".join(parts[part] for part in _NAME_PARTS if parts.get(part)) if parts else ""


def shown_name(file: RequestFile) -> str:
    """The applicant as the screen's language writes him; Arabic where there is no other."""
    english = full_name(file.applicant["name_en"]) if language() == "en" else ""
    return english or full_name(file.applicant["name_ar"])


def _day(day: date) -> str:
    return both_calendars(day, language())


def _moment(text: str) -> str:
    moment = datetime.fromisoformat(text).astimezone(BRANCH_ZONE)
    return f"{_day(moment.date())} {isolate(f'{moment:%H:%M}')}"


def _plain(field: Field, text: str) -> str:
    latin = field.type in LATIN_TYPES or field.type is FieldType.FILE
    return isolate(text) if latin else text


_SHOWN: Final[Mapping[FieldType, Callable[[Field, str], str]]] = {
    FieldType.DATE: lambda _, text: _day(date.fromisoformat(text)),
    FieldType.DATETIME: lambda _, text: _moment(text),
    FieldType.MOBILE: lambda _, text: isolate(national_format(text)),
}
