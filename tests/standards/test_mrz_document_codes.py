"""Document codes and the dates from which their letter counts (ICAO 9303-4 §4.4)."""

from datetime import date

import pytest

from absher_desk.standards.mrz_document_codes import (
    KINDS,
    kind_of_document,
    require_document_code,
)
from absher_desk.standards.problems import Malformed

LAST_OLD_DAY, LAST_FREE_DAY = date(2025, 12, 31), date(2027, 12, 31)
LAST_EXPIRY = date(2037, 12, 31)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("PP", "ordinary"),
        ("PE", "emergency"),
        ("PD", "diplomatic"),
        ("PO", "official"),
        ("PR", "refugee"),
        ("PT", "alien"),
        ("PS", "stateless"),
        ("PL", "laissez-passer"),
        ("PM", "military"),
        ("PU", "single-sheet"),
        ("P", "unspecified"),
        ("PN", "unspecified"),
    ],
)
def test_a_reader_knows_the_kind_or_takes_it_as_unspecified(code, kind):
    assert kind_of_document(code) == f"document-code.{kind}"


@pytest.mark.parametrize("code", ["", "V", "IP", "P<", "P1", "PPP", "p"])
def test_other_codes_are_no_passport(code):
    with pytest.raises(Malformed) as raised:
        kind_of_document(code)
    assert raised.value.code == "document-code.not-passport"


@pytest.mark.parametrize("code", sorted(KINDS))
@pytest.mark.parametrize("issued_on", [LAST_OLD_DAY, date(2026, 1, 1), date(2030, 6, 1)])
def test_letters_of_the_table_may_always_be_issued(code, issued_on):
    assert require_document_code(code, issued_on=issued_on, expires_on=date(2039, 1, 1)) == code


@pytest.mark.parametrize(
    ("code", "issued_on", "expires_on"),
    [("PN", LAST_OLD_DAY, date(2035, 12, 30)), ("P", LAST_FREE_DAY, LAST_EXPIRY)],
)
def test_older_forms_may_be_issued_up_to_their_last_day(code, issued_on, expires_on):
    assert require_document_code(code, issued_on=issued_on, expires_on=expires_on) == code


@pytest.mark.parametrize(
    ("code", "issued_on", "expires_on", "fault"),
    [
        ("PN", date(2026, 1, 1), LAST_EXPIRY, "letter-unknown"),
        ("P", date(2028, 1, 1), LAST_EXPIRY, "letter-missing"),
        ("P", LAST_FREE_DAY, date(2038, 1, 1), "letterless-too-long"),
        ("ID", LAST_FREE_DAY, LAST_EXPIRY, "not-passport"),
    ],
)
def test_older_forms_may_not_be_issued_after_it(code, issued_on, expires_on, fault):
    with pytest.raises(Malformed) as raised:
        require_document_code(code, issued_on=issued_on, expires_on=expires_on)
    assert raised.value.code == f"document-code.{fault}"
