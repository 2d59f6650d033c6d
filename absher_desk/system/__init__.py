"""Paths, settings, secrets, logging, texts, the background worker (QtCore only)."""
