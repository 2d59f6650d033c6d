"""The words of the activation station: values, checks, the code, what is missing."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from absher_desk.operations.codes import CodeState
from absher_desk.presenters.activation_state import Badge
from absher_desk.presenters.wording import ABSENT, language, nationality_in_language
from absher_desk.standards.bidi import isolate
from absher_desk.standards.dates import parse_gregorian, parse_hijri
from absher_desk.standards.problems import Malformed
from absher_desk.standards.shown_dates import shown_gregorian, shown_hijri

_LABELS: Final[Mapping[str, object]] = {
    "identity_number": QT_TRANSLATE_NOOP("ActivationWords", "Identity number"),
    "name_ar.first": QT_TRANSLATE_NOOP("ActivationWords", "First name"),
    "name_ar.father": QT_TRANSLATE_NOOP("ActivationWords", "Father"),
    "name_ar.grandfather": QT_TRANSLATE_NOOP("ActivationWords", "Grandfather"),
    "name_ar.family": QT_TRANSLATE_NOOP("ActivationWords", "Family name"),
    "name_en": QT_TRANSLATE_NOOP("ActivationWords", "Name in English"),
    "birth_date_hijri": QT_TRANSLATE_NOOP("ActivationWords", "Birth date (AH)"),
    "birth_date": QT_TRANSLATE_NOOP("ActivationWords", "Birth date (CE)"),
    "sex": QT_TRANSLATE_NOOP("ActivationWords", "Sex"),
    "nationality": QT_TRANSLATE_NOOP("ActivationWords", "Nationality"),
    "address.short": QT_TRANSLATE_NOOP("ActivationWords", "Short address"),
    "mobile": QT_TRANSLATE_NOOP("ActivationWords", "Mobile"),
}
_VALUES: Final[Mapping[tuple[str, str], object]] = {
    ("sex", "M"): QT_TRANSLATE_NOOP("ActivationWords", "Male"),
    ("sex", "F"): QT_TRANSLATE_NOOP("ActivationWords", "Female"),
}
# The point's heading in the panel, and its name in the sentence of what is missing.
_HEADINGS: Final[Mapping[str, object]] = {
    "original-seen": QT_TRANSLATE_NOOP("ActivationWords", "Original document"),
    "mobile-transfer-told": QT_TRANSLATE_NOOP("ActivationWords", "Notice of the mobile's move"),
    "portrait": QT_TRANSLATE_NOOP("ActivationWords", "Portraits"),
}
_CODE_BADGES: Final[Mapping[CodeState, tuple[object, str]]] = {
    CodeState.NONE: (QT_TRANSLATE_NOOP("ActivationWords", "Not sent yet"), "neutral"),
    CodeState.SENT: (QT_TRANSLATE_NOOP("ActivationWords", "Waiting for the code"), "amber"),
    CodeState.EXPIRED: (QT_TRANSLATE_NOOP("ActivationWords", "Expired"), "red"),
    CodeState.EXHAUSTED: (QT_TRANSLATE_NOOP("ActivationWords", "No tries left"), "red"),
    CodeState.CONFIRMED: (QT_TRANSLATE_NOOP("ActivationWords", "Confirmed"), "green"),
}
_CODE_EVENTS: Final[Mapping[str, object]] = {
    "code-sent": QT_TRANSLATE_NOOP("ActivationWords", "Code sent"),
    "code-resent": QT_TRANSLATE_NOOP("ActivationWords", "New code sent, the earlier one is void"),
    "code-not-sent": QT_TRANSLATE_NOOP("ActivationWords", "The code could not be sent"),
    "code-refused": QT_TRANSLATE_NOOP("ActivationWords", "A wrong code was dictated"),
    "code-confirmed": QT_TRANSLATE_NOOP("ActivationWords", "Mobile confirmed"),
}
_NAMED_MISSING: Final = 3


class ActivationWords(QObject):
    """Says what the station shows in the language in force; numbers are isolated."""

    def row_label(self, key: str) -> str:
        """What a compared value is called."""
        return self.tr(str(_LABELS.get(key, key)))

    def row_value(self, key: str, value: str) -> str:
        """A compared value as it is read; what is no date is shown as it was stated."""
        if not value:
            return ABSENT
        known = _VALUES.get((key, value))
        if known is not None:
            return self.tr(str(known))
        if key.startswith("name_ar"):
            return value
        if key == "nationality":
            return nationality_in_language(value)
        if key == "mobile":
            return mobile(value)
        return _date(key, value) or isolate(value)

    def row_note(self, key: str, register: str) -> str:
        """What stands for a verdict where one side is empty."""
        if key == "mobile":
            return self.tr("By the code")
        return self.tr("Not stated") if register else ABSENT

    def register_value(self, key: str, value: str) -> str:
        """The register's value, or that it has none."""
        return self.row_value(key, value) if value else self.tr("Not in the register")

    def heading(self, key: str, label: str) -> str:
        """A short name of a check; its label where it has none."""
        return self.tr(str(_HEADINGS[key])) if key in _HEADINGS else label

    def code_badge(self, state: CodeState) -> Badge:
        """Where the verification of the mobile stands."""
        text, tone = _CODE_BADGES[state]
        return Badge(text=self.tr(str(text)), tone=tone)

    def code_event(self, kind: str) -> str:
        """An event of the code; empty for any other."""
        return self.tr(str(_CODE_EVENTS[kind])) if kind in _CODE_EVENTS else ""

    def tallies(self, verdicts: Sequence[str]) -> tuple[Badge, ...]:
        """How many rows agree, are spelled otherwise, differ."""
        same, spelled = verdicts.count("same"), verdicts.count("spelling")
        different = verdicts.count("different")
        found = (
            Badge(text=self.tr("%n matching", "", same), tone="green", icon="check"),
            Badge(text=self.tr("%n spelling difference(s)", "", spelled), tone="amber"),
            Badge(text=self.tr("%n difference(s)", "", different), tone="red", icon="x"),
        )
        counts = (same, spelled, different)
        return tuple(badge for badge, count in zip(found, counts, strict=True) if count)

    def missing(self, points: Sequence[str], headings: Mapping[str, str]) -> str:
        """The open points as one sentence, the code first; at most three by name."""
        ordered = sorted(points, key=lambda point: point != "code")
        # As a sentence of the action bar, which has room for about so many words.
        shown = _NAMED_MISSING if len(ordered) <= _NAMED_MISSING else _NAMED_MISSING - 1
        named = [self._point(point, headings) for point in ordered[:shown]]
        rest = len(ordered) - len(named)
        if rest:
            named.append(self.tr("%n more", "", rest))
        if not named:
            return ""
        listed = named[0]
        for name in named[1:]:
            listed = self.tr("{before}, {next}").format(before=listed, next=name)
        return self.tr("Still missing: {list}").format(list=listed)

    def document(self, document: Mapping[str, Any]) -> str:
        """The register's identity document in a few words."""
        copy, expires = document.get("copy"), document.get("expires_hijri")
        parts = []
        if copy:
            parts.append(self.tr("Copy {copy}").format(copy=isolate(str(copy))))
        if expires:
            day = _date("expires_hijri", str(expires)) or isolate(str(expires))
            parts.append(self.tr("valid until {day}").format(day=day))
        if len(parts) < 2:
            return "".join(parts)
        return self.tr("{before}, {next}").format(before=parts[0], next=parts[1])

    def validity(self, *, valid: bool) -> Badge:
        """Whether the identity document is valid today."""
        if valid:
            return Badge(text=self.tr("Valid"), tone="green")
        return Badge(text=self.tr("Document expired"), tone="red")

    def refused_note(self) -> str:
        """What an outcome means that does not let the step go on."""
        return self.tr("This bars the activation: return (F6) or reject (F8).")

    def _point(self, point: str, headings: Mapping[str, str]) -> str:
        kind, _, key = point.partition(":")
        if kind == "code":
            return self.tr("the code")
        if kind == "row":
            return self.tr("difference in {value}").format(value=self.row_label(key))
        heading = headings.get(key, key)
        return heading[:1].lower() + heading[1:]


def mobile(number: str) -> str:
    """A stored number as it is dialled from anywhere, grouped and isolated."""
    national = number.removeprefix("+966")
    return isolate(f"+966 {national[:2]} {national[2:5]} {national[5:]}")


def countdown(left: timedelta) -> str:
    """Time left as mm:ss, or h:mm:ss; never below nothing."""
    seconds = max(0, round(left.total_seconds()))
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return isolate(f"{hours}:{minutes:02d}:{seconds:02d}")
    return isolate(f"{minutes:02d}:{seconds:02d}")


def _date(key: str, value: str) -> str:
    try:
        if key.endswith("_hijri"):
            return shown_hijri(parse_hijri(value), language())
        if key.endswith("_date"):
            return shown_gregorian(parse_gregorian(value), language())
    except Malformed:
        return ""
    return ""
