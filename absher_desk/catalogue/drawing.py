"""The steps of a service drawn as text, for a terminal and the documentation."""

from absher_desk.catalogue.entries import ByDelivery, Service, Step
from absher_desk.catalogue.graph import reachable


def outline(service: Service) -> str:
    """One line a step, in the order a request meets them, and one a way on.

    >>> from absher_desk.catalogue.loading import load
    >>> print(outline(load().service("lost-document-report")))
    lost-document-report
    1 report [report, lost-documents, clerk] prints loss-report-receipt
        report → completed
        return → report
        reject → rejected
    """
    lines = [service.code]
    for number, step in enumerate(in_order(service), start=1):
        lines.append(f"{number} {_heading(step)}")
        for outcome, there in step.on.items():
            lines.append(f"    {outcome} → {_target(there)}")
    return "\n".join(lines)


def in_order(service: Service) -> list[Step]:
    """The steps as the file lists them, the first one first, only those that can be reached."""
    within = reachable(service.steps, service.start)
    rest = [step for key, step in service.steps.items() if key in within and key != service.start]
    return [service.step(service.start), *rest]


def _heading(step: Step) -> str:
    parts = [f"{step.key} [{step.kind}, {step.queue}, {step.role}]"]
    if step.separate_from:
        parts.append(f"not who did {', '.join(step.separate_from)}")
    if step.documents:
        parts.append(f"prints {', '.join(step.documents)}")
    if step.blank:
        parts.append(f"on a {step.blank} blank")
    return " ".join(parts)


def _target(there: str | ByDelivery) -> str:
    if isinstance(there, ByDelivery):
        return f"{there.counter} (counter), {there.post} (post)"
    return there
