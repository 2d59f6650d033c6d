"""Headers of visible digital seals, versions 3 and 4 (ICAO 9303-13 §2.2)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards import c40
from absher_desk.standards.problems import Malformed
from absher_desk.standards.seal_header import (
    SealHeader,
    decode_date,
    decode_header,
    encode_date,
    encode_header,
)
from tests.standards.refusals import refusal
from tests.standards.vectors import rows

HEADER = SealHeader(
    issuing_country="SAU",
    signer="SA01",
    certificate_reference="0001A",
    issued_on=date(2026, 11, 22),
    signed_on=date(2026, 11, 23),
    feature_definition=0x5D,
    document_type=0x01,
)
headers = st.builds(
    SealHeader,
    version=st.just(4),
    issuing_country=st.sampled_from(["SAU", "UTO", "D", "EU"]),
    signer=st.from_regex("[A-Z]{2}[A-Z0-9]{2}", fullmatch=True),
    certificate_reference=st.text("0123456789ABCDEF", min_size=1, max_size=255),
    issued_on=st.dates(),
    signed_on=st.dates(),
    feature_definition=st.integers(1, 254),
    document_type=st.integers(1, 254),
)


def header_of(row):
    version, country, signer, reference, issued, signed, definition, kind, expected = row
    header = SealHeader(
        version=int(version[1]),
        issuing_country=country,
        signer=signer,
        certificate_reference=reference,
        issued_on=date.fromisoformat(issued),
        signed_on=date.fromisoformat(signed),
        feature_definition=int(definition, 16),
        document_type=int(kind, 16),
    )
    return header, bytes.fromhex(expected)


@pytest.mark.parametrize("row", rows("vdsdate"))
def test_dates_take_three_bytes(row):
    day = date.fromisoformat(row[0])
    assert encode_date(day).hex().upper() == row[1]
    assert decode_date(bytes.fromhex(row[1])) == day


@pytest.mark.parametrize("data", ["000000", "FFFFFF", "0F4240"])
def test_impossible_dates_are_refused(data):
    assert refusal(decode_date, bytes.fromhex(data)) == "seal.date"


@pytest.mark.parametrize("row", rows("vdsheader"))
def test_headers_of_both_versions(row):
    header, expected = header_of(row)
    assert encode_header(header) == expected
    assert decode_header(expected + b"rest") == (header, len(expected))


@given(headers)
def test_a_written_header_is_read_again(header):
    data = encode_header(header)
    assert decode_header(data) == (header, len(data))
    if len(header.certificate_reference) == 5:
        short = replace(header, version=3)
        assert decode_header(encode_header(short)) == (short, 18)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"issuing_country": "SAUD"}, "issuing_country"),
        ({"signer": "S101"}, "signer"),
        ({"certificate_reference": "0001a"}, "certificate_reference"),
        ({"certificate_reference": ""}, "certificate_reference"),
        ({"version": 3, "certificate_reference": "1A"}, "certificate_reference"),
        ({"feature_definition": 0}, "feature_definition"),
        ({"document_type": 255}, "document_type"),
        ({"version": 2}, "version"),
    ],
)
def test_values_that_no_header_can_hold_are_named(changes, field):
    with pytest.raises(Malformed) as raised:
        replace(HEADER, **changes)
    assert raised.value.code == "seal.header"
    assert raised.value.problem.values == {"field": field}


def test_the_reference_for_tests_is_all_zeros():
    assert replace(HEADER, certificate_reference="000").is_for_tests
    assert not HEADER.is_for_tests


def with_reference(text):
    whole = encode_header(HEADER)
    return whole[:4] + c40.encode(text) + whole[12:]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "seal.magic"),
        (b"\xdd\x03", "seal.magic"),
        (b"\xdc", "seal.version"),
        (b"\xdc\x04", "seal.version"),
        (encode_header(HEADER)[:-1], "seal.truncated"),
        (encode_header(HEADER)[:6], "seal.header"),
        (encode_header(replace(HEADER, version=3))[:17], "seal.truncated"),
        (with_reference("SA01ZZ0001A"), "seal.header"),
        (with_reference("SA01000001A"), "seal.header"),
        (with_reference("SA01060001A"), "seal.header"),
        (with_reference("SA01050001AB"), "seal.header"),
        (b"\xdc\x03\xff\xff" + encode_header(HEADER)[4:], "c40.bytes"),
    ],
)
def test_broken_headers_are_refused(data, code):
    assert refusal(decode_header, data) == code
