"""Header of visible digital seals, versions 3 and 4 (ICAO 9303-13 §2.2)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from absher_desk.standards import c40
from absher_desk.standards.problems import Malformed

MAGIC = 0xDC

VERSION_BYTES: dict[int, int] = {3: 0x02, 4: 0x03}
"""The byte that stands for each version of the header."""

_SIGNER_WIDTH = 4
_SHORT_REFERENCE = 5
_DATES_AND_TYPE = 8
_PATTERNS = {
    "issuing_country": re.compile(r"[A-Z]{1,3}"),
    "signer": re.compile(r"[A-Z]{2}[A-Z0-9]{2}"),
    "certificate_reference": re.compile(r"[0-9A-F]{1,255}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SealHeader:
    """Who sealed what kind of document, and when; raises `seal.header` with its `field`.

    `signer` is a country of two letters and two characters, `certificate_reference` is
    hexadecimal in capitals (exactly five characters in version 3). An odd `document_type` is
    defined by ICAO, an even one nationally.
    """

    version: Literal[3, 4] = 4
    issuing_country: str
    signer: str
    certificate_reference: str
    issued_on: date
    signed_on: date
    feature_definition: int
    document_type: int

    def __post_init__(self) -> None:
        for name, pattern in _PATTERNS.items():
            if not pattern.fullmatch(getattr(self, name)):
                raise Malformed("seal.header", field=name)
        for name in ("feature_definition", "document_type"):
            if not 1 <= getattr(self, name) <= 254:
                raise Malformed("seal.header", field=name)
        if self.version not in VERSION_BYTES:
            raise Malformed("seal.header", field="version")
        if self.version == 3 and len(self.certificate_reference) != _SHORT_REFERENCE:
            raise Malformed("seal.header", field="certificate_reference")

    @property
    def is_for_tests(self) -> bool:
        """Whether the certificate reference is the one reserved for tests, all zeros (§2.2.1)."""
        return not self.certificate_reference.strip("0")


def encode_date(day: date) -> bytes:
    """A date as three bytes, the integer MMDDYYYY (ICAO 9303-13 §2.3.1).

    >>> encode_date(date(1957, 3, 25)).hex()
    '319ef5'
    """
    return (day.month * 1_000_000 + day.day * 10_000 + day.year).to_bytes(3, "big")


def decode_date(data: bytes) -> date:
    """The date in three bytes; raises `seal.date`.

    >>> decode_date(bytes.fromhex("319ef5"))
    datetime.date(1957, 3, 25)
    """
    month, rest = divmod(int.from_bytes(data, "big"), 1_000_000)
    day, year = divmod(rest, 10_000)
    try:
        return date(year, month, day)
    except ValueError:
        raise Malformed("seal.date") from None


def encode_header(header: SealHeader) -> bytes:
    """The bytes of a header: 18 in version 3, more or fewer in version 4 (§2.2).

    >>> header = SealHeader(
    ...     issuing_country="SAU",
    ...     signer="SA01",
    ...     certificate_reference="0000A",
    ...     issued_on=date(2026, 11, 23),
    ...     signed_on=date(2026, 11, 23),
    ...     feature_definition=0x5D,
    ...     document_type=0x01,
    ... )
    >>> encode_header(header).hex()
    'dc03ca53ca351fea19a51b31ab631aab631a5d01'
    """
    reference = header.certificate_reference
    if header.version == 4:
        reference = f"{len(reference):02X}{reference}"
    return b"".join(
        (
            bytes([MAGIC, VERSION_BYTES[header.version]]),
            c40.encode(header.issuing_country.ljust(3, "<")),
            c40.encode(header.signer + reference),
            encode_date(header.issued_on),
            encode_date(header.signed_on),
            bytes([header.feature_definition, header.document_type]),
        )
    )


def decode_header(data: bytes) -> tuple[SealHeader, int]:
    """The header at the start of a seal and the bytes it takes.

    Raises `seal.magic`, `seal.version`, `seal.truncated`, `seal.header`, `seal.date`, `c40.bytes`.

    >>> header, size = decode_header(bytes.fromhex("dc02ca53ca351fe519afab631aab631a5d01"))
    >>> header.signer, header.certificate_reference, size
    ('SA01', '0000A', 18)
    """
    if data[:1] != bytes([MAGIC]):
        raise Malformed("seal.magic")
    version = _version(data)
    width = _reference_width(data, version)
    end = 4 + c40.encoded_length(width)
    size = end + _DATES_AND_TYPE
    if len(data) < size:
        raise Malformed("seal.truncated")
    reference = c40.decode(data[4:end])
    if len(reference) != width:
        raise Malformed("seal.header", field="certificate_reference")
    header = SealHeader(
        version=version,
        issuing_country=c40.decode(data[2:4]).rstrip(),
        signer=reference[:_SIGNER_WIDTH],
        certificate_reference=reference[_SIGNER_WIDTH if version == 3 else _SIGNER_WIDTH + 2 :],
        issued_on=decode_date(data[end : end + 3]),
        signed_on=decode_date(data[end + 3 : end + 6]),
        feature_definition=data[end + 6],
        document_type=data[end + 7],
    )
    return header, size


def _version(data: bytes) -> Literal[3, 4]:
    if data[1:2] == bytes([VERSION_BYTES[3]]):
        return 3
    if data[1:2] == bytes([VERSION_BYTES[4]]):
        return 4
    raise Malformed("seal.version")


def _reference_width(data: bytes, version: Literal[3, 4]) -> int:
    """Characters of signer and reference; in version 4 two of them give the reference's length."""
    if version == 3:
        return _SIGNER_WIDTH + _SHORT_REFERENCE
    length = c40.decode(data[4:8])[_SIGNER_WIDTH:]
    if not re.fullmatch(r"(?!00)[0-9A-F]{2}", length):
        raise Malformed("seal.header", field="certificate_reference")
    return _SIGNER_WIDTH + 2 + int(length, 16)
