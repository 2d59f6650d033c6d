"""Message zone of visible digital seals: tagged features and the profiles that define them.

ICAO 9303-13 §2.3; the visa profile is ICAO 9303-7 §9.1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from absher_desk.standards.problems import Malformed

SIGNATURE_MARKER = 0xFF


@dataclass(frozen=True, slots=True)
class Feature:
    """One tagged value in the message zone, as bytes."""

    tag: int
    value: bytes


@dataclass(frozen=True, slots=True)
class FeatureRule:
    """How long a feature may be, in bytes, and whether it must be there."""

    shortest: int
    longest: int
    required: bool = False


@dataclass(frozen=True, slots=True)
class SealProfile:
    """The features of one kind of document; one of `mrz_tags`, if any are named, must be there."""

    feature_definition: int
    document_type: int
    rules: Mapping[int, FeatureRule]
    mrz_tags: frozenset[int] = field(default_factory=frozenset)


VISA = SealProfile(
    feature_definition=0x5D,
    document_type=0x01,
    rules={
        0x01: FeatureRule(48, 48),
        0x02: FeatureRule(44, 44),
        0x03: FeatureRule(1, 1),
        0x04: FeatureRule(3, 3, required=True),
        0x05: FeatureRule(6, 6, required=True),
        0x06: FeatureRule(1, 4),
        0x07: FeatureRule(0, 254),
    },
    mrz_tags=frozenset({0x01, 0x02}),
)
"""Visas: zone of an MRV-A or MRV-B, entries, stay, passport number, visa type, addition."""


def encode_length(length: int) -> bytes:
    """A length by DER: one byte up to 127, else their count and the bytes (X.690 §8.1.3).

    >>> encode_length(127).hex(), encode_length(200).hex()
    ('7f', '81c8')
    """
    if length < 0x80:
        return bytes([length])
    digits = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes([0x80 | len(digits)]) + digits


def decode_length(data: bytes, at: int) -> tuple[int, int]:
    """The DER length that stands at an index, and the index after it.

    Raises `seal.truncated` and `seal.length` (not the shortest form, or more than four bytes).

    >>> decode_length(bytes.fromhex("81c8"), 0)
    (200, 2)
    """
    first = _bytes(data, at, 1)[0]
    if first < 0x80:
        return first, at + 1
    count = first & 0x7F
    length = int.from_bytes(_bytes(data, at + 1, count), "big")
    end = at + 1 + count
    if count > 4 or encode_length(length) != data[at:end]:
        raise Malformed("seal.length")
    return length, end


def encode_features(features: Sequence[Feature], *, version: Literal[3, 4]) -> bytes:
    """The message zone; raises `seal.feature-tag` and `seal.feature-length` with their `tag`.

    Version 3 writes a length as one byte, version 4 by DER (ICAO 9303-13 §2.3).

    >>> encode_features([Feature(0x03, bytes([2]))], version=4).hex()
    '030102'
    """
    _require_distinct(features)
    return b"".join(
        bytes([feature.tag]) + _length(feature, version) + feature.value for feature in features
    )


def decode_features(
    data: bytes, at: int, *, version: Literal[3, 4]
) -> tuple[tuple[Feature, ...], int]:
    """The features from an index up to the signature marker, and the marker's index.

    Raises `seal.truncated`, `seal.length`, `seal.feature-tag`.

    >>> features, marker = decode_features(bytes.fromhex("030102ff"), 0, version=4)
    >>> [feature.tag for feature in features], marker
    ([3], 3)
    """
    features = []
    while (tag := _bytes(data, at, 1)[0]) != SIGNATURE_MARKER:
        if version == 3:
            length, start = _bytes(data, at + 1, 1)[0], at + 2
        else:
            length, start = decode_length(data, at + 1)
        features.append(Feature(tag, _bytes(data, start, length)))
        at = start + length
    _require_distinct(features)
    return tuple(features), at


def require_profile(features: Sequence[Feature], profile: SealProfile) -> frozenset[int]:
    """Check features against their profile and give the tags it does not know.

    Raises `seal.feature-missing` and `seal.feature-length` with the `tag`, `seal.mrz-missing`.
    """
    found = {feature.tag: feature.value for feature in features}
    for tag, rule in profile.rules.items():
        if tag not in found and rule.required:
            raise Malformed("seal.feature-missing", tag=tag)
        if tag in found and not rule.shortest <= len(found[tag]) <= rule.longest:
            raise Malformed("seal.feature-length", tag=tag)
    if profile.mrz_tags and profile.mrz_tags.isdisjoint(found):
        raise Malformed("seal.mrz-missing")
    return frozenset(found.keys() - profile.rules.keys())


def _length(feature: Feature, version: Literal[3, 4]) -> bytes:
    length = len(feature.value)
    if version == 4:
        return encode_length(length)
    if length > 0xFF:
        raise Malformed("seal.feature-length", tag=feature.tag)
    return bytes([length])


def _require_distinct(features: Sequence[Feature]) -> None:
    seen: set[int] = set()
    for feature in features:
        if feature.tag in seen or not 0 <= feature.tag < SIGNATURE_MARKER:
            raise Malformed("seal.feature-tag", tag=feature.tag)
        seen.add(feature.tag)


def _bytes(data: bytes, at: int, count: int) -> bytes:
    found = data[at : at + count]
    if len(found) < count:
        raise Malformed("seal.truncated")
    return found
