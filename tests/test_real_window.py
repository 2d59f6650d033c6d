"""A newcomer's first working day in the real window, on a real display, with the keyboard alone."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import threading
import time

import pytest

from absher_desk.simulation.branch import demonstration_staff
from tests.printing.rendering import decoded, render
from tests.servers.display import Display

PATIENCE = 60
SEED = 1448


class Program:
    """The program as `make run` starts it, and what it says on the terminal."""

    def __init__(self, display, home):
        self.display = display
        self.home = home
        self.lines = []
        self._said = threading.Condition()
        environment = display.environment | {"ABSHER_DESK_HOME": str(home), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "absher_desk", "demo", "--requests", "40"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._readers = [
            threading.Thread(target=self._read, args=(stream,))
            for stream in (self.process.stdout, self.process.stderr)
        ]
        for reader in self._readers:
            reader.start()

    def _read(self, stream):
        with stream:
            for line in stream:
                with self._said:
                    self.lines.append(line)
                    self._said.notify_all()

    def ends(self):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(PATIENCE)
        for reader in self._readers:
            reader.join(PATIENCE)

    @property
    def text(self):
        return "".join(self.lines)

    def press(self, *keys):
        self.display.hands("key", "--delay", "60", *keys)

    def type(self, text):
        self.display.hands("type", "--delay", "30", text)

    def found(self, question, *values):
        """One value from the program's own database, or None."""
        [path] = (self.home / "data").glob("demonstration-*.sqlite")
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10) as connection:
            row = connection.execute(question, values).fetchone()
        connection.close()
        return row and row[0]

    def until(self, happened, *, again=None):
        """Wait until something is so; `again` is done at each look, for what may come too early."""
        end = time.monotonic() + PATIENCE
        while not (result := happened()):
            assert self.process.poll() is None, self.text
            assert time.monotonic() < end, self.text
            if again is not None:
                again()
            with self._said:
                self._said.wait(0.25)
        return result


@pytest.fixture
def program(desk_home):
    with Display() as display:
        running = Program(display, desk_home)
        try:
            yield running
        finally:
            running.ends()


def test_sign_in_take_next_activate_and_print_with_the_keyboard_alone(program, qapp):
    [officer] = [one for one in demonstration_staff(SEED) if one.username == "s.alruwaili"]
    window = program.until(
        lambda: program.display.hands("search", "--sync", "--onlyvisible", "--class", "absher-desk")
    ).splitlines()[-1]
    assert officer.password in program.text
    program.display.hands("windowfocus", window)

    program.type(officer.username)
    program.press("Tab")
    program.type(officer.password)
    program.press("Return")
    session = program.until(lambda: program.found(
        "SELECT max(s.id) FROM sign_in s JOIN staff p ON p.id = s.staff_id "
        "WHERE p.username = ? AND s.ended_at IS NULL AND s.counter IS NOT NULL "
        "AND s.started_at > datetime('now', '-5 minutes')", officer.username,
    ))  # fmt: skip

    request_id = program.until(
        lambda: program.found(
            "SELECT request_id FROM open_work WHERE claim_sign_in_id = ?", session
        ),
        again=lambda: program.press("F5"),
    )
    code_id = program.until(
        lambda: program.found("SELECT id FROM one_time_code WHERE request_id = ?", request_id),
        again=lambda: program.press("ctrl+r"),
    )
    code = program.until(lambda: re.findall(r": .*?(?<!\d)(\d{6})(?!\d)", program.text))[-1]
    program.type(code)
    program.until(
        lambda: program.found("SELECT confirmed_at FROM one_time_code WHERE id = ?", code_id)
    )
    # Whatever the register says otherwise is accepted, and each check is answered with its first
    # choice; F9 does nothing as long as something is missing.
    active = "SELECT 1 FROM account WHERE request_id = ? AND state = 'active'"
    program.until(
        lambda: program.found(active, request_id),
        again=lambda: program.press("space", "alt+a", "F9"),
    )

    papers = program.home / "documents"
    [paper] = program.until(lambda: list(papers.glob("*.pdf")))
    [symbol] = decoded(render(paper.read_bytes(), dpi=203).pages[0])
    assert symbol == f"{request_id:015d}"
    program.until(lambda: program.found("SELECT 1 FROM print_job WHERE state = 'printed'"))

    program.press("Escape")
    program.display.hands("windowclose", window)
    program.ends()
    audit = subprocess.run(
        [sys.executable, "-m", "absher_desk", "--json", "--database", database(program), "audit",
         "verify"],
        capture_output=True, text=True, env=os.environ, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert json.loads(audit.stdout)["intact"] is True


def database(program):
    [path] = (program.home / "data").glob("demonstration-*.sqlite")
    return f"sqlite:///{path}"
