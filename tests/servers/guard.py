"""Takes a server away when the process that started it is gone, however it went.

The owner holds the other end of this process's standard input. When that closes, by `release` or
because the owner was killed, the stop command runs and the server's folder is removed.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if sys.platform != "win32":
    import pwd

Account = tuple[int, int]  # user and group id


class Guard:
    """Stops a server by its command and removes its folder at `release` or at our end."""

    def __init__(self, stop_command: Sequence[str], folder: Path, account: Account | None) -> None:
        task = json.dumps(
            {"command": list(stop_command), "folder": str(folder), "account": account}
        )
        # Its own session: Ctrl-C in the terminal must not reach it before its work is done.
        self._process = subprocess.Popen(
            [sys.executable, __file__, task],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def release(self) -> None:
        """Has the server stopped and its folder removed; returns when that is done."""
        self._process.communicate()


def main(task: str) -> None:
    """Waits for the owner's end, then cleans up."""
    wanted = json.loads(task)
    sys.stdin.read()
    subprocess.run(
        wanted["command"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        **identity(wanted["account"]),
        cwd=wanted["folder"],
    )
    shutil.rmtree(wanted["folder"], ignore_errors=True)


def identity(account: Account | None) -> dict[str, Any]:
    """Arguments of `subprocess` that run a program as another account; none for our own."""
    if account is None:
        return {}
    return {"user": account[0], "group": account[1], "extra_groups": []}


def unprivileged_account() -> Account | None:
    """The account for servers that refuse to run as root; None when we are not root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    accounts = {entry.pw_name: (entry.pw_uid, entry.pw_gid) for entry in pwd.getpwall()}
    return accounts.get("postgres", accounts["nobody"])


if __name__ == "__main__":
    main(sys.argv[1])
