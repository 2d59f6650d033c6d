"""Secrets in the keyring of the system; where that fails, in memory for this session, said so.

Never in a file of ours. Every call may wait for a keyring's own dialogue: from a window, call it
through the worker.
"""

import base64
import binascii
import secrets as random_source

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, KeyringLocked, NoKeyringError, PasswordDeleteError

from absher_desk.standards.problems import Problem

SERVICE = "absher-desk"
DATABASE_PASSWORD = "database-password"  # noqa: S105  # the name of a secret, not a secret
_CODE_KEY = "code-key"
_CODE_KEY_BYTES = 32


class Secrets:
    """Reads, stores and deletes secrets by name.

    `problem` is None while the keyring works, otherwise it says why not; `kept_for_session` is
    whether any secret lives only in this object and will be gone when the program closes.
    """

    def __init__(self, backend: KeyringBackend | None = None, *, service: str = SERVICE) -> None:
        self._backend = backend if backend is not None else keyring.get_keyring()
        self._service = service
        self._session: dict[str, str] = {}
        self.problem = _unsafe(self._backend)

    @property
    def kept_for_session(self) -> bool:
        """Whether some secret could not go to the keyring."""
        return bool(self._session)

    def read(self, name: str) -> str | None:
        """The secret, or None where there is none; a keyring at fault shows in `problem`."""
        if name in self._session or self.problem is not None:
            return self._session.get(name)
        try:
            return self._backend.get_password(self._service, name)
        except Exception as error:  # noqa: BLE001  # back ends raise what their system raises
            self.problem = _problem(error, self._backend)
            return None

    def store(self, name: str, secret: str) -> bool:
        """Keep a secret; False means only for this session, and `problem` says why.

        It is read back, since some back ends accept a secret and keep nothing.
        """
        if self.problem is None:
            try:
                self._backend.set_password(self._service, name, secret)
                if self._backend.get_password(self._service, name) == secret:
                    self._session.pop(name, None)
                    return True
                self.problem = Problem("secrets.unsafe", values=_name(self._backend))
            except Exception as error:  # noqa: BLE001  # back ends raise what their system raises
                self.problem = _problem(error, self._backend)
        self._session[name] = secret
        return False

    def delete(self, name: str) -> bool:
        """Forget a secret; False means that the keyring may still hold it (`problem`)."""
        self._session.pop(name, None)
        if self.problem is not None:
            return False
        try:
            if self._backend.get_password(self._service, name) is not None:
                self._backend.delete_password(self._service, name)
        except PasswordDeleteError:
            # Deleted by another program in between is as good; still there is not.
            return self.read(name) is None
        except Exception as error:  # noqa: BLE001  # back ends raise what their system raises
            self.problem = _problem(error, self._backend)
            return False
        return True

    def code_key(self) -> bytes:
        """The 32-byte HMAC key for one-time codes, made at random the first time.

        With a keyring that cannot be read it is a key of this session, so that an existing one
        is not overwritten: codes sent earlier then have to be sent again.
        """
        found = _decoded(self.read(_CODE_KEY))
        if found is not None:
            return found
        key = random_source.token_bytes(_CODE_KEY_BYTES)
        self.store(_CODE_KEY, base64.b64encode(key).decode("ascii"))
        return key


def _decoded(text: str | None) -> bytes | None:
    """The key in `text`; None for no key or one that is damaged."""
    try:
        key = base64.b64decode(text or "", validate=True)
    except binascii.Error:
        return None
    return key if len(key) == _CODE_KEY_BYTES else None


def _unsafe(backend: KeyringBackend) -> Problem | None:
    """The problem of a back end known beforehand to keep nothing, or to keep it readable."""
    kind = type(backend)
    if kind.__module__ == "keyring.backends.fail":
        return Problem("secrets.no_keyring")
    if kind.__module__ == "keyring.backends.null" or "plaintext" in kind.__name__.lower():
        return Problem("secrets.unsafe", values=_name(backend))
    return None


def _problem(error: Exception, backend: KeyringBackend) -> Problem:
    if isinstance(error, NoKeyringError):
        return Problem("secrets.no_keyring")
    if isinstance(error, KeyringLocked):
        return Problem("secrets.locked")
    if isinstance(error, KeyringError):
        return Problem("secrets.failed", values=_name(backend))
    return Problem("secrets.failed", values={"keyring": type(error).__name__})


def _name(backend: KeyringBackend) -> dict[str, str | int]:
    return {"keyring": type(backend).__module__.removeprefix("keyring.backends.")}
