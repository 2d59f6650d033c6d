"""What a document is made from: frozen values, complete before drawing starts.

Sheets hold no database objects and no formatted text: printing formats. The same sheet makes the
same bytes.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Words:
    """One phrase in both languages; `en` may be empty where the source has no English."""

    ar: str
    en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """The member of staff who signs a document."""

    number: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckMade:
    """One check of the applicant, as recorded; `at` carries a time zone."""

    label: Words
    outcome: Words
    at: datetime
    passed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One declared field of a request; `latin` values (numbers, codes) run left to right."""

    label: Words
    value: str
    latin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivationSheet:
    """Account activation declaration (إقرار تفعيل حساب).

    `request_number` is the fifteen digits. `birth_date_hijri` is the Hijri date as it was entered
    (YYYY-MM-DD), kept even where conversion of `birth_date` would differ by a day.
    `copy_number` 0 is the original.
    """

    request_number: str
    branch: Words
    applicant_name: Words
    id_number: str
    id_type: Words
    birth_date: date | None
    birth_date_hijri: str | None
    mobile: str
    email: str
    username: str
    language: Words
    channel: Words
    checks: tuple[CheckMade, ...]
    officer: Officer
    activated_at: datetime
    copy_number: int = 0
    specimen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptSheet:
    """Receipt for any request (إيصال طلب): what was declared, under which number."""

    request_number: str
    service: Words
    branch: Words
    applicant_name: Words
    id_number: str
    id_type: Words
    mobile: str
    fields: tuple[Field, ...]
    officer: Officer
    registered_at: datetime
    copy_number: int = 0
    specimen: bool = False


CellKind = Literal["text", "latin", "count", "share"]
CellValue = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a report table; `weight` is its share of the width.

    Kinds: `text`; `latin` for numbers and codes that are names; `count` for whole numbers that
    may be added up; `share` for a fraction from 0 to 1, shown as a percentage.
    """

    title: Words
    kind: CellKind = "text"
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table of a report; `totals` is its last row, one value for each column, or empty."""

    title: Words
    columns: tuple[Column, ...]
    rows: tuple[tuple[CellValue, ...], ...]
    totals: tuple[CellValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """One figure at the head of a report."""

    label: Words
    value: int | float | str
    kind: CellKind = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A place to sign at the end of a report; the name may be empty."""

    role: Words
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReportSheet:
    """A branch's day (التقرير اليومي): screen, PDF and spreadsheet show this and nothing else.

    `document_number` is digits; `generated_at` carries a time zone and is the only time shown.
    `closed` says whether the day is closed; an open day's report is marked as provisional.
    """

    title: Words
    branch: Words
    branch_code: str
    day: date
    document_number: str
    generated_at: datetime
    key_figures: tuple[KeyFigure, ...]
    sections: tuple[Section, ...]
    signatures: tuple[Signature, ...]
    closed: bool = True
    specimen: bool = False
