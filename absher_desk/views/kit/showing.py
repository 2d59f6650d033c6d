"""Parts that are there only when they have something to say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_when(widget: QWidget, *, wanted: bool) -> None:
    """Show or hide a part; one that has no parent yet waits for it.

    A widget without a parent would open as a window of its own, so the wish is only noted: the
    part appears together with the parent that it is put in.
    """
    if wanted and widget.parentWidget() is None and not widget.isVisible():
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)  # noqa: FBT003
    else:
        widget.setVisible(wanted)
