"""Whatever graph is accepted, every step can be reached and every step reaches an end."""

from hypothesis import given
from hypothesis import strategies as st

from absher_desk.catalogue.entries import ByDelivery, Service, Step, Text
from absher_desk.catalogue.graph import faults_of
from absher_desk.catalogue.kinds import END_STATES, StepKind

WORDS = Text(ar="س", en="x")
KEYS = ["a", "b", "c", "d", "e"]
targets = st.sampled_from([*KEYS, *sorted(END_STATES)])
onward = targets | st.builds(ByDelivery, counter=targets, post=targets)


def service(ways: dict[str, dict[str, str | ByDelivery]], four_eyes: dict[str, str]) -> Service:
    steps = {
        key: Step(
            key=key,
            kind=StepKind.REVIEW,
            queue="reviews",
            title=WORDS,
            role="clerk",
            separate_from=(four_eyes[key],) if key in four_eyes else (),
            on=on,
        )
        for key, on in ways.items()
    }
    return Service(
        code="x", sector="accounts", audiences=(), channels=(), title=WORDS, fields={},
        evidence=(), fees=(), target_hours=1, steps=steps, start="a", messages=(), forms=(),
        delivery=(),
    )  # fmt: skip


ways = st.dictionaries(
    st.sampled_from(KEYS),
    st.dictionaries(st.sampled_from(["go", "back", "stop"]), onward, max_size=3),
    min_size=1,
)
four_eyes = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(KEYS), max_size=1)


def closure(built: Service) -> set[tuple[str, str]]:
    """Every (from, to) joined by some way, end states included: another way to the same truth."""
    joined = {(key, to) for key, step in built.steps.items() for _, to in step.nexts()}
    for middle in KEYS:
        joined |= {(a, d) for a, b in joined for c, d in joined if b == c == middle}
    return joined


@given(ways, four_eyes)
def test_an_accepted_graph_reaches_an_end_from_every_step(
    ways: dict[str, dict[str, str | ByDelivery]], four_eyes: dict[str, str]
) -> None:
    # Every step also gets the next one and the last an end, so that many graphs are accepted.
    keys = sorted({"a", *ways})
    chain = dict(zip(keys, [*keys[1:], "completed"], strict=True))
    built = service({key: {**ways.get(key, {}), "on": chain[key]} for key in keys}, four_eyes)
    if not list(faults_of(built)):
        joined = closure(built)
        assert all(any((key, end) in joined for end in END_STATES) for key in built.steps)
        assert all(("a", key) in joined for key in built.steps if key != "a")


@given(ways)
def test_unreachable_and_trap_steps_are_exactly_those_of_the_closure(
    ways: dict[str, dict[str, str | ByDelivery]],
) -> None:
    built = service({"a": {}, **ways}, {})
    joined = closure(built)
    found = [(code, values["name"]) for _, code, values in faults_of(built)]
    traps = {key for key in built.steps if not any((key, end) in joined for end in END_STATES)}
    lonely = {key for key in built.steps if key != "a" and ("a", key) not in joined}
    assert {name for code, name in found if code == "trap-step"} == traps
    assert {name for code, name in found if code == "unreachable-step"} == lonely


def test_four_eyes_may_look_back_across_a_loop() -> None:
    ways: dict[str, dict[str, str | ByDelivery]] = {
        "a": {"go": "b"},
        "b": {"go": "completed", "back": "a"},
    }
    assert list(faults_of(service(ways, {"b": "a"}))) == []
    assert [code for _, code, _ in faults_of(service(ways, {"a": "b"}))] == ["not-earlier-step"]
