"""Names of weekdays and of the months of both calendars, in Arabic and English."""

from collections.abc import Mapping
from typing import Final, Literal

Locale = Literal["ar", "en"]

WEEKDAYS: Final[Mapping[Locale, tuple[str, ...]]] = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
"""From Monday, as `date.weekday()` counts."""

HIJRI_MONTHS: Final[Mapping[Locale, tuple[str, ...]]] = {
    "ar": (
        "محرم",
        "صفر",
        "ربيع الأول",
        "ربيع الآخر",
        "جمادى الأولى",
        "جمادى الآخرة",
        "رجب",
        "شعبان",
        "رمضان",
        "شوال",
        "ذو القعدة",
        "ذو الحجة",
    ),
    "en": (
        "Muharram",
        "Safar",
        "Rabi al-Awwal",
        "Rabi al-Akhir",
        "Jumada al-Ula",
        "Jumada al-Akhirah",
        "Rajab",
        "Shaban",
        "Ramadan",
        "Shawwal",
        "Dhu al-Qadah",
        "Dhu al-Hijjah",
    ),
}

GREGORIAN_MONTHS: Final[Mapping[Locale, tuple[str, ...]]] = {
    "ar": (
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}

HIJRI_ERA: Final[Mapping[Locale, str]] = {"ar": "هـ", "en": "AH"}
GREGORIAN_ERA: Final[Mapping[Locale, str]] = {"ar": "م", "en": "CE"}
CORRESPONDING: Final[Mapping[Locale, str]] = {"ar": " الموافق ", "en": ", corresponding to "}
