"""Visible digital seals: sealing a document and reading a seal (ICAO 9303-13 §2).

Whether a read seal can be trusted is for `seal_verification`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from absher_desk.standards import c40
from absher_desk.standards.problems import Malformed
from absher_desk.standards.seal_features import (
    SIGNATURE_MARKER,
    Feature,
    SealProfile,
    decode_features,
    decode_length,
    encode_features,
    encode_length,
)
from absher_desk.standards.seal_header import SealHeader, decode_header, encode_header

SHORTEST_KEY = 256
"""Bits of the shortest curve that is accepted; the standard advises no shorter one (§2.4)."""

HASHES: tuple[hashes.HashAlgorithm, ...] = (hashes.SHA256(), hashes.SHA384(), hashes.SHA512())
"""Hashes in rising size; a seal uses the first that is not shorter than its curve (§2.4)."""


@dataclass(frozen=True, slots=True)
class Seal:
    """A read seal: header, features in their order, the signature r‖s and the bytes it covers."""

    header: SealHeader
    features: tuple[Feature, ...]
    signature: bytes
    signed_bytes: bytes

    def value_of(self, tag: int) -> bytes | None:
        """The value of a feature, if the seal has it."""
        return next((feature.value for feature in self.features if feature.tag == tag), None)


def compose_seal(
    header: SealHeader, features: Sequence[Feature], key: ec.EllipticCurvePrivateKey
) -> bytes:
    """The bytes of a signed seal, to go into a Data Matrix, Aztec or QR symbol (§2.1).

    Raises `seal.feature-tag`, `seal.feature-length`, `seal.curve`.
    """
    signed = encode_header(header) + encode_features(features, version=header.version)
    der = key.sign(signed, ec.ECDSA(hash_for(key.curve)))
    signature = raw_signature(der, key.curve)
    return signed + bytes([SIGNATURE_MARKER]) + encode_length(len(signature)) + signature


def decode_seal(data: bytes) -> Seal:
    """The parts of a seal, not yet verified; raises `seal.*` and `c40.bytes`."""
    header, start = decode_header(data)
    features, marker = decode_features(data, start, version=header.version)
    length, first = decode_length(data, marker + 1)
    if first + length > len(data):
        raise Malformed("seal.truncated")
    if first + length < len(data):
        raise Malformed("seal.trailing-bytes")
    return Seal(header, features, data[first:], data[:marker])


def signature_holds(seal: Seal, key: ec.EllipticCurvePublicKey) -> bool:
    """Whether the signature over header and message zone is of this key; raises `seal.curve`."""
    size = _coordinate_size(key.curve)
    algorithm = ec.ECDSA(hash_for(key.curve))
    if len(seal.signature) != 2 * size:
        return False
    r, s = (int.from_bytes(part, "big") for part in (seal.signature[:size], seal.signature[size:]))
    try:
        key.verify(encode_dss_signature(r, s), seal.signed_bytes, algorithm)
    except InvalidSignature:
        return False
    return True


def mrz_of(seal: Seal, profile: SealProfile) -> str:
    """The machine-readable zone in a seal with its fillers, empty when it holds none.

    Raises `c40.bytes`. A seal of a visa holds the first line and 28 characters of the second.
    """
    for tag in sorted(profile.mrz_tags):
        value = seal.value_of(tag)
        if value is not None:
            return c40.decode(value).replace(" ", "<")
    return ""


def hash_for(curve: ec.EllipticCurve) -> hashes.HashAlgorithm:
    """The hash that goes with a curve; raises `seal.curve` (too short, or longer than any hash).

    >>> hash_for(ec.SECP384R1()).name
    'sha384'
    """
    for algorithm in HASHES:
        if SHORTEST_KEY <= curve.key_size <= algorithm.digest_size * 8:
            return algorithm
    raise Malformed("seal.curve")


def raw_signature(der: bytes, curve: ec.EllipticCurve) -> bytes:
    """r‖s of a DER signature, both with leading zeros to the curve's size (§2.4, Appendix B)."""
    size = _coordinate_size(curve)
    return b"".join(part.to_bytes(size, "big") for part in decode_dss_signature(der))


def _coordinate_size(curve: ec.EllipticCurve) -> int:
    return (curve.key_size + 7) // 8
