"""Residence and visas: fees by months, windows, lives and late fines (domain 6.1-6.5)."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from absher_desk.catalogue.rules.reading import Details, Problems, day_in, number_in
from absher_desk.catalogue.situation import Setting, Situation
from absher_desk.standards.dates import hijri_age
from absher_desk.standards.problems import Malformed, Problem

VisaKind = Literal["single", "multiple"]
Window = Literal["too-early", "allowed", "too-late"]


def exit_reentry_fee(
    kind: VisaKind, months: int, setting: Setting, *, extended_abroad: bool = False
) -> Decimal:
    """Fee in riyals: a base for the first months, a rate for each further one (domain 6.2).

    A visa extended while its holder is abroad costs the rate alone, multiplied.
    """
    rate: Decimal = setting(f"erfee.{kind}.month")
    if extended_abroad:
        return rate * months * int(setting("erfee.abroad_factor"))
    base: Decimal = setting(f"erfee.{kind}.base")
    return base + rate * max(0, months - int(setting(f"erfee.{kind}.base_months")))


def exit_reentry_single_fee(details: Details, situation: Situation) -> Decimal | None:
    """The fee of a new single visa, None for another."""
    return _visa_fee(details, situation, "single", abroad=False)


def exit_reentry_multiple_fee(details: Details, situation: Situation) -> Decimal | None:
    """The fee of a new multiple visa, None for another."""
    return _visa_fee(details, situation, "multiple", abroad=False)


def exit_reentry_extension_fee(details: Details, situation: Situation) -> Decimal | None:
    """The fee of extending a visa from abroad, None for a new one."""
    single = _visa_fee(details, situation, "single", abroad=True)
    return single if single is not None else _visa_fee(details, situation, "multiple", abroad=True)


def _visa_fee(
    details: Details, situation: Situation, kind: VisaKind, *, abroad: bool
) -> Decimal | None:
    months = number_in(details, "months")
    is_abroad = details.get("extend_from_abroad") is True
    if months is None or details.get("type") != kind or is_abroad is not abroad:
        return None
    return exit_reentry_fee(kind, months, situation.setting, extended_abroad=abroad)


def final_exit_life(iqama_days_left: int, setting: Setting) -> int | None:
    """Days a final exit visa lives; None when the iqama ends too soon for one (domain 6.2)."""
    if iqama_days_left < setting("final_exit.iqama_days"):
        return None
    return min(iqama_days_left, int(setting("final_exit.life_days")))


def final_exit_passport(details: Details, situation: Situation) -> Problems:
    """The passport must outlast the visa's life."""
    expiry, least = (
        day_in(details, "passport_expiry"),
        situation.setting("final_exit.passport_days"),
    )
    if expiry is None or expiry >= situation.day + timedelta(days=least):
        return ()
    return (Problem("details.passport-too-short", "passport_expiry", {"days": least}),)


def visit_window(expiry: date, day: date, setting: Setting) -> Window:
    """Whether a visit that ends on `expiry` may be extended on that day (domain 6.3)."""
    if day < expiry - timedelta(days=setting("visit_extend.days_before")):
        return "too-early"
    if day > expiry + timedelta(days=setting("visit_extend.days_after")):
        return "too-late"
    return "allowed"


def visit_extension(details: Details, situation: Situation) -> Problems:
    """Inside the window, and no longer than a visit may be in all."""
    found: list[Problem] = []
    expiry, days = day_in(details, "expiry"), number_in(details, "days")
    if expiry is not None:
        window = visit_window(expiry, situation.day, situation.setting)
        if window == "too-early":
            before = situation.setting("visit_extend.days_before")
            found.append(Problem("details.visit-too-early", "expiry", {"days": before}))
        elif window == "too-late":
            after = situation.setting("visit_extend.days_after")
            found.append(Problem("details.visit-too-late", "expiry", {"days": after}))
    most = situation.setting("visit_extend.total_days")
    if days is not None and days > most:
        found.append(Problem("details.visit-too-long", "days", {"days": most}))
    return tuple(found)


def iqama_late_fine(days_late: int, earlier_times: int, setting: Setting) -> Decimal | None:
    """Fine in riyals for a late renewal; None when the ladder is used up: deportation is decided.

    `earlier_times` counts the holder's earlier late renewals (domain 6.1).
    """
    if days_late <= setting("iqama.late_days"):
        return Decimal(0)
    ladder: Sequence[int] = setting("iqama.late_fines")
    return Decimal(ladder[earlier_times]) if earlier_times < len(ladder) else None


def lost_iqama_fine(details: Details, situation: Situation) -> Decimal | None:
    """The fine of a replaced iqama by earlier losses; None for other documents (domain 5.3)."""
    if details.get("document_type") != "iqama" or details.get("loss_type") == "damaged":
        return None
    ladder: Sequence[int] = situation.setting("lost.iqama.fine_ladder")
    return Decimal(ladder[min(number_in(details, "previous_losses") or 0, len(ladder) - 1)])


def hajj_allowed(last_season: int | None, season: int, setting: Setting) -> bool:
    """Whether enough Hijri years lie since the last Hajj (domain 6.5)."""
    return last_season is None or season - last_season > setting("hajj.years")


def hajj_age(_details: Details, situation: Situation) -> Problems:
    """An applicant below the least age, in Hijri years (domain 6.5)."""
    least = int(situation.setting("hajj.min_age"))
    if situation.birth_date is None:
        return ()
    try:
        age = hijri_age(situation.birth_date, situation.day)
    except Malformed:
        return ()
    return (Problem("details.too-young-for-hajj", values={"age": least}),) if age < least else ()


def delegation_over(details: Details, situation: Situation) -> Problems:
    """A delegation that is over when it is asked for."""
    last = day_in(details, "valid_to")
    return (Problem("details.already-over", "valid_to"),) if last and last < situation.day else ()
