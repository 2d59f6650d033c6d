"""What made-up people ask for: requests as portal, bank, kiosk or counter send them."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from absher_desk.catalogue.checking import check_details
from absher_desk.catalogue.entries import Catalogue, Service
from absher_desk.models.columns import canonical
from absher_desk.operations.errors import Invalid
from absher_desk.operations.registering import Evidence, NewRequest, applicant_facts
from absher_desk.simulation.people import CITIZENSHIP, Person, demonstration_data
from absher_desk.simulation.portraits import REQUEST, portrait
from absher_desk.simulation.randomness import SeededRandomness
from absher_desk.standards.dates import hijri_age

ACTIVATION: Final = "account-activation"
_SHARES: Final = {
    ACTIVATION: 46,
    "lost-document-report": 11,
    "lost-document-replacement": 14,
    "passport-renewal": 21,
    "complaint": 8,
}
_SOURCES: Final = {"portal": 68, "bank": 10, "kiosk": 11, "counter": 11}
_PREFIX: Final = {"portal": "POR", "bank": "BNK", "kiosk": "KSK", "counter": "CTR"}
_LOST: Final = {
    "national-id": 40,
    "iqama": 12,
    "passport": 20,
    "driving-licence": 18,
    "vehicle-registration": 10,
}
_ADULT: Final = 21


class Wishes:
    """Turns people into requests; `series` keeps references apart from those of other days."""

    def __init__(
        self, chance: SeededRandomness, catalogue: Catalogue, branch_code: str, series: str
    ) -> None:
        """Start counting references at 1."""
        self._chance = chance
        self._catalogue = catalogue
        self._branch_code = branch_code
        self._series = series
        self._serial = 0

    def service_for(self, person: Person) -> str:
        """What this person would come for; only citizens renew a Saudi passport."""
        code = self._chance.weighted(tuple(_SHARES), tuple(_SHARES.values()))
        if code == "passport-renewal" and person.facts.nationality != CITIZENSHIP:
            return ACTIVATION
        return code

    def ask(
        self, person: Person, code: str, submitted_at: datetime, *, urgent: bool = False
    ) -> NewRequest:
        """The person's request, checked as any other; raises Invalid if it were not acceptable."""
        service = self._catalogue.service(code)
        source = self._source(service)
        details = self._details(person, code, submitted_at)
        cleaned, problems, warnings = check_details(
            service, details, today=submitted_at.date(), applicant_id=person.number
        )
        if problems:
            raise Invalid(problems)
        self._serial += 1
        content = canonical({"applicant": applicant_facts(person.facts), "details": cleaned})
        return NewRequest(
            source=source,
            reference=f"{_PREFIX[source]}-{self._series}-{self._serial:07d}",
            content_hash=hashlib.sha256(content.encode()).hexdigest(),
            service=service,
            branch_code=self._branch_code,
            audience="individual",
            urgent=urgent,
            delivery="post" if service.delivery and self._chance.chance(55) else "counter",
            submitted_at=submitted_at,
            applicant=person.facts,
            details=cleaned,
            warnings=warnings,
            evidence=_evidence(person, code),
        )

    def _source(self, service: Service) -> str:
        known = [source for source in _SOURCES if source in service.channels]
        return self._chance.weighted(known, [_SOURCES[source] for source in known])

    def _details(self, person: Person, code: str, at: datetime) -> Mapping[str, Any]:
        if code == ACTIVATION:
            return self._account(person, at)
        if code == "passport-renewal":
            return self._passport(person, at)
        if code == "complaint":
            topic, summary = self._chance.one_of(demonstration_data("words")["complaints"])
            return {"topic": topic, "summary": summary}
        return self._loss(person, code, at)

    def _account(self, person: Person, at: datetime) -> dict[str, Any]:
        registered_at = at - self._chance.seconds(600, 86_400)
        return {
            "username": person.username,
            "preferred_language": person.facts.language,
            "activation_channel": "officer",
            "registered_at": registered_at.isoformat(),
        }

    def _passport(self, person: Person, at: datetime) -> dict[str, Any]:
        born = person.facts.birth_date
        adult = born is not None and hijri_age(born, at.date()) >= _ADULT
        expiry = at.date() + timedelta(days=self._chance.between(-120, 150))
        return {
            "validity_years": self._chance.one_of((5, 10)) if adult else 5,
            "photo": "portrait.png",
            "old_passport_number": f"{self._chance.one_of('ABFGKRX')}{self._chance.digits(8)}",
            "old_passport_expiry": expiry.isoformat(),
        }

    def _loss(self, person: Person, code: str, at: datetime) -> dict[str, Any]:
        citizen = person.facts.nationality == CITIZENSHIP
        kind = self._chance.weighted(tuple(_LOST), tuple(_LOST.values()))
        if not citizen and kind in {"national-id", "passport"}:
            kind = "iqama"
        elif citizen and kind == "iqama":
            kind = "national-id"
        words = demonstration_data("words")
        details: dict[str, Any] = {
            "document_type": kind,
            "document_number": self._document_number(person, kind),
            "loss_type": self._chance.weighted(("lost", "stolen", "damaged"), (70, 18, 12)),
            "lost_on": (at.date() - timedelta(days=self._chance.between(0, 12))).isoformat(),
            "place": self._chance.one_of(words["places"]),
            "circumstances": self._chance.one_of(words["circumstances"]),
        }
        if code == "lost-document-replacement":
            return details | {"previous_losses": self._chance.weighted((0, 1, 2), (80, 15, 5))}
        if details["loss_type"] == "stolen":
            details["police_report_number"] = f"44{self._chance.digits(8)}"
        return details | {"declared": True}

    def _document_number(self, person: Person, kind: str) -> str:
        if kind == "passport":
            return f"{self._chance.one_of('ABFGKRX')}{self._chance.digits(8)}"
        return self._chance.digits(9) if kind == "vehicle-registration" else person.number


def _evidence(person: Person, code: str) -> tuple[Evidence, ...]:
    """The picture that came with the request, where somebody will compare it."""
    if code not in {ACTIVATION, "passport-renewal"}:
        return ()
    picture = portrait(person.facts.sex, person.look, REQUEST)
    return (Evidence(name="portrait.png", kind="portrait", media_type="image/png", data=picture),)
