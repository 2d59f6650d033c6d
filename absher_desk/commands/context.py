"""What every command is given: its arguments, a desk when it needs one, and how to answer."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from absher_desk.assembly import database_url, open_desk
from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import DeskError, NotFound, Unavailable
from absher_desk.operations.officer import Officer
from absher_desk.operations.sign_in import (
    list_branches,
    open_program_session,
    program_reader,
    sign_out,
)
from absher_desk.system.paths import Paths, desk_paths
from absher_desk.system.settings import Settings, SettingsFile
from absher_desk.system.texts import Texts

DONE, SOME_REFUSED, FAILED = 0, 1, 2
"""Exit codes of every command."""


@dataclass(frozen=True)
class Context:
    """A command's surroundings. `texts` speak in `language`."""

    arguments: Namespace
    texts: Texts
    paths: Paths
    settings: Settings
    settings_file: SettingsFile

    @classmethod
    def of(cls, arguments: Namespace) -> "Context":
        """Read the settings that the arguments and the environment name; raises SettingsFault."""
        paths = desk_paths()
        named = arguments.config is not None
        path = Path(arguments.config) if named else paths.settings_file
        file = SettingsFile(path, required=named)
        return cls(arguments, Texts(), paths, file.load(), file)

    @property
    def language(self) -> str:
        """Language of what is said: the argument's, else the settings'."""
        return str(self.arguments.locale or self.settings.language)

    @property
    def url(self) -> str:
        """The database meant: the argument's, else the settings', else the embedded one."""
        return str(self.arguments.database or database_url(self.settings, self.paths))

    @cached_property
    def desk(self) -> Desk:
        """The desk, opened once; raises Unavailable."""
        return open_desk(self.url, texts=self.texts)

    @property
    def branch(self) -> str | None:
        """The branch that was named, if any."""
        return self.arguments.branch or self.settings.branch or None

    def branches(self) -> tuple[str, ...]:
        """The branch that was named, or all; raises NotFound for one that is not there."""
        known = tuple(branch.code for branch in list_branches(self.desk))
        if self.branch is None:
            return known
        if self.branch not in known:
            raise NotFound("branch.not-found", branch=self.branch)
        return (self.branch,)

    def readers(self) -> tuple[Officer, ...]:
        """A reader for each branch meant."""
        return tuple(program_reader(code) for code in self.branches())

    @contextmanager
    def program(self, purpose: str) -> Iterator[Officer]:
        """A session of the program, at the named branch or the first, ended with the block."""
        officer = open_program_session(self.desk, self.branches()[0], purpose=purpose)
        try:
            yield officer
        finally:
            sign_out(self.desk, officer, "finished")

    def answer(self, document: Any, lines: list[str]) -> None:
        """Say the result: the document with `--json`, else the lines.

        Raises:
            Unavailable: standard output takes no more.
        """
        if self.arguments.json:
            lines = [json.dumps(document, ensure_ascii=False, default=str)]
        try:
            sys.stdout.write("".join(f"{line}\n" for line in lines))
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            let_go_of_output()
            raise Unavailable("command.cannot-answer") from error

    def say(self, code: str, **values: str | int) -> str:
        """A text in the language of this command."""
        return self.texts.of(code, "en" if self.language == "en" else "ar", **values)

    def explain(self, error: DeskError) -> str:
        """A fault in one line."""
        both = self.texts.both(error)
        return both.en if self.language == "en" else both.ar


def complain(text: str) -> None:
    """One clear line on standard error."""
    sys.stderr.write(f"{text}\n")


def let_go_of_output() -> None:
    """What is still buffered has nowhere to go; Python would complain about it at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
