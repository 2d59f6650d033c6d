"""The present moment in the words of the screen: time, and the date in both calendars."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from absher_desk.standards.bidi import isolate
from absher_desk.standards.calendar_names import (
    CORRESPONDING,
    GREGORIAN_ERA,
    GREGORIAN_MONTHS,
    HIJRI_ERA,
    HIJRI_MONTHS,
    WEEKDAYS,
)
from absher_desk.standards.dates import to_hijri
from absher_desk.system.clock import in_riyadh

Language = Literal["ar", "en"]


@dataclass(frozen=True, slots=True)
class ShownMoment:
    """A moment as the clock panel and the status bar show it."""

    time: str
    hijri: str
    gregorian: str


def shown_moment(moment: datetime, language: Language) -> ShownMoment:
    """Riyadh's wall clock, the Hijri date with its weekday, the Gregorian date."""
    local = in_riyadh(moment)
    day = local.date()
    hijri = to_hijri(day)
    weekday = WEEKDAYS[language][day.weekday()]
    month = HIJRI_MONTHS[language][hijri.month - 1]
    gregorian_month = GREGORIAN_MONTHS[language][day.month - 1]
    corresponding = CORRESPONDING[language].strip(", ")
    return ShownMoment(
        time=isolate(f"{local:%H:%M}"),
        hijri=f"{weekday} {hijri.day} {month} {hijri.year} {HIJRI_ERA[language]}",
        gregorian=(
            f"{corresponding} {day.day} {gregorian_month} {day.year} {GREGORIAN_ERA[language]}"
        ),
    )


def shown_time(moment: datetime) -> str:
    """Hour and minute on Riyadh's wall clock, isolated."""
    return isolate(f"{in_riyadh(moment):%H:%M}")


def known(language: str) -> Language:
    """One of the two languages; anything but English is Arabic."""
    return "en" if language == "en" else "ar"
