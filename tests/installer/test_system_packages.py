"""System packages, on a Debian made of small programs on the path."""

import os
from pathlib import Path

import pytest

from installer import system_packages
from installer.system_packages import RUN, SystemPackage, complete, missing_packages

GLIB = SystemPackage(names=("libglib2.0-0", "libglib2.0-0t64"), essential=True)
XVFB = SystemPackage(names=("xvfb",), program="Xvfb")

PROGRAMS = {
    "dpkg-query": 'cd "$DEBIAN/installed"; for n in *; do echo "$n installed"; done; exit 1',
    "apt-cache": '[ -e "$DEBIAN/offered/$2" ] && echo "Candidate: 1" || echo "Candidate: (none)"',
    "apt-get": """
        echo "$@" >> "$DEBIAN/apt"
        for last in "$@"; do :; done
        case "$*" in
            *update*) cp "$DEBIAN"/mirror/* "$DEBIAN/offered/" ;;
            *) for n in "$@"; do case $n in lib*|x*)
                 [ -e "$DEBIAN/offered/$n" ] || { echo "Unable to locate $n"; exit 100; }
                 touch "$DEBIAN/installed/$n" ;; esac; done ;;
        esac""",
    "sudo": 'echo "sudo" >> "$DEBIAN/apt"; [ -e "$DEBIAN/may-sudo" ] || exit 1; shift; exec "$@"',
}


class Debian:
    """The state behind the programs: what is installed, what apt's lists and the mirror have."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("installed", "offered", "mirror", "programs"):
            (folder / name).mkdir(parents=True)
        for name, body in PROGRAMS.items():
            self.program(name, body)

    def program(self, name, body):
        file = self.folder / "programs" / name
        file.write_text(f"#!/bin/sh\n{body}\n")
        file.chmod(0o755)

    def has(self, place, *names):
        for name in names:
            (self.folder / place / name).touch()

    def calls(self):
        file = self.folder / "apt"
        return file.read_text().splitlines() if file.exists() else []


@pytest.fixture
def debian(tmp_path, monkeypatch):
    state = Debian(tmp_path / "debian")
    monkeypatch.setenv("DEBIAN", str(state.folder))
    monkeypatch.setenv("PATH", f"{state.folder / 'programs'}:/usr/bin:/bin")
    monkeypatch.setattr(system_packages, "NEEDED", {"run": (GLIB,), "test": (GLIB, XVFB)})
    monkeypatch.setattr(system_packages, "venv_module", lambda: ())
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return state


def test_complete_machine_is_left_alone(debian):
    debian.has("installed", "libglib2.0-0", "xvfb")
    assert complete("test")
    assert debian.calls() == []


def test_either_name_of_a_renamed_library_will_do(debian):
    debian.has("installed", "libglib2.0-0t64")
    assert missing_packages((GLIB,)) == ()


def test_installs_only_what_is_missing_without_an_update(debian):
    debian.has("installed", "libglib2.0-0")
    debian.has("offered", "xvfb", "libglib2.0-0")
    assert complete("test")
    (call,) = debian.calls()
    assert call.endswith("install --yes --no-install-recommends xvfb")


def test_fresh_machine_updates_once_and_takes_the_name_of_its_release(debian):
    debian.has("mirror", "xvfb", "libglib2.0-0t64")
    assert complete("test")
    update, install = debian.calls()
    assert update.endswith("update")
    assert install.endswith("libglib2.0-0t64 xvfb")
    assert missing_packages((GLIB, XVFB)) == ()


def test_without_rights_prints_the_command_and_stops_for_an_essential_one(
    debian, monkeypatch, capsys
):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    debian.has("offered", "libglib2.0-0t64", "xvfb")
    assert not complete("test")
    command = "apt-get update && apt-get install --yes libglib2.0-0t64 xvfb"
    assert command in capsys.readouterr().out
    assert not any("install" in call for call in debian.calls())


def test_without_rights_goes_on_when_only_a_test_program_is_missing(debian, monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    debian.has("installed", "libglib2.0-0")
    assert complete("test")
    assert "install --yes xvfb" in capsys.readouterr().out


def test_uses_sudo_when_it_asks_nothing(debian, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    debian.has("offered", "libglib2.0-0")
    (debian.folder / "may-sudo").touch()
    assert complete("run")
    assert "sudo" in debian.calls()


def test_package_that_nobody_offers_is_named_for_a_person(debian, capsys):
    assert not complete("run")
    said = capsys.readouterr().out
    assert "Unable to locate libglib2.0-0" in said
    assert "By hand:\n  apt-get update && apt-get install --yes libglib2.0-0" in said


def test_linux_without_apt_names_libraries_in_one_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(system_packages.ctypes.util, "find_library", lambda _: None)
    assert not complete("run")
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("Missing on this system")
    assert all(package.library in line for package in RUN)


def test_other_systems_need_nothing(monkeypatch):
    monkeypatch.setattr(system_packages.sys, "platform", "win32")
    assert complete("test")
