"""The steps of a service as a graph: every step can be reached, and every step leads to an end."""

from collections.abc import Iterator, Mapping

from absher_desk.catalogue.entries import Service, Step, ends


def reachable(steps: Mapping[str, Step], start: str, *, without: str = "") -> set[str]:
    """The steps on any way from `start`, itself included, never entering the step `without`."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key in found or key == without or key not in steps:
            continue
        found.add(key)
        waiting.extend(there for _, there in steps[key].nexts())
    return found


def leading_to_an_end(steps: Mapping[str, Step]) -> set[str]:
    """The steps from which some way leads to an end state."""
    good: set[str] = set()
    grown = True
    while grown:
        more = {
            key
            for key, step in steps.items()
            if key not in good and any(ends(to) or to in good for _, to in step.nexts())
        }
        good |= more
        grown = bool(more)
    return good


def faults_of(service: Service) -> Iterator[tuple[str, str, dict[str, str | int]]]:
    """Every (key, code, values) wrong with the graph; keys as in the service's file."""
    steps = service.steps
    if service.start not in steps:
        yield "start", "unknown-step", {"name": service.start}
        return
    within = reachable(steps, service.start)
    ending = leading_to_an_end(steps)
    for key, step in steps.items():
        for outcome, there in step.nexts():
            if there not in steps and not ends(there):
                yield f"steps.{key}.on.{outcome}", "unknown-step", {"name": there}
        if key not in within:
            yield f"steps.{key}", "unreachable-step", {"name": key}
        if key not in ending:
            yield f"steps.{key}", "trap-step", {"name": key}
        yield from _separation_faults(service, step)


def _separation_faults(
    service: Service, step: Step
) -> Iterator[tuple[str, str, dict[str, str | int]]]:
    """Four eyes can only look back: the named step must be able to come before this one."""
    before = reachable(service.steps, service.start, without=step.key)
    for other in step.separate_from:
        where = f"steps.{step.key}.separate_from"
        if other not in service.steps:
            yield where, "unknown-step", {"name": other}
        elif other not in before or step.key not in reachable(service.steps, other):
            yield where, "not-earlier-step", {"name": other}
