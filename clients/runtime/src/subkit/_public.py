"""The path by which users know a class: the one they import it from, and not the module that happens to define it."""

from __future__ import annotations

from typing import TypeVar

C = TypeVar("C", bound=type)


def public(cls: C) -> C:
    """Give a class the path `subkit`. Tracebacks and documentation show it, and pickles find the class by it."""
    cls.__module__ = "subkit"
    return cls
