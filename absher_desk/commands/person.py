"""Acts that need a person: `--as USER`, the password from the keyring or standard input."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from absher_desk.assembly import keyring_secrets
from absher_desk.commands.context import Context
from absher_desk.operations.errors import Refused
from absher_desk.operations.officer import Officer
from absher_desk.operations.sign_in import sign_in, sign_out


@contextmanager
def signed_in(context: Context) -> Iterator[Officer]:
    """The person of `--as`, signed in for the block; raises Refused."""
    user = context.arguments.user
    with context.program("command") as program:
        officer = sign_in(context.desk, program, user, _password(user))
        try:
            yield officer
        finally:
            sign_out(context.desk, officer, "finished")


def _password(user: str) -> str:
    """The keyring's password for this user, else one line of standard input."""
    kept = keyring_secrets().read(f"staff:{user}")
    if kept is not None:
        return kept
    if sys.stdin.isatty():
        from getpass import getpass  # noqa: PLC0415

        return getpass("")
    line = sys.stdin.readline().rstrip("\r\n")
    if not line:
        raise Refused("command.needs-password")
    return line
