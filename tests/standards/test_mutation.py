"""Every entry of the standards' tables is held by a vector: changed, at least one vector fails."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from types import ModuleType
from typing import NamedTuple

import pytest

from absher_desk.standards import (
    c40,
    identity,
    mrz,
    mrz_check_digits,
    mrz_content,
    mrz_dates,
    mrz_document_codes,
    mrz_td1,
    plates,
    s10,
    seal_header,
    transliteration,
)
from absher_desk.standards.mrz_lines import Span
from tests.standards import standards_hold

# What a broken standard may answer with instead of a wrong value.
BROKEN = (ValueError, LookupError, OverflowError, TypeError)


class Mutation(NamedTuple):
    """A name in a module, its changed value, and the vectors that must notice."""

    label: str
    module: ModuleType
    name: str
    value: object
    holds: Callable[[], bool]

    @property
    def id(self) -> str:
        return f"{self.module.__name__.rpartition('.')[2]}.{self.name}[{self.label}]"


def of_table(module, name, change, holds) -> Iterator[Mutation]:
    """One mutation for each entry of a mapping, a sequence or a string."""
    table = getattr(module, name)
    keys = table if isinstance(table, dict) else range(len(table))
    for key in keys:
        yield Mutation(ascii(key), module, name, with_entry(table, key, change(table[key])), holds)


def with_entry(table, key, value):
    if isinstance(table, dict):
        return {**table, key: value}
    entries = [value if index == key else entry for index, entry in enumerate(table)]
    return "".join(entries) if isinstance(table, str) else type(table)(entries)


def of_constant(module, name, values, holds) -> Iterator[Mutation]:
    for value in values:
        yield Mutation(ascii(value), module, name, value, holds)


def of_fields(module, holds) -> Iterator[Mutation]:
    """Each field of a zone begun one column early or late, or ended one early."""
    for key, span in module.FIELDS.items():
        for label, moved in edges(span):
            yield Mutation(f"{key} {label}", module, "FIELDS", {**module.FIELDS, key: moved}, holds)


def of_checks(module, holds) -> Iterator[Mutation]:
    """Each check digit read one column off, and each part of what it covers cut or moved."""
    for key, check in module.CHECKS.items():
        moved = {"column": replace(check, column=check.column - 1)}
        for index, span in enumerate(check.spans):
            for label, edge in edges(span):
                spans = with_entry(check.spans, index, edge)
                moved[f"{index} {label}"] = replace(check, spans=spans)
        for label, changed in moved.items():
            checks = {**module.CHECKS, key: changed}
            yield Mutation(f"{key} {label}", module, "CHECKS", checks, holds)


def edges(span: Span) -> list[tuple[str, Span]]:
    return [
        ("early", replace(span, first=span.first - 1)),
        ("late", replace(span, first=span.first + 1)),
        ("short", replace(span, last=span.last - 1)),
    ]


def day_off(day: date) -> list[date]:
    return [day - timedelta(days=1), day + timedelta(days=1)]


def next_digit(digit: str) -> str:
    return str((int(digit) + 1) % 10)


def mutations() -> Iterator[Mutation]:
    digits, td3, td1 = standards_hold.mrz_check_digits, standards_hold.td3, standards_hold.td1
    arabic, texts = standards_hold.arabic_names, standards_hold.c40_texts
    headers, codes = standards_hold.seal_headers, standards_hold.document_codes

    yield from of_table(mrz_check_digits, "VALUES", lambda value: value + 1, digits)
    yield from of_table(mrz_check_digits, "WEIGHTS", lambda weight: weight + 1, digits)
    yield from of_table(mrz_content, "SEXES", lambda sex: "MFXM"["MFX".index(sex) + 1], td3)
    yield from of_fields(mrz, td3)
    yield from of_checks(mrz, td3)
    yield from of_fields(mrz_td1, td1)
    yield from of_checks(mrz_td1, td1)
    yield from of_constant(mrz, "WIDTH", (43, 45), td3)
    yield from of_constant(mrz, "NUMBER_WIDTH", (8, 10), td3)
    yield from of_constant(mrz, "OPTIONAL_WIDTH", (13, 15), td3)
    yield from of_constant(mrz_td1, "WIDTH", (29, 31), td1)
    yield from of_constant(mrz_dates, "EXPIRY_YEARS_AHEAD", (19, 21), td3)
    yield from of_table(mrz_document_codes, "KINDS", lambda kind: f"{kind}-other", codes)
    for name in ("LETTER_FROM_TABLE_SINCE", "LETTER_REQUIRED_SINCE", "LETTERLESS_EXPIRE_BEFORE"):
        days = day_off(getattr(mrz_document_codes, name))
        yield from of_constant(mrz_document_codes, name, days, codes)
    yield from of_table(transliteration, "CODES", lambda code: f"{code}Q", arabic)
    yield from of_table(transliteration, "CODES", lambda code: code[:-1] or "QQ", arabic)
    yield from of_constant(transliteration, "FINAL_TEH_MARBUTA", ("XTA", "XA"), arabic)
    yield from of_constant(transliteration, "TEH_MARBUTA", ("ه", ""), arabic)
    yield from of_constant(transliteration, "SHADDA", ("َ",), arabic)
    yield from of_table(c40, "VALUES", lambda value: value + 1, texts)
    yield from of_constant(c40, "PAD", (1, 3), texts)
    yield from of_constant(c40, "UNLATCH", (0xFD, 0xFF), texts)
    yield from of_table(seal_header, "VERSION_BYTES", lambda byte: byte + 2, headers)
    yield from of_constant(seal_header, "MAGIC", (0xDB, 0xDD), headers)

    numbers, items = standards_hold.identity_numbers, standards_hold.postal_items
    letters = standards_hold.plate_letters
    yield from of_table(identity, "_DOUBLED", lambda value: (value + 1) % 10, numbers)
    yield from of_table(s10, "_WEIGHTS", lambda weight: weight + 1, items)
    yield from of_table(s10, "_CHECK_DIGITS", next_digit, items)
    yield from of_table(plates, "_TO_LATIN", lambda _: "Q", letters)
    yield from of_table(plates, "_TO_ARABIC", lambda _: "ث", letters)


MUTATIONS = list(mutations())
ORACLES = sorted({mutation.holds for mutation in MUTATIONS}, key=lambda holds: holds.__name__)


@pytest.mark.parametrize("holds", ORACLES, ids=lambda holds: holds.__name__)
def test_the_vectors_hold_for_the_standard_as_it_is(holds):
    assert holds()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.id)
def test_a_vector_notices_the_change(mutation, monkeypatch):
    monkeypatch.setattr(mutation.module, mutation.name, mutation.value)
    try:
        still_holds = mutation.holds()
    except BROKEN:
        still_holds = False
    assert not still_holds


def test_every_table_entry_is_mutated():
    by_table = {
        key: len(list(group)) for key, group in groupby(MUTATIONS, lambda m: m.id.split("[")[0])
    }
    assert by_table["transliteration.CODES"] == 2 * len(transliteration.CODES)
    assert by_table["mrz_check_digits.VALUES"] == 37
    assert by_table["c40.VALUES"] == 37
    assert (by_table["s10._WEIGHTS"], by_table["identity._DOUBLED"]) == (8, 10)
