"""The keyring of a real desktop: gnome-keyring on a D-Bus session of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems have keyrings of their own"
)
ROOT = Path(__file__).resolve().parents[2]

KEEP_AND_FORGET = """
from keyring.backends.SecretService import Keyring
from absher_desk.system.secrets import Secrets

first = Secrets(Keyring())
kept = first.store("database-password", "حرف hush")
key = first.code_key()
later = Secrets(Keyring())
print(kept, first.problem, later.read("database-password"), later.code_key() == key)
print(later.delete("database-password"), later.read("database-password"))
"""

LOCK = """
import secretstorage
from keyring.backends.SecretService import Keyring
from absher_desk.system.secrets import Secrets

print(Secrets(Keyring()).store("portal", "hush"))
secretstorage.get_default_collection(secretstorage.dbus_init()).lock()
desk = Secrets(Keyring())
print(desk.read("portal"), desk.problem.code)
print(desk.store("portal", "new"), desk.read("portal"), desk.kept_for_session)
"""


def played(program, folder):
    """What the program prints beside an unlocked keyring, without a screen to ask on."""
    home = {name: str(folder / name) for name in ("HOME", "XDG_RUNTIME_DIR")}
    for place in home.values():
        Path(place).mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(ROOT),
        **home,
    }
    script = 'printf "unlock" | gnome-keyring-daemon --unlock --components=secrets >&2; "$@"'
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script, "sh", sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_real_secret_service_keeps_and_forgets(tmp_path):
    assert played(KEEP_AND_FORGET, tmp_path) == ["True None حرف hush True", "True None"]


def test_a_real_secret_service_that_is_locked_is_noticed(tmp_path):
    assert played(LOCK, tmp_path) == ["True", "None secrets.locked", "False new True"]
