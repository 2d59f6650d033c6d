"""What a paper says for the name of a fact: caption and value, formatted for print.

`details.<key>` is a declared field; every other name has its caption in
`resources/forms/captions.toml`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Final

from absher_desk.printing import identity_words
from absher_desk.printing.moments import clock, gregorian, hijri, moment_in_both, riyadh_day
from absher_desk.printing.paper_layout import PLACEHOLDER, When
from absher_desk.printing.sheets import Words
from absher_desk.printing.wording import Wording, wording
from absher_desk.standards.bidi import isolate
from absher_desk.standards.plates import parse_plate
from absher_desk.standards.request_number import grouped
from absher_desk.standards.shown_dates import both_calendars

RequestFacts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Value:
    """What is shown for a fact: in Arabic (with isolates), and in English where it differs.

    `within` is how an English sentence says it, where that would not stand alone in a field.
    """

    ar: str
    en: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact with its caption."""

    caption: Words
    value: Value


@cache
def captions() -> Wording:
    """The words that all papers of services share."""
    return wording("captions")


def shown(facts: RequestFacts, name: str) -> Shown | None:
    """Caption and value of a fact; None where the request does not state it.

    Raises KeyError for a name that no fact has.
    """
    if name.startswith("details."):
        return _detail(facts, name.removeprefix("details."))
    said = KNOWN[name](facts)
    if said is None or not said.ar:
        return None
    return Shown(captions()[f"fact.{name}"], said)


def holds(facts: RequestFacts, when: When | None) -> bool:
    """Whether a part is drawn for these facts."""
    if when is None:
        return True
    if not when.values:
        return shown(facts, when.fact) is not None
    key = when.fact.removeprefix("details.")
    raw = facts["details"].get(key) if key != when.fact else facts.get(when.fact)
    return str(raw) in when.values


def filled(text: str, facts: RequestFacts, language: str) -> str:
    """A text with the values of its placeholders; a dash for what is not stated."""

    def value(match: Any) -> str:
        found = shown(facts, match.group(1))
        if found is None:
            return "—"
        said = found.value
        return said.within or said.en or said.ar if language == "en" else said.ar

    return PLACEHOLDER.sub(value, text)


def issued_at(facts: RequestFacts) -> datetime:
    """The moment a paper bears: of its approval, of the last decision, else of the entry."""
    made = facts.get("decisions") or ()
    last = facts.get("approver") or (made[-1] if made else None)
    return datetime.fromisoformat(last["at"] if last else facts["registered_at"])


def _detail(facts: RequestFacts, key: str) -> Shown | None:
    for field in facts["fields"]:
        if field.get("key") == key:
            caption = Words(field["label"]["ar"], field["label"]["en"])
            return Shown(caption, field_value(field))
    return None


def field_value(field: Mapping[str, Any]) -> Value:
    """A declared field's value by its type; dates in both calendars, plates in both scripts."""
    text = str(field["ar"])
    form = _BY_TYPE.get(field.get("type", ""))
    if form is not None and text:
        return form(text)
    if field["latin"] and text:
        return Value(isolate(text))
    english = str(field.get("en", ""))
    return Value(text, english if english != text else "")


def _on(day: date) -> Value:
    return Value(both_calendars(day, "ar"), within=both_calendars(day, "en"))


def _at(moment: datetime) -> Value:
    english = both_calendars(riyadh_day(moment), "en")
    return Value(moment_in_both(moment), within=f"{english}, {clock(moment)}")


def _plate(text: str) -> Value:
    plate = parse_plate(text)
    return Value(plate.arabic(), plate.latin())


def _request_number(text: str) -> Value:
    return Value(isolate(grouped(text)))


_BY_TYPE: Final[Mapping[str, Callable[[str], Value]]] = {
    "date": lambda text: _on(date.fromisoformat(text)),
    "datetime": lambda text: _at(datetime.fromisoformat(text)),
    "plate": _plate,
}


def _full(parts: Mapping[str, str] | None) -> str:
    order = ("first", "father", "grandfather", "family")
    return " ".join((parts or {}).get(part) or "" for part in order).strip()


def full_name(applicant: Mapping[str, Any]) -> Words:
    """The applicant's name in both scripts; the English may be empty."""
    arabic, english = _full(applicant["name_ar"]), _full(applicant.get("name_en"))
    return Words(" ".join(arabic.split()), " ".join(english.split()))


def _birth(facts: RequestFacts) -> Value | None:
    applicant = facts["applicant"]
    day = applicant.get("birth_date")
    if day is None:
        return None
    both = (hijri(date.fromisoformat(day), applicant.get("birth_date_hijri")), gregorian(_day(day)))
    return Value(" — ".join(both))


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _nationality(facts: RequestFacts) -> Value | None:
    code = facts["applicant"].get("nationality")
    if code == "SAU":
        return Value("سعودي", "Saudi") if _male(facts) else Value("سعودية", "Saudi")
    return Value(isolate(code)) if code else None


