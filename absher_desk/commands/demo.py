"""`absher-desk demo`: the demonstration branch, in the window or as a whole shift without one."""

import sys
from dataclasses import replace
from pathlib import Path

from absher_desk.assembly import open_desk
from absher_desk.commands.context import DONE, Context
from absher_desk.commands.window import require_display
from absher_desk.operations.desk import Desk, day_of
from absher_desk.operations.errors import Refused, Unavailable
from absher_desk.system.clock import SystemClock

DEFAULT_REQUESTS = 200
DEFAULT_SEED = 1448


def demo(context: Context) -> int:
    """Open the window on a demonstration branch, or work a shift headless."""
    if context.arguments.headless:
        return _headless(context)
    require_display()
    return _windowed(context)


def _windowed(context: Context) -> int:
    from absher_desk.app import run_window  # noqa: PLC0415
    from absher_desk.gateways.phones import Phones  # noqa: PLC0415

    phones = Phones()
    desk = open_desk(_url(context), texts=context.texts, sender=phones)
    demonstration = _build(context, desk)
    _introduce(context, demonstration)
    settings = replace(context.settings, branch=demonstration.branch_code)
    return run_window(
        desk, settings, context.paths, context.texts, demonstration.branch_code, phones=phones
    )
