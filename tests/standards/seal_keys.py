"""Keys and certificates for the tests of seals, made anew in each run."""

from datetime import UTC, datetime
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

DOCUMENT_TYPES = x509.ObjectIdentifier("2.23.136.1.1.6.2")
"""Document types of a signer (ICAO 9303-12 §7.1), written here a second time."""

START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 12, 31, 23, 59, tzinfo=UTC)


@cache
def signer_key(curve=ec.SECP256R1):
    return ec.generate_private_key(curve())


@cache
def authority_key():
    return ec.generate_private_key(ec.SECP256R1())


@cache
def rsa_key():
    return rsa.generate_private_key(65537, 2048)


def name(country, common):
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, country),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


AUTHORITY = name("SA", "CSCA")


def authority(subject=AUTHORITY, key=None):
    key = key or authority_key()
    return signed(subject, AUTHORITY, 1, key.public_key(), key)


def certificate(*, subject=None, serial=0x1A, key=None, issuer_key=None, document_types=None):
    """A signer's certificate for SA01, reference 0001A; `document_types` is the extension's DER."""
    public = (key or signer_key()).public_key()
    subject = subject or name("SA", "01")
    return signed(subject, AUTHORITY, serial, public, issuer_key or authority_key(), document_types)


def signed(subject, issuer, serial, public, key, document_types=None):  # noqa: PLR0917
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .serial_number(serial)
        .not_valid_before(START)
        .not_valid_after(END)
        .public_key(public)
    )
    if document_types is not None:
        value = x509.UnrecognizedExtension(DOCUMENT_TYPES, document_types)
        builder = builder.add_extension(value, critical=False)
    return builder.sign(key, SHA256())
