"""`absher-desk demo`: the demonstration branch, in the window or as a whole shift without one."""

import os
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

from absher_desk.assembly import open_desk
from absher_desk.commands.context import DONE, Context
from absher_desk.commands.window import require_display, window_of
from absher_desk.gateways.phones import Phones
from absher_desk.operations.day_report import day_report
from absher_desk.operations.desk import BRANCH_ZONE, Desk, day_of
from absher_desk.operations.errors import Conflict, Refused, Unavailable
from absher_desk.operations.outside import Clock
from absher_desk.operations.sign_in import program_reader
from absher_desk.simulation.branch import (
    BRANCH_CODE,
    Demonstration,
    build_demonstration,
    demonstration_staff,
)
from absher_desk.simulation.clock import ManualClock
from absher_desk.standards.working_time import WorkingCalendar
from absher_desk.system.clock import SystemClock

_OPENING = clock_time(7, 30)
_SURELY_ABANDONED_SECONDS = 3600


def demo(context: Context) -> int:
    """Open the window on a demonstration branch, or work a shift headless."""
    if context.arguments.headless:
        return _headless(context)
    require_display()
    return _windowed(context)


def _windowed(context: Context) -> int:
    """Today's demonstration, made if it is not there yet, in the window."""
    phones = Phones()
    if not context.arguments.database:
        _make_ready(context, _file_of_today(context))
    desk = _open(context, _url_of_today(context), SystemClock(), phones)
    demonstration = _build(context, desk)
    _introduce(context, demonstration)
    settings = replace(context.settings, branch=demonstration.branch_code)
    return window_of(replace(context, settings=settings), desk, phones=phones)


def _make_ready(context: Context, file: Path) -> None:
    """Build today's branch under another name: one that was cut off is begun again, not opened."""
    if file.exists():
        return
    for left in file.parent.glob("*.building*"):
        if time.time() - left.stat().st_mtime > _SURELY_ABANDONED_SECONDS:
            left.unlink(missing_ok=True)
    building = file.with_name(f"{file.stem}-{os.getpid()}.building")
    url = f"sqlite:///{building.as_posix()}"
    desk = _open(context, url, SystemClock(), Phones(), durable=False)
    try:
        _build(context, desk)
        desk.database.close()
        if not file.exists():  # else another window was quicker
            building.replace(file)
    except OSError as error:
        raise Unavailable("command.cannot-write", file=str(file)) from error
    finally:
        desk.database.close()
        _remove(building)


def _remove(file: Path) -> None:
    """The database with what SQLite keeps beside it; raises OSError."""
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def _headless(context: Context) -> int:
    """A morning, then the shift to its end; papers and report in the folder."""
    from absher_desk.printing.day_files import day_files, write_day_files  # noqa: PLC0415
    from absher_desk.printing.folder_printer import PdfFolderPrinter  # noqa: PLC0415
    from absher_desk.simulation.shift import work_shift  # noqa: PLC0415

    arguments = context.arguments
    if not arguments.out:
        raise Refused("command.needs-out")
    folder = Path(arguments.out)
    clock = ManualClock(_morning(SystemClock().now()))
    desk = _open(context, _fresh_url(context, folder), clock, Phones(), durable=False)
    demonstration = _build(context, desk)
    result = work_shift(
        desk, demonstration, arguments.seed, printer=PdfFolderPrinter(folder / "documents")
    )
    report = day_report(desk, program_reader(demonstration.branch_code), result.day)
    files = write_day_files(day_files(report, desk.catalogue, closed=False), folder)
    documents = len(list((folder / "documents").glob("*.pdf")))
    document = {
        "branch": demonstration.branch_code,
        "day": result.day.isoformat(),
        "acts": result.acts,
        "by_act": dict(result.by_act),
        "messages": result.messages,
        "documents": documents,
        "digest": result.digest,
        "files": [str(path) for path in files],
    }
    line = context.say(
        "command.demo-shift", acts=result.acts, documents=documents, folder=str(folder)
    )
    context.answer(document, [line])
    desk.database.close()
    return DONE


def _open(
    context: Context, url: str, clock: Clock, phones: Phones, *, durable: bool = True
) -> Desk:
    """A desk whose code key lives in memory: a demonstration asks nothing of the keyring."""
    return open_desk(
        url,
        texts=context.texts,
        sender=phones,
        clock=clock,
        code_key=lambda: _KEY,
        durable=durable,
    )


_KEY = b"the demonstration has no secret."


def _build(context: Context, desk: Desk) -> Demonstration:
    """Make the branch; one that is there already is opened as it stands."""
    arguments = context.arguments
    shows = sys.stderr.isatty() and not arguments.json
    try:
        made = build_demonstration(
            desk,
            seed=arguments.seed,
            requests=arguments.requests,
            on_progress=_progress if shows else None,
        )
    except Conflict as fault:
        if fault.code != "demonstration.branch-in-use" or arguments.headless:
            raise
        return Demonstration(
            branch_code=BRANCH_CODE, credentials=demonstration_staff(arguments.seed)
        )
    if shows:
        sys.stderr.write("\n")
    return made


def _progress(done: int, of: int) -> None:
    sys.stderr.write(f"\r{done}/{of}")
    sys.stderr.flush()


def _introduce(context: Context, demonstration: Demonstration) -> None:
    """Tell once with what one signs in; these people exist in the demonstration alone."""
    head = context.say("command.demo-head", branch=demonstration.branch_code)
    people = (
        f"  {one.username:<16} {one.password:<14} {one.role:<20} {one.name}"
        for one in demonstration.credentials
    )
    sys.stdout.write("\n".join((head, *people)) + "\n")
    sys.stdout.flush()


def _url_of_today(context: Context) -> str:
    """The database named, else one for each day: an old morning would be all overdue."""
    if context.arguments.database:
        return str(context.arguments.database)
    return f"sqlite:///{_file_of_today(context).as_posix()}"


def _file_of_today(context: Context) -> Path:
    paths = context.paths.create()
    name = f"demonstration-{day_of(SystemClock().now())}-{context.arguments.seed}.sqlite"
    return paths.data / name


def _fresh_url(context: Context, folder: Path) -> str:
    """The database named, else one in the folder, in place of an earlier demonstration's."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if context.arguments.database:
            return str(context.arguments.database)
        path = folder / "demonstration.sqlite"
        _remove(path)
    except OSError as error:
        raise Unavailable("command.cannot-write", file=str(folder)) from error
    return f"sqlite:///{path.as_posix()}"


def _morning(now: datetime) -> datetime:
    """Opening time of the latest working day: the same shift all day long."""
    day = day_of(now)
    calendar = WorkingCalendar()
    while not calendar.is_working_day(day):
        day -= timedelta(days=1)
    return datetime.combine(day, _OPENING, BRANCH_ZONE).astimezone(UTC)
