"""Loads the catalogue's files: step kinds, queues, forms and services, with all their faults.

`resources/` holds `steps.toml`, `queues.toml`, `forms.toml`, `settings/register.toml` and
`services/<sector>/<code>.toml`. The schema is described in `docs/catalogue.md`.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from absher_desk.bundled import RESOURCES
from absher_desk.catalogue.entries import (
    ByDelivery,
    Catalogue,
    Condition,
    Form,
    KindOfStep,
    Outcome,
    Queue,
    Service,
)
from absher_desk.catalogue.faults import BrokenCatalogue, Fault
from absher_desk.catalogue.graph import faults_of
from absher_desk.catalogue.kinds import END_STATES, FieldType, StepKind
from absher_desk.catalogue.reading import KnownNames, read_service
from absher_desk.catalogue.tables import Table


def load(folder: Path = RESOURCES, *, forms: Collection[str] = ()) -> Catalogue:
    """The whole catalogue under `folder` (the resources); `forms` are further known form names.

    Raises BrokenCatalogue with every fault of every file.
    """
    faults: list[Fault] = []
    empty, settings = _lists(folder, faults)
    services = _services(folder, _names(empty, settings, forms), faults)
    if faults:
        raise BrokenCatalogue(faults)
    return replace(empty, services=MappingProxyType(services))


def load_entry(path: Path, folder: Path = RESOURCES) -> Catalogue:
    """The lists of `folder` with the one service of this file, wherever the file stands.

    Raises BrokenCatalogue with every fault of the file (and of the lists).
    """
    faults: list[Fault] = []
    empty, settings = _lists(folder, faults)
    table = _open(path.parent, path.name, faults)
    if faults:
        raise BrokenCatalogue(faults)
    service = read_service(table, _names(empty, settings))
    for key, code, values in _faults_within(service):
        table.fault(key, code, **values)
    # A draft may stand anywhere; once in its place it replaces the entry that is there now.
    place = f"{service.sector}/{service.code}.toml"
    if service.code and path.name != f"{service.code}.toml":
        table.fault("code", "misplaced-file", name=place)
    for other in folder.glob(f"services/*/{service.code}.toml"):
        if other != folder / "services" / place and not other.samefile(path):
            name = other.relative_to(folder).as_posix()
            table.fault("code", "duplicate-code", name=service.code, other=name)
    if faults:
        raise BrokenCatalogue(faults)
    return replace(empty, services=MappingProxyType({service.code: service}))


def _lists(folder: Path, faults: list[Fault]) -> tuple[Catalogue, Collection[str]]:
    """A catalogue without services, and the keys of the dated settings."""
    empty = Catalogue(
        services=MappingProxyType({}),
        kinds=MappingProxyType(_kinds(_open(folder, "steps.toml", faults))),
        queues=MappingProxyType(_queues(_open(folder, "queues.toml", faults))),
        forms=MappingProxyType(_forms(_open(folder, "forms.toml", faults))),
    )
    return empty, _open(folder, "settings/register.toml", faults).data.keys()


def _names(lists: Catalogue, settings: Collection[str], forms: Collection[str] = ()) -> KnownNames:
    return KnownNames(
        kinds=lists.kinds,
        queues=lists.queues.keys(),
        forms={*lists.forms, *forms},
        settings=settings,
    )


def _open(folder: Path, name: str, faults: list[Fault]) -> Table:
    """The file as a table; an empty one when it cannot be read."""
    try:
        data: Mapping[str, object] = tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except OSError:
        faults.append(Fault(name, "", "catalogue.unreadable-file"))
        data = {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(Fault(name, "", "catalogue.not-toml", {"reason": str(error)}))
        data = {}
    return Table(data, name, faults)


def _kinds(table: Table) -> dict[StepKind, KindOfStep]:
    found: dict[StepKind, KindOfStep] = {}
    for key, inner in table.every_table():
        title = inner.words("title")
        outcomes = {}
        for outcome, words in inner.named_tables("outcomes", required=True):
            label = words.words("label")
            outcomes[outcome] = Outcome(key=outcome, label=label)
            words.finish()
        inner.finish()
        if key in set(StepKind):
            kind = StepKind(key)
            found[kind] = KindOfStep(kind=kind, title=title, outcomes=MappingProxyType(outcomes))
        else:
            table.fault(key, "unknown-kind", name=key)
    for kind in StepKind:
        if kind not in found:
            table.fault(kind, "missing-key")
    return found


def _queues(table: Table) -> dict[str, Queue]:
    found = []
    for key, inner in table.every_table():
        found.append(
            Queue(
                key=key,
                title=inner.words("title"),
                icon=inner.text("icon"),
                order=inner.whole("order"),
            )
        )
        inner.finish()
    return {queue.key: queue for queue in sorted(found, key=lambda queue: queue.order)}


def _forms(table: Table) -> dict[str, Form]:
    found = {}
    for key, inner in table.every_table():
        found[key] = Form(key=key, title=inner.words("title"))
        inner.finish()
    return found


def _services(folder: Path, names: KnownNames, faults: list[Fault]) -> dict[str, Service]:
    found: dict[str, Service] = {}
    files: dict[str, str] = {}
    for path in sorted(folder.glob("services/**/*.toml")):
        name = path.relative_to(folder).as_posix()
        before = len(faults)
        table = _open(folder, name, faults)
        if len(faults) > before:
            continue
        service = read_service(table, names)
        for key, code, values in _faults_within(service):
            table.fault(key, code, **values)
        if service.code in found:
            table.fault("code", "duplicate-code", name=service.code, other=files[service.code])
        elif name != f"services/{service.sector}/{service.code}.toml":
            table.fault("code", "misplaced-file", name=f"{service.sector}/{service.code}.toml")
        found[service.code] = service
        files[service.code] = name
    return dict(sorted(found.items()))


_Found = tuple[str, str, dict[str, str | int]]


def _faults_within(service: Service) -> Iterator[_Found]:
    """Names that must be known within the service, and the graph of its steps."""
    for key, condition, fields in _conditions(service):
        if condition.field not in fields:
            yield f"{key}.field", "unknown-field", {"name": condition.field}
    for number, fee in enumerate(service.fees):
        counted = service.fields.get(fee.per)
        if fee.per and (counted is None or counted.type is not FieldType.INTEGER):
            yield f"fees[{number}].per", "unknown-field", {"name": fee.per}
    events = {"registered", *END_STATES}
    for step in service.steps.values():
        events.update(f"{name}.{outcome}" for outcome in step.on for name in (step.key, "*"))
        for outcome, there in step.on.items():
            if isinstance(there, ByDelivery) and len(service.delivery) < 2:
                yield f"steps.{step.key}.on.{outcome}", "no-delivery", {}
    for number, message in enumerate(service.messages):
        if message.on not in events:
            yield f"messages[{number}].on", "unknown-event", {"name": message.on}
    yield from faults_of(service)


def _conditions(service: Service) -> Iterator[tuple[str, Condition, Collection[str]]]:
    """Each condition with its key and the fields it may ask: for a field, those before it."""
    before: list[str] = []
    for field in service.fields.values():
        if field.shown_when is not None:
            yield f"fields.{field.key}.shown_when", field.shown_when, tuple(before)
        before.append(field.key)
    for number, fee in enumerate(service.fees):
        if fee.when is not None:
            yield f"fees[{number}].when", fee.when, before
