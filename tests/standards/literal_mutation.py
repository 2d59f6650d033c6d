"""Breaks the tables of a module one entry at a time: every literal changed in turn, run anew.

A literal is a number, or one character of a text, in a value that the module or one of its classes
holds, or in a function named for it. Patterns and codes of faults are for other tests.
"""

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from types import ModuleType

BROKEN = (ValueError, LookupError, OverflowError, TypeError, AttributeError, re.error)
"""What a broken standard may answer with instead of a wrong value."""


def survivors(
    module: ModuleType, holds: Callable[[ModuleType], bool], functions: tuple[str, ...] = ()
) -> list[str]:
    """The changed literals, by line, under which everything still holds."""
    tree = ast.parse(inspect.getsource(module))
    standing = []
    for literal in literals(tree, functions):
        right = literal.value
        for literal.value in _changed(right):
            if _stands(module.__name__, tree, holds):
                standing.append(f"line {literal.lineno}: {right!r} as {literal.value!r}")
        literal.value = right
    return standing


def literals(tree: ast.Module, functions: tuple[str, ...]) -> list[ast.Constant]:
    """All literals of the tables, in the order of the source."""
    return [
        found
        for held in _held(tree.body, functions)
        for found in _constants(held)
        if type(found.value) in {int, str}
    ]


def _held(body: list[ast.stmt], functions: tuple[str, ...]) -> Iterator[ast.AST]:
    for statement in body:
        if isinstance(statement, ast.ClassDef):
            yield from _held(statement.body, functions)
        elif isinstance(statement, ast.Assign) and _name(statement.targets[0]) == "__all__":
            continue
        elif isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value:
            yield statement.value
        elif isinstance(statement, ast.FunctionDef) and statement.name in functions:
            yield from (line for line in statement.body if not _is_docstring(line))


def _is_docstring(line: ast.stmt) -> bool:
    return isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)


def _constants(node: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(node, ast.Call) and _name(node.func) in {"compile", "Malformed", "Problem"}:
        return
    if isinstance(node, ast.Subscript) and _name(node.value) == "Literal":
        return
    if isinstance(node, ast.Constant):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from _constants(child)


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", None) or getattr(function, "id", "")


def _changed(value: object) -> list[int | str]:
    if isinstance(value, int):
        return [value + 1, value - 1]
    text = str(value)
    return [
        text[:at] + _other(character) + text[at + 1 :]
        for at, character in enumerate(text)
        if character != "\n"
    ]


def _other(character: str) -> str:
    return next(other for other in "Qث7" if other.upper() != character.upper())


def _stands(name: str, tree: ast.Module, holds: Callable[[ModuleType], bool]) -> bool:
    broken = ModuleType(name)
    try:
        exec(compile(tree, f"<broken {name}>", "exec"), broken.__dict__)  # noqa: S102
        return holds(broken)
    except BROKEN:
        return False
