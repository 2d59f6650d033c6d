"""Verdicts on visible digital seals (ICAO 9303-13, Appendix D)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from absher_desk.standards.problems import Malformed, Problem
from absher_desk.standards.seal_features import SealProfile, decode_length, require_profile
from absher_desk.standards.seal_header import SealHeader
from absher_desk.standards.visible_seal import Seal, decode_seal, mrz_of, signature_holds

DOCUMENT_TYPES_EXTENSION = x509.ObjectIdentifier("2.23.136.1.1.6.2")
"""Extension of signer certificates that lists their document types (ICAO 9303-12 §7.1)."""


class SealOutcome(StrEnum):
    """What a verification found; the values are codes of texts."""

    VALID = "seal.outcome.valid"
    UNKNOWN_FEATURE = "seal.outcome.unknown-feature"
    READ_ERROR = "seal.outcome.read-error"
    WRONG_FORMAT = "seal.outcome.wrong-format"
    UNKNOWN_CERTIFICATE = "seal.outcome.unknown-certificate"
    UNTRUSTED_CERTIFICATE = "seal.outcome.untrusted-certificate"
    INVALID_DOCUMENTTYPE = "seal.outcome.invalid-documenttype"
    EXPIRED_CERTIFICATE = "seal.outcome.expired-certificate"
    REVOKED_CERTIFICATE = "seal.outcome.revoked-certificate"
    INVALID_SIGNATURE = "seal.outcome.invalid-signature"


class Suspicion(StrEnum):
    """How likely fraud is, by Table D.1; the values are codes of texts."""

    NONE = "seal.suspicion.none"
    MEDIUM = "seal.suspicion.medium"
    HIGH = "seal.suspicion.high"


SUSPICIONS: dict[SealOutcome, Suspicion] = {
    SealOutcome.VALID: Suspicion.NONE,
    SealOutcome.UNKNOWN_FEATURE: Suspicion.NONE,
    SealOutcome.READ_ERROR: Suspicion.MEDIUM,
    SealOutcome.EXPIRED_CERTIFICATE: Suspicion.MEDIUM,
    SealOutcome.WRONG_FORMAT: Suspicion.HIGH,
    SealOutcome.UNKNOWN_CERTIFICATE: Suspicion.HIGH,
    SealOutcome.UNTRUSTED_CERTIFICATE: Suspicion.HIGH,
    SealOutcome.INVALID_DOCUMENTTYPE: Suspicion.HIGH,
    SealOutcome.REVOKED_CERTIFICATE: Suspicion.HIGH,
    SealOutcome.INVALID_SIGNATURE: Suspicion.HIGH,
}


@dataclass(frozen=True, slots=True)
class SignerCertificate:
    """A signer's certificate as the register of certificates knows it.

    `issuer` is the trusted signing authority of the country, nothing when there is none.
    """

    certificate: x509.Certificate
    issuer: x509.Certificate | None
    is_revoked: bool = False


FindCertificate = Callable[[str, str], SignerCertificate | None]
"""Looks a certificate up by signer (`SA01`) and certificate reference (`0000A`)."""


@dataclass(frozen=True, slots=True)
class SealVerdict:
    """The outcome, the seal if it could be read, the fault of a wrong format, unknown tags.

    An unknown feature alone leaves a seal valid; beside another outcome only `unknown_tags` tells.
    """

    outcome: SealOutcome
    seal: Seal | None = None
    fault: Problem | None = None
    unknown_tags: frozenset[int] = frozenset()

    @property
    def is_valid(self) -> bool:
        """Whether authenticity and integrity of the seal are confirmed."""
        return self.outcome in {SealOutcome.VALID, SealOutcome.UNKNOWN_FEATURE}

    @property
    def suspicion(self) -> Suspicion:
        """How likely fraud is."""
        return SUSPICIONS[self.outcome]


def verify_seal(
    data: bytes | None,
    *,
    profile: SealProfile,
    find_certificate: FindCertificate,
    on: date,
    accept_tests: bool = False,
) -> SealVerdict:
    """The verdict on the bytes that a scanner read, `None` when it saw a symbol but no content.

    `on` is the day of the verification. Certificates with the reference reserved for tests count
    as unknown unless `accept_tests`. Raises nothing: every fault is an outcome.
    """
    if data is None:
        return SealVerdict(SealOutcome.READ_ERROR)
    try:
        seal = decode_seal(data)
        unknown = require_profile(seal.features, _matching(profile, seal.header))
        zone = mrz_of(seal, profile)
    except Malformed as fault:
        return SealVerdict(SealOutcome.WRONG_FORMAT, fault=fault.problem)
    outcome = _signature_outcome(seal, zone, find_certificate, on, accept_tests=accept_tests)
    if outcome is SealOutcome.VALID and unknown:
        outcome = SealOutcome.UNKNOWN_FEATURE
    return SealVerdict(outcome, seal, unknown_tags=unknown)


def document_types(certificate: x509.Certificate) -> frozenset[str] | None:
    """Document codes that a signer certificate is for, `None` when it does not limit them.

    Raises `seal.document-types` when its list cannot be read.
    """
    try:
        extension = certificate.extensions.get_extension_for_oid(DOCUMENT_TYPES_EXTENSION)
    except x509.ExtensionNotFound:
        return None
    body = _unwrap(extension.value.public_bytes(), 0x30)
    _, rest = _element(body, 0x02)
    listed = _unwrap(rest, 0x31)
    types = set()
    while listed:
        code, listed = _element(listed, 0x13)
        types.add(code.decode("ascii", "replace").rstrip("<"))
    return frozenset(types)


def _matching(profile: SealProfile, header: SealHeader) -> SealProfile:
    expected = (profile.feature_definition, profile.document_type)
    if (header.feature_definition, header.document_type) != expected:
        raise Malformed("seal.profile")
    return profile


def _signature_outcome(
    seal: Seal, zone: str, find_certificate: FindCertificate, on: date, *, accept_tests: bool
) -> SealOutcome:
    """The checks of Appendix D in their order, the first that fails counts."""
    header = seal.header
    known = find_certificate(header.signer, header.certificate_reference)
    if known is None or (header.is_for_tests and not accept_tests):
        return SealOutcome.UNKNOWN_CERTIFICATE
    certificate = known.certificate
    key = certificate.public_key()
    if not (_is_trusted(known, header) and isinstance(key, ec.EllipticCurvePublicKey)):
        return SealOutcome.UNTRUSTED_CERTIFICATE
    if not _covers(certificate, zone):
        return SealOutcome.INVALID_DOCUMENTTYPE
    if on > certificate.not_valid_after_utc.date():
        return SealOutcome.EXPIRED_CERTIFICATE
    if known.is_revoked:
        return SealOutcome.REVOKED_CERTIFICATE
    return SealOutcome.VALID if _holds(seal, key) else SealOutcome.INVALID_SIGNATURE


def _is_trusted(known: SignerCertificate, header: SealHeader) -> bool:
    """Signed by the trusted issuer, named as the header says, in force when the seal was made."""
    if known.issuer is None or header.signed_on < known.certificate.not_valid_before_utc.date():
        return False
    try:
        known.certificate.verify_directly_issued_by(known.issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return _names(known.certificate, header)


def _names(certificate: x509.Certificate, header: SealHeader) -> bool:
    """Whether subject and serial number are those of the header (ICAO 9303-13 §2.2.1)."""
    parts = [
        str(attribute.value)
        for oid in (NameOID.COUNTRY_NAME, NameOID.COMMON_NAME)
        for attribute in certificate.subject.get_attributes_for_oid(oid)
    ]
    is_signer = "".join(parts).upper() == header.signer
    return is_signer and certificate.serial_number == int(header.certificate_reference, 16)


def _covers(certificate: x509.Certificate, zone: str) -> bool:
    try:
        types = document_types(certificate)
    except Malformed:
        return False
    return types is None or not zone or zone[:2].rstrip("<") in types


def _holds(seal: Seal, key: ec.EllipticCurvePublicKey) -> bool:
    try:
        return signature_holds(seal, key)
    except Malformed:
        return False


def _element(data: bytes, tag: int) -> tuple[bytes, bytes]:
    """The content of the DER element that data begin with, and what follows it."""
    try:
        length, start = decode_length(data, 1)
    except Malformed:
        raise Malformed("seal.document-types") from None
    if data[0] != tag or start + length > len(data):
        raise Malformed("seal.document-types")
    return data[start : start + length], data[start + length :]


def _unwrap(data: bytes, tag: int) -> bytes:
    """The content of a DER element that is alone."""
    content, rest = _element(data, tag)
    if rest:
        raise Malformed("seal.document-types")
    return content
