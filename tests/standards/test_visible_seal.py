"""Visible digital seals written, signed and read (ICAO 9303-13 §2)."""

from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512
from hypothesis import given, settings
from hypothesis import strategies as st

from absher_desk.standards import c40
from absher_desk.standards.problems import Malformed
from absher_desk.standards.seal_features import (
    VISA,
    Feature,
    decode_features,
    decode_length,
    encode_features,
    encode_length,
    require_profile,
)
from absher_desk.standards.seal_header import (
    SealHeader,
    decode_date,
    decode_header,
    encode_date,
    encode_header,
)
from absher_desk.standards.visible_seal import (
    compose_seal,
    decode_seal,
    hash_for,
    mrz_of,
    raw_signature,
    signature_holds,
)
from tests.standards.seal_keys import signer_key
from tests.standards.vectors import rows

ZONE = "V<SAUALDOSARI<<HIND<SAAD<<<<<<<<<<<<<<<<<<<<C204500173UTO9802285F3303012"
HEADER = SealHeader(
    issuing_country="SAU",
    signer="SA01",
    certificate_reference="0001A",
    issued_on=date(2026, 11, 22),
    signed_on=date(2026, 11, 23),
    feature_definition=0x5D,
    document_type=0x01,
)
FEATURES = (
    Feature(0x01, c40.encode(ZONE)),
    Feature(0x03, b"\x02"),
    Feature(0x04, b"\x1e\x00\x00"),
    Feature(0x05, c40.encode("C20450017")),
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
features = st.lists(
    st.builds(Feature, st.integers(0, 254), st.binary(max_size=300)),
    unique_by=lambda feature: feature.tag,
    max_size=5,
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


def code_of(call, *args, **kwargs):
    with pytest.raises(Malformed) as raised:
        call(*args, **kwargs)
    return raised.value.code


# --- Header --------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("vdsdate"))
def test_dates_take_three_bytes(row):
    day = date.fromisoformat(row[0])
    assert encode_date(day).hex().upper() == row[1]
    assert decode_date(bytes.fromhex(row[1])) == day


@pytest.mark.parametrize("data", ["000000", "FFFFFF", "0F4240"])
def test_impossible_dates_are_refused(data):
    assert code_of(decode_date, bytes.fromhex(data)) == "seal.date"


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
    assert code_of(decode_header, data) == code


# --- Message zone --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "data"),
    [(0, "00"), (127, "7f"), (128, "8180"), (255, "81ff"), (256, "820100"), (65536, "83010000")],
)
def test_lengths_take_their_shortest_form(length, data):
    assert encode_length(length).hex() == data
    assert decode_length(bytes.fromhex("00" + data), 1) == (length, 1 + len(data) // 2)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("", "seal.truncated"),
        ("81", "seal.truncated"),
        ("817f", "seal.length"),
        ("820001", "seal.length"),
        ("80", "seal.length"),
        ("850100000000", "seal.length"),
    ],
)
def test_other_forms_of_lengths_are_refused(data, code):
    assert code_of(decode_length, bytes.fromhex(data), 0) == code


def test_the_feature_of_the_standard():
    data = encode_features([Feature(0x0A, c40.encode("VISA01"))], version=4)
    assert data.hex().upper() == "0A04DE515826"


@given(features)
def test_written_features_are_read_again(message):
    data = encode_features(message, version=4) + b"\xff"
    assert decode_features(data, 0, version=4) == (tuple(message), len(data) - 1)
    if all(len(feature.value) < 256 for feature in message):
        data = encode_features(message, version=3) + b"\xff"
        assert decode_features(data, 0, version=3) == (tuple(message), len(data) - 1)


def test_version_3_has_one_byte_of_length():
    value = bytes(200)
    assert encode_features([Feature(1, value)], version=3) == b"\x01\xc8" + value
    assert encode_features([Feature(1, value)], version=4) == b"\x01\x81\xc8" + value
    code = code_of(encode_features, [Feature(1, bytes(256))], version=3)
    assert code == "seal.feature-length"


@pytest.mark.parametrize(
    "message", [[Feature(1, b""), Feature(1, b"")], [Feature(255, b"")], [Feature(-1, b"")]]
)
def test_tags_are_distinct_and_not_the_marker(message):
    assert code_of(encode_features, message, version=4) == "seal.feature-tag"


def test_a_tag_read_twice_is_refused():
    assert code_of(decode_features, b"\x01\x00\x01\x00\xff", 0, version=4) == "seal.feature-tag"


