"""Absher Desk: the program on the desks of the branches behind Absher."""

__version__ = "0.1.0"
