"""The day report as a sheet: one description, from which PDF and spreadsheet are both drawn."""

from datetime import datetime, timedelta

from absher_desk.catalogue.entries import Catalogue
from absher_desk.operations.day_report import Counts, DayReport
from absher_desk.operations.desk import BRANCH_ZONE
from absher_desk.printing.sheets import (
    CellValue,
    Column,
    DayReportSheet,
    KeyFigure,
    Section,
    Signature,
    Words,
)

_TITLE = Words("التقرير اليومي للفرع", "Branch day report")
_TOTAL = "الإجمالي"
_COUNTS = (
    Column(title=Words("استُلمت", "Received"), kind="count"),
    Column(title=Words("أُنجزت", "Completed"), kind="count"),
    Column(title=Words("مرفوضة", "Rejected"), kind="count"),
    Column(title=Words("أُغلقت بغير ذلك", "Closed otherwise"), kind="count"),
    Column(title=Words("معادة", "Returned"), kind="count"),
    Column(title=Words("في الانتظار", "Pending"), kind="count"),
    Column(title=Words("متأخرة", "Overdue"), kind="count"),
)


def day_sheet(report: DayReport, catalogue: Catalogue, *, closed: bool) -> DayReportSheet:
    """Everything the report shows; the same report gives the same sheet."""
    totals = report.totals
    return DayReportSheet(
        title=_TITLE,
        branch=Words(report.branch_ar, report.branch_en),
        branch_code=report.branch_code,
        day=report.day,
        document_number=f"{report.branch_code}{report.day:%Y%m%d}",
        generated_at=report.as_of,
        key_figures=(
            _figure("استُلمت", "Received", totals.received),
            _figure("أُنجزت", "Completed", totals.completed),
            _figure("مرفوضة", "Rejected", totals.rejected),
            _figure("في الانتظار", "Pending", totals.pending),
            _figure("متأخرة", "Overdue", totals.overdue),
        ),
        sections=(
            _services(report, catalogue),
            _queues(report, catalogue),
            _officers(report),
            _hours(report),
            _papers(report),
        ),
        signatures=(
            Signature(role=Words("المشرف", "Supervisor")),
            Signature(role=Words("مدير الفرع", "Branch manager")),
        ),
        closed=closed,
    )


def _figure(ar: str, en: str, value: int) -> KeyFigure:
    return KeyFigure(label=Words(ar, en), value=value)


def _services(report: DayReport, catalogue: Catalogue) -> Section:
    rows: tuple[tuple[CellValue, ...], ...] = tuple(
        (catalogue.service(line.service).title.ar, *_counted(line.counts))
        for line in report.services
    )
    return Section(
        title=Words("الخدمات", "Services"),
        columns=(Column(title=Words("الخدمة", "Service"), weight=2.4), *_COUNTS),
        rows=rows,
        totals=(_TOTAL, *_counted(report.totals)),
    )


def _counted(counts: Counts) -> tuple[int, ...]:
    return (
        counts.received,
        counts.completed,
        counts.rejected,
        counts.closed_otherwise,
        counts.returned,
        counts.pending,
        counts.overdue,
    )


def _queues(report: DayReport, catalogue: Catalogue) -> Section:
    rows: list[tuple[CellValue, ...]] = [
        (
            catalogue.queue(line.queue).title.ar,
            line.finished,
            line.returned,
            line.pending,
            *line.ages,
            line.overdue,
            _moment(line.oldest_at),
        )
        for line in report.queues
    ]
    sums = [sum(_whole(row[i]) for row in rows) for i in range(1, 9)]
    return Section(
        title=Words("القوائم وأعمار ما فيها", "Queues and their ages"),
        columns=(
            Column(title=Words("القائمة", "Queue"), weight=2.0),
            Column(title=Words("خطوات منجزة", "Steps finished"), kind="count"),
            Column(title=Words("معادة", "Returned"), kind="count"),
            Column(title=Words("في الانتظار", "Pending"), kind="count"),
            Column(title=Words("أقل من ساعة", "Under 1 h"), kind="count"),
            Column(title=Words("1–4 س", "1–4 h"), kind="count"),
            Column(title=Words("4–24 س", "4–24 h"), kind="count"),
            Column(title=Words("أكثر", "Older"), kind="count"),
            Column(title=Words("متأخرة", "Overdue"), kind="count"),
            Column(title=Words("أقدمها", "Oldest"), kind="latin", weight=1.5),
        ),
        rows=tuple(rows),
        totals=(_TOTAL, *sums, None),
    )


def _officers(report: DayReport) -> Section:
    rows: list[tuple[CellValue, ...]] = [
        (
            line.name_ar,
            line.username,
            line.finished,
            line.completed,
            line.returned,
            line.rejected,
            line.in_hand,
            _minutes(line.average),
        )
        for line in report.officers
    ]
    sums = [sum(_whole(row[i]) for row in rows) for i in range(2, 7)]
    return Section(
        title=Words("الموظفون", "Officers"),
        columns=(
            Column(title=Words("الموظف", "Officer"), weight=2.2),
            Column(title=Words("اسم المستخدم", "Username"), kind="latin", weight=1.5),
            Column(title=Words("خطوات منجزة", "Steps finished"), kind="count"),
            Column(title=Words("أُنجزت", "Completed"), kind="count"),
            Column(title=Words("معادة", "Returned"), kind="count"),
            Column(title=Words("مرفوضة", "Rejected"), kind="count"),
            Column(title=Words("بيده", "In hand"), kind="count"),
            Column(title=Words("متوسط الإنجاز (د:ث)", "Average (min:s)"), kind="latin"),
        ),
        rows=tuple(rows),
        totals=(_TOTAL, None, *sums, None),
    )


def _hours(report: DayReport) -> Section:
    return Section(
        title=Words("الحركة بالساعة", "By hour"),
        columns=(
            Column(title=Words("الساعة", "Hour"), kind="latin"),
            Column(title=Words("استُلمت", "Received"), kind="count"),
            Column(title=Words("خطوات منجزة", "Steps finished"), kind="count"),
        ),
        rows=tuple((f"{h.hour:02d}:00", h.received, h.finished) for h in report.hours),
        totals=(
            _TOTAL,
            sum(h.received for h in report.hours),
            sum(h.finished for h in report.hours),
        ),
    )


def _papers(report: DayReport) -> Section:
    return Section(
        title=Words("الأوراق", "Papers"),
        columns=(
            Column(title=Words("البيان", "Item"), weight=2.0),
            Column(title=Words("العدد", "Count"), kind="count"),
        ),
        rows=(("وثائق صادرة", report.documents), ("نسخ معادة الطباعة", report.copies)),
    )


def _moment(at: datetime | None) -> str | None:
    return None if at is None else f"{at.astimezone(BRANCH_ZONE):%Y/%m/%d %H:%M}"


def _minutes(average: timedelta | None) -> str | None:
    if average is None:
        return None
    minutes, seconds = divmod(int(average.total_seconds()), 60)
    return f"{minutes}:{seconds:02d}"


def _whole(value: CellValue) -> int:
    return value if isinstance(value, int) else 0
