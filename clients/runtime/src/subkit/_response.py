"""What comes back from `client.send`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import frozen

from ._portable import Portable
from ._public import public

if TYPE_CHECKING:
    from datetime import datetime

    from ._decode import Drift

T_co = TypeVar("T_co", covariant=True)


@public
class Headers(Portable, Mapping[str, str]):
    """Headers of an answer, looked up without regard to case. What came more than once is joined by ", "."""

    __slots__ = ("_values",)

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._values: dict[str, str] = {}
        for name, value in pairs:
            key = name.lower()
            self._values[key] = f"{self._values[key]}, {value}" if key in self._values else value

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __stored__(self) -> dict[str, Any]:
        return {"pairs": tuple(self._values.items())}

    def __repr__(self) -> str:
        return f"<Headers {', '.join(self._values)}>"


@public
@frozen
class NotModified(Portable):
    """The answer to a conditional read: what the caller has is still current. Never raised."""

    etag: str | None = None
    """The entity tag of this answer, or None."""
    last_modified: datetime | None = None
    """The date of the last change of this answer, or None."""


@public
@frozen
class Response(Portable, Generic[T_co]):
    """A whole answer: the value and what HTTP said about it."""

    parsed: T_co
    """The value: a model, a list of models, `NotModified`, or None where the API answers nothing."""
    status: int
    """HTTP status."""
    headers: Headers
    """Headers of the answer."""
    etag: str | None = None
    """Entity tag, byte for byte with its quotes."""
    last_modified: datetime | None = None
    """Date of the last change (aware, UTC)."""
    request_id: str | None = None
    """The vendor's id of this request."""
    attempts: int = 1
    """How many requests were sent for this answer."""
    drift: tuple[Drift, ...] = ()
    """Where the answer departs from the specification."""
    already_gone: bool = False
    """A DELETE that was sent again after its first answer was lost, or was a 408 or 5xx, and then met 404 or 410: it
    is done."""
