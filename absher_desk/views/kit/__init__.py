"""The widget kit: every control of the desk, painted from the theme in both directions."""

from absher_desk.views.kit.action_bar import ActionBar
from absher_desk.views.kit.buttons import (
    Button,
    DangerButton,
    IconButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    Size,
)
from absher_desk.views.kit.check_row import CheckRow, ChoiceRow
from absher_desk.views.kit.chips import Chip, CountChip, FilterChip
from absher_desk.views.kit.combo_field import ComboField
from absher_desk.views.kit.field import Field, IconLabel, Mark
from absher_desk.views.kit.keycap import Keycap
from absher_desk.views.kit.keyed_text import KeyedText
from absher_desk.views.kit.line_field import AreaField, LineField, Reading
from absher_desk.views.kit.message_strip import MessageStrip
from absher_desk.views.kit.notice import Notice
from absher_desk.views.kit.panel import Band, Panel, Rule
from absher_desk.views.kit.placeholders import EmptyState, FailedState, LoadingBars
from absher_desk.views.kit.reason_dialog import Reason, ReasonDialog
from absher_desk.views.kit.rhombus import Rhombus
from absher_desk.views.kit.segments import Segments
from absher_desk.views.kit.steps import Steps
from absher_desk.views.kit.text import BidiLabel, ElidedText, Text, isolate
from absher_desk.views.kit.timeline import Timeline, TimelineEntry
from absher_desk.views.kit.view import View

__all__ = [
    "ActionBar",
    "AreaField",
    "Band",
    "BidiLabel",
    "Button",
    "CheckRow",
    "Chip",
    "ChoiceRow",
    "ComboField",
    "CountChip",
    "DangerButton",
    "ElidedText",
    "EmptyState",
    "FailedState",
    "Field",
    "FilterChip",
    "IconButton",
    "IconLabel",
    "Keycap",
    "KeyedText",
    "LineField",
    "LoadingBars",
    "Mark",
    "MessageStrip",
    "Notice",
    "Panel",
    "PrimaryButton",
    "QuietButton",
    "Reading",
    "Reason",
    "ReasonDialog",
    "Rhombus",
    "Rule",
    "SecondaryButton",
    "Segments",
    "Size",
    "Steps",
    "Text",
    "Timeline",
    "TimelineEntry",
    "View",
    "isolate",
]
