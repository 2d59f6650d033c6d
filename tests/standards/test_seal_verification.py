"""Verdicts on seals (ICAO 9303-13, Appendix D)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from absher_desk.standards import c40
from absher_desk.standards.problems import Malformed
from absher_desk.standards.seal_features import VISA, Feature
from absher_desk.standards.seal_verification import (
    SealOutcome,
    SignerCertificate,
    Suspicion,
    document_types,
    verify_seal,
)
from absher_desk.standards.visible_seal import compose_seal
from tests.standards import seal_keys
from tests.standards.test_seal_features import FEATURES
from tests.standards.test_seal_header import HEADER

TODAY = date(2026, 11, 23)
VISAS = bytes.fromhex("3008 020100 3103 130156".replace(" ", ""))
CARDS_AND_PASSPORTS = bytes.fromhex("300c 020100 3107 13024944 130150".replace(" ", ""))


def sealed(header=HEADER, features=FEATURES, key=None):
    return compose_seal(header, features, key or seal_keys.signer_key())


def verdict(data, certificate=None, *, issuer=None, is_revoked=False, on=TODAY, **options):
    known = SignerCertificate(
        certificate or seal_keys.certificate(), issuer or seal_keys.authority(), is_revoked
    )
    return verify_seal(data, profile=VISA, find_certificate=lambda *_: known, on=on, **options)


def test_a_good_seal_is_valid():
    found = verdict(sealed())
    assert found.outcome is SealOutcome.VALID
    assert found.is_valid
    assert found.suspicion is Suspicion.NONE
    assert found.seal.header == HEADER
    assert (found.fault, found.unknown_tags) == (None, frozenset())


def test_the_certificate_is_looked_up_by_signer_and_reference():
    asked = []

    def find(signer, reference):
        asked.append((signer, reference))

    found = verify_seal(sealed(), profile=VISA, find_certificate=find, on=TODAY)
    assert asked == [("SA01", "0001A")]
    assert found.outcome is SealOutcome.UNKNOWN_CERTIFICATE
    assert found.suspicion is Suspicion.HIGH
    assert not found.is_valid


def test_a_symbol_without_content_is_a_read_error_of_medium_suspicion():
    found = verdict(None)
    assert found.outcome is SealOutcome.READ_ERROR
    assert found.suspicion is Suspicion.MEDIUM
    assert found.seal is None


def test_an_unknown_feature_alone_leaves_the_seal_valid():
    data = sealed(features=(*FEATURES, Feature(0x2A, b"x")))
    found = verdict(data)
    assert found.outcome is SealOutcome.UNKNOWN_FEATURE
    assert found.is_valid
    assert found.suspicion is Suspicion.NONE
    assert found.unknown_tags == {0x2A}
    revoked = verdict(data, is_revoked=True)
    assert revoked.outcome is SealOutcome.REVOKED_CERTIFICATE
    assert revoked.unknown_tags == {0x2A}


@pytest.mark.parametrize(
    ("header", "features", "code"),
    [
        (HEADER, FEATURES[1:], "seal.mrz-missing"),
        (HEADER, FEATURES[:2], "seal.feature-missing"),
        (HEADER, (*FEATURES[:3], Feature(5, b"")), "seal.feature-length"),
        (HEADER, (Feature(1, b"\xff" * 48), *FEATURES[1:]), "c40.bytes"),
        (replace(HEADER, feature_definition=0x5E), FEATURES, "seal.profile"),
        (replace(HEADER, document_type=2), FEATURES, "seal.profile"),
    ],
)
def test_what_the_profile_does_not_allow_is_a_wrong_format(header, features, code):
    found = verdict(sealed(header, features))
    assert found.outcome is SealOutcome.WRONG_FORMAT
    assert found.fault.code == code
    assert found.suspicion is Suspicion.HIGH


@given(st.binary(max_size=64))
def test_any_other_bytes_are_a_wrong_format(data):
    assert verdict(data).outcome is SealOutcome.WRONG_FORMAT


def test_a_changed_message_has_an_invalid_signature():
    data = sealed()
    changed = data.replace(c40.encode("C20450017"), c40.encode("C20450018"))
    assert changed != data
    assert verdict(changed).outcome is SealOutcome.INVALID_SIGNATURE


def test_another_signer_has_an_invalid_signature():
    other = seal_keys.authority_key()
    assert verdict(sealed(key=other)).outcome is SealOutcome.INVALID_SIGNATURE


def test_a_key_on_a_refused_curve_has_an_invalid_signature():
    key = seal_keys.signer_key(seal_keys.ec.SECP521R1)
    found = verdict(sealed(), seal_keys.certificate(key=key))
    assert found.outcome is SealOutcome.INVALID_SIGNATURE


def test_the_reference_for_tests_counts_only_on_wish():
    data = sealed(replace(HEADER, certificate_reference="00"))
    assert verdict(data).outcome is SealOutcome.UNKNOWN_CERTIFICATE
    accepted = verdict(data, accept_tests=True)
    assert accepted.outcome is SealOutcome.UNTRUSTED_CERTIFICATE


UNTRUSTED = {
    "other subject": lambda: seal_keys.certificate(subject=seal_keys.name("SA", "02")),
    "other serial number": lambda: seal_keys.certificate(serial=0x1B),
    "other issuer's key": lambda: seal_keys.certificate(issuer_key=seal_keys.signer_key()),
    "no elliptic key": lambda: seal_keys.certificate(key=seal_keys.rsa_key()),
}


@pytest.mark.parametrize("certificate", UNTRUSTED.values(), ids=UNTRUSTED)
def test_certificates_that_do_not_stand_for_the_signer_are_untrusted(certificate):
    found = verdict(sealed(), certificate())
    assert found.outcome is SealOutcome.UNTRUSTED_CERTIFICATE


def test_a_certificate_without_trusted_issuer_is_untrusted():
    known = SignerCertificate(seal_keys.certificate(), None)
    found = verify_seal(sealed(), profile=VISA, find_certificate=lambda *_: known, on=TODAY)
    assert found.outcome is SealOutcome.UNTRUSTED_CERTIFICATE
    other = seal_keys.authority(subject=seal_keys.name("SA", "OTHER"))
    assert verdict(sealed(), issuer=other).outcome is SealOutcome.UNTRUSTED_CERTIFICATE


def test_a_seal_older_than_its_certificate_is_untrusted():
    data = sealed(replace(HEADER, signed_on=date(2025, 12, 31)))
    assert verdict(data).outcome is SealOutcome.UNTRUSTED_CERTIFICATE
    first_day = sealed(replace(HEADER, signed_on=date(2026, 1, 1)))
    assert verdict(first_day).outcome is SealOutcome.VALID


def test_the_certificate_expires_after_its_last_day():
    assert verdict(sealed(), on=date(2028, 12, 31)).outcome is SealOutcome.VALID
    found = verdict(sealed(), on=date(2029, 1, 1))
    assert found.outcome is SealOutcome.EXPIRED_CERTIFICATE
    assert found.suspicion is Suspicion.MEDIUM


def test_a_revoked_certificate_is_told_after_expiry_as_the_standard_orders():
    assert verdict(sealed(), is_revoked=True).outcome is SealOutcome.REVOKED_CERTIFICATE
    both = verdict(sealed(), is_revoked=True, on=date(2029, 1, 1))
    assert both.outcome is SealOutcome.EXPIRED_CERTIFICATE


@pytest.mark.parametrize(
    ("extension", "types", "outcome"),
    [
        (None, None, SealOutcome.VALID),
        (VISAS, {"V"}, SealOutcome.VALID),
        (CARDS_AND_PASSPORTS, {"ID", "P"}, SealOutcome.INVALID_DOCUMENTTYPE),
    ],
)
def test_the_certificate_may_limit_the_document_types(extension, types, outcome):
    certificate = seal_keys.certificate(document_types=extension)
    assert document_types(certificate) == types
    assert verdict(sealed(), certificate).outcome is outcome


def test_a_seal_without_zone_is_not_limited():
    profile = replace(VISA, mrz_tags=frozenset())
    known = SignerCertificate(
        seal_keys.certificate(document_types=CARDS_AND_PASSPORTS), seal_keys.authority()
    )
    found = verify_seal(sealed(), profile=profile, find_certificate=lambda *_: known, on=TODAY)
    assert found.outcome is SealOutcome.VALID


@pytest.mark.parametrize(
    "extension",
    ["", "30", "3109020100", "3003020100", "30080201003103130156ff", "30080201003103140156"],
)
def test_a_list_of_types_that_cannot_be_read_covers_nothing(extension):
    certificate = seal_keys.certificate(document_types=bytes.fromhex(extension))
    with pytest.raises(Malformed) as raised:
        document_types(certificate)
    assert raised.value.code == "seal.document-types"
    assert verdict(sealed(), certificate).outcome is SealOutcome.INVALID_DOCUMENTTYPE
