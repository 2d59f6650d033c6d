"""Document codes and the dates from which their letter counts (ICAO 9303-4 §4.4)."""

from datetime import date

import pytest

from absher_desk.standards.mrz_document_codes import (
    KINDS,
    kind_of_document,
    require_document_code,
)
from absher_desk.standards.problems import Malformed
from tests.standards.vectors import rows


@pytest.mark.parametrize("row", rows("document-code", "valid"))
def test_codes_that_may_be_issued_have_their_kind(row):
    code, issued, expires, kind = row
    issued_on, expires_on = date.fromisoformat(issued), date.fromisoformat(expires)
    assert require_document_code(code, issued_on=issued_on, expires_on=expires_on) == code
    assert kind_of_document(code) == f"document-code.{kind}"


@pytest.mark.parametrize("row", rows("document-code", "invalid"))
def test_codes_that_may_not_be_issued_say_why(row):
    code, issued, expires, fault = row
    issued_on, expires_on = date.fromisoformat(issued), date.fromisoformat(expires)
    with pytest.raises(Malformed) as raised:
        require_document_code(code, issued_on=issued_on, expires_on=expires_on)
    assert raised.value.code == f"document-code.{fault}"


@pytest.mark.parametrize("code", ["", "V", "IP", "P<", "P1", "PPP", "p"])
def test_other_codes_are_no_passport(code):
    with pytest.raises(Malformed) as raised:
        kind_of_document(code)
    assert raised.value.code == "document-code.not-passport"


@pytest.mark.parametrize("code", sorted(KINDS))
@pytest.mark.parametrize("issued_on", [date(2025, 12, 31), date(2026, 1, 1), date(2030, 6, 1)])
def test_letters_of_the_table_may_always_be_issued(code, issued_on):
    assert require_document_code(code, issued_on=issued_on, expires_on=date(2039, 1, 1)) == code
