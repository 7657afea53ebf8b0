"""Which transport a client uses: the one it was given, if it can serve as one, or its own."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import Any, Final, Generic, Protocol, TypeVar

from .._errors import ConfigurationError
from .._forks import loading
from .limits import MAX_BODY, MAX_CONNECTIONS
from .messages import AsyncTransport, Transport

T = TypeVar("T")
_UNCHANGED: Final[Mapping[str, Any]] = {
    "verify": True, "proxy": None, "trust_env": True, "max_connections": MAX_CONNECTIONS,
}  # fmt: skip


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


class Connections(Generic[T]):
    """The transport of a client and of those made from it with `with_options`."""

    def __init__(self, transport: T, *, own: bool) -> None:
        self.transport = transport
        self.own = own
        """Whether it was made for them, so that they have to close it."""
        self.closed = False


def connections(transport: object | None, options: Mapping[str, Any]) -> Connections[Transport]:
    """For a synchronous client: `transport`, or one made with these options."""
    if transport is not None:
        _check_beside(options, "subkit.HttpTransport")
        return Connections(_sync(transport, options.get("max_body", MAX_BODY)), own=False)
    with loading:
        from .http import HttpTransport  # noqa: PLC0415 - loads the HTTP library, for those who need it
    return Connections(HttpTransport(**options), own=True)


def async_connections(transport: object | None, options: Mapping[str, Any]) -> Connections[AsyncTransport]:
    """As `connections`, for an asynchronous client."""
    if transport is not None:
        _check_beside(options, "subkit.AsyncHttpTransport")
        return Connections(_async(transport, options.get("max_body", MAX_BODY)), own=False)
    with loading:
        from .async_http import AsyncHttpTransport  # noqa: PLC0415 - as above
    return Connections(AsyncHttpTransport(**options), own=True)


def _check_beside(options: Mapping[str, Any], own: str) -> None:
    for name, unchanged in _UNCHANGED.items():
        if options.get(name, unchanged) != unchanged:
            raise ConfigurationError(
                f"{name} has no effect beside transport: give it to the transport, as in {own}({name}=...)"
            )


def _sync(transport: Any, max_body: int) -> Transport:
    if hasattr(transport, "handle_request") or (hasattr(transport, "build_request") and hasattr(transport, "close")):
        from .httpx import HttpxAdapter  # noqa: PLC0415 - for those who give something of httpx

        return HttpxAdapter(transport, max_body)
    if _is_sync(transport, "send") and _is_sync(transport, "close"):
        found: Transport = transport
        return found
    raise ConfigurationError(
        "transport: give a subkit.HttpTransport, an httpx.Client or one of its transports, or an object with "
        "send(request, *, timeout) and close(); an asynchronous one serves an asynchronous client only"
    )


def _async(transport: Any, max_body: int) -> AsyncTransport:
    if hasattr(transport, "handle_async_request") or (
        hasattr(transport, "build_request") and hasattr(transport, "aclose")
    ):
        from .async_httpx import AsyncHttpxAdapter  # noqa: PLC0415 - as above

        return AsyncHttpxAdapter(transport, max_body)
    if callable(getattr(transport, "send", None)) and callable(getattr(transport, "aclose", None)):
        found: AsyncTransport = transport
        return found
    raise ConfigurationError(
        "transport: give a subkit.AsyncHttpTransport, an httpx.AsyncClient or one of its transports, or an object with "
        "async functions send(request, *, timeout) and aclose()"
    )


def _is_sync(transport: object, name: str) -> bool:
    import inspect  # noqa: PLC0415 - only for those who give a transport

    method = getattr(transport, name, None)
    return callable(method) and not inspect.iscoroutinefunction(method)
