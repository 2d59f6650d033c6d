"""`absher-desk doctor`: what works on this desk, and what to do about what does not."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from tempfile import TemporaryDirectory

from absher_desk.assembly import keyring_secrets
from absher_desk.bundled import resource
from absher_desk.commands.context import DONE, SOME_REFUSED, Context
from absher_desk.operations.errors import DeskError

_FREE_BYTES_WANTED = 500 * 1024 * 1024
_EARLIEST_YEAR = 2026


@dataclass(frozen=True, slots=True)
class Finding:
    """One point looked at; `advice` says what to do when it does not work."""

    point: str
    works: bool
    advice: str = ""


def doctor(context: Context) -> int:
    """Look at everything; exit 1 when something needs attention."""
    findings = [_looked_at(context, point, look) for point, look in _POINTS.items()]
    document = {
        "works": all(finding.works for finding in findings),
        "points": [{"point": f.point, "works": f.works, "advice": f.advice} for f in findings],
    }
    lines = [
        f"{'✓' if f.works else '✗'} {context.say(f'doctor.{f.point}')}"
        + (f": {f.advice}" if f.advice else "")
        for f in findings
    ]
    context.answer(document, lines)
    return DONE if document["works"] else SOME_REFUSED


def _looked_at(context: Context, point: str, look: "Look") -> Finding:
    try:
        advice = next(look(context), "")
    except DeskError as error:
        advice = context.explain(error)
    return Finding(point, not advice, advice)


def _fonts(context: Context) -> Iterator[str]:
    for family in ("ibm-plex-sans-arabic", "noto-naskh-arabic"):
        if not list(resource("fonts", family).glob("*.ttf")):
            yield context.say("doctor.fonts-missing", family=family)


def _printers(context: Context) -> Iterator[str]:
    from absher_desk.printing.folder_printer import PdfFolderPrinter  # noqa: PLC0415
    from absher_desk.printing.spooling import available_printers  # noqa: PLC0415

    found = available_printers(context.paths.documents)
    if all(isinstance(printer, PdfFolderPrinter) for printer in found):
        yield context.say("doctor.printers-none", folder=str(context.paths.documents))


def _keyring(context: Context) -> Iterator[str]:
    problem = keyring_secrets().problem
    if problem is not None:
        yield context.say(problem.code, **problem.values)


def _database(context: Context) -> Iterator[str]:
    with context.desk.database.read():
        yield from ()


def _disk(context: Context) -> Iterator[str]:
    folder = next(p for p in (context.paths.data, *context.paths.data.parents) if p.exists())
    free = shutil.disk_usage(folder).free
    if free < _FREE_BYTES_WANTED:
        yield context.say("doctor.disk-short", megabytes=free // (1024 * 1024))


def _folders(context: Context) -> Iterator[str]:
    paths = context.paths.create()
    for folder in (paths.data, paths.state, paths.documents):
        try:
            with TemporaryDirectory(dir=folder):
                yield from ()
        except OSError:
            yield context.say("doctor.folder-not-writable", folder=str(folder))


def _clock(context: Context) -> Iterator[str]:
    year = context.desk.now().year
    if year < _EARLIEST_YEAR:
        yield context.say("doctor.clock-wrong", year=year)


def _display(context: Context) -> Iterator[str]:
    from absher_desk.commands.window import has_display  # noqa: PLC0415

    if not has_display():
        yield context.say("command.no-display")


Look = Callable[[Context], Iterator[str]]
_POINTS: dict[str, Look] = {
    "fonts": _fonts,
    "folders": _folders,
    "disk": _disk,
    "database": _database,
    "clock": _clock,
    "keyring": _keyring,
    "printers": _printers,
    "display": _display,
}
