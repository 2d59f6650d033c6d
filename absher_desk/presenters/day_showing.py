"""From a day report to the state of the day page: the figures of the sheet, in the language."""

from dataclasses import astuple
from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject

from absher_desk.catalogue.entries import Catalogue
from absher_desk.operations.day_close import ClosedDay
from absher_desk.operations.day_report import Counts, DayReport, QueueLine
from absher_desk.operations.desk import BRANCH_ZONE
from absher_desk.presenters.cell_table import TableColumn, TableRow
from absher_desk.presenters.day_state import (
    AgeBar,
    Closing,
    DayPhase,
    DayState,
    Figure,
    HourBar,
    LoadBar,
)
from absher_desk.presenters.queue_columns import Cell
from absher_desk.presenters.time_words import TimeWords, clock_time
from absher_desk.presenters.wording import ABSENT, in_language, language, name_in_language
from absher_desk.printing.day_sheet import day_sheet
from absher_desk.printing.sheets import Words
from absher_desk.standards.bidi import isolate
from absher_desk.standards.dates import to_hijri
from absher_desk.standards.shown_dates import shown_gregorian, shown_hijri

_DAY_HOURS: Final = range(7, 15)
"""Hours that the chart always shows."""


class DayShowing(QObject):
    """Says a day's report; every number is the report's own, so that paper and screen agree."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._times = TimeWords(self)

    def state(self, report: DayReport, closed: ClosedDay | None, *, closes: bool) -> DayState:
        """The whole page; `closes` is whether this officer may close the day."""
        sheet = day_sheet(report, self._catalogue, closed=closed is not None)
        services = sheet.sections[0]
        return DayState(
            phase=DayPhase.OPEN,
            date=_both_dates(report.day),
            branch=name_in_language(report.branch_ar, report.branch_en),
            as_of=self._as_of(report, closed),
            figures=self._figures(report, [_said(f.label) for f in sheet.key_figures]),
            hours=_hours(report),
            queues=tuple(self._queue(line, report.as_of) for line in report.queues),
            officers=tuple(
                LoadBar(
                    name=name_in_language(line.name_ar, line.name_en),
                    finished=line.finished,
                    in_hand=line.in_hand,
                    average=self._average(line.average),
                )
                for line in report.officers
            ),
            columns=tuple(
                TableColumn(title=_said(column.title), weight=int(place == 0))
                for place, column in enumerate(services.columns)
            ),
            services=(
                *(
                    _row(in_language(self._catalogue.service(line.service).title), line.counts)
                    for line in report.services
                ),
                _row(self.tr("Total"), report.totals, strong=True),
            ),
            papers=self.tr("Documents issued: {documents}, copies: {copies}").format(
                documents=_number(report.documents), copies=_number(report.copies)
            ),
            closing=self._closing(report, closed, closes=closes),
        )

    def _figures(self, report: DayReport, labels: list[str]) -> tuple[Figure, ...]:
        totals = report.totals
        in_hand = sum(line.in_hand for line in report.officers)
        values = (
            (totals.received, self.tr("Steps finished: {count}").format(
                count=_number(sum(line.finished for line in report.queues)))),
            (totals.completed, self._share(totals.completed, totals.received)),
            (totals.rejected, self.tr("Returned: {count}").format(count=_number(totals.returned))),
            (totals.pending, self.tr("In hand: {count}").format(count=_number(in_hand))),
            (totals.overdue, self._share_of_pending(totals.overdue, totals.pending)),
        )  # fmt: skip
        tones = ("", "", "", "", "red" if totals.overdue else "")
        return tuple(
            Figure(label=label, value=_number(value), note=note, tone=tone)
            for label, (value, note), tone in zip(labels, values, tones, strict=True)
        )

    def _share(self, part: int, whole: int) -> str:
        if not whole:
            return ""
        share = isolate(f"{100 * part // whole}%")
        return self.tr("{share} of those received").format(share=share)

    def _share_of_pending(self, part: int, whole: int) -> str:
        if not whole:
            return ""
        share = isolate(f"{100 * part // whole}%")
        return self.tr("{share} of those pending").format(share=share)

    def _queue(self, line: QueueLine, as_of: datetime) -> AgeBar:
        oldest = ""
        if line.oldest_at is not None:
            span = self._times.span(as_of - line.oldest_at)
            oldest = self.tr("oldest {span}").format(span=span)
        return AgeBar(
            title=in_language(self._catalogue.queue(line.queue).title),
            count=line.pending,
            oldest=oldest,
            ages=line.ages,
        )

    def _average(self, average: timedelta | None) -> str:
        return ABSENT if average is None else self._times.span(average)

    def _as_of(self, report: DayReport, closed: ClosedDay | None) -> str:
        if closed is not None:
            return self.tr("Closed at {time}").format(time=clock_time(closed.closed_at))
        if report.as_of.astimezone(BRANCH_ZONE).date() > report.day:
            return self.tr("The day is over, not closed")
        return self.tr("As of {time}").format(time=clock_time(report.as_of))

    def _closing(self, report: DayReport, closed: ClosedDay | None, *, closes: bool) -> Closing:
        if closed is not None:
            return Closing(
                is_closed=True,
                fact=self.tr("The day is closed"),
                sentence=self.tr(
                    "The report is frozen: shown, printed or exported again it is the same."
                ),
                sha256=closed.sha256,
            )
        over = report.as_of.astimezone(BRANCH_ZONE).date() > report.day
        ends = self.tr("The report is frozen with its hash and the log is sealed.")
        later = self.tr("The day lasts: what is done after closing is in no report of this day.")
        return Closing(
            fact=self.tr("The day is open"),
            sentence=ends if over else f"{ends} {later}",
            may_close=closes,
        )


def _both_dates(day: date) -> str:
    return f"{shown_hijri(to_hijri(day), language())} · {shown_gregorian(day, language())}"


def _hours(report: DayReport) -> tuple[HourBar, ...]:
    """Every hour from the first to the last with work, at least the branch's usual ones."""
    counted = {line.hour: line for line in report.hours}
    first = min((*counted, _DAY_HOURS.start))
    last = max((*counted, _DAY_HOURS.stop - 1))
    return tuple(
        HourBar(
            hour=hour,
            received=counted[hour].received if hour in counted else 0,
            finished=counted[hour].finished if hour in counted else 0,
        )
        for hour in range(first, last + 1)
    )


def _row(title: str, counts: Counts, *, strong: bool = False) -> TableRow:
    """A service with its counts; zeros step back, so that what happened is seen."""
    numbers = (
        Cell(words=_number(n), tone="text" if n else "text3", number=True, strong=strong)
        for n in astuple(counts)
    )
    return TableRow(key=title, cells=(Cell(words=title, tone="text", strong=strong), *numbers))


def _said(words: Words) -> str:
    return words.en if language() == "en" else words.ar


def _number(value: int) -> str:
    return isolate(f"{value:,}")
