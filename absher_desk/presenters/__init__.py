"""State of each screen and its item models (QtCore only, no widgets)."""
