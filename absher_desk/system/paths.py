"""Where the desk keeps its own files on this machine, for the person signed in to it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from absher_desk.operations.errors import Unavailable

APPLICATION = "absher-desk"
HOME_VARIABLE = "ABSHER_DESK_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one desk; nothing exists on disk until `create` is called."""

    config: Path
    data: Path
    state: Path
    cache: Path
    documents: Path

    @property
    def settings_file(self) -> Path:
        """The TOML file that `settings.py` reads when none is named."""
        return self.config / "settings.toml"

    @property
    def database_file(self) -> Path:
        """The embedded database."""
        return self.data / "desk.sqlite"

    @property
    def backups(self) -> Path:
        """Copies of the embedded database taken before it is upgraded."""
        return self.data / "backups"

    @property
    def log_file(self) -> Path:
        """The newest log; older ones stand beside it with a number."""
        return self.state / "desk.log.jsonl"

    @property
    def translations(self) -> Path:
        """Compiled translations (.qm) made on this machine."""
        return self.cache / "translations"

    def create(self) -> "Paths":
        """Make the folders that are missing, closed to other users; raises Unavailable."""
        for folder in (self.config, self.data, self.state, self.cache, self.documents):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise Unavailable("command.cannot-write", file=str(folder)) from error
        return self


def desk_paths(environment: Mapping[str, str] = os.environ) -> Paths:
    """The platform's folders, or all of them beneath `ABSHER_DESK_HOME` where that is set."""
    home = environment.get(HOME_VARIABLE, "")
    return paths_beneath(Path(home)) if home else _platform_paths()


def paths_beneath(home: Path) -> Paths:
    """All folders beneath one: for tests, demonstrations and desks carried on a stick."""
    root = home.expanduser().absolute()
    return Paths(
        config=root / "config",
        data=root / "data",
        state=root / "state",
        cache=root / "cache",
        documents=root / "documents",
    )


def _platform_paths() -> Paths:
    # No author level: on Windows it would repeat the name (…\absher-desk\absher-desk\…).
    folders = platformdirs.PlatformDirs(APPLICATION, appauthor=False)
    return Paths(
        config=folders.user_config_path,
        data=folders.user_data_path,
        state=folders.user_state_path,
        cache=folders.user_cache_path,
        documents=folders.user_documents_path / "Absher Desk",
    )
