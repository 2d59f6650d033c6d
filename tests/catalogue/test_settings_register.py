"""Dated settings: the register as delivered, its refusals, and which value holds when."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.catalogue.faults import BrokenCatalogue
from absher_desk.catalogue.settings_register import load_register, value_on

REGISTER = load_register()
SOUND = """
["x.fee"]
type = "money"
default = "300.00"
effective_from = 2026-01-01
unit = "SAR"
title = { ar = "رسم", en = "Fee" }
source = "Published"
"""


def test_the_defaults_of_the_register() -> None:
    assert REGISTER["otp.digits"].default == 6
    assert REGISTER["otp.ttl"].default == 300
    assert REGISTER["account.username_max"].default == 20
    assert REGISTER["passport.fee.10y"].default == Decimal(600)
    assert REGISTER["lost.iqama.fine_ladder"].default == (1000, 2000, 3000)
    assert REGISTER["passport.expiry_minus_one_day"].default is True
    assert REGISTER["otp.digits"].title.in_("ar") == "عدد أرقام رمز التحقق"


def test_a_fee_changes_on_its_day_and_not_before() -> None:
    fee = REGISTER["passport.fee.5y"]
    entered = [(date(2027, 1, 1), "350.00"), (date(2026, 6, 1), "320.00")]
    assert value_on(fee, entered, date(2026, 5, 31)) == Decimal(300)
    assert value_on(fee, entered, date(2026, 6, 1)) == Decimal(320)
    assert value_on(fee, entered, date(2026, 12, 31)) == Decimal(320)
    assert value_on(fee, entered, date(2027, 1, 1)) == Decimal(350)


def test_of_two_values_for_one_day_the_later_entry_holds() -> None:
    day = date(2026, 6, 1)
    assert value_on(REGISTER["otp.digits"], [(day, 4), (day, 8)], day) == 8


@pytest.mark.parametrize("raw", ["6", 6.0, True, None, [6]])
def test_a_stored_value_of_the_wrong_type_is_an_error(raw: object) -> None:
    with pytest.raises(ValueError, match=r"otp\.digits"):
        value_on(REGISTER["otp.digits"], [(date(2026, 1, 1), raw)], date(2026, 1, 1))


days = st.dates(date(2025, 1, 1), date(2028, 1, 1))


@given(st.dictionaries(days, st.integers(0, 99)), days)
def test_the_value_is_that_of_the_last_day_that_has_come(
    entered: dict[date, int], day: date
) -> None:
    begun = [first for first in entered if first <= day]
    expected = entered[max(begun)] if begun else 6
    assert value_on(REGISTER["otp.digits"], entered.items(), day) == expected


@pytest.mark.parametrize(
    ("old", "new", "key", "code"),
    [
        ('"300.00"', "300.00", "x.fee.default", "wrong-type"),
        ('"300.00"', '"-1"', "x.fee.default", "wrong-type"),
        ('"300.00"', '"NaN"', "x.fee.default", "wrong-type"),
        ('"300.00"', '"much"', "x.fee.default", "wrong-type"),
        ('default = "300.00"', "", "x.fee.default", "missing-key"),
        ('"money"', '"gold"', "x.fee.type", "unknown-type"),
        ('"money"', '"integer-list"', "x.fee.default", "wrong-type"),
        ("2026-01-01", '"today"', "x.fee.effective_from", "wrong-type"),
        ("2026-01-01", "2026-01-01T00:00:00", "x.fee.effective_from", "wrong-type"),
        ('en = "Fee"', 'en = ""', "x.fee.title", "missing-translation"),
        ('source = "Published"', "", "x.fee.source", "missing-key"),
        ('unit = "SAR"', "colour = 1", "x.fee.colour", "unknown-key"),
        (SOUND, "x = ", "", "not-toml"),
    ],
)
def test_a_broken_register_is_refused(
    tmp_path: Path, old: str, new: str, key: str, code: str
) -> None:
    path = tmp_path / "register.toml"
    path.write_text(SOUND.replace(old, new), encoding="utf-8")
    with pytest.raises(BrokenCatalogue) as caught:
        load_register(path)
    assert [(fault.file, fault.key, fault.code) for fault in caught.value.faults] == [
        ("register.toml", key, f"catalogue.{code}")
    ]


def test_a_missing_register_is_named(tmp_path: Path) -> None:
    with pytest.raises(BrokenCatalogue, match=r"register\.toml.*unreadable-file"):
        load_register(tmp_path / "register.toml")
