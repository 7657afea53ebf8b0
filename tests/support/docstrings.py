"""Docstrings of generated packages, read from their source."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from attrs import frozen

from generator.__main__ import ROOT
from generator.ir.nodes import Package

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@frozen
class Docstring:
    """A docstring, without its indentation."""

    text: str
    indent: int


@cache
def docstrings(file: Path) -> Mapping[str, Docstring]:
    """Every docstring of a module by the dotted name of its owner; its own stands under the empty name."""
    return dict(_docstrings(ast.parse(file.read_text("utf-8")), ""))


def _docstrings(node: Documented, name: str) -> Iterator[tuple[str, Docstring]]:
    text = ast.get_docstring(node)
    if text is not None:
        yield name, Docstring(text, node.body[0].col_offset)
    for child, below in pairwise([*node.body, ast.Pass()]):
        if isinstance(child, ast.AnnAssign) and isinstance(child.target, ast.Name) and isinstance(below, ast.Expr):
            text = inspect.cleandoc(str(ast.literal_eval(below.value)))
            yield f"{name}.{child.target.id}", Docstring(text, below.col_offset)
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _docstrings(child, f"{name}.{child.name}" if name else child.name)


def even(text: str) -> str:
    """A text as one line."""
    return " ".join(text.split())


def entries(docstring: str, section: str) -> dict[str, str]:
    """The entries of a section such as `Args`, each as one line, by name."""
    body = re.search(rf"^{section}:\n((?: {{4}}.*\n?)+)", docstring, re.MULTILINE)
    parts = re.split(r"^ {4}(?=\S)", body[1], flags=re.MULTILINE)[1:] if body else []
    return {name: even(text) for name, _, text in (part.partition(": ") for part in parts)}


def package_folder(package: Package) -> Path:
    """Where a generated package lies."""
    return ROOT / "clients" / package.names.slug / "src" / package.names.package
