"""A scanned zone against the record: what the digits miss is found here."""

from dataclasses import replace
from datetime import date

import pytest

from absher_desk.standards.mrz import compose_td3, parse_td3
from absher_desk.standards.mrz_comparison import differences
from absher_desk.standards.mrz_dates import BirthDate
from tests.standards.vectors import rows

TODAY = date(2026, 11, 23)
RECORD = parse_td3(
    "PPSAUALDOSARI<<HIND<SAAD<<<<<<<<<<<<<<<<<<<<C204500173SAU9802285F33030121087654325<<<<12",
    on=TODAY,
)


def paths(scanned, record=RECORD):
    return [problem.path for problem in differences(scanned, record)]


def test_the_same_book_shows_no_difference():
    assert differences(RECORD, RECORD) == ()


@pytest.mark.parametrize("row", rows("mrz", "undetected"))
def test_what_the_digits_miss_is_found_against_the_record(row):
    valid = [good for good in rows("mrz", "valid") if good[0] == row[0]]
    record = parse_td3("".join(valid[0][:2]), on=TODAY)
    found = differences(parse_td3("".join(row[:2]), on=TODAY), record)
    assert len(found) == 1
    assert found[0].code in {
        "mrz.differs.sex",
        "mrz.differs.nationality",
        "mrz.differs.number-unseen",
    }


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"document_code": "PD"}, "mrz.differs.document-code", "document_code"),
        ({"issuing_state": "UTO"}, "mrz.differs.issuing-state", "issuing_state"),
        ({"number": "C20450018"}, "mrz.differs.number", "number"),
        ({"number": "M20450017"}, "mrz.differs.number-unseen", "number"),
        ({"number": "W20450017"}, "mrz.differs.number-unseen", "number"),
        ({"nationality": "YEM"}, "mrz.differs.nationality", "nationality"),
        ({"birth": BirthDate(1998, 2)}, "mrz.differs.birth", "birth"),
        ({"sex": "M"}, "mrz.differs.sex", "sex"),
        ({"expiry": date(2033, 3, 2)}, "mrz.differs.expiry", "expiry"),
        ({"optional": "1087654333"}, "mrz.differs.optional", "optional"),
        ({"primary": "ALDOSARY"}, "mrz.differs.name", "name"),
        ({"secondary": "HIND"}, "mrz.differs.name", "name"),
    ],
)
def test_each_field_is_compared(changes, code, path):
    (found,) = differences(replace(RECORD, **changes), RECORD)
    assert (found.code, found.path) == (code, path)
    assert not found.values


def test_all_differences_are_told_at_once():
    scanned = replace(RECORD, sex="M", nationality="YEM", primary="SAEED")
    assert paths(scanned) == ["nationality", "sex", "name"]


def test_an_old_book_without_letter_agrees_with_its_kind():
    assert paths(replace(RECORD, document_code="P")) == []
    assert paths(RECORD, replace(RECORD, document_code="P")) == []


def test_optional_data_count_only_when_the_record_has_some():
    assert paths(RECORD, replace(RECORD, optional="")) == []
    assert paths(replace(RECORD, optional="")) == ["optional"]


def test_a_truncated_name_agrees_with_the_full_one_of_the_record():
    record = replace(RECORD, primary="PAPANDROPOULOUS", secondary="JONATHON WARREN TREVOR XAVIER")
    scanned = parse_td3("".join(compose_td3(record)), on=TODAY)
    assert scanned.secondary != record.secondary
    assert differences(scanned, record) == ()
    assert paths(replace(scanned, secondary="JONATHON WARREN"), record) == ["name"]


def test_names_of_cards_are_measured_by_their_narrower_field():
    record = replace(RECORD, secondary="HIND SAAD FAHD KHALID")
    cut = replace(record, secondary="HIND SAAD FAHD KHALI")
    assert differences(cut, record, name_width=30) == ()
    assert paths(cut, record) == ["name"]
