"""Message zone of visible digital seals (ICAO 9303-13 §2.3, 9303-7 §9.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards import c40
from absher_desk.standards.seal_features import (
    VISA,
    Feature,
    decode_features,
    decode_length,
    encode_features,
    encode_length,
    require_profile,
)
from tests.standards.refusals import refusal

ZONE = "V<SAUALDOSARI<<HIND<SAAD<<<<<<<<<<<<<<<<<<<<C204500173UTO9802285F3303012"
FEATURES = (
    Feature(0x01, c40.encode(ZONE)),
    Feature(0x03, b"\x02"),
    Feature(0x04, b"\x1e\x00\x00"),
    Feature(0x05, c40.encode("C20450017")),
)

features = st.lists(
    st.builds(Feature, st.integers(0, 254), st.binary(max_size=300)),
    unique_by=lambda feature: feature.tag,
    max_size=5,
)


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
    assert refusal(decode_length, bytes.fromhex(data), 0) == code


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
    code = refusal(encode_features, [Feature(1, bytes(256))], version=3)
    assert code == "seal.feature-length"


@pytest.mark.parametrize(
    "message", [[Feature(1, b""), Feature(1, b"")], [Feature(255, b"")], [Feature(-1, b"")]]
)
def test_tags_are_distinct_and_not_the_marker(message):
    assert refusal(encode_features, message, version=4) == "seal.feature-tag"


def test_a_tag_read_twice_is_refused():
    assert refusal(decode_features, b"\x01\x00\x01\x00\xff", 0, version=4) == "seal.feature-tag"


@pytest.mark.parametrize("data", [b"", b"\x01", b"\x01\x02a", b"\x01\x01a"])
@pytest.mark.parametrize("version", [3, 4])
def test_a_message_cut_short_is_refused(data, version):
    assert refusal(decode_features, data, 0, version=version) == "seal.truncated"


def test_the_visa_profile_knows_its_features():
    assert require_profile(FEATURES, VISA) == frozenset()
    assert require_profile([*FEATURES, Feature(0x2A, b"x")], VISA) == {0x2A}
    without = [feature for feature in FEATURES if feature.tag != 4]
    assert refusal(require_profile, without, VISA) == "seal.feature-missing"
    assert refusal(require_profile, FEATURES[1:], VISA) == "seal.mrz-missing"
    wrong = [*FEATURES[:3], Feature(5, c40.encode("C2045001"[:6]))]
    assert refusal(require_profile, wrong, VISA) == "seal.feature-length"
