"""Ask a print server for the state of a job: one request of the Internet Printing Protocol.

RFC 8010 (encoding) and RFC 8011 §4.3.4 (Get-Job-Attributes). `lpstat` is not enough: it lists a
cancelled job and a printed one alike.
"""

import os
import struct
from http.client import HTTPConnection, HTTPException
from urllib.parse import quote

_GET_JOB_ATTRIBUTES = 0x0009
_OPERATION, _END = b"\x01", b"\x03"
_CHARSET, _LANGUAGE, _URI, _INTEGER, _KEYWORD = 0x47, 0x48, 0x45, 0x21, 0x44
_FIRST_VALUE_TAG = 0x10
_DEFAULT_PORT = 631
_TIMEOUT = 10.0

PENDING, HELD, PROCESSING, STOPPED, CANCELLED, ABORTED, COMPLETED = range(3, 10)
"""Values of `job-state`, RFC 8011 §5.3.7."""


def job_state(server: str, printer: str, job: int) -> int | None:
    """State of a job as its number in RFC 8011, or None where the server does not tell.

    `server` is host:port; empty for the one that CUPS_SERVER names, else this machine.
    """
    host, _, port = _address(server).partition(":")
    body = _request(f"ipp://localhost/printers/{quote(printer)}", job)
    connection = HTTPConnection(
        host, int(port) if port.isdecimal() else _DEFAULT_PORT, timeout=_TIMEOUT
    )
    try:
        connection.request("POST", "/", body, {"Content-Type": "application/ipp"})
        return _integer_named("job-state", connection.getresponse().read())
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


def _address(server: str) -> str:
    """The server's host; CUPS_SERVER may name a socket file, whose server is on this machine."""
    named = server or os.environ.get("CUPS_SERVER", "")
    return "localhost" if not named or named.startswith("/") else named.partition("/")[0]


def _request(printer_uri: str, job: int) -> bytes:
    head = struct.pack(">BBHI", 1, 1, _GET_JOB_ATTRIBUTES, 1)
    attributes = (
        _attribute(_CHARSET, "attributes-charset", b"utf-8"),
        _attribute(_LANGUAGE, "attributes-natural-language", b"en"),
        _attribute(_URI, "printer-uri", printer_uri.encode()),
        _attribute(_INTEGER, "job-id", struct.pack(">i", job)),
        _attribute(_KEYWORD, "requested-attributes", b"job-state"),
    )
    return head + _OPERATION + b"".join(attributes) + _END


def _attribute(tag: int, name: str, value: bytes) -> bytes:
    label = name.encode("ascii")
    sized = struct.pack(">BH", tag, len(label)) + label
    return sized + struct.pack(">H", len(value)) + value


def _integer_named(name: str, answer: bytes) -> int | None:
    """First four-byte value of that name in an answer; None if there is none, or it is cut off."""
    position = 8
    while position < len(answer):
        tag = answer[position]
        position += 1
        if tag < _FIRST_VALUE_TAG:
            continue
        label, position = _sized(answer, position)
        value, position = _sized(answer, position)
        if label == name.encode("ascii") and len(value) == 4:
            return int.from_bytes(value, "big", signed=True)
    return None


def _sized(answer: bytes, position: int) -> tuple[bytes, int]:
    length = int.from_bytes(answer[position : position + 2], "big")
    return answer[position + 2 : position + 2 + length], position + 2 + length
