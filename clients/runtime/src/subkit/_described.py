"""Calls that are described once, for the synchronous and the asynchronous client."""

from __future__ import annotations

from types import FunctionType


class Described:
    """Base of a class that describes calls. Methods that override them without a docstring get theirs.

    Editors and `inspect.getdoc` find the docstring of an overridden method by themselves; `__doc__` does not.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name, method in vars(cls).items():
            overridden = getattr(super(cls, cls), name, None)
            if isinstance(method, FunctionType) and method.__doc__ is None and overridden is not None:
                method.__doc__ = overridden.__doc__
