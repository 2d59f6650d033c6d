"""Database errors sorted once into what a person can act on; recognised by code where one is."""

import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

_SQLITE = {
    sqlite3.SQLITE_BUSY: "database.locked",
    sqlite3.SQLITE_LOCKED: "database.locked",
    sqlite3.SQLITE_FULL: "database.disk-full",
    sqlite3.SQLITE_CORRUPT: "database.damaged",
    sqlite3.SQLITE_NOTADB: "database.damaged",
    sqlite3.SQLITE_CANTOPEN: "database.cannot-open",
    sqlite3.SQLITE_READONLY: "database.read-only",
    sqlite3.SQLITE_PERM: "database.cannot-open",
    sqlite3.SQLITE_IOERR: "database.disk-fault",
}
_POSTGRES = {
    "53100": "database.disk-full",
    "53300": "database.busy",
    "55P03": "database.locked",
    "40P01": "database.locked",
    "40001": "database.locked",
    "28P01": "database.sign-in-refused",
    "28000": "database.sign-in-refused",
    "3D000": "database.cannot-open",
    "25006": "database.read-only",
}

_REFUSED_CONNECTION = {
    "password authentication failed": "database.sign-in-refused",
    "no pg_hba.conf entry": "database.sign-in-refused",
    "does not exist": "database.cannot-open",
    "too many clients": "database.busy",
    "connection slots are reserved": "database.busy",
}
"""Words of a server that answered and refused: libpq passes on no code before one is connected."""


class DatabaseFault(Exception):
    """The database cannot do it now; `code` names the text."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


def fault_code(error: BaseException) -> str | None:
    """Code of a fault that a person can act on; None for a bug (constraint, wrong statement)."""
    if isinstance(error, DBAPIError):
        cause = error.orig
    elif isinstance(error, sqlite3.Error):
        cause = error
    else:
        return None
    if isinstance(cause, sqlite3.Error):
        primary = (getattr(cause, "sqlite_errorcode", 0) or 0) & 0xFF
        known = _SQLITE.get(primary)
        if known is None and isinstance(error, OperationalError):
            return "database.failed"
        return known
    state = getattr(cause, "sqlstate", None)
    if state in _POSTGRES:
        return _POSTGRES[state]
    if isinstance(error, OperationalError | InterfaceError):
        said = str(cause)
        refused = (code for words, code in _REFUSED_CONNECTION.items() if words in said)
        return next(refused, "database.unreachable") if state is None else "database.unreachable"
    return None
