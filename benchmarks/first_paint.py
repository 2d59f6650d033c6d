"""Cold start: from starting the process until a queue with 60 rows is painted, offscreen.

Ours opens what the product opens: settings, texts, the embedded database with its schema check,
the catalogue, worker, session, the whole window; then a session that was prepared beforehand takes
the place of signing in (a person types there), and the queue reads itself from the database. The
bare window is a QTableView over 60 ready rows in a process that has imported SQLAlchemy too.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import branch
from benchmarks.figures import Figure, Finding, interleaved

ROWS = 60
ROUNDS = 9


def measure() -> Iterator[Finding]:
    """Milliseconds to the painted rows."""
    with TemporaryDirectory() as home:
        session = _prepared(Path(home))
        starts = {
            "ours": partial(_started, "benchmarks.start_desk", home, session),
            "bare": partial(_started, "benchmarks.start_bare", home, session),
        }
        for start in starts.values():
            start()
        found = interleaved(starts, ROUNDS)
    yield Figure(
        what=f"cold start to a painted queue of {ROWS}", unit="ms", ours=found["ours"],
        peer="bare table + SQLAlchemy", theirs=found["bare"], at_most=1.5,
    )  # fmt: skip


def _prepared(home: Path) -> str:
    """A database with a queue and a session in it; the session as JSON."""
    url = f"sqlite:///{home / 'desk.sqlite'}"
    with branch.opened(url) as desk:
        branch.employ(desk, 1, roles=("activation-officer",))
        branch.enter(desk, ROWS, "account-activation")
        officer = branch.clerk(desk, 0)
    return json.dumps(
        {
            "url": url,
            "sign_in_id": officer.sign_in_id,
            "staff_id": officer.staff_id,
            "username": officer.username,
            "name_ar": officer.name_ar,
            "name_en": officer.name_en,
            "roles": sorted(officer.roles),
            "branch_code": officer.branch_code,
        }
    )


def _started(module: str, home: str, session: str) -> float:
    """Milliseconds from before the process to the paint that the process tells of."""
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "ABSHER_DESK_HOME": home,
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }  # fmt: skip
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", module, str(ROWS), session],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise RuntimeError(f"{module}: {done.stderr[-800:]}")
    return (float(done.stdout.split()[-1]) - began) * 1000
