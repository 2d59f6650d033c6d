"""Alembic's entry: runs on the connection that `opening.py` passes in."""

from typing import Any, Literal

from alembic import context

from absher_desk.models.columns import CanonicalJson, UtcTime
from absher_desk.models.schema import metadata


def _render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Own column types as plain ones: a migration must not depend on the program."""
    if kind == "type" and isinstance(item, UtcTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, CanonicalJson):
        return "sa.Text()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=_render_item,
    compare_type=True,
)
context.run_migrations()
