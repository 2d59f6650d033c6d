"""The program as processes that can be killed, and what is asked of it afterwards."""

import json
import os
import subprocess
import sys
import time

SECONDS = 30


def command(*arguments, **options):
    """A command that runs by itself; the caller waits for it or kills it."""
    words = [sys.executable, "-m", "absher_desk", "--locale", "en", *map(str, arguments)]
    return start(words, **options)


def script(source, *arguments, **options):
    """A desk that is played by a few lines of Python, in a process of its own."""
    return start([sys.executable, "-c", source, *map(str, arguments)], **options)


def start(command, *, environment=None, **options):
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=options.pop("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | (environment or {}),
        **options,
    )


def ended(process):
    """Exit code, standard output and standard error, once it has ended."""
    out, err = process.communicate(timeout=SECONDS)
    return process.returncode, out, err


def answer(*arguments, **options):
    """The document of a command that went well."""
    code, out, err = ended(command("--json", *arguments, **options))
    assert code == 0, err
    return json.loads(out)


def one_line(*arguments, **options):
    """The one line of a command that could not be done."""
    code, out, err = ended(command(*arguments, **options))
    assert (code, out, len(err.splitlines())) == (2, "", 1), (code, out, err)
    return err


def wait_until(holds):
    """Look again and again until it holds."""
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline, "it never came to hold"
        time.sleep(0.005)
