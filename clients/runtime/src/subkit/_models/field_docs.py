"""The docstrings of fields: strings below them in the source of their class, which Python does not keep."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import Any


class FieldDoc:
    """The `__doc__` of a class of fields, and of each of its fields."""

    def __init__(self, text: str | None) -> None:
        self.text = text

    def __get__(self, field: Any, owner: type) -> str | None:
        return self.text if field is None else _texts(field.owner).get(field.name)


@cache
def _texts(cls: Any) -> Mapping[str, str]:
    """The docstrings of a class by field; none if the source is not available."""
    import ast  # noqa: PLC0415 - only for those who read docstrings
    import inspect  # noqa: PLC0415

    try:
        module = ast.parse(inspect.getsource(import_module(cls.__home__)))
    except OSError:
        return {}
    body = next(one.body for one in module.body if isinstance(one, ast.ClassDef) and one.name == cls.__name__)
    return {
        one.target.id: inspect.cleandoc(below.value.value)
        for one, below in pairwise(body)
        if isinstance(one, ast.AnnAssign)
        and isinstance(one.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
