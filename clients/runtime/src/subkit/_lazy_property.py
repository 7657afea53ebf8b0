"""A property that is computed on first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    lazy_property = property  # jedi takes `cached_property` for an object with attributes of its own
else:

    class lazy_property(cached_property):  # noqa: N801 - a decorator
        """As `cached_property`, without the lock that it has before Python 3.12: a fork might leave that held."""

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            return instance.__dict__.setdefault(self.attrname, self.func(instance))
