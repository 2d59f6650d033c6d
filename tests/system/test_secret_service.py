"""The keyring of a real desktop: gnome-keyring on a D-Bus session of its own."""

import os
import subprocess
import sys
import textwrap

import pytest

PROGRAM = textwrap.dedent("""
    from keyring.backends.SecretService import Keyring
    from absher_desk.system.secrets import Secrets

    first = Secrets(Keyring())
    kept = first.store("database-password", "حرف hush")
    key = first.code_key()
    later = Secrets(Keyring())
    print(kept, first.problem, later.read("database-password"), later.code_key() == key)
    print(later.delete("database-password"), later.read("database-password"))
""")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have keyrings of their own")
def test_a_real_secret_service_keeps_and_forgets(tmp_path):
    home = {name: str(tmp_path / name) for name in ("HOME", "XDG_RUNTIME_DIR")}
    for folder in home.values():
        os.mkdir(folder, 0o700)  # noqa: PTH102  # the daemon insists on the mode
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": os.getcwd(),  # noqa: PTH109
        **home,
    }
    script = 'printf "unlock" | gnome-keyring-daemon --unlock --components=secrets >&2; "$@"'
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script, "sh", sys.executable, "-c", PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines() == ["True None حرف hush True", "True None"], done.stderr
