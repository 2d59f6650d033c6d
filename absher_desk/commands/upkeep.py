"""Commands that look after the desk: `audit verify`, `database …`."""

from pathlib import Path

from absher_desk.commands.context import DONE, FAILED, SOME_REFUSED, Context, complain
from absher_desk.models.database import Database
from absher_desk.models.faults import DatabaseFault
from absher_desk.models.opening import back_up, open_database, revision_of
from absher_desk.models.schema import REVISION
from absher_desk.operations.audit import verify_log
from absher_desk.operations.errors import Unavailable
from absher_desk.operations.sign_in import program_reader
from absher_desk.system.clock import SystemClock


def audit_verify(context: Context) -> int:
    """Check the whole log; exit 1 names the first fault."""
    result = verify_log(context.desk, program_reader(""))
    fault = result.fault
    document = {
        "intact": result.intact,
        "events": result.events,
        "sessions": result.sessions,
        "requests": result.requests,
        "fault": fault and {"code": fault.code, "values": dict(fault.values)},
    }
    if fault is None:
        line = context.say("command.audit-intact", events=result.events, requests=result.requests)
    else:
        line = context.say(fault.code, **fault.values)
    context.answer(document, [line])
    if fault is not None and context.arguments.json:
        complain(line)
    return DONE if result.intact else SOME_REFUSED


def database_status(context: Context) -> int:
    """The revision of the database and the program's."""
    try:
        database = Database(context.url)
        try:
            with database.read() as connection:
                found = revision_of(connection)
        finally:
            database.close()
    except DatabaseFault as fault:
        raise Unavailable(fault.code) from fault
    current = found == REVISION
    kind = "sqlite" if database.is_sqlite else "postgresql"
    document = {"database": kind, "revision": found, "program": REVISION, "current": current}
    code = "command.database-current" if current else "command.database-behind"
    context.answer(document, [context.say(code, found=found or "—", program=REVISION)])
    return DONE


def database_upgrade(context: Context) -> int:
    """Bring the database to the program's revision."""
    try:
        open_database(context.url, now=SystemClock().now()).close()
    except DatabaseFault as fault:
        raise Unavailable(fault.code) from fault
    context.answer(
        {"revision": REVISION},
        [context.say("command.database-current", found=REVISION, program=REVISION)],
    )
    return DONE


def database_backup(context: Context) -> int:
    """Copy the embedded database to a new file."""
    target = Path(context.arguments.file)
    try:
        database = Database(context.url)
        try:
            back_up(database, target)
        finally:
            database.close()
    except DatabaseFault as fault:
        raise Unavailable(fault.code) from fault
    context.answer({"file": str(target)}, [str(target)])
    return DONE if target.exists() else FAILED
