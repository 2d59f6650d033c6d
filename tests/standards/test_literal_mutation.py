"""Every number and character in the tables of the standards matters to a vector or to others."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable
from types import ModuleType
from typing import NamedTuple

import pytest

import absher_desk.standards
from absher_desk.standards import (
    account_names,
    address,
    bidi,
    calendar_names,
    countries,
    dates,
    digits,
    folding,
    identity,
    keyboard_layout,
    mail,
    mobile,
    mod97,
    mrz_names,
    names,
    opening_hours,
    passport_number,
    plates,
    postal_numbers,
    regions,
    request_number,
    s10,
    s10_indicators,
    seal_features,
    seal_header,
    transliteration,
    transliteration_table,
    working_time,
)
from tests.standards import documents_hold, numbers_hold, tables_hold
from tests.standards.literal_mutation import literals, survivors
from tests.standards.test_mutation import MUTATIONS


class Table(NamedTuple):
    """A module, what its tables are held by, and functions whose numbers belong to them."""

    module: ModuleType
    holds: Callable[[ModuleType], bool]
    functions: tuple[str, ...] = ()


TABLES = [
    Table(account_names, tables_hold.account_names),
    Table(address, documents_hold.addresses),
    Table(bidi, tables_hold.bidi),
    Table(calendar_names, tables_hold.calendar_names),
    Table(countries, tables_hold.countries),
    Table(dates, documents_hold.calendars),
    Table(digits, tables_hold.digit_scripts),
    Table(folding, tables_hold.folding),
    Table(identity, numbers_hold.identity_numbers, ("check_digit",)),
    Table(keyboard_layout, tables_hold.keyboard),
    Table(mail, documents_hold.mails),
    Table(mobile, documents_hold.mobiles),
    Table(mod97, numbers_hold.check_digits_97, ("with_check", "holds")),
    Table(mrz_names, documents_hold.zone_names),
    Table(names, documents_hold.person_names),
    Table(opening_hours, tables_hold.opening_hours),
    Table(passport_number, documents_hold.passport_numbers),
    Table(plates, numbers_hold.plates),
    Table(postal_numbers, numbers_hold.postal_numbers, ("compose", "parse")),
    Table(regions, tables_hold.regions),
    Table(request_number, numbers_hold.request_numbers, ("compose", "parse")),
    Table(s10, numbers_hold.postal_items, ("parse_s10", "compose", "check_digit")),
    Table(s10_indicators, numbers_hold.indicators),
    Table(seal_features, documents_hold.visa_profile),
    Table(seal_header, documents_hold.seal_headers),
    Table(transliteration, documents_hold.transliteration),
    Table(working_time, tables_hold.working_time),
]
CHANGED_ELSEWHERE = {transliteration_table, *(mutation.module for mutation in MUTATIONS)}
MODULES = [
    f"absher_desk.standards.{found.name}"
    for found in pkgutil.iter_modules(absher_desk.standards.__path__)
]
WITHOUT_TABLES = {"mrz_comparison", "problems", "scan", "seal_verification", "visible_seal"}
"""Their literals are names, patterns, codes of texts and a least size, held by their own tests."""

NAMES = [table.module.__name__.rpartition(".")[2] for table in TABLES]


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_the_tables_hold_as_they_are(table: Table) -> None:
    assert table.holds(table.module)


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_no_table_holds_with_a_changed_literal(table: Table) -> None:
    assert survivors(*table) == []


def test_no_module_with_a_table_is_left_out() -> None:
    held = [importlib.import_module(name) for name in MODULES]
    left = {
        module.__name__.rpartition(".")[2]
        for module in held
        if module not in CHANGED_ELSEWHERE | {table.module for table in TABLES}
        and literals(ast.parse(inspect.getsource(module)), ())
    }
    assert left == WITHOUT_TABLES
