"""`absher-desk intake FILE… [--rejects FILE]`: reads feeds."""

import sys
from pathlib import Path

from absher_desk.commands.context import DONE, SOME_REFUSED, Context
from absher_desk.operations.errors import NotFound
from absher_desk.operations.intake import FeedCount, read_feed

_BAR_WIDTH = 30


def run(context: Context) -> int:
    """Read each feed; the counts are the sums over all of them."""
    arguments = context.arguments
    totals = dict.fromkeys(("read", "accepted", "duplicates", "rejected"), 0)
    paths = [Path(name) for name in arguments.files]
    for path in paths:  # before the first is read: half a list is harder to put right
        if not path.exists():
            raise NotFound("feed.not-found", file=path.name)
    show = _progress_bar if sys.stderr.isatty() and not arguments.json else None
    with context.program("intake") as officer:
        for path in paths:
            count = read_feed(
                context.desk,
                officer,
                path,
                words=context.texts.both,
                rejects=Path(arguments.rejects) if arguments.rejects else None,
                on_progress=show,
            )
            if show is not None:
                sys.stderr.write("\n")
            for key in totals:
                totals[key] += getattr(count, key)
    context.answer(totals, [context.say("command.intake", **totals)])
    return SOME_REFUSED if totals["rejected"] else DONE


def _progress_bar(count: FeedCount) -> None:
    share = count.bytes_read / count.bytes_total if count.bytes_total else 1.0
    done = round(share * _BAR_WIDTH)
    bar = "█" * done + "·" * (_BAR_WIDTH - done)
    sys.stderr.write(f"\r{bar} {share:4.0%}  {count.read:,}")
    sys.stderr.flush()
