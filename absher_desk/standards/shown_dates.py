"""How a date is written on screen and paper: both calendars, each number in its own isolate.

A year-first date inside Arabic text would be torn apart without isolates (U+2066…U+2069); the
era sign stands outside them.
"""

from datetime import date

from absher_desk.standards.bidi import isolate, isolate_rtl
from absher_desk.standards.calendar_names import (
    CORRESPONDING,
    GREGORIAN_ERA,
    GREGORIAN_MONTHS,
    HIJRI_ERA,
    HIJRI_MONTHS,
    WEEKDAYS,
    Locale,
)
from absher_desk.standards.dates import FIRST_DAY, LAST_DAY, HijriDate, to_hijri


def shown_hijri(day: HijriDate, locale: Locale) -> str:
    """A Hijri date as `1448/06/13 هـ`, the digits isolated.

    >>> from absher_desk.standards.bidi import without_controls
    >>> without_controls(shown_hijri(HijriDate(1448, 6, 13), "ar"))
    '1448/06/13 هـ'
    """
    return f"{isolate(f'{day.year}/{day.month:02d}/{day.day:02d}')} {HIJRI_ERA[locale]}"


def shown_gregorian(day: date, locale: Locale) -> str:
    """A Gregorian date as `2026/11/23 م`, the digits isolated.

    >>> from absher_desk.standards.bidi import without_controls
    >>> without_controls(shown_gregorian(date(2026, 11, 23), "en"))
    '2026/11/23 CE'
    """
    written = f"{day.year:04d}/{day.month:02d}/{day.day:02d}"
    return f"{isolate(written)} {GREGORIAN_ERA[locale]}"


def both_calendars(day: date, locale: Locale, stated: HijriDate | None = None) -> str:
    """A day in both calendars; `stated` is the Hijri date of the document, where it has one.

    A day that Umm al-Qura does not reach is written in the Gregorian calendar alone.

    >>> from absher_desk.standards.bidi import without_controls
    >>> without_controls(both_calendars(date(2026, 11, 23), "ar"))
    '1448/06/13 هـ الموافق 2026/11/23 م'
    """
    hijri = _hijri(day, stated)
    if hijri is None:
        return shown_gregorian(day, locale)
    return f"{shown_hijri(hijri, locale)}{CORRESPONDING[locale]}{shown_gregorian(day, locale)}"


def long_form(day: date, locale: Locale, stated: HijriDate | None = None) -> str:
    """A day in words: weekday, then both calendars with the names of their months.

    >>> from absher_desk.standards.bidi import without_controls
    >>> without_controls(long_form(date(2026, 12, 6), "ar"))
    'الأحد 26 جمادى الآخرة 1448 هـ الموافق 6 ديسمبر 2026 م'
    >>> without_controls(long_form(date(2026, 12, 6), "en"))
    'Sunday 26 Jumada al-Akhirah 1448 AH, corresponding to 6 December 2026 CE'
    """
    gregorian = (
        f"{day.day} {GREGORIAN_MONTHS[locale][day.month - 1]} {day.year} {GREGORIAN_ERA[locale]}"
    )
    weekday = WEEKDAYS[locale][day.weekday()]
    hijri = _hijri(day, stated)
    if hijri is None:
        return _isolated(f"{weekday} {gregorian}", locale)
    month = HIJRI_MONTHS[locale][hijri.month - 1]
    named = f"{weekday} {hijri.day} {month} {hijri.year} {HIJRI_ERA[locale]}"
    return _isolated(f"{named}{CORRESPONDING[locale]}{gregorian}", locale)


def _hijri(day: date, stated: HijriDate | None) -> HijriDate | None:
    if stated is None and FIRST_DAY <= day <= LAST_DAY:
        return to_hijri(day)
    return stated


def _isolated(text: str, locale: Locale) -> str:
    return isolate_rtl(text) if locale == "ar" else isolate(text)
