"""The feed as a file: its lines one after the other, and by what it is known again."""

import hashlib
import os
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

LONGEST_LINE: Final = 256 * 1024
"""Bytes of a line that are held in memory at most; a longer line is refused."""

_KEPT_OF_TOO_LONG: Final = 8_000  # enough for 2,000 characters of UTF-8
_SKIP: Final = 64 * 1024
_FINGERPRINT: Final = 64 * 1024
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


class RawLine(NamedTuple):
    """A line without its end; of a line that is too long only the beginning.

    `end` is where the next line begins in the file.
    """

    data: bytes
    end: int
    too_long: bool


def lines_from(file: BinaryIO, offset: int) -> Iterator[RawLine]:
    """The lines from a byte position on; at most `LONGEST_LINE` bytes of one are ever held."""
    file.seek(offset)
    while data := file.readline(LONGEST_LINE + 1):
        too_long = len(data) > LONGEST_LINE and not data.endswith(b"\n")
        if offset == 0:
            data_read, data = len(data), data.removeprefix(_BYTE_ORDER_MARK)
        else:
            data_read = len(data)
        offset += data_read
        if too_long:
            offset += _skip_rest(file)
            data = data[:_KEPT_OF_TOO_LONG]
        yield RawLine(data.rstrip(b"\r\n"), offset, too_long)


def _skip_rest(file: BinaryIO) -> int:
    """Bytes to the end of the line, its end included."""
    skipped = 0
    while data := file.readline(_SKIP):
        skipped += len(data)
        if data.endswith(b"\n"):
            break
    return skipped


def size_of(file: BinaryIO) -> int:
    """Bytes in the file."""
    return os.fstat(file.fileno()).st_size


def fingerprint(file: BinaryIO) -> str:
    """SHA-256, in hex, of the feed's size and beginning: the same feed wherever it lies."""
    file.seek(0)
    start = file.read(_FINGERPRINT)
    return hashlib.sha256(b"%d\n%s" % (size_of(file), start)).hexdigest()
