"""A small resources folder to break: one sound service beside the real queues, kinds and forms."""

import shutil
from pathlib import Path

from absher_desk.bundled import RESOURCES

NAME = "services/accounts/sample.toml"

SOUND = """
code = "sample"
sector = "accounts"
title = { ar = "خدمة", en = "Sample" }
audiences = ["individual"]
channels = ["portal"]
target_hours = 8
start = "review"
forms = ["request-receipt"]
delivery = ["counter", "post"]
rules = []

[fields.kind]
type = "choice"
label = { ar = "النوع", en = "Kind" }
required = true
choices = [
  { value = "a", label = { ar = "أ", en = "A" } },
  { value = "b", label = { ar = "ب", en = "B" } },
]

[fields.number]
type = "document-number"
label = { ar = "الرقم", en = "Number" }
shown_when = { field = "kind", values = ["b"] }

[[fees]]
setting = "passport.fee.5y"
sadad_code = 37
when = { field = "kind", values = ["a"] }

[steps.review]
kind = "review"
queue = "reviews"
title = { ar = "مراجعة", en = "Review" }
role = "clerk"
on = { approve = "approve", return = "review", reject = "rejected" }

[[steps.review.checklist]]
key = "seen"
label = { ar = "شوهد", en = "Seen" }
kind = "tick"

[steps.approve]
kind = "approve"
queue = "approvals"
title = { ar = "اعتماد", en = "Approval" }
role = "supervisor"
separate_from = ["review"]
documents = ["request-receipt"]
on = { approve = { counter = "hand-over", post = "completed" }, reject = "rejected" }

[steps.hand-over]
kind = "hand-over"
queue = "hand-over"
title = { ar = "تسليم", en = "Hand-over" }
role = "clerk"
on = { handed-over = "completed" }

[[messages]]
template = "message.registered"
on = "registered"
channel = "sms"
"""


def tree(folder: Path, service: str = SOUND) -> Path:
    """The folder with the real lists and this one service."""
    for name in ("steps.toml", "queues.toml", "forms.toml"):
        shutil.copy(RESOURCES / name, folder / name)
    (folder / "settings").mkdir()
    shutil.copy(RESOURCES / "settings/register.toml", folder / "settings/register.toml")
    (folder / NAME).parent.mkdir(parents=True)
    (folder / NAME).write_text(service, encoding="utf-8")
    return folder
