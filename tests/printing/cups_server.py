"""A real CUPS server for a test: own port, own spool, and a backend of ours in place of a device.

The backend copies what it is sent to a file, so a test sees exactly what a printer would get.
"""

import getpass
import grp
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CONFIGURATION = """
LogLevel warn
Listen 127.0.0.1:{port}
Browsing Off
DefaultAuthType None
WebInterface No
JobRetryInterval 1
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """
ServerRoot {root}
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/state
TempDir {root}/temp
AccessLog {root}/access_log
ErrorLog {root}/error_log
PageLog {root}/page_log
DocumentRoot {root}
ServerBin {root}/bin
DataDir /usr/share/cups
User {user}
Group {group}
SystemGroup {system_group}
"""


_BACKEND = """#!/bin/sh
if [ $# -eq 0 ]; then echo 'direct drawer "Drawer" "Drawer"'; exit 0; fi
cat "${6:--}" > "${DEVICE_URI#drawer:}"
"""
_FOLDERS = ("spool", "cache", "state", "temp", "drawer")
_SYSTEM = Path("/usr/lib/cups")


class CupsServer:
    """Address of the running server, and what its queue printed."""

    def __init__(self, root: Path, port: int) -> None:
        self.address = f"127.0.0.1:{port}"
        self.printed = root / "drawer" / "printed.pdf"

    def command(self, program: str, *arguments: str) -> str:
        done = subprocess.run(
            [_found(program), "-h", self.address, *arguments],
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        )
        return done.stdout

    def add_queue(self, name: str) -> None:
        self.command(
            "lpadmin",
            "-p",
            name,
            "-E",
            "-v",
            f"drawer:{self.printed}",
            "-m",
            "raw",
        )


@contextmanager
def cups_server(root: Path) -> Iterator[CupsServer]:
    port = _free_port()
    _write_configuration(root, port)
    with subprocess.Popen(
        [
            _found("cupsd"),
            "-f",
            "-c",
            str(root / "cupsd.conf"),
            "-s",
            str(root / "cups-files.conf"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait_for(port, process)
            yield CupsServer(root, port)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Connect as soon as the server listens; the kernel's refusal is immediate, so this spins."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise AssertionError(f"cupsd ended at once with code {process.returncode}")
        with socket.socket() as probe:
            probe.settimeout(0.2)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError("cupsd did not begin to listen")


def _write_configuration(root: Path, port: int) -> None:
    for folder in _FOLDERS:
        (root / folder).mkdir()
    as_root = os.geteuid() == 0
    user = "lp" if as_root else getpass.getuser()
    group = "lp" if as_root else grp.getgrgid(os.getegid()).gr_name
    system_group = "root" if as_root else group
    programs = root / "bin"
    (programs / "backend").mkdir(parents=True)
    for part in _SYSTEM.iterdir():
        if part.name != "backend":
            (programs / part.name).symlink_to(part)
    backend = programs / "backend" / "drawer"
    backend.write_text(_BACKEND)
    backend.chmod(0o755)
    (root / "cupsd.conf").write_text(_CONFIGURATION.format(port=port))
    (root / "cups-files.conf").write_text(
        _FILES.format(root=root, user=user, group=group, system_group=system_group)
    )
    if as_root:
        for path in (root, *(root / folder for folder in _FOLDERS)):
            shutil.chown(path, user, group)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _found(program: str) -> str:
    path = shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin")
    assert path, f"{program} is not installed (Debian packages cups, cups-client)"
    return path
