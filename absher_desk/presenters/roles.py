"""Names and roles of staff in the language of the screen."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from absher_desk.operations.officer import Officer

_WORDS = {
    "supervisor": QT_TRANSLATE_NOOP("Roles", "Supervisor"),
    "activation-officer": QT_TRANSLATE_NOOP("Roles", "Activation officer"),
    "clerk": QT_TRANSLATE_NOOP("Roles", "Branch clerk"),
    "passport-clerk": QT_TRANSLATE_NOOP("Roles", "Passport clerk"),
    "dispatch-clerk": QT_TRANSLATE_NOOP("Roles", "Dispatch clerk"),
    "administrator": QT_TRANSLATE_NOOP("Roles", "Administrator"),
    "auditor": QT_TRANSLATE_NOOP("Roles", "Auditor"),
}


def role_words(officer: Officer) -> str:
    """The officer's roles, the weightiest first."""
    held = [str(words) for role, words in _WORDS.items() if role in officer.roles]
    return " · ".join(QCoreApplication.translate("Roles", words) for words in held)


def name_of(officer: Officer, language: str) -> str:
    """His name in the language."""
    return officer.name_en if language == "en" else officer.name_ar


def initials_of(officer: Officer, language: str) -> str:
    """First letters of first and family name; Arabic ones joined as on a badge."""
    words = name_of(officer, language).split()
    return "".join(word.removeprefix("ال")[:1] for word in (words[0], words[-1])) if words else ""
