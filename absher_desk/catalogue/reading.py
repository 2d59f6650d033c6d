"""Builds the entries from tables, checking every name that one table alone can check."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from absher_desk.catalogue.checks import CHECKS
from absher_desk.catalogue.entries import (
    ByDelivery,
    Check,
    Choice,
    Condition,
    Evidence,
    Fee,
    Field,
    KindOfStep,
    Message,
    Service,
    Step,
)
from absher_desk.catalogue.kinds import (
    AUDIENCES,
    CHANNELS,
    CHECK_KINDS,
    MESSAGE_CHANNELS,
    ROLES,
    SECTORS,
    Delivery,
    FieldType,
    StepKind,
)
from absher_desk.catalogue.rules.named import FEE_RULES, RULES
from absher_desk.catalogue.tables import Table

_E = TypeVar("_E", bound=StrEnum)
_CHOOSABLE = frozenset({FieldType.CHOICE, FieldType.INTEGER, FieldType.TEXT})


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNames:
    """The names an entry may refer to outside its own file."""

    kinds: Mapping[StepKind, KindOfStep]
    queues: Collection[str]
    forms: Collection[str]
    settings: Collection[str]


def known(table: Table, name: str, value: str, names: Collection[str], what: str) -> None:
    """Notes `unknown-<what>` when the value (unless empty: noted already) is none of the names."""
    if value and value not in names:
        table.fault(name, f"unknown-{what}", name=value)


def all_known(
    table: Table, name: str, names: Collection[str], what: str, *, required: bool = False
) -> tuple[str, ...]:
    """A list of texts, each one of the names."""
    found = table.texts(name, required=required)
    for value in found:
        known(table, name, value, names, what)
    return found


def _member(table: Table, name: str, members: type[_E], what: str, otherwise: _E) -> _E:
    value = table.text(name)
    known(table, name, value, set(members), what)
    return members(value) if value in set(members) else otherwise


def read_service(table: Table, names: KnownNames) -> Service:
    """One service of one file; faults go to the table's list."""
    fields = {key: _field(key, inner) for key, inner in table.named_tables("fields")}
    steps = {
        key: _step(key, inner, names) for key, inner in table.named_tables("steps", required=True)
    }
    service = Service(
        code=table.text("code"),
        sector=table.text("sector"),
        audiences=all_known(table, "audiences", AUDIENCES, "audience", required=True),
        channels=all_known(table, "channels", CHANNELS, "channel", required=True),
        title=table.words("title"),
        fields=MappingProxyType(fields),
        evidence=tuple(_evidence(inner) for inner in table.listed_tables("evidence")),
        fees=tuple(_fee(inner, names) for inner in table.listed_tables("fees")),
        target_hours=_target(table, names),
        steps=MappingProxyType(steps),
        start=table.text("start"),
        messages=tuple(_message(inner) for inner in table.listed_tables("messages")),
        forms=all_known(table, "forms", names.forms, "form"),
        delivery=all_known(table, "delivery", set(Delivery), "delivery"),
        rules=all_known(table, "rules", RULES, "rule"),
    )
    known(table, "sector", service.sector, SECTORS, "sector")
    table.finish()
    return service


def _target(table: Table, names: KnownNames) -> str | int:
    if isinstance(table.data.get("target_hours"), int):
        return table.whole("target_hours")
    key = table.text("target_hours")
    known(table, "target_hours", key, names.settings, "setting")
    return key


def _field(key: str, table: Table) -> Field:
    kind = _member(table, "type", FieldType, "type", FieldType.TEXT)
    found = Field(
        key=key,
        type=kind,
        label=table.words("label"),
        required=table.flag("required", default=False),
        check=table.text("check", required=False),
        choices=_choices(table, "choices"),
        shown_when=_condition(table, "shown_when"),
        max_length=table.whole("max_length", 4000 if kind is FieldType.LONG_TEXT else 200),
        default=table.value("default"),
        redacted=table.flag("redacted", default=False),
    )
    known(table, "check", found.check, CHECKS, "check")
    if kind is FieldType.CHOICE and not found.choices:
        table.fault("choices", "missing-key")
    if found.choices and kind not in _CHOOSABLE:
        table.fault("choices", "unknown-key")
    wanted = int if kind is FieldType.INTEGER else str
    if any(not isinstance(choice.value, wanted) for choice in found.choices):
        table.fault("choices", "wrong-type", expected="string" if wanted is str else "integer")
    _check_default(table, found)
    table.finish()
    return found


