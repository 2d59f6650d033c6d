"""Set-up: what a second, an interrupted and a simultaneous run do."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from installer import setup


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """An empty checkout; the calls of pip are recorded, not made."""
    (tmp_path / "requirements").mkdir()
    for name in setup.SETS:
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"{name} pins")
    (tmp_path / "pyproject.toml").write_text("")
    environment = tmp_path / ".venv"
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "ENVIRONMENT", environment)
    monkeypatch.setattr(setup, "STAMP", environment / "stamp.json")
    monkeypatch.setattr(setup, "LOCK", tmp_path / ".venv.lock")
    monkeypatch.setattr(setup.system_packages, "complete", lambda _: True)
    create = venv.create
    monkeypatch.setattr(setup.venv, "create", lambda path, **_: create(path))
    return tmp_path


@pytest.fixture
def pip(checkout, monkeypatch):
    calls = []
    monkeypatch.setattr(setup, "pip", lambda *arguments: calls.append(arguments))
    return calls


def installed(pip):
    """Requirement files installed since the last look."""
    files = [Path(call[-1]).stem for call in pip if "--require-hashes" in call]
    pip.clear()
    return files


def test_first_run_installs_pins_with_hashes_and_the_checkout(checkout, pip):
    assert setup.main(["run"]) == 0
    pins, desk = pip
    assert "--require-hashes" in pins
    assert pins[-1] == str(checkout / "requirements" / "run.txt")
    assert desk[1:] == ("--no-deps", "--no-build-isolation", "--editable", str(checkout))


def test_second_run_does_nothing(pip):
    setup.main(["run"])
    installed(pip)
    assert setup.main(["run"]) == 0
    assert pip == []


@pytest.mark.parametrize("changed", ["requirements/run.txt", "pyproject.toml"])
def test_changed_pins_are_installed_again_in_the_same_environment(checkout, pip, changed):
    setup.main(["run"])
    (checkout / ".venv" / "kept").touch()
    (checkout / changed).write_text("other")
    installed(pip)
    assert setup.main(["run"]) == 0
    assert installed(pip) == ["run"]
    assert (checkout / ".venv" / "kept").exists()


def test_a_larger_set_serves_the_smaller_and_not_the_reverse(pip):
    setup.main(["run"])
    setup.main(["test"])
    assert installed(pip) == ["run", "test"]
    setup.main(["run"])
    assert installed(pip) == []


def test_interrupted_run_is_rebuilt(checkout, monkeypatch, capsys):
    def interrupted(*_):
        (checkout / ".venv" / "half-installed").touch()
        raise KeyboardInterrupt

    monkeypatch.setattr(setup, "pip", interrupted)
    assert setup.main(["run"]) == 2
    assert "Interrupted" in capsys.readouterr().out
    monkeypatch.setattr(setup, "pip", lambda *_: None)
    assert setup.main(["run"]) == 0
    assert not (checkout / ".venv" / "half-installed").exists()


def test_failed_install_says_so_and_is_tried_again(checkout, monkeypatch, capsys):
    def failing(*_):
        raise subprocess.CalledProcessError(1, ["python", "-m", "pip", "install"])

    monkeypatch.setattr(setup, "pip", failing)
    assert setup.main(["run"]) == 2
    assert "Stopped: `python -m pip install …` failed" in capsys.readouterr().out
    assert not setup.ready_for("run")


def test_environment_of_another_place_or_python_is_rebuilt(checkout, pip):
    setup.main(["run"])
    stamp = json.loads(setup.STAMP.read_text())
    setup.STAMP.write_text(json.dumps({**stamp, "home": "/elsewhere cpython-39"}))
    (checkout / ".venv" / "old").touch()
    installed(pip)
    assert setup.main(["run"]) == 0
    assert installed(pip) == ["run"]
    assert not (checkout / ".venv" / "old").exists()


def test_removed_python_is_noticed(checkout, pip):
    setup.main(["run"])
    setup.interpreter().unlink()
    installed(pip)
    assert setup.main(["run"]) == 0
    assert installed(pip) == ["run"]


def test_words_are_compiled_when_their_source_is_newer(checkout, pip, monkeypatch):
    source = checkout / "i18n" / "absher_desk_ar.ts"
    compiled = source.with_suffix(".qm")
    source.parent.mkdir()
    source.touch()
    runs = []

    def run(*arguments):
        runs.append(arguments[1:])
        compiled.touch()

    monkeypatch.setattr(setup, "run", run)
    setup.main(["run"])
    setup.main(["run"])
    assert runs == [("installer.translations", "release")]
    os.utime(source, (compiled.stat().st_mtime + 1,) * 2)
    setup.main(["run"])
    assert len(runs) == 2


def test_missing_essential_package_stops_before_anything_is_made(checkout, monkeypatch, capsys):
    monkeypatch.setattr(setup.system_packages, "complete", lambda _: False)
    assert setup.main(["run"]) == 2
    assert "cannot start" in capsys.readouterr().out
    assert not (checkout / ".venv").exists()


def test_second_set_up_waits_for_the_first(checkout, pip):
    script = (
        "import sys; from pathlib import Path; from installer import setup\n"
        "setup.LOCK = Path(sys.argv[1])\n"
        "with setup.only_one_at_a_time(): print('mine', flush=True)\n"
    )
    with setup.only_one_at_a_time():
        other = subprocess.Popen(
            [sys.executable, "-c", script, str(setup.LOCK)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert "waiting for it" in other.stdout.readline()
    assert other.communicate()[0] == "mine\n"


@pytest.mark.parametrize("arguments", [[], ["everything"], ["run", "test"]])
def test_unknown_set_shows_the_usage(arguments, capsys):
    assert setup.main(arguments) == 2
    assert "run|test|bench" in capsys.readouterr().out


def test_every_pin_of_a_set_is_in_the_larger_ones():
    root = Path(__file__).parents[2] / "requirements"
    pins = [
        {line for line in (root / f"{name}.txt").read_text().splitlines() if "==" in line}
        for name in setup.SETS
    ]
    assert pins[0] < pins[1] < pins[2]
