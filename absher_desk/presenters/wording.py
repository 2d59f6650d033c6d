"""The words that every screen shares: states, sources, roles, events, in the language in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale, QObject

from absher_desk.catalogue.entries import Catalogue, Text
from absher_desk.catalogue.nationalities import load_nationalities
from absher_desk.standards.bidi import isolate
from absher_desk.system.texts import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A word of state; `tone` is a tone of the chips, empty for plain words without a chip."""

    words: str
    tone: str = ""


_STATES: Final[Mapping[str, tuple[object, str]]] = {
    "registered": (QT_TRANSLATE_NOOP("Wording", "New"), ""),
    "in-progress": (QT_TRANSLATE_NOOP("Wording", "In progress"), "info"),
    "awaiting-applicant": (QT_TRANSLATE_NOOP("Wording", "On hold"), ""),
    "returned": (QT_TRANSLATE_NOOP("Wording", "Returned"), "amber"),
    "completed": (QT_TRANSLATE_NOOP("Wording", "Completed"), "green"),
    "rejected": (QT_TRANSLATE_NOOP("Wording", "Rejected"), "red"),
    "cancelled": (QT_TRANSLATE_NOOP("Wording", "Cancelled"), "neutral"),
    "filed": (QT_TRANSLATE_NOOP("Wording", "Filed"), "neutral"),
}
_SOURCES: Final[Mapping[str, object]] = {
    "portal": QT_TRANSLATE_NOOP("Wording", "Portal"),
    "bank": QT_TRANSLATE_NOOP("Wording", "Bank"),
    "kiosk": QT_TRANSLATE_NOOP("Wording", "Kiosk"),
    "hospital": QT_TRANSLATE_NOOP("Wording", "Hospital"),
    "government": QT_TRANSLATE_NOOP("Wording", "Government"),
    "counter": QT_TRANSLATE_NOOP("Wording", "Counter"),
}
_ROLES: Final[Mapping[str, object]] = {
    "activation-officer": QT_TRANSLATE_NOOP("Wording", "Activation officer"),
    "clerk": QT_TRANSLATE_NOOP("Wording", "Branch clerk"),
    "passport-clerk": QT_TRANSLATE_NOOP("Wording", "Passport clerk"),
    "dispatch-clerk": QT_TRANSLATE_NOOP("Wording", "Dispatch clerk"),
    "supervisor": QT_TRANSLATE_NOOP("Wording", "Supervisor"),
    "administrator": QT_TRANSLATE_NOOP("Wording", "Administrator"),
    "auditor": QT_TRANSLATE_NOOP("Wording", "Auditor"),
}
_BARS: Final[Mapping[str, object]] = {
    "own-request": QT_TRANSLATE_NOOP("Wording", "This is your own request; a colleague takes it."),
    "four-eyes": QT_TRANSLATE_NOOP(
        "Wording", "You did an earlier step; a second person takes this one."
    ),
}
_EVENTS: Final[Mapping[str, object]] = {
    "work-claimed": QT_TRANSLATE_NOOP("Wording", "Taken from the queue"),
    "claim-released": QT_TRANSLATE_NOOP("Wording", "Given back to the queue"),
    "claim-expired": QT_TRANSLATE_NOOP("Wording", "Back in the queue: its time ran out"),
    "work-held": QT_TRANSLATE_NOOP("Wording", "Held until the applicant answers"),
    "work-resumed": QT_TRANSLATE_NOOP("Wording", "Back in work"),
    "work-assigned": QT_TRANSLATE_NOOP("Wording", "Assigned to a colleague"),
    "code-sent": QT_TRANSLATE_NOOP("Wording", "Code sent"),
    "code-not-sent": QT_TRANSLATE_NOOP("Wording", "The code could not be sent"),
    "code-refused": QT_TRANSLATE_NOOP("Wording", "A wrong code was given"),
    "code-confirmed": QT_TRANSLATE_NOOP("Wording", "Code confirmed"),
    "message-sent": QT_TRANSLATE_NOOP("Wording", "Message sent to the applicant"),
    "message-given-up": QT_TRANSLATE_NOOP("Wording", "A message could not be sent"),
    "print-started": QT_TRANSLATE_NOOP("Wording", "Sent to the printer"),
    "print-printed": QT_TRANSLATE_NOOP("Wording", "Printed"),
    "print-failed": QT_TRANSLATE_NOOP("Wording", "Printing failed"),
    "print-outcome-unknown": QT_TRANSLATE_NOOP("Wording", "Check the printer: outcome unknown"),
    "document-issued": QT_TRANSLATE_NOOP("Wording", "Paper made"),
}
ABSENT: Final = "—"
"""Stands where there is nothing to say."""


def language() -> Language:
    """The language of the screen, as `ScreenLanguage` has set the default locale."""
    return "ar" if QLocale().language() == QLocale.Language.Arabic else "en"


def in_language(words: Text) -> str:
    """Words of the catalogue in the language of the screen."""
    return words.in_(language())


def nationality_in_language(code: str) -> str:
    """A nationality's name in the language of the screen; a code without name as it is."""
    known = load_nationalities().get(code)
    return isolate(code) if known is None else in_language(known)


def name_in_language(arabic: str | None, english: str | None) -> str:
    """A person's name as the screen's language writes it; the other script if one is missing."""
    first, second = (arabic, english) if language() == "ar" else (english, arabic)
    return first or second or ""


class Wording(QObject):
    """Says codes in words. A code that is not known is shown as it is, never hidden."""

    def state(self, code: str) -> Said:
        """A request's state."""
        words, tone = _STATES.get(code, (code, "neutral"))
        return Said(words=self.tr(str(words)), tone=tone)

    def source(self, code: str) -> str:
        """The channel a request came by."""
        return self.tr(str(_SOURCES.get(code, code)))

    def role(self, code: str) -> str:
        """What somebody is at the branch."""
        return self.tr(str(_ROLES.get(code, code)))

    def bar(self, cause: str) -> str:
        """Why somebody may not take a step."""
        return self.tr(str(_BARS.get(cause, cause)))

    def told(self, kind: str, data: Mapping[str, Any], catalogue: Catalogue, service: str) -> str:
        """An event of a request as its way tells it; empty for what is not told there."""
        if kind == "request-registered":
            source = self.source(str(data.get("source", "")))
            return self.tr("Received from: {source}").format(source=source)
        if "outcome" in data and "step" in data:
            return _step_finished(catalogue, service, str(data["step"]), str(data["outcome"]))
        return self.tr(str(_EVENTS[kind])) if kind in _EVENTS else ""

    def requests(self, count: int) -> str:
        """So many requests."""
        return self.tr("%n request(s)", "", count)

    def held(self, count: int) -> str:
        """How many requests somebody holds."""
        return self.tr("holds %n", "", count)


def _step_finished(catalogue: Catalogue, service: str, step: str, outcome: str) -> str:
    """A step's title and what it ended in; a step that left the catalogue keeps its key."""
    if catalogue.unknown(service) or step not in catalogue.service(service).steps:
        return f"{step}: {outcome}"
    found = catalogue.service(service).step(step)
    label = catalogue.outcome_label(found.kind, outcome, language())
    return f"{in_language(found.title)}: {label}"
