"""`python -m absher_desk` is `absher-desk`."""

import sys

from absher_desk.cli import main

sys.exit(main())
