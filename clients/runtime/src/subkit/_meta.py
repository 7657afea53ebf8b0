"""Where an object came from, and where it does not match the specification."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

from ._portable import Portable
from ._public import public
from ._values import field, frozen

if TYPE_CHECKING:
    from datetime import datetime

C = TypeVar("C", bound=type)


class _LateDoc:
    """The `__doc__` of a late attribute: that of its slot."""

    def __get__(self, late: Late | None, owner: type) -> str | None:
        if late is None:
            return "An attribute that may be given as a function. It is called when the attribute is first read."
        text: str | None = late.slot.__objclass__.__slots__[late.slot.__name__]
        return text


class Late:
    __doc__: Any = _LateDoc()

    def __init__(self, slot: Any) -> None:
        self.slot = slot

    def __get__(self, owner: object | None, cls: type) -> Any:
        if owner is None:
            return self
        value = self.slot.__get__(owner, cls)
        if callable(value):
            value = value()
            self.slot.__set__(owner, value)
        return value

    def __set__(self, owner: object, value: object) -> None:
        self.slot.__set__(owner, value)


def late_drift(cls: C) -> C:
    """Let the drift of a class be given as a function."""
    setattr(cls, "drift", Late(vars(cls)["drift"]))  # noqa: B010 - to type checkers, it is a tuple
    return cls


DriftKind = Literal["unknown_field", "unknown_value", "missing", "null", "wrong_type", "bad_format"]


@public
@frozen
class Drift(Portable):
    """One place where a response does not match the specification."""

    path: str
    """Where, in the vendor's names: `$.items[3].deliveryTarget.topicArn`."""
    kind: DriftKind
    """The kind of mismatch."""
    expected: str
    """What the specification promises."""
    got: str
    """The shape of the actual value, never the value itself."""


@public
@late_drift
@frozen
class Meta(Portable):
    """The response that an object came from. `subkit.meta(obj)` returns it.

    It has the `status` of the response, its validators `etag` and `last_modified`, the vendor's `request_id`, and the
    `url` that was asked; as `drift`, where the object does not match the specification.
    """

    status: int
    """HTTP status."""
    etag: str | None = None
    """Entity tag, byte for byte with its quotes. None for the items of a list."""
    last_modified: datetime | None = None
    """Date of the last change (aware, UTC; resolution one second). None for the items of a list."""
    request_id: str | None = None
    """The vendor's id of the request."""
    url: str = ""
    """The URL of the request, without its query."""
    drift: tuple[Drift, ...] = ()
    """Where this object does not match the specification."""
    subject: tuple[str, ...] = field(default=(), repr=False)
    """Which resource the validators belong to: origin, resource and ids. For internal use."""
