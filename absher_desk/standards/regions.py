"""The thirteen regions (ISO 3166-2:SA) and the first digit of their postal codes.

There is no SA-13. Codes are ISO's; other numberings of the regions exist and are not used.
"""

from dataclasses import dataclass
from typing import Final

from absher_desk.standards.folding import fold
from absher_desk.standards.problems import Malformed


@dataclass(frozen=True, slots=True)
class Region:
    """A region: ISO code, both names, its seat in Arabic, its postal zone, other usual names."""

    code: str
    ar: str
    en: str
    seat: str
    postal_zone: str
    others: tuple[str, ...] = ()


REGIONS: Final = (
    Region("SA-01", "منطقة الرياض", "Riyadh", "الرياض", "1", ("Ar Riyad",)),
    Region("SA-02", "منطقة مكة المكرمة", "Makkah", "مكة المكرمة", "2", ("مكة", "Mecca")),
    Region(
        "SA-03",
        "منطقة المدينة المنورة",
        "Madinah",
        "المدينة المنورة",
        "4",
        ("المدينة", "Al Madinah", "Medina"),
    ),
    Region("SA-04", "المنطقة الشرقية", "Eastern", "الدمام", "3", ("الشرقية", "Ash Sharqiyah")),
    Region("SA-05", "منطقة القصيم", "Qassim", "بريدة", "5", ("Al Qassim", "Al Qasim")),
    Region("SA-06", "منطقة حائل", "Hail", "حائل", "5", ("Ha'il",)),
    Region("SA-07", "منطقة تبوك", "Tabuk", "تبوك", "4"),
    Region("SA-08", "منطقة الحدود الشمالية", "Northern Borders", "عرعر", "7", ("Northern Border",)),
    Region("SA-09", "منطقة جازان", "Jazan", "جازان", "8", ("جيزان", "Jizan")),
    Region("SA-10", "منطقة نجران", "Najran", "نجران", "6"),
    Region("SA-11", "منطقة الباحة", "Bahah", "الباحة", "6", ("Al Bahah", "Baha", "Al Baha")),
    Region("SA-12", "منطقة الجوف", "Jawf", "سكاكا", "7", ("Al Jawf", "Jouf", "Al Jouf")),
    Region("SA-14", "منطقة عسير", "Asir", "أبها", "6", ("Aseer", "'Asir")),
)

BY_CODE: Final = {region.code: region for region in REGIONS}
POSTAL_ZONES: Final = frozenset(region.postal_zone for region in REGIONS)


def parse_region(text: str) -> Region:
    """The region of an ISO code or an Arabic or English name, with or without the word "region".

    Raises:
        Malformed: `region.empty`, `region.unknown`.

    >>> parse_region("عسير").code, parse_region("Eastern Province").code
    ('SA-14', 'SA-04')
    """
    found = _BY_NAME.get(text) or _BY_NAME.get(_key(text))
    if found is not None:
        return found
    raise Malformed("region.unknown" if text.strip() else "region.empty")


def _key(text: str) -> str:
    key = fold(text).removeprefix("منطقه ")
    return key.removesuffix(" region").removesuffix(" province")


# By search key, and by the very words, which spares the folding.
_BY_NAME: Final = {
    written: region
    for region in REGIONS
    for name in (region.code, region.ar, region.en, *region.others)
    for written in (name, _key(name))
}
