"""What prepares, checks and packs a checkout; never part of the product, standard library only."""

import sys

# Here, because the modules below do not even import on an older Python.
if sys.version_info < (3, 11):  # noqa: UP036 - a person's Python may well be older than ours
    sys.exit(f"Absher Desk needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
