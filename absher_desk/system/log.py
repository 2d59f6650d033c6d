"""The log: JSON lines in the state folder, without personal data.

`structlog.get_logger()` and the standard `logging` both end here and pass the same masks.
"""

import logging
import logging.handlers
import re
import secrets
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

import structlog

from absher_desk.system.masking import MASK, is_personal, masked, masked_text

_OURS = frozenset({"event", "level", "timestamp", "logger", "reference", "raised"})
_FILE_BYTES = 5_000_000
_FILES_KEPT = 5
# Crockford's alphabet less 0 and 1: no letter or digit that is misread or misheard for another.
_REFERENCE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
# The quoted part of these messages is a name in our code; of others it may be what somebody typed.
_ABOUT_CODE = (AttributeError, ImportError, NameError, TypeError)

_log = structlog.stdlib.get_logger("absher_desk")


def configure(log_file: Path, level: str = "info") -> logging.Handler:
    """Send all logging to `log_file` (5 MB a file, five older ones kept); raises OSError.

    Returns the handler, for `release`. Safe to call again: the earlier file is closed.
    """
    release()
    log_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _DeskHandler(
        log_file, maxBytes=_FILE_BYTES, backupCount=_FILES_KEPT, encoding="utf-8"
    )
    handler.setFormatter(_formatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level.upper())
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    return handler


def release() -> None:
    """Close the log file and stop sending to it."""
    root = logging.getLogger()
    for handler in [each for each in root.handlers if isinstance(each, _DeskHandler)]:
        root.removeHandler(handler)
        handler.close()


class _DeskHandler(logging.handlers.RotatingFileHandler):
    """A class of its own, so that `release` finds ours and no other."""

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk, or a file another desk is turning over: work goes on without this line."""


def _formatter() -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_log_level],
        processors=[
            structlog.stdlib.add_logger_name,  # from the record, so before that is removed
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            describe_exception,
            mask_personal,
            structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True),
        ],
    )


def mask_personal(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Mask what may be personal; a processor of structlog."""
    for key, value in event.items():
        if key != "timestamp":
            event[key] = MASK if key not in _OURS and is_personal(key) else masked(value)
    return event


def describe_exception(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Turn `exc_info` into lines without messages' data or local values; a processor."""
    given = event.pop("exc_info", None)
    if given is True:
        given = sys.exc_info()
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["raised"] = list(_lines(error, set()))
    return event


def _lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    """The exception with its causes, newest first, each with its frames."""
    seen.add(id(error))
    yield f"{type(error).__module__}.{type(error).__qualname__}: {_message(error)}"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}: {frame.line}"
    for inner in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from _lines(inner, seen)
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and id(cause) not in seen:
        yield from _lines(cause, seen)


def _message(error: BaseException) -> str:
    """The first line of the message, without the values that it quotes."""
    first = (str(error).splitlines() or [""])[0]
    if isinstance(error, _ABOUT_CODE):
        return masked_text(first)
    unquoted = re.sub(r"'[^']*'|\"[^\"]*\"|\([^)]+\)|\[[^\]]+\]|=\s*\S+", MASK, first)
    # What is left of names in Arabic: our own messages are codes, libraries write English.
    return masked_text(
        re.sub(r"[\u0600-\u06ff\u0750-\u077f]+(?:\s+[\u0600-\u06ff]+)*", MASK, unquoted)
    )


def new_reference() -> str:
    """A reference to read out on the telephone, such as `AD-7K3F-22`; unique enough for a log."""
    letters = "".join(secrets.choice(_REFERENCE_ALPHABET) for _ in range(4))
    return f"AD-{letters}-{secrets.randbelow(90) + 10}"


def log_unexpected(error: BaseException) -> str:
    """Log an error that nobody expected, and return the reference under which it stands."""
    reference = new_reference()
    _log.error("unexpected error", reference=reference, exc_info=error)
    return reference
