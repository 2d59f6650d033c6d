"""Whatever is typed, scanned or sent, a standard has a value or a fault of its own for it."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards.account_names import check_password, check_username
from absher_desk.standards.address import parse_short_address
from absher_desk.standards.branches import parse_branch_code
from absher_desk.standards.c40 import encode
from absher_desk.standards.countries import parse_nationality
from absher_desk.standards.dates import parse_gregorian, parse_hijri
from absher_desk.standards.folding import fold
from absher_desk.standards.identity import guess_type, masked, parse_identity
from absher_desk.standards.mail import parse_email
from absher_desk.standards.mobile import parse_mobile
from absher_desk.standards.mrz import parse_td3, td3_problems
from absher_desk.standards.mrz_names import read_name, write_name
from absher_desk.standards.mrz_td1 import parse_td1
from absher_desk.standards.names import parse_name_part
from absher_desk.standards.passport_number import parse_passport_number
from absher_desk.standards.plates import parse_plate
from absher_desk.standards.postal_numbers import parse as parse_postal
from absher_desk.standards.problems import Malformed
from absher_desk.standards.regions import parse_region
from absher_desk.standards.request_number import parse as parse_request
from absher_desk.standards.s10 import parse_s10
from absher_desk.standards.scan import recognise
from absher_desk.standards.transliteration import transliterate

ON = date(2026, 11, 23)
CHECKS = {
    "account": check_username,
    "password": lambda text: check_password(text, text[::-1]),
    "short address": parse_short_address,
    "branch": parse_branch_code,
    "C40": encode,
    "nationality": parse_nationality,
    "Gregorian": parse_gregorian,
    "Hijri": parse_hijri,
    "folding": fold,
    "identity": parse_identity,
    "guess": guess_type,
    "mask": masked,
    "mail": parse_email,
    "mobile": parse_mobile,
    "TD3": lambda text: parse_td3(text, on=ON),
    "TD3 problems": td3_problems,
    "TD1": lambda text: parse_td1(text, on=ON),
    "name field": read_name,
    "name for a zone": write_name,
    "name": parse_name_part,
    "passport": parse_passport_number,
    "plate": parse_plate,
    "bag or manifest": parse_postal,
    "region": parse_region,
    "request": parse_request,
    "postal item": parse_s10,
    "scan": recognise,
    "transliteration": transliterate,
}
LONG = ["05" + "1" * 5000, "٥" * 5000, "-" * 5000, "a" * 5000, "<" * 88, "A" * 90, "a@" + "b" * 300]
ODD = ["\ud800", "05\ud800", "\ud800@b.sa", "²" * 10, "①" * 10, "𝟏" * 10, "İ" * 13, "ß" * 13, "ﷺ"]


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@given(text=st.sampled_from(LONG + ODD) | st.text(st.characters(exclude_categories=())))
def test_any_text_has_a_value_or_a_fault(check, text):
    with suppress(Malformed):
        check(text)
