"""Visible digital seals written, signed, printed and read (ICAO 9303-13 §2)."""

from dataclasses import replace

import pytest
import zxingcpp
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512
from hypothesis import given, settings
from hypothesis import strategies as st

from absher_desk.standards.problems import Malformed
from absher_desk.standards.seal_features import VISA
from absher_desk.standards.visible_seal import (
    compose_seal,
    decode_seal,
    hash_for,
    mrz_of,
    raw_signature,
    signature_holds,
)
from tests.standards.refusals import refusal
from tests.standards.seal_keys import signer_key
from tests.standards.test_seal_features import FEATURES, ZONE, features
from tests.standards.test_seal_header import HEADER, headers


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
    assert refusal(hash_for, curve) == "seal.curve"


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
    assert refusal(decode_seal, sealed[: len(sealed) - cut] + added) == code


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
    # A reader set to any symbology at times sees a short ITF in the modules as well.
    (read,) = zxingcpp.read_barcodes(pixels, formats=kind)
    assert read.bytes == sealed
    seal = decode_seal(read.bytes)
    assert signature_holds(seal, signer_key().public_key())
    assert mrz_of(seal, VISA) == ZONE
