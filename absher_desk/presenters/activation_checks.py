"""What is compared, checked and still open at the activation station, as its view draws it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from absher_desk.catalogue.entries import Check
from absher_desk.operations.activation import MOBILE_MOVE_TOLD, StillMissing, still_missing
from absher_desk.operations.codes import CodeState
from absher_desk.operations.comparison import ComparedValue, Comparison
from absher_desk.operations.steps import checks_missing
from absher_desk.presenters.activation_opening import Opened
from absher_desk.presenters.activation_state import Badge, CheckItem, ComparedRow
from absher_desk.presenters.activation_words import ActivationWords
from absher_desk.presenters.differences import differing
from absher_desk.presenters.wording import in_language
from absher_desk.standards.dates import parse_hijri, to_gregorian
from absher_desk.standards.problems import Malformed

PORTRAIT_CHECK: Final = "portrait"
"""The check that stands beside the two pictures; the other checks have their own panel."""

_ORIGINAL_CHECK: Final = "original-seen"
_TICKED: Final = "yes"


@dataclass(slots=True)
class Entered:
    """What the officer has entered and not yet decided."""

    answers: dict[str, Any] = field(default_factory=dict)
    accepted: set[str] = field(default_factory=set)
    note: str = ""

    def draft(self) -> dict[str, Any]:
        """As it is kept with the request."""
        return {
            "answers": dict(self.answers),
            "accepted": sorted(self.accepted),
            "note": self.note,
        }

    def restore(self, draft: Mapping[str, Any], opened: Opened) -> None:
        """Take up a draft; what no longer belongs to this step is left out."""
        known = {check.key for check in opened.step.checklist}
        answers = draft.get("answers", {})
        self.answers = {key: value for key, value in answers.items() if key in known}
        self.accepted = set(draft.get("accepted", ())) & opened.comparison.to_accept
        self.note = str(draft.get("note", ""))


def asked_checks(opened: Opened) -> tuple[Check, ...]:
    """The checklist, the mobile's move only where one is at hand."""
    return tuple(
        check
        for check in opened.step.checklist
        if check.key != MOBILE_MOVE_TOLD or opened.comparison.mobile_moves
    )


def missing_now(opened: Opened, entered: Entered, state: CodeState) -> StillMissing:
    """The one rule of when the account may be activated, on what is entered now."""
    return still_missing(
        tuple(checks_missing(opened.step, entered.answers)),
        opened.comparison,
        entered.accepted,
        code_confirmed=state is CodeState.CONFIRMED,
        answers=entered.answers,
    )


def open_points(opened: Opened, missing: StillMissing) -> tuple[str, ...]:
    """The open points in the order of the keyboard: portraits, rows, other checks, the code."""
    held = set(missing.checks) | ({MOBILE_MOVE_TOLD} if missing.mobile_move else set())
    checks = [check.key for check in asked_checks(opened) if check.key in held]
    portrait = [key for key in checks if key == PORTRAIT_CHECK]
    others = [key for key in checks if key != PORTRAIT_CHECK]
    rows = [row.key for row in opened.comparison.rows if row.key in missing.rows]
    return (
        *(f"check:{key}" for key in portrait),
        *(f"row:{key}" for key in rows),
        *(f"check:{key}" for key in others),
        *(("code",) if missing.code else ()),
    )


def compared_rows(
    comparison: Comparison, accepted: set[str], words: ActivationWords
) -> tuple[ComparedRow, ...]:
    """The comparison as it is read, with the characters that differ."""
    return tuple(_row(row, row.key in accepted, words) for row in comparison.rows)


def _row(row: ComparedValue, accepted: bool, words: ActivationWords) -> ComparedRow:  # noqa: FBT001 (a fact of the row)
    stated = words.row_value(row.key, row.stated)
    register = words.register_value(row.key, row.register)
    shown = ComparedRow(
        key=row.key,
        label=words.row_label(row.key),
        stated=stated,
        register=register,
        verdict=str(row.verdict),
        accepted=accepted,
        note=words.row_note(row.key, row.register),
    )
    if not shown.wants_acceptance:
        return shown
    in_stated, in_register = differing(stated, register)
    return replace(shown, stated_spans=in_stated, register_spans=in_register)


def check_items(
    opened: Opened, entered: Entered, current: str, today: date, words: ActivationWords
) -> Iterator[CheckItem]:
    """The checks that are asked; `current` is the open point where the officer should look."""
    for check in asked_checks(opened):
        answer = entered.answers.get(check.key)
        label = in_language(check.label)
        item = CheckItem(
            key=check.key,
            title=words.heading(check.key, label),
            label=label,
            choices=tuple((str(c.value), in_language(c.label)) for c in check.choices),
            value=(str(answer) if check.choices else _TICKED) if answer else "",
            state=_state(check, answer, current),
        )
        if item.state == "refused":
            item = replace(item, note=words.refused_note())
        elif check.key == _ORIGINAL_CHECK:
            document = opened.comparison.document
            item = replace(
                item, note=words.document(document), badge=_validity(document, today, words)
            )
        yield item


def _state(check: Check, answer: object, current: str) -> str:
    accepted = answer in check.accepted if check.accepted else bool(answer)
    if accepted:
        return "done"
    if answer and check.accepted:
        return "refused"
    return "current" if current == f"check:{check.key}" else "ahead"


def _validity(document: Mapping[str, Any], today: date, words: ActivationWords) -> Badge:
    """Whether the register's identity document is valid today; nothing where it does not say."""
    try:
        expires = to_gregorian(parse_hijri(str(document.get("expires_hijri", ""))))
    except Malformed:
        return Badge()
    return words.validity(valid=expires >= today)
