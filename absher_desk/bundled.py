"""Where the files that travel with the program are: `resources/` and `i18n/`.

In a checkout they stand beside the package, in an installed wheel inside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOT = _PACKAGE if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent

RESOURCES = _ROOT / "resources"
I18N = _ROOT / "i18n"


def resource(*parts: str) -> Path:
    """Path of a bundled file or folder under `resources/`."""
    return RESOURCES.joinpath(*parts)
