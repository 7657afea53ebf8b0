"""What users may give as a transport, as types: subkit's own protocols, and what httpx and its forks have."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any, Protocol

from .messages import AsyncTransport, Transport


class HttpxTransport(Protocol):
    """A transport of httpx."""

    def handle_request(self, request: Any, /) -> Any:
        """Send a request of httpx and return its response."""
        ...


class AsyncHttpxTransport(Protocol):
    """An asynchronous transport of httpx."""

    def handle_async_request(self, request: Any, /) -> Awaitable[Any]:
        """As `HttpxTransport.handle_request`."""
        ...


class HttpxClient(Protocol):
    """A client of httpx."""

    def build_request(self, method: str, url: str, /) -> Any:
        """Create a request of httpx."""
        ...

    def close(self) -> None:
        """Close the client. Marks it as synchronous; subkit never calls it."""
        ...


class AsyncHttpxClient(Protocol):
    """An asynchronous client of httpx."""

    def build_request(self, method: str, url: str, /) -> Any:
        """As `HttpxClient.build_request`."""
        ...

    def aclose(self) -> Awaitable[None]:
        """As `HttpxClient.close`."""
        ...


TransportLike = Transport | HttpxClient | HttpxTransport
AsyncTransportLike = AsyncTransport | AsyncHttpxClient | AsyncHttpxTransport
