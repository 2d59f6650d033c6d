"""The rules that belong to services, a module a sector; `named` binds them to their names.

Every amount, limit and deadline comes from the dated settings, never from here.
"""
