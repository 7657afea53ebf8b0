"""Open enums: the values that a specification lists, and room for others."""

from __future__ import annotations

from enum import Enum, IntEnum, StrEnum
from typing import Any, Self


class _Open(Enum):
    @property
    def is_known(self) -> bool:
        """Whether the specification names this value."""
        return self.value in type(self)._value2member_map_

    def __repr__(self) -> str:
        # An unknown value is its own name, and may contain anything: unpaired surrogates, line breaks.
        return super().__repr__() if self.is_known else f"<{type(self).__name__}: {self.value!r}>"

    def __reduce_ex__(self, proto: Any) -> tuple[Any, ...]:
        return type(self), (self.value,)


class OpenStrEnum(_Open, StrEnum):
    """An enum of strings. A value that the specification does not list is kept, and equals its string."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = str(value)
        return member


class OpenIntEnum(_Open, IntEnum):
    """An enum of integers. A value that the specification does not list is kept, and equals its integer."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = str(value)
        member._value_ = value
        return member
