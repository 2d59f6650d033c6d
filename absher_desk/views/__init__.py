"""Widgets only: a view exposes signals of intent and one show(state)."""
