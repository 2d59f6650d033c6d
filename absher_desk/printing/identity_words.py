"""The words for kinds of identity numbers, as papers write them."""

from collections.abc import Mapping
from typing import Final

from absher_desk.printing.sheets import Words

IDENTITY_TYPES: Final[Mapping[str, Words]] = {
    "citizen": Words("الهوية الوطنية", "National ID"),
    "resident": Words("الإقامة", "Iqama"),
    "border": Words("رقم الحدود", "Border number"),
    "establishment": Words("الرقم الموحد للمنشأة", "Establishment number"),
}
