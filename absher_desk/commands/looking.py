"""Commands that only look: `queues`, `services`, `request`, `form`."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from absher_desk.commands.context import DONE, Context
from absher_desk.operations.documents import render_form
from absher_desk.operations.errors import NotFound, Refused, Unavailable
from absher_desk.operations.officer import Officer
from absher_desk.operations.queue_pages import QueueCount, queue_counts
from absher_desk.operations.request_file import RequestFile, open_request
from absher_desk.operations.search import request_id_of
from absher_desk.standards.request_number import grouped


def queues(context: Context) -> int:
    """Every queue with its counts: of the named branch, or of all branches together."""
    sums: dict[str, QueueCount] = {}
    for reader in context.readers():
        for count in queue_counts(context.desk, reader):
            sums[count.queue] = _added(sums.get(count.queue), count)
    document = [
        {
            "queue": count.queue,
            "open": count.open,
            "claimed": count.claimed,
            "overdue": count.overdue,
            "oldest_at": count.oldest_at and count.oldest_at.isoformat(),
        }
        for count in sums.values()
    ]
    lines = [
        f"{context.desk.catalogue.queue(c.queue).title.in_(context.language)}: {c.open} "
        f"({c.claimed}, {c.overdue})"
        for c in sums.values()
    ]
    context.answer(document, [context.say("command.queues-head"), *lines])
    return DONE


def services(context: Context) -> int:
    """The catalogue as loaded, or one file of it checked; needs no database."""
    if context.arguments.check is not None:
        from absher_desk.commands.entry_check import check_entry  # noqa: PLC0415

        return check_entry(context)
    if context.arguments.picture is not None:
        raise Refused("command.picture-needs-check")
    from absher_desk.catalogue.loading import load  # noqa: PLC0415  (not for the other commands)

    catalogue = load()
    document = [
        {
            "code": service.code,
            "sector": service.sector,
            "title_ar": service.title.ar,
            "title_en": service.title.en,
            "steps": [step.key for step in service.steps.values()],
        }
        for service in catalogue.services.values()
    ]
    lines = [f"{s.code}: {s.title.in_(context.language)}" for s in catalogue.services.values()]
    context.answer(document, lines)
    return DONE


def request(context: Context) -> int:
    """One request by number or feed reference."""
    reader, request_id = _find(context, context.arguments.number)
    file = open_request(context.desk, reader, request_id)
    document = _request_document(file)
    state = context.say(f"state.{file.state}")
    lines = [f"{grouped(file.number)}  {state}", *_timeline(context, file)]
    context.answer(document, lines)
    return DONE


def form(context: Context) -> int:
    """Render a form of a request into a file, without printing or archiving it."""
    reader, request_id = _find(context, context.arguments.number)
    pdf = render_form(context.desk, reader, request_id, context.arguments.form)
    target = Path(context.arguments.out)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pdf)
    except OSError as error:
        raise Unavailable("command.cannot-write", file=str(target)) from error
    context.answer({"file": str(target), "bytes": len(pdf)}, [str(target)])
    return DONE


def _added(so_far: QueueCount | None, more: QueueCount) -> QueueCount:
    if so_far is None:
        return more
    oldest = [at for at in (so_far.oldest_at, more.oldest_at) if at is not None]
    return replace(
        so_far,
        open=so_far.open + more.open,
        claimed=so_far.claimed + more.claimed,
        overdue=so_far.overdue + more.overdue,
        oldest_at=min(oldest, default=None),
    )


def _find(context: Context, text: str) -> tuple[Officer, int]:
    """The request and a reader of the branch it belongs to."""
    for reader in context.readers():
        try:
            return reader, request_id_of(context.desk, reader, text)
        except NotFound:
            continue
    raise NotFound("request.not-found")


def _request_document(file: RequestFile) -> dict[str, Any]:
    return {
        "number": file.number,
        "reference": file.reference,
        "source": file.source,
        "service": file.service,
        "branch": file.branch_code,
        "state": file.state,
        "step": file.open_step.step if file.open_step else None,
        "queue": file.open_step.queue if file.open_step else None,
        "urgent": file.urgent,
        "delivery": file.delivery,
        "due_at": file.due_at.isoformat(),
        "applicant": dict(file.applicant),
        "details": dict(file.details),
        "warnings": [dict(warning) for warning in file.warnings],
        "events": [
            {
                "kind": entry.kind,
                "at": entry.at.isoformat(),
                "by": entry.name_ar,
                "data": dict(entry.data),
            }
            for entry in file.timeline
        ],
        "documents": [
            {
                "id": document.id,
                "form": document.form,
                "created_at": document.created_at.isoformat(),
                "sha256": document.sha256,
                "copies": document.copies,
                "print_state": document.print_state,
            }
            for document in file.documents
        ],
        "attachments": [
            {"name": a.name, "kind": a.kind, "sha256": a.sha256} for a in file.attachments
        ],
        "shipment": None,
    }


def _timeline(context: Context, file: RequestFile) -> list[str]:
    english = context.language == "en"
    return [
        f"  {entry.at:%Y-%m-%d %H:%M}Z  {entry.kind}  "
        f"{(entry.name_en if english else entry.name_ar) or '—'}"
        for entry in file.timeline
    ]
