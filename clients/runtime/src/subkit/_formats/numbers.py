"""Numbers of JSON, of which there is no limit (RFC 8259, section 6), as Python numbers."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from .._public import public

if TYPE_CHECKING:
    from decimal import Decimal


@public
class ExactNumber(float):
    """A number of a response that no float equals: it has too many digits, or is too large or too small.

    It is the nearest float, or an infinity. `str` gives the number as it came.
    """

    __slots__ = ("text",)
    text: str
    made: ClassVar[bool] = False
    """Whether there has been one in this process: as long as there has not, nobody need look for one."""

    def __new__(cls, text: str) -> Self:
        """Keep the text of a number."""
        ExactNumber.made = True
        self = super().__new__(cls, text)
        self.text = text
        return self

    def __repr__(self) -> str:
        return self.text

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        if isinstance(other, ExactNumber):
            return self.text == other.text or _decimal(self.text) == (_decimal(other.text) or "")
        return float.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return float.__hash__(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.text,)


_SHORT: Final = 16
"""A text of at most this length has at most 15 digits beside its point: a float keeps these."""
_LEAST: Final = 2.3e-308
"""Smaller floats keep fewer digits."""
_MOST_DIGITS: Final = 4300
"""Python refuses to read longer integers, because that takes quadratic time."""


def number_of(text: str) -> float:
    """The number that a text of JSON says."""
    number = float(text)
    if len(text) <= _SHORT and _LEAST < abs(number) < float("inf"):
        return number
    return number if isfinite(number) and _decimal(repr(number)) == _decimal(text) else ExactNumber(text)


def integer_of(text: str) -> float:
    """The integer that a text of JSON says, of any length."""
    return int(text) if len(text) <= _MOST_DIGITS else ExactNumber(text)


def _decimal(text: str) -> Decimal | None:
    """The exact value of a text, or None if its exponent is beyond all bounds."""
    from decimal import Decimal, DecimalException  # noqa: PLC0415 - only for numbers that may fit no float

    try:
        return Decimal(text)
    except DecimalException:
        return None