def _male(facts: RequestFacts) -> bool:
    return bool(facts["applicant"].get("sex") != "F")


def _sex(facts: RequestFacts) -> Value | None:
    words = {"M": Value("ذكر", "Male"), "F": Value("أنثى", "Female")}
    return words.get(facts["applicant"].get("sex"))


def _latin(text: str | None) -> Value | None:
    return Value(isolate(text)) if text else None


def _both(words: Mapping[str, str] | None) -> Value | None:
    return Value(words["ar"], words["en"]) if words else None


def _moment(text: str | None) -> Value | None:
    return _at(datetime.fromisoformat(text)) if text else None


def _valid(facts: RequestFacts, end: str) -> Value | None:
    day = (facts.get("validity") or {}).get(end)
    return _on(_day(day)) if day else None


def _decided(facts: RequestFacts, who: str, what: str) -> Value | None:
    decision = facts.get(who)
    if not decision:
        return None
    if what == "at":
        return _moment(decision["at"])
    return _both(decision["officer"])


def _state(facts: RequestFacts) -> Value:
    words = captions()[f"state.{facts['state']}"]
    return Value(words.ar, words.en)


def _address(facts: RequestFacts) -> Value | None:
    address = facts["applicant"].get("address") or {}
    line = "، ".join(
        part
        for part in (
            isolate(address["short"]) if address.get("short") else "",
            address.get("street"), address.get("district"), address.get("city"),
        )
        if part
    )  # fmt: skip
    return Value(line) if line else None


def _id_type(facts: RequestFacts) -> Value:
    words = identity_words.IDENTITY_TYPES[facts["applicant"]["identity_type"]]
    return Value(words.ar, words.en)


def _name(facts: RequestFacts) -> Value:
    words = full_name(facts["applicant"])
    return Value(words.ar, words.en)


def _total(facts: RequestFacts) -> Value | None:
    fees = facts.get("fees") or ()
    total = sum((Decimal(fee["amount"]) for fee in fees), Decimal(0))
    return riyals(total) if fees else None


def riyals(amount: Decimal) -> Value:
    """An amount of money with the name of its unit."""
    shown_amount = f"{amount:,.2f}"
    return Value(f"{isolate(shown_amount)} ريال", f"SAR {shown_amount}")


KNOWN: Final[Mapping[str, Callable[[RequestFacts], Value | None]]] = {
    "request.number": lambda f: Value(isolate(grouped(f["number"]))),
    "request.serial": lambda f: Value(isolate(str(int(f["number"][6:13])))),
    "request.reference": lambda f: _latin(f["reference"]),
    "request.service": lambda f: _both(f["service"]),
    "request.branch": lambda f: _both(f["branch"]),
    "request.state": _state,
    "request.next_step": lambda f: _both(f.get("next_step")),
    "request.reason": lambda f: Value(f["reason"]) if f.get("reason") else None,
    "request.submitted_at": lambda f: _moment(f["submitted_at"]),
    "request.registered_at": lambda f: _moment(f["registered_at"]),
    "request.due_at": lambda f: _moment(f.get("due_at")),
    "request.closed_at": lambda f: _moment(f.get("closed_at")),
    "applicant.name": _name,
    "applicant.name_ar": lambda f: Value(full_name(f["applicant"]).ar),
    "applicant.name_en": lambda f: _latin(full_name(f["applicant"]).en),
    "applicant.id_number": lambda f: _latin(f["applicant"]["identity_number"]),
    "applicant.id_type": _id_type,
    "applicant.birth": _birth,
    "applicant.sex": _sex,
    "applicant.nationality": _nationality,
    "applicant.mobile": lambda f: _latin(f["applicant"].get("mobile")),
    "applicant.email": lambda f: _latin(f["applicant"].get("email")),
    "applicant.address": _address,
    "validity.from": lambda f: _valid(f, "from"),
    "validity.to": lambda f: _valid(f, "to"),
    "reviewer.name": lambda f: _decided(f, "reviewer", "name"),
    "reviewer.at": lambda f: _decided(f, "reviewer", "at"),
    "approver.name": lambda f: _decided(f, "approver", "name"),
    "approver.at": lambda f: _decided(f, "approver", "at"),
    "fees.total": _total,
    "issued.hijri": lambda f: Value(hijri(riyadh_day(issued_at(f)))),
    "issued.gregorian": lambda f: Value(gregorian(riyadh_day(issued_at(f)))),
    "issued.time": lambda f: Value(clock(issued_at(f))),
    "reply": lambda f: Value(f["reply"]) if f.get("reply") else None,
}
