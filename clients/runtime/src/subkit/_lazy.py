"""Public names that are loaded on first use (PEP 562), so that importing a package is cheap."""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING: bool = False  # as in `typing`, which need not be loaded; jedi looks behind it only with `: bool`
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


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
        from ._forks import loading  # noqa: PLC0415 - an import alone needs as little as possible

        with loading:
            module = import_module(module_of[name] or f".{name}", package)
        value: object = getattr(module, name) if module_of[name] else module
        if isinstance(value, type(lazy_exports)):
            value.__module__ = package
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted(sys.modules[package].__all__)

    return get, names
