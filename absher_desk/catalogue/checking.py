"""Checks the details of a request against its service."""

from collections.abc import Iterator, Mapping
from datetime import date

from absher_desk.catalogue.checks import CHECKS
from absher_desk.catalogue.entries import Field, Service
from absher_desk.catalogue.rules.named import RULES
from absher_desk.catalogue.situation import (
    PASSPORT_NUMBER,
    Setting,
    Situation,
    default_setting,
)
from absher_desk.catalogue.values import READERS, TYPE_CHECKS, Value
from absher_desk.standards.account_names import USERNAME_MAX
from absher_desk.standards.problems import Malformed, Problem

Checked = tuple[dict[str, Value], tuple[Problem, ...], tuple[Problem, ...]]
_LONGEST_NAME = 60


def check_details(
    service: Service,
    details: Mapping[str, object],
    *,
    today: date,
    asked_on: date | None = None,
    applicant_id: str | None = None,
    birth_date: date | None = None,
    username_max: int = USERNAME_MAX,
    passport_number: str = PASSPORT_NUMBER,
    setting: Setting = default_setting,
) -> Checked:
    """Cleaned details, problems that refuse them, and warnings that do not.

    Cleaned values are ready for JSON, in the order of the catalogue; a field without a value is
    left out. Paths are `details.<field>`. Deadlines count to `asked_on`, the day of submission
    (without it `today`). `applicant_id` and `birth_date` are the applicant's; `username_max`,
    `passport_number` (a regular expression) and what `setting` answers are dated settings.
    """
    situation = Situation(
        today=today,
        asked_on=asked_on,
        applicant_id=applicant_id,
        birth_date=birth_date,
        username_max=username_max,
        passport_number=passport_number,
        setting=setting,
    )
    notes = _Notes(situation)
    for field in service.fields.values():
        notes.take(field, details.get(field.key))
    if not details.keys() <= service.fields.keys():
        notes.problems.extend(_unknown(service, details))
    for name in service.rules:
        rule = RULES[name]
        into = notes.warnings if rule.warns else notes.problems
        into.extend(found.at("details") for found in rule.find(notes.cleaned, situation))
    return notes.cleaned, tuple(notes.problems), tuple(notes.warnings)


def shown_fields(service: Service, cleaned: Mapping[str, object]) -> Iterator[Field]:
    """The fields a form shows for what is entered so far."""
    for field in service.fields.values():
        if field.shown_when is None or field.shown_when.holds(cleaned):
            yield field


class _Notes:
    """What the fields read so far hold, and what is wrong with them."""

    __slots__ = ("cleaned", "problems", "situation", "warnings")

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.cleaned: dict[str, Value] = {}
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def take(self, field: Field, raw: object) -> None:
        """Reads one field into `cleaned`, or notes what is wrong with it."""
        path = f"details.{field.key}"
        if field.shown_when is not None and not field.shown_when.holds(self.cleaned):
            if raw is not None and raw != "":
                self.warnings.append(Problem("details.not-asked", path))
            return
        try:
            value = None if raw is None else READERS[field.type](field, raw)
        except Malformed as fault:
            self.problems.append(fault.problem.at(path))
            return
        if value is None and field.required:
            self.problems.append(Problem("details.required", path))
        elif value is not None or field.default is not None:
            self._keep(field, field.default if value is None else value)

    def _keep(self, field: Field, value: Value) -> None:
        self.cleaned[field.key] = value
        for check in (TYPE_CHECKS.get(field.type), CHECKS.get(field.check)):
            if check is not None and (found := check.find(value, self.situation)):
                into = self.warnings if check.warns else self.problems
                into.extend(problem.at(f"details.{field.key}") for problem in found)


def _unknown(service: Service, details: Mapping[str, object]) -> Iterator[Problem]:
    for name in details:
        if name not in service.fields:
            yield Problem("details.unknown-field", f"details.{name[:_LONGEST_NAME]}")
