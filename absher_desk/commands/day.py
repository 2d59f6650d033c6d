"""`absher-desk end-of-day`: the day report as PDF, XLSX and JSON, and the day's close."""

from datetime import date
from pathlib import Path
from typing import Any

from absher_desk.commands.context import DONE, Context
from absher_desk.commands.person import signed_in
from absher_desk.operations.day_close import close_day, closed_day, report_document
from absher_desk.operations.day_report import DayReport, day_report
from absher_desk.operations.desk import day_of
from absher_desk.operations.errors import Refused
from absher_desk.operations.officer import Officer
from absher_desk.standards.dates import parse_gregorian

_FIRST_YEAR = 2000


def end_of_day(context: Context) -> int:
    """Report each branch meant (without `--branch`: those with anything to report)."""
    arguments = context.arguments
    day = _day(context)
    if arguments.close:
        _close(context, day)
    reports = []
    for reader in context.readers():
        report = _report_of(context, reader, day)
        if context.branch is not None or _has_anything(report):
            reports.append((report, closed_day(context.desk, reader, day) is not None))
    written = _write(context, reports)
    document = {
        "day": day.isoformat(),
        "totals": _totals([report for report, _ in reports]),
        "reports": [report_document(report) | {"closed": closed} for report, closed in reports],
        "files": [str(path) for path in written],
    }
    lines = [_line(context, report) for report, _ in reports]
    context.answer(document, [*lines, *(str(path) for path in written)])
    return DONE


def _day(context: Context) -> date:
    """The day meant; raises Malformed, or Refused for one that no report can be about."""
    today = day_of(context.desk.now())
    if not context.arguments.date:
        return today
    day = parse_gregorian(context.arguments.date)
    if day > today:
        raise Refused("day.not-begun")
    if day.year < _FIRST_YEAR:
        raise Refused("command.day-too-early", year=_FIRST_YEAR)
    return day


def _close(context: Context, day: date) -> None:
    if context.branch is None:
        raise Refused("command.close-needs-branch")
    if not context.arguments.user:
        raise Refused("command.needs-person")
    with signed_in(context) as officer:
        close_day(context.desk, officer, day)


def _report_of(context: Context, reader: Officer, day: date) -> DayReport:
    """The frozen report of a closed day, else the present one."""
    frozen = closed_day(context.desk, reader, day)
    if frozen is None:
        return day_report(context.desk, reader, day)
    from absher_desk.operations.day_close import report_from_document  # noqa: PLC0415

    return report_from_document(frozen.report)


def _has_anything(report: DayReport) -> bool:
    return bool(report.services or report.officers)


def _totals(reports: list[DayReport]) -> dict[str, int]:
    keys = (
        "received", "completed", "rejected", "closed_otherwise", "returned", "pending", "overdue",
    )  # fmt: skip
    return {key: sum(getattr(report.totals, key) for report in reports) for key in keys}


def _write(context: Context, reports: list[tuple[DayReport, bool]]) -> list[Path]:
    if not context.arguments.out:
        return []
    # ReportLab and openpyxl are for this command alone.
    from absher_desk.printing.day_files import day_files, write_day_files  # noqa: PLC0415

    written: list[Path] = []
    for report, closed in reports:
        files = day_files(report, context.desk.catalogue, closed=closed)
        written += write_day_files(files, Path(context.arguments.out))
    return written


def _line(context: Context, report: DayReport) -> str:
    name = report.branch_en if context.language == "en" else report.branch_ar
    values: dict[str, Any] = {"branch": name, **_totals([report])}
    return context.say("command.day-line", **values)
