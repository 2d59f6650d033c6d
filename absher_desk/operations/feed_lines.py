"""The boundary of the feed: from a line's bytes to sound parts, with every fault of its form.

Only the form is judged here (`interfaces.md`, intake feed): names of fields, which must be there,
text or list or yes-no, and the closed words. What the values mean is judged by `feed_values`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, NotRequired

import orjson
from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config
from pydantic_core import ErrorDetails
from typing_extensions import TypedDict

from absher_desk.operations.feed_file import RawLine
from absher_desk.standards.problems import Problem

MOST_PROBLEMS: Final = 100
MOST_ATTACHMENTS: Final = 20
_LONGEST_NAME: Final = 60
_FORM: Final = ConfigDict(extra="forbid", strict=True)


@with_config(_FORM)
class _Name(TypedDict, total=False):
    first: Any
    father: Any
    grandfather: Any
    family: Any


@with_config(_FORM)
class _Address(TypedDict, total=False):
    short: Any
    building: Any
    street: Any
    secondary: Any
    district: Any
    city: Any
    postal_code: Any
    region: Any
    unit: Any


@with_config(_FORM)
class _Applicant(TypedDict):
    id_number: str
    id_type: Literal["citizen", "resident", "border", "establishment"]
    name_ar: _Name
    name_en: NotRequired[_Name | None]
    birth_date: NotRequired[str | None]
    birth_date_hijri: NotRequired[str | None]
    sex: Literal["M", "F"]
    nationality: str
    mobile: str
    email: str
    language: Literal["ar", "en"]
    address: _Address


@with_config(_FORM)
class _Attachment(TypedDict):
    name: str
    kind: str
    sha256: str
    file: str


@with_config(_FORM)
class _Line(TypedDict):
    reference: str
    source: Literal["portal", "bank", "kiosk", "hospital", "government"]
    service: str
    submitted_at: str
    branch: str
    audience: Literal["individual", "business", "government"]
    urgent: NotRequired[bool | None]
    applicant: _Applicant
    details: dict[str, Any]
    attachments: NotRequired[list[_Attachment] | None]
    delivery: Literal["counter", "post"]
    errors: NotRequired[Any]  # a line of a rejects file, corrected and sent again


_LINE: Final = TypeAdapter(_Line)

_CODES: Final[Mapping[str, str]] = {
    "missing": "field.missing",
    "extra_forbidden": "field.unknown",
    "string_type": "field.not-text",
    "bool_type": "field.not-yes-no",
    "dict_type": "field.not-object",
    "list_type": "field.not-list",
    "literal_error": "field.not-allowed",
}


@dataclass(frozen=True, slots=True)
class Parts:
    """What a line holds. `sound` lacks every part that has one of the `problems`.

    `given` is the whole object as it came; None when the line is not an object at all.
    """

    sound: dict[str, Any]
    problems: Sequence[Problem]
    given: dict[str, Any] | None


def read_line(line: RawLine) -> Parts:
    """The parts of a line, faults of its form included; raises nothing."""
    if line.too_long:
        return Parts({}, (Problem("line.too-long"),), None)
    try:
        given = orjson.loads(line.data)
    except orjson.JSONDecodeError:
        return Parts({}, (Problem(_unreadable(line.data)),), None)
    if not isinstance(given, dict):
        return Parts({}, (Problem("line.not-object"),), None)
    try:
        sound: dict[str, Any] = {**_LINE.validate_python(given)}
    except ValidationError as fault:
        errors = fault.errors(include_url=False, include_context=True)[:MOST_PROBLEMS]
        return Parts(_without(given, errors), tuple(map(_problem, errors)), given)
    if len(sound.get("attachments") or ()) > MOST_ATTACHMENTS:
        many = Problem("field.too-many", "attachments", {"max": MOST_ATTACHMENTS})
        return Parts({**sound, "attachments": None}, (many,), given)
    return Parts(sound, (), given)


def _unreadable(data: bytes) -> str:
    if not data.strip():
        return "line.empty"
    try:
        data.decode()
    except UnicodeDecodeError:
        return "line.not-utf8"
    return "line.not-json"


def _problem(error: ErrorDetails) -> Problem:
    path = ".".join(_steps(error))
    code = _CODES.get(error["type"], "field.unreadable")
    if error["input"] is None and code != "field.unknown":
        return Problem("field.missing", path)
    if code == "field.not-allowed":
        allowed = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        return Problem(code, path, {"allowed": allowed})
    return Problem(code, path)


def _steps(error: ErrorDetails) -> Iterator[str]:
    for step in error["loc"]:
        yield str(step)[:_LONGEST_NAME]


def _without(given: dict[str, Any], errors: Sequence[ErrorDetails]) -> dict[str, Any]:
    """A copy without the faulty parts, so that what is left can still be checked.

    Copied along the way to each fault only: the rest may be nested as deep as a sender likes.
    """
    sound = dict(given)
    for error in errors:
        *way, last = error["loc"]
        if way and way[0] == "attachments":
            index = error["loc"][1]  # its place stays taken, for the numbers of the others
            sound["attachments"] = [
                None if number == index else one for number, one in enumerate(sound["attachments"])
            ]
            continue
        part: dict[Any, Any] = sound
        for step in way:
            part[step] = dict(part[step])
            part = part[step]
        part.pop(last, None)
    return sound
