"""The examples in the docstrings of the standards are true."""

import doctest
import importlib
import pkgutil

import pytest

import absher_desk.standards

MODULES = [module.name for module in pkgutil.iter_modules(absher_desk.standards.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    module = importlib.import_module(f"absher_desk.standards.{name}")
    assert doctest.testmod(module).failed == 0


def test_examples_are_found() -> None:
    identity = importlib.import_module("absher_desk.standards.identity")
    assert doctest.testmod(identity).attempted >= 4
