"""System libraries and programs that pip cannot bring: asked for, installed on Debian, Ubuntu."""

from __future__ import annotations

import ctypes.util
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class SystemPackage:
    """One thing the machine must have.

    `names` are its Debian package names, the usual first: releases rename libraries (`…t64`).
    `library` or `program` is how other systems are asked for it. Without an `essential` one
    nothing starts; without another, some tests or a real window fail.
    """

    names: tuple[str, ...]
    library: str = ""
    program: str = ""
    essential: bool = False


RUN = (
    SystemPackage(names=("libgl1",), library="GL", essential=True),
    SystemPackage(names=("libegl1",), library="EGL", essential=True),
    SystemPackage(names=("libglib2.0-0", "libglib2.0-0t64"), library="glib-2.0", essential=True),
    SystemPackage(names=("libdbus-1-3",), library="dbus-1", essential=True),
    SystemPackage(names=("libfontconfig1",), library="fontconfig", essential=True),
    SystemPackage(names=("libxkbcommon0",), library="xkbcommon", essential=True),
    SystemPackage(names=("libxkbcommon-x11-0",), library="xkbcommon-x11"),
    SystemPackage(names=("libxcb-cursor0",), library="xcb-cursor"),
    SystemPackage(names=("libxcb-icccm4",), library="xcb-icccm"),
    SystemPackage(names=("libxcb-keysyms1",), library="xcb-keysyms"),
    SystemPackage(names=("libxcb-shape0",), library="xcb-shape"),
    SystemPackage(names=("libxcb-xkb1",), library="xcb-xkb"),
    SystemPackage(names=("libcups2", "libcups2t64"), library="cups"),
)
POSTGRESQL = tuple(f"postgresql-{version}" for version in range(14, 20))
TEST = (
    *RUN,
    SystemPackage(names=("xvfb",), program="Xvfb"),
    SystemPackage(names=("xauth",), program="xauth"),
    SystemPackage(names=("xdotool",), program="xdotool"),
    SystemPackage(names=("poppler-utils",), program="pdftotext"),
    SystemPackage(names=("postgresql", *POSTGRESQL), program="initdb"),
    SystemPackage(names=("cups",), program="cupsd"),
    SystemPackage(names=("cups-client",), program="lp"),
    SystemPackage(names=("dbus",), program="dbus-daemon"),
    SystemPackage(names=("gnome-keyring",), program="gnome-keyring-daemon"),
)
NEEDED = {"run": RUN, "test": TEST, "bench": TEST}


def complete(requirement_set: str) -> bool:
    """Brings the system packages of a set; False when an essential one stays missing."""
    if sys.platform != "linux":
        return True  # Qt's wheels need nothing beyond macOS and Windows themselves
    needed = (*venv_module(), *NEEDED[requirement_set])
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        return report_elsewhere(needed)
    missing = missing_packages(needed)
    if missing:
        install(missing)
        missing = missing_packages(missing)
    return not any(package.essential for package in missing)


def venv_module() -> tuple[SystemPackage, ...]:
    """Debian splits ensurepip, without which `venv` makes no pip, from its Python."""
    if importlib.util.find_spec("ensurepip") is not None:
        return ()
    name = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    return (SystemPackage(names=(name, "python3-venv"), essential=True),)


def missing_packages(needed: tuple[SystemPackage, ...]) -> tuple[SystemPackage, ...]:
    """Those of which dpkg knows none of the names as installed."""
    names = [name for package in needed for name in package.names]
    query = ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\\n", *names]
    # dpkg-query exits 1 for a name it never heard of and still lists the others.
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    lines = (line.partition(" ") for line in answer.splitlines())
    installed = {name for name, _, status in lines if status == "installed"}
    return tuple(package for package in needed if installed.isdisjoint(package.names))


def install(missing: tuple[SystemPackage, ...]) -> None:
    """Installs with apt, as root or through sudo; otherwise prints the command to run."""
    prefix = privilege()
    if prefix is None:
        print(f"Missing system packages. As an administrator, run:\n  {by_hand(missing)}")
        return
    print(f"Installing system packages: {' '.join(p.names[0] for p in missing)}", flush=True)
    if any(not offered(package) for package in missing):
        apt(prefix, "update")
    # One name that apt does not know would refuse the whole list.
    names = [offered(package) or package.names[0] for package in missing]
    if not apt(prefix, "install", "--yes", "--no-install-recommends", *names):
        # The lists may be older than the mirror: fetched once more, then it is a person's turn.
        apt(prefix, "update")
        if not apt(prefix, "install", "--yes", "--no-install-recommends", *names):
            print(f"apt-get could not install them. By hand:\n  {by_hand(missing)}")


def privilege() -> tuple[str, ...] | None:
    """What to put before apt-get; None when this user may not install."""
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") is None:
        return None
    if sys.stdin.isatty():
        return ("sudo",)
    silent = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ("sudo", "-n") if silent.returncode == 0 else None


def apt(prefix: tuple[str, ...], *arguments: str) -> bool:
    """Runs apt-get without questions; its output shows only when it fails."""
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    command += ["-o", "DPkg::Lock::Timeout=300", *arguments]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        print(done.stdout)
    return done.returncode == 0


def offered(package: SystemPackage) -> str | None:
    """The name under which this release offers the package; None when apt's lists have none."""
    for name in package.names:
        policy = ["apt-cache", "policy", name]
        answer = subprocess.run(
            policy, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"}
        ).stdout
        if "Candidate:" in answer and "Candidate: (none)" not in answer:
            return name
    return None


def by_hand(missing: tuple[SystemPackage, ...]) -> str:
    """The exact command for an administrator."""
    names = [offered(package) or package.names[0] for package in missing]
    return "apt-get update && apt-get install --yes " + shlex.join(names)


def report_elsewhere(needed: tuple[SystemPackage, ...]) -> bool:
    """Says in one line what a Linux without apt lacks."""
    missing = [package for package in needed if not present(package)]
    if missing:
        wanted = ", ".join(
            package.library or package.program or package.names[0] for package in missing
        )
        print(f"Missing on this system, install with its package tool: {wanted}")
    return not any(package.essential for package in missing)


def present(package: SystemPackage) -> bool:
    """Whether the library loads or the program is on the path."""
    if package.library:
        return ctypes.util.find_library(package.library) is not None
    return bool(package.program) and shutil.which(package.program) is not None
