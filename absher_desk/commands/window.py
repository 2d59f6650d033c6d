"""`absher-desk` without a command: the window, where there is a display."""

import os
import sys

from absher_desk.commands.context import Context
from absher_desk.operations.desk import Desk
from absher_desk.operations.errors import Unavailable
from absher_desk.operations.outside import MessageSender


def has_display() -> bool:
    """Whether a window can be shown (a platform plug-in named by hand counts)."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def require_display() -> None:
    """Raise `Unavailable` that names the headless command, before Qt would abort the program."""
    if not has_display():
        raise Unavailable("command.no-display")


def window(context: Context) -> int:
    """Open the desk's window; returns when it is closed."""
    require_display()
    return window_of(context, context.desk)


def window_of(context: Context, desk: Desk, *, phones: MessageSender | None = None) -> int:
    """Open the window of a desk; `phones` are shown where a demonstration has them."""
    from absher_desk.app import run_window  # noqa: PLC0415  (Qt only where a window opens)

    return run_window(
        desk,
        context.settings,
        context.paths,
        context.texts,
        settings_file=context.settings_file,
        phones=phones,
    )
