"""Putting a desk together from its settings: database, catalogue, dated settings, the outside."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from absher_desk.catalogue.loading import load
from absher_desk.catalogue.settings_register import load_register
from absher_desk.gateways.unconnected import UnconnectedSender
from absher_desk.models.database import Database
from absher_desk.models.faults import DatabaseFault
from absher_desk.models.opening import open_database
from absher_desk.operations.branch_setup import bundled_branches, found_branches, is_empty
from absher_desk.operations.dated_settings import DatedSettings
from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import Unavailable
from absher_desk.operations.outside import Clock, MessageSender, Outside, Randomness
from absher_desk.system.clock import SystemClock
from absher_desk.system.paths import Paths
from absher_desk.system.settings import Settings
from absher_desk.system.texts import Texts

if TYPE_CHECKING:
    from absher_desk.printing.composing import FormComposer
    from absher_desk.system.secrets import Secrets


class SystemRandomness:
    """Codes from the system's generator."""

    def digits(self, count: int) -> str:
        """So many decimal digits that nobody can foresee."""
        return "".join(secrets.choice("0123456789") for _ in range(count))


class LateComposer:
    """The form composer, imported with the first form: the first screen needs no PDF writer."""

    def compose(self, form: str, facts: Mapping[str, Any], copy_number: int) -> bytes:
        """See `printing.composing.FormComposer`."""
        return _composer().compose(form, facts, copy_number)


@cache
def _composer() -> "FormComposer":
    from absher_desk.printing.composing import FormComposer  # noqa: PLC0415

    return FormComposer()


@cache
def keyring_secrets() -> "Secrets":
    """The keyring, opened when the first secret is needed."""
    from absher_desk.system.secrets import Secrets  # noqa: PLC0415

    return Secrets()


@dataclass(frozen=True, kw_only=True)
class TextWords:
    """Words of messages to applicants, from the texts."""

    texts: Texts

    def message(self, template: str, language: str, values: Mapping[str, Any]) -> str:
        """The text of a template; anything but English is Arabic."""
        return self.texts.of(template, "en" if language == "en" else "ar", **values)


def database_url(settings: Settings, paths: Paths) -> str:
    """The configured database, or the embedded one of this person."""
    if not settings.database_url:
        paths.create()
        return f"sqlite:///{paths.database_file.as_posix()}"
    return with_password(settings.database_url, lambda: keyring_secrets().read("database-password"))


def with_password(url: str, read: Callable[[], str | None]) -> str:
    """The URL with the keyring's password where it names a server and a user but none."""
    scheme, mark, rest = url.partition("://")
    user, at, place = rest.partition("@")
    if not (mark and at) or ":" in user or scheme.startswith("sqlite"):
        return url
    password = read()
    return url if password is None else f"{scheme}://{user}:{quote(password, safe='')}@{place}"


def open_desk(
    url: str,
    *,
    texts: Texts,
    sender: MessageSender | None = None,
    clock: Clock | None = None,
    randomness: Randomness | None = None,
    code_key: Callable[[], bytes] | None = None,
    durable: bool = True,
) -> Desk:
    """Open the database (migrated, with its branches) and put a desk round it.

    Raises:
        Unavailable: the database cannot be opened; the code says why.
    """
    clock = clock or SystemClock()
    try:
        database = open_database(url, now=clock.now(), durable=durable)
    except DatabaseFault as fault:
        raise Unavailable(fault.code) from fault
    try:
        return _furnished(
            database,
            Outside(
                clock=clock,
                randomness=randomness or SystemRandomness(),
                sender=sender or UnconnectedSender(),
                composer=LateComposer(),
                words=TextWords(texts=texts),
                code_key=code_key or (lambda: keyring_secrets().code_key()),
            ),
        )
    except BaseException:
        database.close()
        raise


def with_sender(desk: Desk, sender: MessageSender) -> Desk:
    """The same desk with another way to send messages."""
    return replace(desk, outside=replace(desk.outside, sender=sender))


def _furnished(database: Database, outside: Outside) -> Desk:
    settings = DatedSettings(load_register())
    desk = Desk(database=database, catalogue=load(), settings=settings, outside=outside)
    if is_empty(desk):
        found_branches(desk, bundled_branches())
    settings.reload(database)
    return desk
