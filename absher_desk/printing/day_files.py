"""The day report as files: PDF, spreadsheet and JSON, all three drawn from one `DayReport`."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile

from absher_desk.catalogue.entries import Catalogue
from absher_desk.models.columns import canonical
from absher_desk.operations.day_close import closed_day, report_document, report_from_document
from absher_desk.operations.day_report import DayReport, day_report
from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import Unavailable
from absher_desk.operations.officer import Officer
from absher_desk.printing.day_report import day_report as drawn
from absher_desk.printing.day_sheet import day_sheet
from absher_desk.printing.spreadsheet import day_report_spreadsheet


def export_day(desk: Desk, officer: Officer, day: date, folder: Path) -> tuple[Path, ...]:
    """Write the day's report into `folder`; of a closed day the report that was frozen.

    Raises:
        Refused: he may not read reports.
        Unavailable: the database does not answer, or `printing.folder-not-writable`.
    """
    closed = closed_day(desk, officer, day)
    report = (
        day_report(desk, officer, day) if closed is None else report_from_document(closed.report)
    )
    files = day_files(report, desk.catalogue, closed=closed is not None)
    return write_day_files(files, folder)


def day_files(report: DayReport, catalogue: Catalogue, *, closed: bool) -> dict[str, bytes]:
    """Bytes by file name; the same report gives the same bytes.

    The JSON is canonical, so that its SHA-256 is the one under which the day was closed.
    """
    stem = f"day-report-{report.branch_code}-{report.day:%Y-%m-%d}"
    sheet = day_sheet(report, catalogue, closed=closed)
    return {
        f"{stem}.pdf": drawn(sheet),
        f"{stem}.xlsx": day_report_spreadsheet(sheet),
        f"{stem}.json": canonical(report_document(report)).encode(),
    }


def write_day_files(files: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Save each file whole, and none under its name before all are written.

    Raises `Unavailable("printing.folder-not-writable")`.
    """
    unfinished: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            unfinished[folder / name] = _write_part(content, folder)
        for path, part in unfinished.items():
            part.replace(path)
    except OSError as fault:
        for part in unfinished.values():
            part.unlink(missing_ok=True)
        raise Unavailable("printing.folder-not-writable") from fault
    return tuple(unfinished)


def _write_part(content: bytes, folder: Path) -> Path:
    with NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as part:
        path = Path(part.name)
        try:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        except OSError:
            part.close()
            path.unlink(missing_ok=True)
            raise
    return path
