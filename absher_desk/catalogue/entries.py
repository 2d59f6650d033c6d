"""One government service as frozen values: its fields, evidence, fees, steps, messages and queues.

Built only by `loading.load`; whatever reads them may rely on every name they hold being known.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from absher_desk.catalogue.kinds import END_STATES, Delivery, FieldType, StepKind

_NOTHING: Mapping[str, "str | ByDelivery"] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The same words in both languages."""

    ar: str
    en: str

    def in_(self, language: str) -> str:
        """The words in `language` (`ar` or `en`; anything else reads as Arabic)."""
        return self.en if language == "en" else self.ar


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value a field or a check may take."""

    value: str | int
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """True when the detail `field` holds one of `values`."""

    field: str
    values: tuple[str | int | bool, ...]

    def holds(self, details: Mapping[str, object]) -> bool:
        """Whether these (cleaned) details meet the condition."""
        return details.get(self.field) in self.values


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One detail of a request, by the name it has in the intake feed.

    `check` names a check of `catalogue.checks` (empty: the type alone decides). `default` is what
    a form starts with, and what a missing optional value means. `redacted` keeps the value out of
    lists, notices and reports, and from the person it is about.
    """

    key: str
    type: FieldType
    label: Text
    required: bool = False
    check: str = ""
    choices: tuple[Choice, ...] = ()
    shown_when: Condition | None = None
    max_length: int = 200
    default: str | int | bool | None = None
    redacted: bool = False

    def label_of(self, value: object, language: str) -> str:
        """The words for a chosen value; the value itself where the field has no such choice."""
        for choice in self.choices:
            if choice.value == value:
                return choice.label.in_(language)
        return "" if value is None else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A paper or picture that goes with the request; `kind` as attachments have it in the feed."""

    kind: str
    label: Text
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """A fee with its SADAD service code (domain 5.9); `when` limits it.

    The amount is that of the dated `setting` (times the detail `per`, where it names one), or what
    the fee `rule` works out.
    """

    sadad_code: int
    setting: str = ""
    rule: str = ""
    per: str = ""
    when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One point of a step's checklist: a tick, or an outcome to choose.

    `accepted` are the outcomes that let the step go on; a tick is accepted when set.
    """

    key: str
    label: Text
    kind: str
    required: bool = True
    choices: tuple[Choice, ...] = ()
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ByDelivery:
    """The next step as the applicant chose to receive the paper."""

    counter: str
    post: str

    def for_(self, delivery: str) -> str:
        """The step for `counter` or `post`."""
        return self.post if delivery == Delivery.POST else self.counter


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One station on a request's way.

    `on` says for each outcome the next step or the end state. The outcome `return` sends the
    request to the applicant; its target is the step it comes back to. `separate_from` names the
    earlier steps whose officer may not do this one (four eyes). `documents` are forms printed
    here, `blank` the kind of numbered blank consumed (empty: none), `target` the setting with this
    step's own working hours.
    """

    key: str
    kind: StepKind
    queue: str
    title: Text
    role: str
    separate_from: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    blank: str = ""
    on: Mapping[str, str | ByDelivery] = field(default_factory=lambda: _NOTHING)
    checklist: tuple[Check, ...] = ()
    target: str | None = None

    def next(self, outcome: str, delivery: str = Delivery.COUNTER) -> str:
        """Key of the next step, or the end state. Raises KeyError for an outcome it has not."""
        there = self.on[outcome]
        return there.for_(delivery) if isinstance(there, ByDelivery) else there

    def nexts(self) -> Iterator[tuple[str, str]]:
        """Every (outcome, next step or end state), both sides of a choice of delivery."""
        for outcome, there in self.on.items():
            if isinstance(there, ByDelivery):
                yield outcome, there.counter
                yield outcome, there.post
            else:
                yield outcome, there


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message to the applicant: text code `template`, sent by `channel` on an event.

    `on` is `registered`, an end state, `<step>.<outcome>`, or `*.<outcome>` for any step.
    """

    template: str
    on: str
    channel: str

    def sent_on(self, event: str) -> bool:
        """Whether the event sends it."""
        return self.on == event or (self.on[:2] == "*." and event.endswith(self.on[1:]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One entry of the catalogue.

    `target_hours` is a number of working hours or the key of a dated setting; `delivery` are the
    ways the paper may leave (empty: nothing leaves, the applicant's choice has no effect); `rules`
    name the rules across fields, in `catalogue.rules.named`.
    """

    code: str
    sector: str
    audiences: tuple[str, ...]
    channels: tuple[str, ...]
    title: Text
    fields: Mapping[str, Field]
    evidence: tuple[Evidence, ...]
    fees: tuple[Fee, ...]
    target_hours: str | int
    steps: Mapping[str, Step]
    start: str
    messages: tuple[Message, ...]
    forms: tuple[str, ...]
    delivery: tuple[str, ...]
    rules: tuple[str, ...] = ()

    def step(self, key: str) -> Step:
        """The step of that key. Raises KeyError."""
        return self.steps[key]

    def fees_for(self, details: Mapping[str, object]) -> tuple[Fee, ...]:
        """The fees that apply to these cleaned details."""
        return tuple(fee for fee in self.fees if fee.when is None or fee.when.holds(details))

    def messages_on(self, event: str) -> tuple[Message, ...]:
        """The messages that the event sends."""
        return tuple(message for message in self.messages if message.sent_on(event))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a step may end in: its key and the words on the button."""

    key: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOfStep:
    """A step kind's words and outcomes, the usual one first."""

    kind: StepKind
    title: Text
    outcomes: Mapping[str, Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """A list of work; `icon` is a Phosphor name, `order` its place on the rail."""

    key: str
    title: Text
    icon: str
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A paper the desk can print, by the name its layout has."""

    key: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All services, queues, forms and step kinds; services by code, queues in rail order."""

    services: Mapping[str, Service]
    queues: Mapping[str, Queue]
    forms: Mapping[str, Form]
    kinds: Mapping[StepKind, KindOfStep]

    def service(self, code: str) -> Service:
        """The service of that code. Raises KeyError."""
        return self.services[code]

    def queue(self, key: str) -> Queue:
        """The queue of that key. Raises KeyError."""
        return self.queues[key]

    def unknown(self, code: str) -> bool:
        """Whether no service has that code."""
        return code not in self.services

    def outcome_label(self, kind: StepKind, outcome: str, language: str) -> str:
        """The words of an outcome. Raises KeyError for one that the kind has not."""
        return self.kinds[kind].outcomes[outcome].label.in_(language)


def ends(target: str) -> bool:
    """Whether the target of an outcome is an end state, not a step."""
    return target in END_STATES
