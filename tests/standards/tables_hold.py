"""Whether the tables of words and signs hold, as one yes or no; for tests that break the module.

Each takes the module, true or broken, and compares it with the vectors or with data of others.
"""

import unicodedata
from datetime import date, datetime, time, timedelta
from importlib import resources
from string import digits

from mrz.base.countries import english

from absher_desk.standards.opening_hours import RIYADH, OpeningHours, Season, Shift
from tests.standards.keyboards import WINDOWS, X11
from tests.standards.numbers_hold import refused
from tests.standards.vectors import rows

NOT_ISO = {
    *("ANT", "D", "EUE", "GB", "GBD", "GBN", "GBO", "GBP", "GBS", "INP", "NTZ", "RKS", "UNA"),
    *("UNK", "UNO", "UTO", "XBA", "XCC", "XCO", "XEC", "XIM", "XOM", "XXA", "XXB", "XXX"),
}
"""Codes of passports in the mrz package that are no countries of ISO 3166-1; it writes DEU as D."""

STEERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
PASSED_OVER = (
    " \t\r\n\f\v\u00a0\u1680\u202f\u205f\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
    "\u200b\u200c\u200d\u2060\ufeff\u0640"
)


def bidi(module):
    steering = {chr(c) for c in range(0x10000) if unicodedata.bidirectional(chr(c)) in STEERING}
    marks = {"\u061c", "\u200e", "\u200f"}
    isolates = (module.isolate("x"), module.isolate_rtl("x"))
    return steering | marks == module.CONTROLS and isolates == ("\u2066x\u2069", "\u2067x\u2069")


def digit_scripts(module):
    indic = {chr(base + n): str(n) for base in (0x660, 0x6F0) for n in range(10)}
    others = [chr(c) for c in range(0x10000) if chr(c) not in indic and chr(c) not in PASSED_OVER]
    kept = "".join(c for c in others if c not in module.CONTROLS)
    return (
        all(module.normalise(c) == module.ascii_digits(c) == n for c, n in indic.items())
        and module.normalise(PASSED_OVER) == ""
        and module.normalise("".join(others)) == module.ascii_digits(kept) == kept
        and module.to_arabic_indic(f"/{digits}:") == "/٠١٢٣٤٥٦٧٨٩:"
    )


def folding(module):
    return all(module.fold(spelling) == key for spelling, key in rows("folding"))


def keyboard(module):
    return all(
        key in [reading[1] for reading in module.readings(f"0{written}")]
        for layout in (WINDOWS, X11)
        for key, written in layout.items()
    )


def calendar_names(module):
    found = {
        "weekday": module.WEEKDAYS,
        "hijri": module.HIJRI_MONTHS,
        "gregorian": module.GREGORIAN_MONTHS,
        "hijri-era": {locale: [era] for locale, era in module.HIJRI_ERA.items()},
        "gregorian-era": {locale: [era] for locale, era in module.GREGORIAN_ERA.items()},
    }
    between = {"ar": " الموافق ", "en": ", corresponding to "}
    return between == module.CORRESPONDING and all(
        names.split(",") == list(found[kind][locale])
        for kind, locale, names in rows("calendar-name")
    )


def regions(module):
    return [region.code for region in module.REGIONS] == [row[0] for row in rows("region")] and all(
        _region(module, row) for row in rows("region")
    )


def _region(module, row):
    code, en, ar, seat, zone, others = row
    region = module.BY_CODE[code]
    names = [code, en, ar, *filter(None, others.split(","))]
    return (region.en, region.ar, region.seat, region.postal_zone) == (en, ar, seat, zone) and all(
        module.parse_region(written) is region
        for name in names
        for written in (name, f"{name} region", f"{name} Province", name.removeprefix("منطقة "))
    )


def countries(module):
    table = resources.files("tzdata").joinpath("zoneinfo/iso3166.tab").read_text(encoding="utf-8")
    two = {line.split("\t")[0] for line in table.splitlines() if not line.startswith("#")}
    three = {"DEU", *english.values()} - NOT_ISO
    nowhere = {"XXA", "XXB", "XXC", "XXX"}
    return (set(module.ALPHA_3), set(module.ALPHA_2)) == (two, three) and (
        nowhere == module.WITHOUT_COUNTRY
    )


def opening_hours(module):
    hours = module.NORMAL_HOURS
    sunday = date(2026, 11, 22)
    open_days = [bool(hours.shifts(sunday + timedelta(days=ahead))) for ahead in range(7)]
    (shift,) = hours.shifts(sunday)
    opens, _ = next(hours.openings(sunday))
    _, after_midnight = module.Shift(time(21), time(1)).on(sunday)
    ordinary = [date(2026, 2, 23), date(2026, 9, 22), date(2026, 3, 22), date(2026, 10, 21)]
    return (
        open_days == [True] * 5 + [False] * 2
        and (shift.opens, shift.closes) == (time(7, 30), time(14, 30))
        and opens.utcoffset() == timedelta(hours=3)
        and after_midnight.date() == date(2026, 11, 23)
        and all(map(hours.is_day_off, [date(2027, 2, 22), date(2026, 9, 23), date(2029, 9, 23)]))
        and not any(map(hours.is_day_off, ordinary))
    )


def account_names(module):
    return (
        all(
            bool(module.check_username(row[0])) is (verdict == "invalid")
            for verdict in ("valid", "invalid")
            for row in rows("username", verdict)
        )
        and all(
            bool(module.check_password(row[1], row[0])) is (verdict == "invalid")
            for verdict in ("valid", "invalid")
            for row in rows("password", verdict)
        )
        and _longest(module)
    )


def _longest(module):
    password, username = "Kd7" * 11, "nasser0" * 3
    return [len(module.check_username(username[:length])) for length in (20, 21)] == [0, 1] and [
        len(module.check_password(password[:length], "")) for length in (32, 33)
    ] == [0, 1]


def working_time(module):
    """A branch may be shut for 400 days and open again, not longer."""
    opens = date(2026, 11, 22)
    calendar = module.WorkingCalendar(OpeningHours((Season((Shift(time(8), time(9)),), opens),)))
    longest, too_long = (opens - timedelta(days=400), opens - timedelta(days=401))
    minute = timedelta(minutes=1)
    moments = [datetime.combine(day, time(12), RIYADH) for day in (longest, too_long)]
    return (
        calendar.add_working_days(longest, 1) == opens
        and refused(calendar.add_working_days, too_long, 1) == ["never-open"]
        and calendar.add_working_hours(moments[0], minute).date() == opens
        and refused(calendar.add_working_hours, moments[1], minute) == ["never-open"]
    )
