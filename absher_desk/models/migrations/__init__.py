"""Alembic's migrations; `opening.py` runs them."""
