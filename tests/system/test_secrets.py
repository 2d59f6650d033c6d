import keyring.errors
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from absher_desk.system.secrets import Secrets
from absher_desk.system.texts import Texts


class FakeKeyring(KeyringBackend):
    """Keeps secrets; raises `fault` on every call once it is set."""

    priority = 1

    def __init__(self, fault=None):
        super().__init__()
        self.kept = {}
        self.fault = fault

    def get_password(self, service, username):
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._fail()
        self.kept[service, username] = password

    def delete_password(self, service, username):
        self._fail()
        del self.kept[service, username]

    def _fail(self):
        if self.fault is not None:
            raise self.fault


class ForgetfulKeyring(FakeKeyring):
    def set_password(self, *_secret):
        """Accepts it, keeps nothing."""


class PlaintextKeyring(FakeKeyring):
    pass


def test_a_working_keyring_keeps_a_secret_between_sessions():
    backend = FakeKeyring()
    assert Secrets(backend).store("database-password", "hush")
    later = Secrets(backend)
    assert later.read("database-password") == "hush"
    assert not later.kept_for_session
    assert later.problem is None
    assert later.delete("database-password")
    assert later.read("database-password") is None
    assert backend.kept == {}


def test_what_is_not_there_is_none_and_may_be_deleted():
    desk = Secrets(FakeKeyring())
    assert desk.read("nothing") is None
    assert desk.delete("nothing")


@pytest.mark.parametrize(
    ("backend", "code"),
    [
        (fail.Keyring(), "secrets.no_keyring"),
        (FakeKeyring(keyring.errors.NoKeyringError()), "secrets.no_keyring"),
        (FakeKeyring(keyring.errors.KeyringLocked()), "secrets.locked"),
        (FakeKeyring(keyring.errors.InitError()), "secrets.failed"),
        (FakeKeyring(keyring.errors.PasswordSetError()), "secrets.failed"),
        (FakeKeyring(ConnectionError("bus gone")), "secrets.failed"),
        (null.Keyring(), "secrets.unsafe"),
        (ForgetfulKeyring(), "secrets.unsafe"),
        (PlaintextKeyring(), "secrets.unsafe"),
    ],
)
def test_a_keyring_at_fault_keeps_for_the_session_and_says_so(backend, code):
    desk = Secrets(backend)
    assert desk.store("portal", "hush") is False
    assert desk.read("portal") == "hush"
    assert desk.kept_for_session
    assert desk.problem is not None
    assert desk.problem.code == code
    assert "…" not in "".join(Texts().both(desk.problem))
    assert getattr(backend, "kept", {}) == {}
    assert Secrets(backend).read("portal") is None


def test_a_secret_of_the_session_can_be_forgotten():
    desk = Secrets(fail.Keyring())
    desk.store("portal", "hush")
    assert desk.delete("portal") is False  # the keyring could not be asked
    assert desk.read("portal") is None
    assert not desk.kept_for_session


def test_the_code_key_is_made_once():
    backend = FakeKeyring()
    key = Secrets(backend).code_key()
    assert len(key) == 32
    assert Secrets(backend).code_key() == key
    assert Secrets(FakeKeyring()).code_key() != key


def test_a_locked_keyring_gives_a_session_key_and_keeps_the_real_one():
    backend = FakeKeyring()
    key = Secrets(backend).code_key()
    backend.fault = keyring.errors.KeyringLocked()
    desk = Secrets(backend)
    session_key = desk.code_key()
    assert session_key != key
    assert desk.code_key() == session_key
    backend.fault = None
    assert desk.code_key() == session_key  # one session, one key
    assert Secrets(backend).code_key() == key


@pytest.mark.parametrize("damaged", ["short", "!!!", ""])
def test_a_damaged_code_key_is_replaced(damaged):
    backend = FakeKeyring()
    backend.kept["absher-desk", "code-key"] = damaged
    key = Secrets(backend).code_key()
    assert len(key) == 32
    assert Secrets(backend).code_key() == key
