"""The interface between subkit and the network: plain values in, plain values out.

Anything with these two methods can send requests: subkit's own transport over httpx, a fake, a test double, or another
HTTP library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from .._portable import Portable
from .._public import public
from .._values import field, frozen


@public
@frozen
class Request(Portable):
    """One complete HTTP request: nothing is added to it but the Host header."""

    method: str
    url: str = field(repr=lambda url: repr(url.partition("?")[0]))
    """Absolute and encoded. `repr` omits the query, because it may contain a key."""
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=lambda headers: f"<{len(headers)} headers>")
    """Name and value, in order. `repr` omits them, because the credential is among them."""
    body: bytes | None = field(default=None, repr=lambda body: "None" if body is None else f"<{len(body)} bytes>")


@public
@frozen
class Reply(Portable):
    """One complete HTTP response: the body has arrived and is decompressed."""

    status: int
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=lambda headers: f"<{len(headers)} headers>")
    body: bytes = field(default=b"", repr=lambda body: f"<{len(body)} bytes>")
    unreadable: str = ""
    """Why the body of an error could not be read, such as "the body is damaged"; `body` is empty then."""


@public
class Headers(Portable, Mapping[str, str]):
    """Headers of a response; names are case-insensitive. Repeated headers are joined with ", "."""

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
class Transport(Protocol):
    """Sends the requests of a synchronous client."""

    def send(self, request: Request, *, timeout: float) -> Reply:
        """Send one request and return the complete response.

        `timeout` is in seconds and covers everything, from connecting to the last byte of the body. Raises `NotSent` if
        provably nothing was sent, `DeadlineExceeded` when the timeout ran out, and `OutcomeUnknown` for everything else
        that prevented a complete response.
        """
        ...

    def close(self) -> None:
        """Release the connections. May be called more than once."""
        ...


@public
class AsyncTransport(Protocol):
    """Sends the requests of an asynchronous client."""

    async def send(self, request: Request, *, timeout: float) -> Reply:
        """As `Transport.send`."""
        ...

    async def aclose(self) -> None:
        """As `Transport.close`."""
        ...
