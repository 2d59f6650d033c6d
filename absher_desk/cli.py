"""The commands: `absher-desk [options] [COMMAND …]`.

Exit codes: 0 done; 1 done, but some input was refused; 2 could not be done, with one clear line
on standard error and never a traceback for a user's mistake.
"""

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from absher_desk import __version__

if TYPE_CHECKING:
    from absher_desk.commands.context import Context

    _Commands = argparse._SubParsersAction["_Parser"]  # noqa: SLF001  (it has no public name)

DONE, SOME_REFUSED, FAILED = 0, 1, 2

_STREAMS = {"stdin": "replace", "stdout": "backslashreplace", "stderr": "backslashreplace"}

Run = Callable[["Context"], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    _speak_utf8()
    _keep_libraries_quiet()
    parsed = _parser().parse_args(arguments)
    try:
        return _answered(parsed)
    except BrokenPipeError:  # whoever read has read enough
        from absher_desk.commands.context import let_go_of_output  # noqa: PLC0415

        let_go_of_output()
        return FAILED
    except KeyboardInterrupt:
        sys.stderr.write(_interrupted(parsed.locale))
        return FAILED


def _answered(parsed: argparse.Namespace) -> int:
    # Imported after parsing: `--help` and a wrong argument answer at once.
    from absher_desk.commands.context import Context, complain  # noqa: PLC0415
    from absher_desk.operations.errors import DeskError  # noqa: PLC0415
    from absher_desk.standards.problems import Malformed  # noqa: PLC0415

    try:
        context = Context.of(parsed)
    except DeskError as fault:
        complain(_words_of(fault, parsed.locale))
        return FAILED
    try:
        return _run(parsed.run, context)
    except (DeskError, Malformed) as fault:
        complain(_words_of(fault, context.language))
        return FAILED
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  (the last resort: a reference, not a traceback)
        complain(context.say("work.unexpected", reference=_logged(context, error)))
        return FAILED


def _run(name: str, context: "Context") -> int:
    """Import the one module that the command needs, and run it."""
    from importlib import import_module  # noqa: PLC0415

    module, function = name.split(":")
    run: Run = getattr(import_module(f"absher_desk.commands.{module}"), function)
    return run(context)


def _interrupted(language: str | None) -> str:
    """Also before anything was imported that knows the settings."""
    from absher_desk.system.texts import Texts  # noqa: PLC0415

    return Texts().of("command.interrupted", "en" if language == "en" else "ar") + "\n"


def _words_of(fault: Exception, language: str | None) -> str:
    from absher_desk.system.texts import Texts  # noqa: PLC0415

    english = language == "en"
    return " ".join(both[english] for both in Texts().each(fault))  # type: ignore[arg-type]


def _logged(context: "Context", error: Exception) -> str:
    from absher_desk.operations.errors import DeskError  # noqa: PLC0415
    from absher_desk.system.log import configure, log_unexpected, release  # noqa: PLC0415

    try:
        context.paths.create()
        configure(context.paths.log_file, context.settings.log_level)
    except (OSError, DeskError):
        return "-"
    try:
        return log_unexpected(error)
    finally:
        release()


def _keep_libraries_quiet() -> None:
    """What a library logs is not for the terminal: one line of ours says what happened.

    Without any handler Python would print warnings there, a pool's broken connection at Ctrl-C
    with its traceback.
    """
    logging.getLogger().addHandler(logging.NullHandler())


def _speak_utf8() -> None:
    """Arabic also where the terminal's own encoding cannot say it (Windows, the C locale)."""
    for name, errors in _STREAMS.items():
        if getattr(sys, name) is None:  # closed by the caller, or a program without a console
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        reconfigure = getattr(getattr(sys, name), "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)


class _Parser(argparse.ArgumentParser):
    """Answers a wrong argument with one line and exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(FAILED, f"{self.prog}: {message} (--help)\n")


def _parser() -> _Parser:
    # The options are understood before and after the command; given twice, the later counts.
    options = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    _add_options(options)
    parser = _Parser(prog="absher-desk", description="The desk of the branches behind Absher.")
    _add_options(parser)
    parser.set_defaults(
        database=None, branch=None, json=False, locale=None, config=None, user=None,
        run="window:window",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"absher-desk {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    for add in (_add_demo, _add_work, _add_looking, _add_day, _add_upkeep):
        add(commands, options)
    return parser


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--database", metavar="URL", help="sqlite:///… or postgresql+psycopg://…")
    parser.add_argument("--branch", metavar="CODE", help="four digits")
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.add_argument("--locale", choices=("ar", "en"))
    parser.add_argument("--config", metavar="FILE", help="settings file (TOML)")
    parser.add_argument("--as", dest="user", metavar="USER", help="who acts; the password comes "
                        "from the keyring or standard input")  # fmt: skip


def _command(
    commands: "_Commands", options: "_Parser", name: str, run: str, about: str
) -> "_Parser":
    parser = commands.add_parser(name, parents=[options], help=about, description=about)
    parser.set_defaults(run=run)
    return parser


def _add_demo(commands: "_Commands", options: "_Parser") -> None:
    demo = _command(commands, options, "demo", "demo:demo", "a demonstration branch")
    demo.add_argument("--requests", type=_count, default=200, metavar="N")
    demo.add_argument("--seed", type=int, default=1448, metavar="S")
    demo.add_argument("--headless", action="store_true", help="work a whole shift, no window")
    demo.add_argument("--out", metavar="DIR", help="where the headless shift leaves its papers")


def _add_work(commands: "_Commands", options: "_Parser") -> None:
    intake = _command(commands, options, "intake", "intake:run", "read feeds (JSON Lines)")
    intake.add_argument("files", nargs="+", metavar="FILE")
    intake.add_argument("--rejects", metavar="FILE", help="where refused lines go")


def _add_looking(commands: "_Commands", options: "_Parser") -> None:
    _command(commands, options, "queues", "looking:queues", "what stands in the queues")
    services = _command(commands, options, "services", "looking:services", "the catalogue")
    services.add_argument("--check", metavar="FILE", help="check one entry instead of listing all")
    services.add_argument("--picture", metavar="FILE.svg", help="with --check: draw its steps")
    request = _command(commands, options, "request", "looking:request", "one request")
    request.add_argument("number", metavar="NUMBER", help="request number or feed reference")
    form = _command(commands, options, "form", "looking:form", "render a form without printing it")
    form.add_argument("number", metavar="NUMBER")
    form.add_argument("form", metavar="FORM")
    form.add_argument("--out", required=True, metavar="FILE.pdf")


def _add_day(commands: "_Commands", options: "_Parser") -> None:
    day = _command(commands, options, "end-of-day", "day:end_of_day", "day report and close")
    day.add_argument("--date", metavar="D", help="YYYY-MM-DD; today when left out")
    day.add_argument("--close", action="store_true", help="close the day (needs --as)")
    day.add_argument("--out", metavar="DIR", help="folder for PDF, XLSX and JSON")


def _add_upkeep(commands: "_Commands", options: "_Parser") -> None:
    audit = _command(commands, options, "audit", "", "the log of acts")
    verify = audit.add_subparsers(
        title="commands", required=True, metavar="verify", parser_class=_Parser
    )
    _command(verify, options, "verify", "upkeep:audit_verify", "check the whole log")
    database = _command(commands, options, "database", "", "the schema")
    schema = database.add_subparsers(
        title="commands", required=True, metavar="upgrade|status|backup", parser_class=_Parser
    )
    _command(schema, options, "upgrade", "upkeep:database_upgrade", "bring it up to date")
    _command(schema, options, "status", "upkeep:database_status", "its revision")
    backup = _command(schema, options, "backup", "upkeep:database_backup", "copy it to a file")
    backup.add_argument("file", metavar="FILE")
    _command(commands, options, "doctor", "doctor:doctor", "what works, and what to do")


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{number} is not between 1 and 1000000")
    return number
