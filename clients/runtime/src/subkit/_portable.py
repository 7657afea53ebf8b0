"""The form in which values are pickled: plain data by name, with a format number.

It contains no private module and does not depend on the order of fields, so a later release can reorganise its code and
still read it. What it cannot read, it refuses; it never turns it into another value.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Self

from ._values import fields_of
from ._version import __version__

FORMAT: Final = 1
"""Increased when the form of an earlier release has to be read differently."""


class Portable:
    """Base of values that are pickled and copied by the names of their fields."""

    __slots__ = ()

    def __stored__(self) -> dict[str, Any]:
        """What is pickled: the arguments of the constructor by name, unless a class overrides this."""
        return {field.alias: getattr(self, field.name) for field in fields_of(type(self))}

    @classmethod
    def __restore__(cls, stored: Mapping[str, Any]) -> Self:
        """The value that `__reduce__` stored. Raises `ValueError` for a format of a later release."""
        return cls(**unpack(cls.__name__, stored))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).__restore__, ({"format": FORMAT, **self.__stored__()},)


def unpack(name: str, stored: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a stored form. Raises `ValueError` unless this release knows its format."""
    content = dict(stored)
    found = content.pop("format", None)
    if found != FORMAT:
        raise ValueError(
            f"this {name} was stored in format {found!r}, and subkit {__version__} reads format {FORMAT}: "
            "install the release of subkit that wrote it, or a later one"
        )
    return content
