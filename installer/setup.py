"""Makes `.venv` ready for one set of requirements: `python3 -m installer.setup run|test|bench`.

The first run brings the missing system packages, creates the environment and installs the pinned
packages with their hashes and this checkout. Later runs find the stamp and do nothing.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from installer import system_packages

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "absher-desk-setup.json"
LOCK = ROOT / ".venv.lock"
SETS = ("run", "test", "bench")  # each holds the pins of those before it
PIP_OPTIONS = ("--disable-pip-version-check", "--no-input", "--quiet")


def main(arguments: list[str]) -> int:
    """Returns 0 when the environment is ready, 2 with one clear line when it is not."""
    if len(arguments) != 1 or arguments[0] not in SETS:
        print(f"Usage: python3 -m installer.setup {'|'.join(SETS)}")
        return 2
    try:
        with only_one_at_a_time():
            return prepare(arguments[0])
    except OSError as failure:
        print(f"Stopped: {failure}")
    except KeyboardInterrupt:
        print("Interrupted. The next run begins again where it must.")
    return 2


def prepare(requirement_set: str) -> int:
    """Brings system packages and environment up to the set; does nothing that is done already."""
    if not system_packages.complete(requirement_set):
        print("Stopped: the desk cannot start without the packages named above.")
        return 2
    try:
        if not ready_for(requirement_set):
            install(requirement_set)
        if words_changed():
            run("-m", "installer.translations", "release")
    except subprocess.CalledProcessError as failure:
        print(f"Stopped: `{' '.join(map(str, failure.cmd[:4]))} …` failed; its reason is above.")
        return 2
    return 0


def install(requirement_set: str) -> None:
    """Creates the environment if need be and fills it; the stamp is written last."""
    if not usable():
        print(f"Creating {ENVIRONMENT.name} with Python {sys.version.split()[0]}", flush=True)
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        ENVIRONMENT.mkdir()
        write_stamp({"unfinished": requirement_set})
        venv.create(ENVIRONMENT, with_pip=True)
    write_stamp({"unfinished": requirement_set})
    requirements = ROOT / "requirements" / f"{requirement_set}.txt"
    print(f"Installing {requirements.relative_to(ROOT)}: a minute or two", flush=True)
    pip("install", "--require-hashes", "--only-binary", ":all:", "-r", str(requirements))
    # No isolation, no dependencies: the pinned build back end is there, nothing else is fetched.
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    write_stamp({"set": requirement_set, "digest": digest(requirement_set), "home": home()})


def ready_for(requirement_set: str) -> bool:
    """Whether the stamp is of this set or a larger one and nothing has changed since."""
    stamp = read_stamp()
    installed = stamp.get("set", "")
    if installed not in SETS or SETS.index(installed) < SETS.index(requirement_set):
        return False
    return usable() and stamp.get("digest") == digest(installed)


def usable() -> bool:
    """Whether the environment can be added to; an interrupted, moved or foreign one cannot.

    One without a stamp was made by its user: it is kept when it runs the same Python.
    """
    stamp = read_stamp()
    if "unfinished" in stamp or stamp.get("home", home()) != home():
        return False
    if not interpreter().exists():
        return False
    if stamp:
        return True
    question = "import pip, sys; print(*sys.version_info[:2], sep='.')"
    answer = subprocess.run(
        [interpreter(), "-c", question], capture_output=True, text=True, check=False
    )
    return answer.stdout.strip() == ".".join(map(str, sys.version_info[:2]))


def home() -> str:
    """Scripts carry the environment's path, compiled packages the Python's version."""
    return f"{ROOT} {sys.implementation.cache_tag}"


def digest(requirement_set: str) -> str:
    """SHA-256 over everything that decides what is installed."""
    names = SETS[: SETS.index(requirement_set) + 1]
    files = [ROOT / "requirements" / f"{name}.txt" for name in names]
    files += [ROOT / "pyproject.toml", Path(__file__)]
    content = b"\0".join(file.read_bytes() for file in files)
    return hashlib.sha256(content).hexdigest()


def read_stamp() -> dict[str, str]:
    """What the last run left; empty when it left nothing readable."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp: dict[str, str]) -> None:
    """Replaces the stamp whole, so that an interruption leaves the old or the new one."""
    draft = STAMP.with_suffix(".new")
    draft.write_text(json.dumps(stamp), encoding="utf-8")
    draft.replace(STAMP)


def interpreter() -> Path:
    """The environment's Python."""
    if sys.platform == "win32":
        return ENVIRONMENT / "Scripts" / "python.exe"
    return ENVIRONMENT / "bin" / "python"


def words_changed() -> bool:
    """Whether a translation is newer than its compiled form, which is not under version control."""
    for source in (ROOT / "i18n").glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            return True
    return False


def pip(*arguments: str) -> None:
    """Runs the environment's pip; raises CalledProcessError when it fails."""
    run("-m", "pip", *arguments[:1], *PIP_OPTIONS, *arguments[1:])


def run(*arguments: str) -> None:
    """Runs the environment's Python; raises CalledProcessError when it fails."""
    command = [str(interpreter()), *arguments]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, cwd=ROOT)


@contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Holds the lock file; the system frees it when the process ends, however it ends."""
    with LOCK.open("a+b") as file:
        if not try_lock(file):
            print("Another set-up is running in this checkout; waiting for it.", flush=True)
            wait_lock(file)
        yield


if sys.platform == "win32":
    import msvcrt

    def try_lock(file: IO[bytes]) -> bool:
        """Takes the lock if it is free."""
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def wait_lock(file: IO[bytes]) -> None:
        """Takes the lock once it is free; Windows tries for ten seconds at a time."""
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:
                continue
            return

else:
    import fcntl

    def try_lock(file: IO[bytes]) -> bool:
        """Takes the lock if it is free."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def wait_lock(file: IO[bytes]) -> None:
        """Takes the lock once it is free."""
        fcntl.flock(file, fcntl.LOCK_EX)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