@pytest.mark.parametrize("data", [b"", b"\x01", b"\x01\x02a", b"\x01\x01a"])
@pytest.mark.parametrize("version", [3, 4])
def test_a_message_cut_short_is_refused(data, version):
    assert code_of(decode_features, data, 0, version=version) == "seal.truncated"


def test_the_visa_profile_knows_its_features():
    assert require_profile(FEATURES, VISA) == frozenset()
    assert require_profile([*FEATURES, Feature(0x2A, b"x")], VISA) == {0x2A}
    without = [feature for feature in FEATURES if feature.tag != 4]
    assert code_of(require_profile, without, VISA) == "seal.feature-missing"
    assert code_of(require_profile, FEATURES[1:], VISA) == "seal.mrz-missing"
    wrong = [*FEATURES[:3], Feature(5, c40.encode("C2045001"[:6]))]
    assert code_of(require_profile, wrong, VISA) == "seal.feature-length"


# --- The whole seal ------------------------------------------------------------------------------


@given(headers, features)
@settings(max_examples=25)
def test_a_sealed_message_is_read_and_its_signature_holds(header, message):
    seal = decode_seal(compose_seal(header, message, signer_key()))
    assert (seal.header, seal.features) == (header, tuple(message))
    assert signature_holds(seal, signer_key().public_key())


@given(st.data())
@settings(max_examples=40)
def test_no_changed_bit_keeps_the_signature(data):
    sealed = bytearray(compose_seal(HEADER, FEATURES, signer_key()))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    try:
        holds = signature_holds(decode_seal(bytes(sealed)), signer_key().public_key())
    except Malformed:
        holds = False
    assert not holds


@pytest.mark.parametrize(
    ("curve", "algorithm", "size"),
    [
        (ec.SECP256R1, SHA256, 64),
        (ec.BrainpoolP256R1, SHA256, 64),
        (ec.SECP384R1, SHA384, 96),
        (ec.BrainpoolP512R1, SHA512, 128),
    ],
)
def test_the_hash_follows_the_curve(curve, algorithm, size):
    key = signer_key(curve)
    seal = decode_seal(compose_seal(HEADER, FEATURES, key))
    assert len(seal.signature) == size
    half = size // 2
    r, s = (
        int.from_bytes(seal.signature[:half], "big"),
        int.from_bytes(seal.signature[half:], "big"),
    )
    der = encode_dss_signature(r, s)
    key.public_key().verify(der, seal.signed_bytes, ec.ECDSA(algorithm()))
    assert signature_holds(seal, key.public_key())


@pytest.mark.parametrize("curve", [ec.SECP224R1(), ec.SECP521R1()])
def test_curves_without_a_fitting_hash_are_refused(curve):
    assert code_of(hash_for, curve) == "seal.curve"


def test_r_and_s_keep_their_leading_zeros():
    raw = raw_signature(encode_dss_signature(1, 0x80), ec.SECP256R1())
    assert raw == bytes(31) + b"\x01" + bytes(31) + b"\x80"


def test_a_signature_of_another_size_does_not_hold():
    seal = decode_seal(compose_seal(HEADER, FEATURES, signer_key()))
    assert not signature_holds(
        replace(seal, signature=seal.signature[:-1]), signer_key().public_key()
    )


@pytest.mark.parametrize(
    ("cut", "added", "code"),
    [(1, b"", "seal.truncated"), (65, b"", "seal.truncated"), (0, b"\x00", "seal.trailing-bytes")],
)
def test_seals_that_end_elsewhere_are_refused(cut, added, code):
    sealed = compose_seal(HEADER, FEATURES, signer_key())
    assert code_of(decode_seal, sealed[: len(sealed) - cut] + added) == code


def test_the_zone_comes_out_with_its_fillers():
    seal = decode_seal(compose_seal(HEADER, FEATURES, signer_key()))
    assert mrz_of(seal, VISA) == ZONE
    assert seal.value_of(3) == b"\x02"
    assert seal.value_of(6) is None
    assert not mrz_of(replace(seal, features=FEATURES[1:]), VISA)


@pytest.mark.parametrize("symbology", ["DataMatrix", "Aztec", "QRCode"])
@pytest.mark.parametrize("version", [3, 4])
def test_a_printed_symbol_gives_the_seal_back(symbology, version):
    sealed = compose_seal(replace(HEADER, version=version), FEATURES, signer_key())
    kind = getattr(zxingcpp.BarcodeFormat, symbology)
    pixels = zxingcpp.create_barcode(sealed, kind).to_image(scale=4)
    (read,) = zxingcpp.read_barcodes(pixels)
    assert read.bytes == sealed
    seal = decode_seal(read.bytes)
    assert signature_holds(seal, signer_key().public_key())
    assert mrz_of(seal, VISA) == ZONE
