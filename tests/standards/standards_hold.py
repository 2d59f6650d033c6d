"""Whether the vectors of a standard hold, as one yes or no; for tests that break the standard."""

from datetime import date

from absher_desk.standards import c40, identity, mrz, mrz_document_codes, mrz_td1, plates, s10
from absher_desk.standards.mrz_check_digits import check_digit
from absher_desk.standards.problems import Malformed
from absher_desk.standards.seal_header import decode_header, encode_header
from absher_desk.standards.transliteration import transliterate
from tests.standards.test_mrz import content_of
from tests.standards.test_seal_header import header_of
from tests.standards.vectors import rows

SEEN_ON = date(2026, 11, 23)


def mrz_check_digits():
    return all(check_digit(text) == digit for text, digit in rows("mrzcd"))


def td3():
    return all(_td3(row) for row in rows("td3-content"))


def td1():
    return all(
        mrz_td1.parse_td1("".join(row[:3]), on=SEEN_ON) == content_of(row[3:])
        for row in rows("td1-content")
    )


def document_codes():
    return all(_issued(*row) == f"document-code.{row[-1]}" for row in _verdicts("document-code"))


def arabic_names():
    return all(transliterate(name) == mrz for name, mrz in rows("ar2mrz-doc") + rows("ar2mrz"))


def c40_texts():
    return all(_c40(*row[:2]) for row in rows("c40"))


def seal_headers():
    found = [header_of(row) for row in rows("vdsheader")]
    return all(
        encode_header(header) == data and decode_header(data) == (header, len(data))
        for header, data in found
    )


def identity_numbers():
    holds = all(
        identity.parse_identity(number).type == holder.split()[0].split("-")[0].rstrip(",")
        for number, holder in rows("nid", "valid")
    )
    return holds and not any(_is_identity(row[0]) for row in rows("nid", "invalid"))


def postal_items():
    return all(s10.parse_s10(row[0]).value for row in rows("s10", "valid"))


def plate_letters():
    return all(_plate(latin, arabic) for latin, arabic in rows("plate", "valid"))


def _td3(row):
    content = content_of(row[2:])
    written = mrz.compose_td3(content, filler_when_no_optional=row[1][42] == "<")
    return written == row[:2] and mrz.parse_td3(row[0] + row[1], on=SEEN_ON) == content


def _verdicts(kind):
    return rows(kind, "valid") + rows(kind, "invalid")


def _issued(code, issued, expires, _):
    try:
        mrz_document_codes.require_document_code(
            code,
            issued_on=date.fromisoformat(issued),
            expires_on=date.fromisoformat(expires),
        )
    except Malformed as fault:
        return fault.code
    return mrz_document_codes.kind_of_document(code)


def _c40(text, data):
    written = c40.encode(text)
    return written.hex().upper() == data and c40.decode(written) == text.replace("<", " ")


def _is_identity(text):
    try:
        identity.parse_identity(text)
    except Malformed:
        return False
    return True


def _plate(latin, arabic):
    plate = plates.parse_plate(latin)
    padded = len(latin.split()[1]) == 4
    return plates.parse_plate(arabic) == plate and plate.arabic(padded=padded) == arabic
