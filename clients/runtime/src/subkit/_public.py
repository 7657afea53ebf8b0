"""The public path of a class: the package that users import it from, not the module that defines it."""

from __future__ import annotations

from typing import TypeVar

C = TypeVar("C", bound=type)


def public(cls: C) -> C:
    """Give a class the path `subkit`, for tracebacks, documentation and pickles."""
    cls.__module__ = "subkit"
    return cls