def _check_default(table: Table, found: Field) -> None:
    if found.default is None:
        return
    wanted = {FieldType.INTEGER: int, FieldType.BOOLEAN: bool}.get(found.type, str)
    if type(found.default) is not wanted:
        table.fault("default", "wrong-type", expected=str(found.type))
    elif found.choices and found.default not in {choice.value for choice in found.choices}:
        table.fault("default", "unknown-choice", name=str(found.default))


def _choices(table: Table, name: str) -> tuple[Choice, ...]:
    found: list[Choice] = []
    for inner in table.listed_tables(name):
        value = inner.value("value")
        if value is None or isinstance(value, bool):
            inner.fault("value", "missing-key")
            value = ""
        if any(choice.value == value for choice in found):
            inner.fault("value", "named-twice", name=str(value))
        found.append(Choice(value=value, label=inner.words("label")))
        inner.finish()
    return tuple(found)


def _condition(table: Table, name: str) -> Condition | None:
    inner = table.table(name)
    if inner is None:
        return None
    found = Condition(field=inner.text("field"), values=inner.values("values"))
    inner.finish()
    return found


def _evidence(table: Table) -> Evidence:
    found = Evidence(
        kind=table.text("kind"),
        label=table.words("label"),
        required=table.flag("required", default=False),
    )
    table.finish()
    return found


def _fee(table: Table, names: KnownNames) -> Fee:
    by_rule = table.has("rule")
    found = Fee(
        setting="" if by_rule else table.text("setting"),
        rule=table.text("rule", required=False),
        per="" if by_rule else table.text("per", required=False),
        sadad_code=table.whole("sadad_code"),
        when=_condition(table, "when"),
    )
    known(table, "setting", found.setting, names.settings, "setting")
    known(table, "rule", found.rule, FEE_RULES, "rule")
    table.finish()
    return found


def _message(table: Table) -> Message:
    found = Message(
        template=table.text("template"), on=table.text("on"), channel=table.text("channel")
    )
    known(table, "channel", found.channel, MESSAGE_CHANNELS, "channel")
    table.finish()
    return found


def _step(key: str, table: Table, names: KnownNames) -> Step:
    kind = _member(table, "kind", StepKind, "kind", StepKind.REVIEW)
    found = Step(
        key=key,
        kind=kind,
        queue=table.text("queue"),
        title=table.words("title"),
        role=table.text("role"),
        separate_from=table.texts("separate_from"),
        documents=all_known(table, "documents", names.forms, "form"),
        blank=table.text("blank", required=False),
        on=MappingProxyType(_transitions(table, names.kinds.get(kind))),
        checklist=_checklist(table),
        target=table.text("target", required=False) or None,
    )
    known(table, "queue", found.queue, names.queues, "queue")
    known(table, "role", found.role, ROLES, "role")
    known(table, "target", found.target or "", names.settings, "setting")
    table.finish()
    return found


def _transitions(table: Table, kind: KindOfStep | None) -> dict[str, str | ByDelivery]:
    on = table.table("on", required=True)
    if on is None:
        return {}
    found: dict[str, str | ByDelivery] = {}
    for outcome, there in on.data.items():
        if kind is not None:
            known(on, outcome, outcome, kind.outcomes, "outcome")
        inner = on.table(outcome) if isinstance(there, dict) else None
        if inner is None:
            found[outcome] = on.text(outcome)
        else:
            found[outcome] = ByDelivery(counter=inner.text("counter"), post=inner.text("post"))
            inner.finish()
    usual = next(iter(kind.outcomes), "") if kind is not None else ""
    if usual and usual not in found:
        on.fault(usual, "missing-key")
    return found


def _checklist(table: Table) -> tuple[Check, ...]:
    found: list[Check] = []
    for inner in table.listed_tables("checklist"):
        check = Check(
            key=inner.text("key"),
            label=inner.words("label"),
            kind=inner.text("kind"),
            required=inner.flag("required", default=True),
            choices=_choices(inner, "choices"),
            accepted=inner.texts("accepted"),
        )
        known(inner, "kind", check.kind, CHECK_KINDS, "kind")
        if any(check.key == other.key for other in found):
            inner.fault("key", "named-twice", name=check.key)
        if (check.kind == "outcome") != bool(check.choices):
            inner.fault("choices", "missing-key" if check.kind == "outcome" else "unknown-key")
        values = {str(choice.value) for choice in check.choices}
        for accepted in check.accepted:
            known(inner, "accepted", accepted, values, "choice")
        if check.kind == "outcome" and not check.accepted:
            inner.fault("accepted", "missing-key")
        inner.finish()
        found.append(check)
    return tuple(found)
