"""A feed's line against the standards, the catalogue and the branches: a request, or its faults."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from absher_desk.catalogue.checking import check_details
from absher_desk.catalogue.entries import Catalogue, Service
from absher_desk.catalogue.kinds import FieldType
from absher_desk.catalogue.situation import Setting, default_setting
from absher_desk.models.columns import canonical
from absher_desk.operations.desk import day_of
from absher_desk.operations.feed_applicant import read_applicant
from absher_desk.operations.feed_attachments import Attached, Folder, read_attached
from absher_desk.operations.feed_lines import MOST_PROBLEMS, Parts
from absher_desk.operations.feed_notes import Notes
from absher_desk.operations.registering import Applicant, NewRequest, applicant_facts
from absher_desk.standards.bidi import without_controls
from absher_desk.standards.branches import parse_branch_code
from absher_desk.standards.digits import ascii_digits
from absher_desk.standards.problems import Malformed, Problem

_LONGEST_REFERENCE: Final = 100
_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2076
_AHEAD: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What all lines of a feed are checked against, read once for a run."""

    catalogue: Catalogue
    branches: frozenset[str]
    kinds: frozenset[str]
    now: datetime
    today: date
    username_max: int
    passport_number: str
    setting: Setting = default_setting


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """A line that may be entered, or why it may not.

    `file_problems` refuse it too, unless it turns out to be a duplicate: then its files were kept
    long ago.
    """

    request: NewRequest | None
    problems: tuple[Problem, ...] = ()
    file_problems: tuple[Problem, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of the files that it holds."""
        return 0 if self.request is None else sum(len(one.data) for one in self.request.evidence)


def check_line(parts: Parts, standing: Standing, folder: Folder) -> CheckedLine:
    """The request of a line's parts with its files; or every fault of it, together."""
    notes = Notes(parts.problems)
    if parts.given is None:
        return CheckedLine(None, tuple(notes.problems))
    sound = parts.sound
    attached, faults = read_attached(sound.get("attachments") or (), standing.kinds)
    notes.problems.extend(faults)
    request = _request(sound, attached, standing, notes)
    evidence, file_problems = folder.evidence(attached) if attached else ((), ())
    if request is None:
        return CheckedLine(None, (*notes.problems, *file_problems)[:MOST_PROBLEMS])
    if evidence:
        request = replace(request, evidence=evidence)
    return CheckedLine(request, (), file_problems)


def _request(
    sound: Mapping[str, Any], attached: Sequence[Attached], standing: Standing, notes: Notes
) -> NewRequest | None:
    reference = notes.read("reference", _reference, sound.get("reference"))
    submitted_at = _submitted_at(sound, standing, notes)
    branch = _branch(sound, standing, notes)
    given = sound.get("applicant")
    applicant = None if given is None else read_applicant(given, standing.today, notes)
    service = _service(sound, standing, notes)
    asked_on = None if submitted_at is None else day_of(submitted_at)
    details = _details(sound, service, applicant, standing, notes, asked_on=asked_on)
    if service is not None:
        _note_missing_evidence(service, details or {}, attached, notes)
    if (
        notes.problems
        or reference is None or submitted_at is None or branch is None
        or applicant is None or service is None or details is None
    ):  # fmt: skip
        return None
    content: dict[str, Any] = {
        "branch_code": branch,
        "audience": sound["audience"],
        "urgent": bool(sound.get("urgent")),
        "delivery": sound["delivery"],
        "submitted_at": submitted_at,
        "details": details,
    }
    return NewRequest(
        source=sound["source"],
        reference=reference,
        content_hash=_content_hash(content, service, applicant, attached),
        service=service,
        applicant=applicant,
        warnings=notes.warnings,
        **content,
    )


def _content_hash(
    content: Mapping[str, Any], service: Service, applicant: Applicant, attached: Sequence[Attached]
) -> str:
    """SHA-256, in hex, over what the values mean: spelling and order of the line do not count."""
    meant = {
        **content,
        "service": service.code,
        "applicant": applicant_facts(applicant),
        "attachments": [(one.name, one.kind, one.sha256) for one in attached],
    }
    return hashlib.sha256(canonical(meant).encode()).hexdigest()


def _reference(text: str) -> str:
    """The source's own number, its digits in ASCII."""
    value = ascii_digits(without_controls(text)).strip()
    if not value or len(value) > _LONGEST_REFERENCE or not value.isprintable():
        raise Malformed("reference.form", max=_LONGEST_REFERENCE)
    return value


def _submitted_at(sound: Mapping[str, Any], standing: Standing, notes: Notes) -> datetime | None:
    moment = notes.read("submitted_at", _moment, sound.get("submitted_at"))
    if moment is not None and moment > standing.now + _AHEAD:
        # The fault may be this desk's clock: no ground to refuse anybody.
        notes.warn("submitted-at.in-future", "submitted_at")
    return moment


def _moment(text: str) -> datetime:
    """The moment of an ISO 8601 text with offset, in UTC."""
    try:
        moment = datetime.fromisoformat(ascii_digits(without_controls(text)).strip())
    except ValueError:
        raise Malformed("submitted-at.form") from None
    if moment.tzinfo is None:
        raise Malformed("submitted-at.no-offset")
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise Malformed("submitted-at.range", first=_FIRST_YEAR, last=_LAST_YEAR)
    return moment.astimezone(UTC)


def _branch(sound: Mapping[str, Any], standing: Standing, notes: Notes) -> str | None:
    code = notes.read("branch", parse_branch_code, sound.get("branch"))
    if code is not None and code not in standing.branches:
        notes.fault("branch.unknown", "branch", branch=code)
        return None
    return code


def _service(sound: Mapping[str, Any], standing: Standing, notes: Notes) -> Service | None:
    """The catalogue's entry, which also says for whom, from where and how it is handed out."""
    code = sound.get("service")
    if code is None:
        return None
    service = standing.catalogue.services.get(code.strip())
    if service is None:
        notes.fault("unknown-service", "service")
        return None
    for path, allowed in (
        ("audience", service.audiences),
        ("source", service.channels),
        ("delivery", service.delivery),
    ):
        if path in sound and allowed and sound[path] not in allowed:
            notes.fault(f"{path}.not-for-service", path, allowed=", ".join(allowed))
    return service


def _details(
    sound: Mapping[str, Any],
    service: Service | None,
    applicant: Applicant | None,
    standing: Standing,
    notes: Notes,
    *,
    asked_on: date | None,
) -> dict[str, Any] | None:
    given = sound.get("details")
    if service is None or given is None:
        return None
    cleaned, problems, warnings = check_details(
        service,
        given,
        today=standing.today,
        asked_on=asked_on,
        applicant_id=None if applicant is None else applicant.identity_number,
        birth_date=None if applicant is None else applicant.birth_date,
        username_max=standing.username_max,
        passport_number=standing.passport_number,
        setting=standing.setting,
    )
    notes.problems.extend(problems)
    notes.warnings.extend(warnings)
    return cleaned


def _note_missing_evidence(
    service: Service, details: Mapping[str, Any], attached: Sequence[Attached], notes: Notes
) -> None:
    """What the service wants and the line lacks: the officer may ask for it, so only a warning."""
    kinds = {one.kind for one in attached}
    for wanted in service.evidence:
        if wanted.required and wanted.kind not in kinds:
            notes.warn("attachment.wanted", "attachments", kind=wanted.kind)
    names = {one.name for one in attached}
    for field in service.fields.values():
        if field.type is FieldType.FILE and details.get(field.key, None) not in {None, *names}:
            notes.warn("attachment.not-enclosed", f"details.{field.key}")
