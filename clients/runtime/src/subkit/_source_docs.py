"""The docstrings of fields: strings below them in the source of their class, which Python does not keep."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from itertools import pairwise


@cache
def source_docs(module: str, name: str) -> Mapping[str, str]:
    """The docstrings of the fields of a class by name; none if the source is not available."""
    try:
        tree = ast.parse(inspect.getsource(import_module(module)))
    except OSError:
        return {}
    body = next(one.body for one in tree.body if isinstance(one, ast.ClassDef) and one.name == name)
    return {
        one.target.id: inspect.cleandoc(below.value.value)
        for one, below in pairwise(body)
        if isinstance(one, ast.AnnAssign)
        and isinstance(one.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
