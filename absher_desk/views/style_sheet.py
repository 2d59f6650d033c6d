"""The one style sheet: what Qt's own widgets look like. Direction-dependent parts are painted."""

from collections.abc import Mapping
from string import Template

from absher_desk.bundled import resource

# Pixels, weight and colour of each role of the type scale.
_TEXT_SIZES = {
    "file": (11, 400, "text3"),
    "meta": (12, 400, "text3"),
    "label": (12, 400, "text2"),
    "heading": (12, 600, "text2"),
    "table": (13, 400, "text"),
    "note": (13, 400, "text2"),
    "body": (14, 400, "text"),
    "lead": (14, 400, "text2"),
    "strong": (14, 600, "text"),
    "button": (15, 600, "text"),
    "mark": (16, 600, "text"),
    "subject": (18, 600, "text"),
    "title": (20, 600, "text"),
    "figure": (24, 600, "text"),
    "display": (26, 600, "text"),
    "calendar": (16, 400, "text"),
    "count": (44, 600, "text"),
    "hero": (30, 600, "on_rail"),
    "clock": (58, 500, "on_rail"),
}
_TONES = {
    "text": "text",
    "text2": "text2",
    "text3": "text3",
    "accent": "accent",
    "accent_x": "accent_x",
    "red": "red",
    "amber": "amber",
    "info": "info",
    "rail_text": "rail_text",
    "rail_mut": "rail_mut",
    "on_rail": "sign",
    "disabled": "disabled_tx",
}


def style_sheet(colours: Mapping[str, str]) -> str:
    """The application's style sheet in `colours` (name to #RRGGBB)."""
    body = Template(resource("theme", "desk.qss").read_text(encoding="utf-8"))
    named = {**colours, "on_rail": colours["sign"]}
    roles = [
        f'QLabel[role="{role}"] {{ font-size: {size}px; font-weight: {weight}; '
        f"color: {named[token]}; }}"
        for role, (size, weight, token) in _TEXT_SIZES.items()
    ]
    tones = [
        f'QLabel[tone="{tone}"] {{ color: {named[token]}; }}' for tone, token in _TONES.items()
    ]
    return "\n".join([body.substitute(named), *roles, *tones])
