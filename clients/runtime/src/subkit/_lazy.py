"""What is loaded or worked out on first use (PEP 562 for public names), so that importing a package is cheap."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from importlib import import_module
from types import FunctionType
from typing import TYPE_CHECKING, Any

from ._forks import loading

if TYPE_CHECKING:
    lazy_property = cached_property
else:

    class lazy_property(cached_property):  # noqa: N801 - a decorator
        """As `cached_property`, without the lock that it has before Python 3.12: a fork might leave that held."""

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            return instance.__dict__.setdefault(self.attrname, self.func(instance))


def lazy_exports(
    package: str, modules: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of a package.

    `modules` says which module below the package defines which of its names; under "" stand names that are modules
    themselves. A function gets the package as its `__module__`, because that is where users import it from.
    """
    module_of = {name: module for module, names in modules.items() for name in names}

    def get(name: str) -> object:
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        with loading:
            module = import_module(module_of[name] or f".{name}", package)
        value: object = getattr(module, name) if module_of[name] else module
        if isinstance(value, FunctionType):
            value.__module__ = package
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted(sys.modules[package].__all__)

    return get, names
