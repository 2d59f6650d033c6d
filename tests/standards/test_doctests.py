"""The examples in the docstrings of the standards are true."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import absher_desk.standards

MODULES = [module.name for module in pkgutil.iter_modules(absher_desk.standards.__path__)]
PAGE = Path(__file__).resolve().parents[2] / "docs" / "standards.md"
NAMED = re.compile(r"`([a-z_0-9]+|[A-Z][A-Za-z]+)`")
ROWS = [
    tuple(NAMED.findall(cell) for cell in line.split("|")[1:3])
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("| `")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    module = importlib.import_module(f"absher_desk.standards.{name}")
    assert doctest.testmod(module).failed == 0


def test_examples_are_found() -> None:
    identity = importlib.import_module("absher_desk.standards.identity")
    assert doctest.testmod(identity).attempted >= 4


@pytest.mark.parametrize(("modules", "names"), ROWS, ids=lambda cell: cell[0] if cell else "")
def test_the_page_of_the_standards_names_what_there_is(modules, names) -> None:
    found = [importlib.import_module(f"absher_desk.standards.{name}") for name in modules]
    assert found
    missing = [name for name in names if not any(hasattr(module, name) for module in found)]
    assert missing == []
